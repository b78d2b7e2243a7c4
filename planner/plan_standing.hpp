// How an athlete stands to a plan on a day: done against planned, what is next, what is off it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PLAN_STANDING_HPP
#define PLIMSOLL_PLANNER_PLAN_STANDING_HPP

#include "planner/adherence.hpp"
#include "planner/plan_file.hpp"
#include "risk/statement.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

/// What became of a day of a plan.
enum class DayOutcome : std::uint8_t {
    ahead,      ///< it has not come yet
    rest,       ///< no run planned, none run; or a run on a day that has strides or the like
    as_planned, ///< DaysRun::as_planned()
    more,       ///< further, or where that is not known longer, than planned
    less,       ///< less far; of a walk-run session also less than done_share of its minutes
    otherwise,  ///< run, and the log does not say how far or how long
    missed,     ///< planned and not run
    extra       ///< run where nothing was planned
};

std::string_view to_string(DayOutcome outcome) noexcept; ///< as_planned

struct DayAgainstPlan {
    PlannedDay planned;
    RunDose done; ///< all zero of a day ahead
    DayOutcome outcome = DayOutcome::ahead;
};

/// The rules that say who is off a plan.
enum class OffPlanRule : std::uint8_t { ceiling, missed_time, missed, more };

struct OffPlanRuleInfo {
    OffPlanRule rule;
    std::string_view id;    ///< plan_ceiling
    std::string_view words; ///< what it says, for the methods
};

/// In the order in which they are told. All of it is policy.
std::span<const OffPlanRuleInfo> off_plan_rules() noexcept;
std::string_view id_of(OffPlanRule rule) noexcept;

/// A rule that holds, with what it was found by.
struct OffPlan {
    OffPlanRule rule = OffPlanRule::missed;
    Date from = Date::from_days(0); ///< ceiling: the day of the run
    Date to = Date::from_days(0);
    int missed = 0; ///< missed: runs, of
    int planned = 0;
    double done_m = 0.0;    ///< more: in the days from @p from to @p to, as they count as followed
    double planned_m = 0.0; ///< ceiling: of the run
    double ceiling_m = 0.0; ///< ceiling
};

/// The days in which missed runs and surplus are looked for, up to the day itself.
inline constexpr int off_plan_days = 7;           // policy
inline constexpr int most_missed_runs = 1;        // policy: one run of a week may be missed
inline constexpr double most_surplus_share = 0.1; // policy: what a week may grow by

enum class PlanTime : std::uint8_t { not_begun, running, over };

std::string_view to_string(PlanTime time) noexcept; ///< not_begun

struct PlanStanding {
    Date first_day = Date::from_days(0);
    Date last_day = Date::from_days(0);
    Date as_of = Date::from_days(0);
    PlanTime time = PlanTime::running;
    std::optional<Date> goal_day;
    std::vector<DayAgainstPlan> days;   ///< of the week up to as_of, and seven days ahead
    RunDose planned;                    ///< of the week up to as_of
    RunDose done;                       ///< on the days of the plan in it
    std::optional<PlannedDay> next_run; ///< the first behind as_of with a distance
    std::optional<std::string> hold;    ///< Statement::hold: it comes before any planned run
    std::vector<OffPlan> off;           ///< none: nothing of off_plan_rules() holds

    int missed() const;
    int cut_short() const; ///< run, and less of it than planned
    int extra() const;
};

/// How the athlete of @p statement stands to @p file on the day of the statement.
///
/// - ceiling: the next planned run is longer than Statement::next_session_cap_m by more than
///   least_slack_m. Walk-run sessions are bounded by their ladder, team sessions and matches by
///   what is written beside them.
/// - missed_time: longest_missed() of more than most_missed_days, as `plan --continue` has it.
/// - missed: more than most_missed_runs of the planned runs of off_plan_days, or all of them, where
///   there was at least one.
/// - more: the distance of off_plan_days, a run as planned counted as planned, is above the planned
///   one by more than most_surplus_share and by more than least_slack_m.
///
/// Nobody is off a plan that is over.
///
/// @param sessions   of the athlete.
/// @param week_from  the first day that is told.
/// @evidence  policy
PlanStanding standing_in(const PlanFile& file, std::span<const Session> sessions, Date week_from,
                         const risk::Statement& statement);

} // namespace plimsoll::planner

#endif
