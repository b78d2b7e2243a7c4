// Distances in whole hundreds of metres that keep every rule.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_ROUNDING_HPP
#define PLIMSOLL_PLANNER_ROUNDING_HPP

#include "planner/horizon_model.hpp"

#include <optional>
#include <vector>

namespace plimsoll::planner {

inline constexpr double planned_step_km = 0.1; // what a runner can read off a watch

/// @p distances_km in steps of planned_step_km, oldest first to the nearest step that keeps every
/// row of the model, the later distances still as they are or less. The last week then holds
/// @p demand_km, up to one step more where that is no whole number of steps.
/// @return  nothing when the last week cannot hold the demand: where rules bind at every step,
///          rounding down adds up.
std::optional<std::vector<double>>
rounded(const HorizonModel& model, const std::vector<double>& distances_km, double demand_km);

/// Whether @p distances_km keep every row.
bool keeps_all_rows(const HorizonModel& model, const std::vector<double>& distances_km);

/// The first rule, in the order of the rows' rules in @p order, that forbids one more step of
/// column @p column; empty when none does.
std::string rule_that_limits(const HorizonModel& model, std::vector<double> distances_km,
                             std::size_t column, const std::vector<std::string>& order);

} // namespace plimsoll::planner

#endif
