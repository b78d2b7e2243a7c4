// Whether the athlete's days and the events leave a plan the days it needs.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_OPEN_DAYS_HPP
#define PLIMSOLL_PLANNER_OPEN_DAYS_HPP

#include "planner/background.hpp"
#include "planner/frame.hpp"

namespace plimsoll::planner {

/// @throws InputError  a week of a plan has no day to run on, or the events leave none on 7 days in
///                     a row up to its end: that is a new time off.
void require_open_days(const Background& background, const FrameWeek& week);

} // namespace plimsoll::planner

#endif
