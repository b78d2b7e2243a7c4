// Which of the plans that keep every rule is wanted.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_OBJECTIVE_HPP
#define PLIMSOLL_PLANNER_OBJECTIVE_HPP

#include "planner/horizon_model.hpp"
#include "planner/rule.hpp"

#include <optional>
#include <vector>

namespace plimsoll::planner {

/// least_run_min at the planned pace in whole steps; 0 where the pace is not known.
double least_run_km(const Background& background);

/// The most that the last week of @p model can hold, kilometres; nothing when no plan keeps the
/// rules.
std::optional<double> most_in_last_week_km(const HorizonModel& model);

/// The distances of the wanted plan, one a column, kilometres. In this order, each without giving
/// up what came before: the last week holds @p demand_km (0 where the frame has an event, whose
/// week counts as no building week); the largest step from one building week to the next is
/// smallest (the first week after time off is no step); no building week holds less than the one
/// before; steps change least; recovery weeks hold as much as they may; no run is shorter than
/// least_run_km(); the long run has its usual share and the other runs of a week are alike, first
/// in the weeks on the layoff ladder, then in the others; the runs before an event are those of the
/// building week before, but the long one.
/// @return  nothing when the demand cannot be held.
std::optional<std::vector<double>> wanted_distances_km(const HorizonModel& model, double demand_km);

/// What wanted_distances_km() and make_plan() wish for, in words and in order: soft rules.
std::vector<RuleInfo> wishes();

} // namespace plimsoll::planner

#endif
