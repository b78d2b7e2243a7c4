// What risk/ would say at the end of each planned day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PROJECTION_HPP
#define PLIMSOLL_PLANNER_PROJECTION_HPP

#include "planner/background.hpp"
#include "planner/schedule.hpp"

namespace plimsoll::planner {

/// Fills in the projected ratios and the total hazard ratio of each day of @p schedule, as if it
/// were followed exactly.
void project(Schedule& schedule, const Background& background);

} // namespace plimsoll::planner

#endif
