// Speed and turns of a plan, in words and week by week.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_SPEED_SECTION_HPP
#define PLIMSOLL_REPORTS_SPEED_SECTION_HPP

#include "planner/plan.hpp"
#include "reports/document.hpp"

#include <optional>
#include <string>

namespace plimsoll::reports {

/// "6 strides of 60 m at 60 %, 1 at 75 %", "12 turns", of a team session "at most 25 m sprinted,
/// 40 turns"; empty where the session has no such dose.
/// What the match asks for and the plan does not hold, for the page's first lines; nothing where it
/// holds all that is known.
std::optional<std::string> short_of_match(const planner::PlanResult& plan);

std::string speed_dose(const planner::PlannedSession& session);

/// Metres and turns of each week, how they were counted, and what the match asks; nothing of a plan
/// without.
void add_speed(Document& document, const planner::PlanResult& plan);

} // namespace plimsoll::reports

#endif
