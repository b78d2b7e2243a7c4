// Rule: the coupled ratio stays under a cap, where the athlete's policy sets one.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_RATIO_CEILING_HPP
#define PLIMSOLL_PLANNER_RULES_RATIO_CEILING_HPP

#include "planner/rule.hpp"

namespace plimsoll::planner {

/// acute <= cap x chronic (coupled, 7 : 28 days) at the end of every planned day from 28 days of
/// history, and 28 days after the first run back, on: before that the ratio is warming up and would
/// make any return infeasible. Where the log or the ladder alone is above the cap, the plan adds
/// nothing to the excess: rest is always lawful. For team sport; for runners only where asked for:
/// the evidence points the other way.
/// @source    convention; Nakaoka et al. (2021), doi:10.1007/s40279-021-01483-0 for the contrary
/// @evidence  convention
class RatioCeiling final : public Rule {
public:
    static constexpr const char* id = "ratio_ceiling";

    explicit RatioCeiling(double cap) : cap_(cap) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    double cap_;
};

} // namespace plimsoll::planner

#endif
