// Speed and turns of a plan: exact doses for strides, sprints, changes of direction and team
// sessions, on days that are chosen already. SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SPEED_DOSES_HPP
#define PLIMSOLL_PLANNER_SPEED_DOSES_HPP

#include "planner/schedule.hpp"
#include "planner/speed_frame.hpp"
#include "planner/speed_summary.hpp"

#include <optional>

namespace plimsoll::planner {

/// Makes the doses of @p schedule exact: how many repetitions, over what distance and how fast, and
/// what a team session may hold of a match's metres and turns. The amounts come from a second
/// linear program beside that of the distances: no rule couples the two, because a week's days
/// settle before whether it may hold speed (growing_weeks()). What the rules leave no room for is
/// taken off its day. A session says the rule that forbids one repetition more; the match has what
/// it asks.
/// @return  nothing where the schedule has no such content.
std::optional<SpeedSummary> set_speed_doses(Schedule& schedule, const SpeedRequest& request);

} // namespace plimsoll::planner

#endif
