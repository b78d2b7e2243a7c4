// What a plan answers first: the day, or why there is none.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PLAN_ANSWER_HPP
#define PLIMSOLL_REPORTS_PLAN_ANSWER_HPP

#include "planner/pathway_plan.hpp"
#include "reports/document.hpp"

#include <string>

namespace plimsoll::reports {

/// "40.0 km a week", "a race of 21.1 km", "a match of 6.0 km".
std::string goal_in_words(const planner::PlanResult& plan, const Customs& customs);

/// Of a plan: when the distance is held, on which day the race or match is.
void add_answer(Document& document, const planner::PlanResult& plan,
                const planner::PathwayPlan* path);

/// Of no plan: why, the earliest day, the rules that cannot all be kept, and what the wished date
/// would break.
void add_refusal(Document& document, const planner::PlanResult& plan);

} // namespace plimsoll::reports

#endif
