// A plan for calendars and spreadsheets.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PLAN_CALENDAR_HPP
#define PLIMSOLL_REPORTS_PLAN_CALENDAR_HPP

#include "planner/pathway_plan.hpp"
#include "planner/plan.hpp"
#include "planner/replan.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::reports {

/// Whose calendar it is, and of when.
struct CalendarStyle {
    std::string athlete; ///< the id: events of another athlete have other UIDs
    std::string subject; ///< for people
    std::string program;
    Date as_of = Date::from_days(0);
    const planner::Replan* continued = nullptr; ///< of a plan that goes on
};

/// SEQUENCE of the events of a plan: days since the year 2000, and more than that of the plan that
/// it goes on from.
int calendar_sequence(Date as_of, std::optional<int> before = std::nullopt);

/// RFC 5545: an all-day event for each session, which is of no time zone and blocks no time, and
/// one for the gates of each phase on its last expected day. A session keeps its UID when the plan
/// is made anew, and SEQUENCE counts up with the day of the plan: an import takes the new one. Of a
/// plan that goes on the events that are no more are there as cancelled; without the plan before,
/// a day that the new one leaves empty is not taken away.
/// @param path  of the plan; null: a plan of runs alone.
/// @pre   the plan has days: a calendar without an event does not exist.
std::string plan_ics(const planner::PlanResult& plan, const planner::PathwayPlan* path,
                     const CalendarStyle& style);

/// One row a session, and one for a day of rest.
std::string plan_csv(const planner::PlanResult& plan);

/// A line of a calendar: @p texts escaped, parted by line ends, folded at 75 octets, no letter torn
/// apart.
std::string ics_line(std::string_view name, const std::vector<std::string>& texts);

} // namespace plimsoll::reports

#endif
