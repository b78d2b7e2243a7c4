// The risk statement as a page.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_RISK_REPORT_HPP
#define PLIMSOLL_REPORTS_RISK_REPORT_HPP

#include "model/training_log.hpp"
#include "reports/document.hpp"
#include "risk/statement.hpp"

#include <span>

namespace plimsoll::reports {

/// One athlete: answer, flags, load, factors. Several: one line each.
/// @param series  also a line a day (one athlete) or nothing more (several).
Document risk_report(std::span<const risk::Statement> statements, const TrainingLog& log,
                     const Athlete* athlete, bool series, const Customs& customs = {});

} // namespace plimsoll::reports

#endif
