// What risk/ would say at the end of each planned day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PROJECTION_HPP
#define PLIMSOLL_PLANNER_PROJECTION_HPP

#include "planner/background.hpp"
#include "planner/schedule.hpp"

#include <optional>

namespace plimsoll::planner {

/// Fills in the projected ratios and the total hazard ratio of each day of @p schedule, as if it
/// were followed exactly. Ratios stay absent before 28 days of history, and after time off before
/// 28 days from the return.
/// @param first_back  first day of the return; nothing without time off.
void project(Schedule& schedule, const Background& background, std::optional<Date> first_back);

} // namespace plimsoll::planner

#endif
