// What plimsoll.plan/1 says of the plan that it goes on from.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_JSON_CONTINUED_HPP
#define PLIMSOLL_REPORTS_JSON_CONTINUED_HPP

#include "planner/replan.hpp"
#include "reports/json_head.hpp"

namespace plimsoll::reports {

Json json_of_dose(const planner::RunDose& dose);
/// The sessions of a day in short.
Json json_of_sessions(const planner::PlannedDay& day);

/// The value of the key "continued".
Json json_of_continued(const planner::Replan& continued);

} // namespace plimsoll::reports

#endif
