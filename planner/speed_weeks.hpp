// Volume or intensity in a week, never both: the weeks that grow too much to hold speed.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SPEED_WEEKS_HPP
#define PLIMSOLL_PLANNER_SPEED_WEEKS_HPP

#include "model/event.hpp"
#include "model/session.hpp"
#include "planner/schedule.hpp"

#include <span>
#include <vector>

namespace plimsoll::planner {

/// A week that holds more than this times the longest of the three weeks before it has no strides,
/// sprints or changes of direction. It leaves room for the steps of the layoff ladder behind its
/// first (70 to 80 to 90 %), and for any usual growth.
inline constexpr double growth_without_speed = 1.15; // policy

/// The weeks of @p schedule that grow by more: their running distance against that of each of the
/// three times seven days before, in plan and @p history.
/// @source  "do not progress volume and intensity together", evidence.md 7.2  @evidence  expert
std::vector<DaySpan> growing_weeks(const Schedule& schedule, std::span<const Session> history);

bool is_in(std::span<const DaySpan> weeks, Date day) noexcept;

} // namespace plimsoll::planner

#endif
