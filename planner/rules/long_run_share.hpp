// Rule: the long run stays in its usual proportion to the other runs of its week.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_LONG_RUN_SHARE_HPP
#define PLIMSOLL_PLANNER_RULES_LONG_RUN_SHARE_HPP

#include "planner/rule.hpp"

namespace plimsoll::planner {

/// In a week of two runs or more the longest is at most so many times the mean of the others, up to
/// the 100 m that distances are rounded to. Else a plan could put the distance of a week into one
/// run, now, so that later long runs may be 1.10 times it. Walk-run weeks have their ladder.
/// @source    policy; the ratio is the runner's own, of 12 weeks before the break
/// @evidence  policy
class LongRunShare final : public Rule {
public:
    static constexpr const char* id = "long_run_share";

    explicit LongRunShare(double ratio) : ratio_(ratio) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    double ratio_;
};

} // namespace plimsoll::planner

#endif
