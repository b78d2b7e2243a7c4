// Why a plan that was made cannot go on as it was written.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_REPLAN_REASONS_HPP
#define PLIMSOLL_PLANNER_REPLAN_REASONS_HPP

#include "planner/adherence.hpp"
#include "planner/pathway_plan.hpp"
#include "planner/plan_file.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::planner {

/// More days than this without a run, the first of them a planned one: the base is computed anew.
inline constexpr int most_missed_days = 7; // policy

/// Ids of the reasons that are no rule's.
inline constexpr const char* reason_goal = "goal_changed";
inline constexpr const char* reason_injury = "injury";
inline constexpr const char* reason_pain = "pain";
inline constexpr const char* reason_refer = "refer";
inline constexpr const char* reason_unlogged = "unlogged";
inline constexpr const char* reason_missed = "missed_time";
inline constexpr const char* reason_phase = "gates";
inline constexpr const char* reason_history = "history_changed";
inline constexpr const char* reason_away = "away";

struct ReplanReason {
    std::string id; ///< of a rule, or one of those above
    Date date = Date::from_days(0);
    std::optional<double> by_m; ///< of a rule: too far by so many metres
    std::string text;           ///< for people
};

/// A plan that goes on, and what has happened since.
struct GoingOn {
    const PlanFile& file;
    const PathwayRequest& request; ///< of today
    const StartOnPathway& today;
    const DaysRun& run;
    const Schedule& followed; ///< as_followed() of the plan
};

/// The background that the plan was made from, from the log and the events as they are known now.
/// Nothing where the pathway would not have started then: the onset of its injury is recorded
/// otherwise than it was.
/// @throws InputError  the log has no session before the plan.
std::optional<StartOnPathway> start_of_plan(const PlanFile& file, const PathwayRequest& request);

/// Why the days behind today are planned anew; empty: they stay, word for word.
///
/// - the goal names another pathway, day or distance than the plan;
/// - an injury began, or the one that the pathway starts from is recorded otherwise;
/// - pain holds, or restarted the phase; a gate or the screen of referrals goes to a clinician;
/// - days were not logged, or more than most_missed_days were missed;
/// - the pathway's phase of tomorrow is not the one that was expected: a gate is open that was
///   expected passed, all were passed sooner, or a record led back;
/// - what was run before the plan is not what it was made from;
/// - an event takes away a day that has something planned;
/// - behind what was really run a day that is left breaks a hard rule, by the verifier: the plan
///   from its first day on, the past as it was followed.
///
/// @param origin  start_of_plan().
std::vector<ReplanReason> reasons_to_replan(const GoingOn& plan,
                                            const std::optional<StartOnPathway>& origin);

} // namespace plimsoll::planner

#endif
