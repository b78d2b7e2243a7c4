// The ramp of a plan as a picture.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PLAN_CHART_HPP
#define PLIMSOLL_REPORTS_PLAN_CHART_HPP

#include "planner/pathway_plan.hpp"
#include "planner/plan.hpp"
#include "reports/chart.hpp"
#include "reports/customs.hpp"

#include <optional>
#include <string>

namespace plimsoll::reports {

/// The rule that limits most of a week's sessions, the earlier one of equals; "-" without any.
std::string limit_of_week(const planner::PlanResult& plan, const planner::PlannedWeek& week);

/// Weekly distance and longest run, recovery weeks hatched, with the rule that limits each week,
/// the phases and their gates. Nothing without a plan.
/// @param path  of the plan; null: a plan of runs alone.
std::optional<Chart> plan_chart(const planner::PlanResult& plan, const planner::PathwayPlan* path,
                                const Customs& customs);

} // namespace plimsoll::reports

#endif
