// The absolute risk of a race or match: today against the planned day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_GOAL_RISK_HPP
#define PLIMSOLL_PLANNER_GOAL_RISK_HPP

#include "planner/background.hpp"
#include "planner/schedule.hpp"
#include "risk/baseline.hpp"

#include <optional>
#include <vector>

namespace plimsoll::planner {

/// By the rate a run, the only one that knows how long a session is against those before it; by the
/// others a match of tomorrow would be as safe as one after a plan. So of runners alone.
struct GoalRisk {
    /// On the first day of the plan; none while an injury is open, without a run in the 30 days
    /// before it to hold the distance against, or without a rate.
    std::optional<risk::AbsoluteRisk> at_once;
    /// After the plan was followed.
    std::optional<risk::AbsoluteRisk> on_goal_day;
};

/// @param goal_day  of @p schedule, which has the race or match. An injury that is open is taken as
///                  returned that day.
/// @source  risk::absolute_risks(): rates of cohorts, which may not carry over  @evidence  cohort
GoalRisk goal_risk(const Schedule& schedule, const Background& background, double distance_m,
                   Date goal_day);

/// That rate on a day with these sessions up to it; nothing without one.
std::optional<risk::AbsoluteRisk> risk_of_run(const Background& background,
                                              const std::vector<Session>& sessions,
                                              std::span<const Injury> injuries, Date day);

} // namespace plimsoll::planner

#endif
