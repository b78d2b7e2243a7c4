// How hard the runs of a plan will feel, where the log has said so.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_USUAL_RPE_HPP
#define PLIMSOLL_PLANNER_USUAL_RPE_HPP

#include "planner/schedule.hpp"

#include <optional>
#include <span>

namespace plimsoll::planner {

/// The median RPE of the runs in the habit_days (84) up to @p as_of; nothing without one.
std::optional<double> usual_rpe(std::span<const Session> log, Date as_of);

/// Gives the planned runs of @p schedule that RPE; their load is RPE x minutes. Not walk-run
/// sessions, team sessions, races and matches: none is known of them.
/// @source  Foster et al. 2001, J Strength Cond Res 15:109: session-RPE
/// @evidence  convention
void set_usual_rpe(Schedule& schedule, std::span<const Session> log, Date as_of);

} // namespace plimsoll::planner

#endif
