// Rule: after 30 days without a run, the way back starts on the walk-run ladder.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_WALK_RUN_RULE_HPP
#define PLIMSOLL_PLANNER_RULES_WALK_RUN_RULE_HPP

#include "planner/rule.hpp"

namespace plimsoll::planner {

/// Without a run in 30 days there is no longest run to measure the next by; each rung of the ladder
/// comes on two days (or more, by the policy), never on consecutive ones, in order. The frame keeps
/// the rule; the check looks at the finished sessions.
/// @source    newptwellness.com/post/returntorun; Green et al. (2022),
/// doi:10.1186/s40798-021-00364-0
/// @evidence  expert
class WalkRunRule final : public Rule {
public:
    static constexpr const char* id = "walk_run_ladder";

    /// @param after_injury  the ladder is climbed whatever was run in the 30 days before.
    explicit WalkRunRule(int days_a_rung, bool after_injury = false)
        : days_a_rung_(days_a_rung),
          after_injury_(after_injury) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    int days_a_rung_;
    bool after_injury_;
};

} // namespace plimsoll::planner

#endif
