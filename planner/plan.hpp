// The planner: background and goal in, a verified schedule out, or why there is none.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PLAN_HPP
#define PLIMSOLL_PLANNER_PLAN_HPP

#include "planner/background.hpp"
#include "planner/conflicts.hpp"
#include "planner/frame.hpp"
#include "planner/goal.hpp"
#include "planner/goal_risk.hpp"
#include "planner/objective.hpp"
#include "planner/rule.hpp"
#include "planner/schedule.hpp"
#include "planner/schedule_builder.hpp"
#include "planner/speed_summary.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::planner {

inline constexpr int default_weeks = 26; // policy: half a year
inline constexpr int most_weeks = 104;   // policy: two years

enum class PlanStatus : std::uint8_t {
    planned,
    infeasible, ///< no plan keeps the rules within the horizon, or by the wished date
    refer       ///< an injury without a return date, or pain: no plan is made
};

std::string_view to_string(PlanStatus status) noexcept;

struct PlanResult {
    PlanStatus status = PlanStatus::infeasible;
    std::string pathway = "time_off"; ///< id of the pathway that was asked for
    std::string why;                  ///< for people, when there is no plan
    Date start = Date::from_days(0);
    GoalKind kind = GoalKind::base;
    double demand_m = 0.0;   ///< a week, or of the race or match
    std::string demand_from; ///< of a match: whose figure that is
    std::optional<Date> wished;
    std::optional<Date> goal_day;     ///< the last day of the week that holds the demand; the day
                                      ///< of the race or match
    std::optional<Date> earliest_day; ///< the same, whatever the wished date
    std::optional<Date> weeks_from; ///< where the rhythm of recovery weeks counts from, where that
                                    ///< is before the plan: of one that goes on
    std::optional<Date> first_back; ///< first day of the return; absent without time off
    int weeks_tried = 0;            ///< the horizon
    Schedule schedule;              ///< empty unless planned
    std::vector<RuleInfo> rules;    ///< those that have a say in this plan
    std::vector<Conflict> conflicts;
    std::vector<std::string> together; ///< the fewest rules that cannot all be kept
    PlanPolicy policy{};
    std::optional<SpeedSummary> speed; ///< of a plan along a pathway with speed or turns
    std::optional<GoalRisk> goal_risk; ///< of a planned race or match along a pathway
};

/// Why no plan is made on the day of @p background: an injury that has no return date and is on no
/// way back, or pain that holds. Nothing: a plan may be made.
std::optional<std::string> reason_to_hold(const Background& background);

/// The earliest plan whose last week holds the goal's distance; for a race or match the plan to its
/// wished day, or to the first day on its weekday that the rules allow (that of the long run where
/// the goal names none).
///
/// Weeks are seven days from the day after as_of. Days, recovery weeks and walk-run sessions are
/// chosen first; distances come from linear programs; the finished plan is rounded to 100 m and
/// verified rule by rule. The same input gives the same plan.
///
/// @param weeks  the longest plan that is tried, 1 to most_weeks.
/// The session cap has a maximum on its right: before each linear program one run is chosen that a
/// run is held against, and chosen again from the solution. "Earliest" is the earliest week that is
/// found this way.
///
/// @throws InputError  neither the log nor the athlete's file says what the usual weekly distance
///                     or the pace is; or a week of the plan is left without a day to run on, or 7
///                     days in a row, by events; or the day of a race or match is past, away, or
///                     more than most_weeks ahead.
/// @throws DisagreementError  the verifier rejects the plan.
PlanResult make_plan(const Background& background, const Goal& goal, int weeks);

} // namespace plimsoll::planner

#endif
