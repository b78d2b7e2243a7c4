// A plan that goes on: kept where it can be, made anew where not, and what differs.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_REPLAN_HPP
#define PLIMSOLL_PLANNER_REPLAN_HPP

#include "planner/adherence.hpp"
#include "planner/pathway_plan.hpp"
#include "planner/plan_changes.hpp"
#include "planner/plan_file.hpp"
#include "planner/replan_reasons.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::planner {

/// A gate that was passed since the plan was made.
struct PassedGate {
    std::string phase;
    std::string gate;
    std::string text;
    Date day;
};

struct Replan {
    Date from = Date::from_days(0);  ///< the first day of the plan that goes on
    Date as_of = Date::from_days(0); ///< the last day that counts as done
    bool kept = false;               ///< the days behind as_of are those of the file
    std::vector<WeekDone> done;
    std::optional<DaySpan> missed;     ///< the longest stretch, from a missed run on
    std::vector<PassedGate> passed;    ///< by phase
    std::vector<Event> pain;           ///< scores above 0 since, oldest first
    std::vector<ReplanReason> reasons; ///< none of a kept plan
    std::vector<DayChange> changes;    ///< none of a kept plan
    std::optional<Date> goal_day_was;  ///< of the plan that goes on
    Date last_day_was = Date::from_days(0);
    int sequence = 0; ///< of the calendar events of the plan before
    /// Kept: the plan of the file from its first day on, the projected ratios of the days that are
    /// left behind what was really run. Changed: the plan from the day after as_of on, or why there
    /// is none.
    PlanOnPathway plan;
    PlanResult ahead; ///< of it what lies behind as_of, for pages and calendars
};

/// Goes on with the plan of @p file on the day @p request.as_of.
///
/// Without a reason (reasons_to_replan()) the days that are left are kept word for word: a log that
/// followed the plan exactly changes nothing. With one they are planned anew by plan_on_pathway().
///
/// @throws InputError  the file's plan begins after as_of + 1, or has ended by then; as
///                     start_of_plan() and plan_on_pathway().
/// @throws DisagreementError  as plan_on_pathway().
Replan replan(const PathwayRequest& request, const PlanFile& file);

} // namespace plimsoll::planner

#endif
