// A plan that was written as plimsoll.plan/1, read back.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PLAN_FILE_HPP
#define PLIMSOLL_PLANNER_PLAN_FILE_HPP

#include "planner/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::planner {

/// P10, P50 and P90 of the goal's day.
struct DayRange {
    Date p10;
    Date p50;
    Date p90;
};

/// What a plan file says. Its schedule is as it was written, number by number: reports::plan_json()
/// of it has the same days.
struct PlanFile {
    std::string path;
    std::string athlete;             ///< the id; empty: the log named nobody
    Date as_of = Date::from_days(0); ///< of the document; a plan that was kept starts before it
    int sequence = 0;                ///< of its calendar events
    std::optional<Date> onset;       ///< of the injury that its pathway starts from
    std::optional<DayRange> range;   ///< as others varied; none where the plan has none
    PlanResult plan;                 ///< status planned; without the values of the policy

    /// The day before the plan's first, from which it was made.
    Date made_on() const noexcept { return plan.start - 1; }

    Date last_day() const { return plan.schedule.days.back().date; }
};

inline constexpr std::size_t largest_plan_file = std::size_t{1} << 25U; // bytes; policy: 32 MiB

/// Reads a plan file. Keys that are not known are passed over: adding keys is no new version.
///
/// @throws IoError     the file cannot be read, or is larger than largest_plan_file.
/// @throws InputError  no JSON; another kind of document or another version of it; a document
///                     without a plan (infeasible, refer); a key that is missing or has a value
///                     that no plan has; days that are not one after the other.
PlanFile read_plan_file(const std::string& path);
PlanFile plan_from_json(const std::string& bytes, const std::string& path);

} // namespace plimsoll::planner

#endif
