// Distances in whole steps, hundreds of metres or for short runs tens, that keep every rule.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_ROUNDING_HPP
#define PLIMSOLL_PLANNER_ROUNDING_HPP

#include "planner/horizon_model.hpp"

#include <optional>
#include <vector>

namespace plimsoll::planner {

inline constexpr double planned_step_km = 0.1; // what a runner can read off a watch

/// The step of runs under short_run_km: 1.10 x 0.9 km is less than 100 m more, and in steps of
/// 100 m such a run could never grow.
inline constexpr double short_step_km = 0.01; // policy
inline constexpr double short_run_km = 1.0;   // policy: 1.10 x 1.0 km is one step of 100 m more

/// The shortest run that is planned; shorter ones are none.
inline constexpr double shortest_run_km = 0.1; // policy

/// By how much a row of the model may be passed: under the verifier's tolerance, over the solver's.
inline constexpr double row_tolerance_km = 1e-4; // 10 cm

/// The longest distance in whole steps that is at most @p km: 0; 0.1 to 1 km in tens of metres;
/// from there in hundreds. A unit in the solver's last digits below a step counts as the step.
double whole_steps(double km);

/// The next distance in whole steps above, and below, @p km, which is one itself.
double step_up(double km);
double step_down(double km);

/// @p distances_km in whole steps, oldest first to the nearest step that keeps every
/// row of the model, the later distances still as they are or less. The last week then holds
/// @p demand_km, up to one step more where that is no whole number of steps.
/// @return  nothing when the last week cannot hold the demand: where rules bind at every step,
///          rounding down adds up.
std::optional<std::vector<double>>
rounded(const HorizonModel& model, const std::vector<double>& distances_km, double demand_km);

/// The plan in whole steps that grows as fast as the rows allow: oldest week first, each as full as
/// it may be with the long run as long as it may be; the last week then as near to @p demand_km as
/// rounded() leaves it. Needs no linear program.
/// @return  nothing when its last week cannot hold the demand.
std::optional<std::vector<double>> steepest(const HorizonModel& model, double demand_km);

/// Whether @p distances_km keep every row.
bool keeps_all_rows(const HorizonModel& model, const std::vector<double>& distances_km);

/// The first rule, in the order of the rows' rules in @p order, that forbids one more step of
/// column @p column; empty when none does.
std::string rule_that_limits(const HorizonModel& model, std::vector<double> distances_km,
                             std::size_t column, const std::vector<std::string>& order);

} // namespace plimsoll::planner

#endif
