// The runs of a plan along a pathway, and its phases as long as the runs need them.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_RUNS_HPP
#define PLIMSOLL_PLANNER_PATHWAY_RUNS_HPP

#include "planner/background.hpp"
#include "planner/goal.hpp"
#include "planner/pathway_plan.hpp"
#include "planner/plan.hpp"

#include <cstddef>

namespace plimsoll::planner {

/// The index of the span whose phase is the first with planned runs, from the present one on.
std::size_t span_of_runs(const PathwayPlan& path);

/// The runs of make_plan() to @p goal, and the spans of @p path moved to them.
///
/// The phase with the walk-run ladder lasts as long as the ladder, one with speed until it has had
/// its days in weeks that may hold speed. A match begins the phase behind the return to sport (or
/// that of the first game), a race is in it: where the phases before it are expected to last
/// longer than the distances need, the day moves behind them, week by week; a wished day before
/// that is infeasible by the rule gates_in_order.
PlanResult plan_runs(PathwayPlan& path, const Background& background, const Goal& goal, int weeks);

/// The last day that the plan has content for: of the phases before the return, and a week of the
/// season.
Date last_planned_day(const PathwayPlan& path, Date last_run);

} // namespace plimsoll::planner

#endif
