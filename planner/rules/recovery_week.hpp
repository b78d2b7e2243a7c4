// Rule: every few weeks one of less.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_RECOVERY_WEEK_HPP
#define PLIMSOLL_PLANNER_RULES_RECOVERY_WEEK_HPP

#include "planner/rule.hpp"

namespace plimsoll::planner {

/// Every n-th week holds at most a fraction of the building week before it (where the plan has
/// none: of the last 7 days that were run). Weeks count from the return from time off, else from
/// the start of the plan; weeks of the walk-run ladder do not recover.
/// @source    policy (design: every 4th week, every 3rd from age 45); the fraction has no source
/// @evidence  policy
class RecoveryWeek final : public Rule {
public:
    static constexpr const char* id = "recovery_week";

    RecoveryWeek(int every, double fraction) : every_(every), fraction_(fraction) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    int every_;
    double fraction_;
};

} // namespace plimsoll::planner

#endif
