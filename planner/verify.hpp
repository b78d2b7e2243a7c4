// The independent verifier: every rule again, from the finished schedule.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_VERIFY_HPP
#define PLIMSOLL_PLANNER_VERIFY_HPP

#include "planner/rule.hpp"

#include <vector>

namespace plimsoll::planner {

/// Every hard rule that @p schedule breaks, as risk/ sees it; empty for a plan that keeps them all.
std::vector<Violation> violations_of(const Schedule& schedule, const Background& background,
                                     const PlanPolicy& policy, const Rules& rules);

/// @throws DisagreementError  the model called a schedule lawful that breaks a rule.
void verify(const Schedule& schedule, const Background& background, const PlanPolicy& policy,
            const Rules& rules);

} // namespace plimsoll::planner

#endif
