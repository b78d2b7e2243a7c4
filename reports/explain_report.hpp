// One factor, explained: formula, inputs, the numbers put in, source and evidence.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_EXPLAIN_REPORT_HPP
#define PLIMSOLL_REPORTS_EXPLAIN_REPORT_HPP

#include "reports/document.hpp"
#include "risk/statement.hpp"

#include <string_view>

namespace plimsoll::reports {

/// What `risk --explain FACTOR` prints for one athlete.
/// @param id  of a factor, e.g. F3.
/// @throws PreconditionError  there is no such factor.
Document explain_report(const risk::Statement& statement, const Athlete* athlete,
                        std::string_view id);

} // namespace plimsoll::reports

#endif
