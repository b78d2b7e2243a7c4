// What a session would change.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_WHAT_IF_REPORT_HPP
#define PLIMSOLL_REPORTS_WHAT_IF_REPORT_HPP

#include "reports/document.hpp"
#include "risk/statement.hpp"

#include <span>

namespace plimsoll::reports {

/// Two statements of one athlete on the same day, without and with the added sessions, side by
/// side: every ratio, cap and factor.
/// @param added  the sessions that @p with has and @p without has not.
Document what_if_report(const risk::Statement& without, const risk::Statement& with,
                        std::span<const Session> added, const Athlete* athlete,
                        const Customs& customs = {});

} // namespace plimsoll::reports

#endif
