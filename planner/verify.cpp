// The verifier.
// SPDX-License-Identifier: Apache-2.0
#include "planner/verify.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

namespace plimsoll::planner {

std::vector<Violation> violations_of(const Schedule& schedule, const Background& background,
                                     const PlanPolicy& policy, const Rules& rules) {
    const CheckContext context(background, policy, schedule);
    std::vector<Violation> violations;
    for (const auto& rule : rules) {
        rule->check(context, violations);
    }
    return violations;
}

void verify(const Schedule& schedule, const Background& background, const PlanPolicy& policy,
            const Rules& rules) {
    const std::vector<Violation> violations = violations_of(schedule, background, policy, rules);
    if (!violations.empty()) {
        const Violation& first = violations.front();
        throw DisagreementError(fmt::format("the plan breaks rule {} on {} by {:.0f} m", first.rule,
                                            to_string(first.date), first.by_m));
    }
}

} // namespace plimsoll::planner
