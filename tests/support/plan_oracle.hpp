// What a plan must keep, judged by arithmetic of the tests alone.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_PLAN_ORACLE_HPP
#define PLIMSOLL_TESTS_SUPPORT_PLAN_ORACLE_HPP

#include "tests/support/plans.hpp"

#include <string>

namespace plimsoll::test {

/// Where the plan breaks the session cap or the layoff ladder; empty when nowhere. The other rules
/// are not judged here. For the default policy, without events, and a usual
/// distance of @p usual_m. Uses nothing of the planner but the schedule.
std::string broken_in(const Runner& runner, Date as_of, const planner::PlanResult& plan,
                      double usual_m);

} // namespace plimsoll::test

#endif
