// What differs between two plans, day by day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PLAN_CHANGES_HPP
#define PLIMSOLL_PLANNER_PLAN_CHANGES_HPP

#include "planner/schedule.hpp"

#include <optional>
#include <vector>

namespace plimsoll::planner {

/// A day of which two plans say different things; of a day that one of them does not reach it has
/// nothing.
struct DayChange {
    Date date = Date::from_days(0);
    std::optional<PlannedDay> was;
    std::optional<PlannedDay> is;
};

/// The days behind @p as_of on which the sessions differ: kind, distance, minutes or steps of the
/// run, kinds or exercises of the others. A day of rest and one that a plan does not reach are
/// alike; so are days that differ in the name of their phase, the rule that limits them or the
/// projected ratios alone.
std::vector<DayChange> changes_between(const Schedule& was, const Schedule& is, Date as_of);

} // namespace plimsoll::planner

#endif
