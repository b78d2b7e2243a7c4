// A solved model becomes a schedule.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCHEDULE_BUILDER_HPP
#define PLIMSOLL_PLANNER_SCHEDULE_BUILDER_HPP

#include "planner/horizon_model.hpp"
#include "planner/rule.hpp"
#include "planner/schedule.hpp"

#include <vector>

namespace plimsoll::planner {

/// The id that limited_by names where no hard rule binds: the plan asks for no more.
inline constexpr const char* no_limit = "smallest_step";

/// The id that limited_by names where the distance is that of the race or match.
inline constexpr const char* goal_itself = "goal";

/// Every day of the weeks of @p model, with its session and the rule that limits it.
/// @param distances_km  one a column of the model, in whole steps, keeping its rows.
/// @param rules         in the order in which they are named when several bind.
Schedule build_schedule(const HorizonModel& model, std::vector<double> distances_km,
                        const Rules& rules);

} // namespace plimsoll::planner

#endif
