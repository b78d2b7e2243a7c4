// Rule: a week holds at most 1.10 x the building week before it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_WEEKLY_GROWTH_HPP
#define PLIMSOLL_PLANNER_RULES_WEEKLY_GROWTH_HPP

#include "planner/rule.hpp"

namespace plimsoll::planner {

/// From the sixth week back on (from the first without time off) a building week holds at most the
/// factor times the building week before it; where the plan has none, times the usual weekly
/// distance. Keeps volume beyond the usual in steps. No trial shows that it protects: 10 % a week
/// did not in 532 novices.
/// @source    convention; Buist et al. (2008), Am J Sports Med 36:33, doi:10.1177/0363546507307505
/// @evidence  convention
class WeeklyGrowth final : public Rule {
public:
    static constexpr const char* id = "weekly_growth";

    explicit WeeklyGrowth(double factor) : factor_(factor) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    double factor_;
};

} // namespace plimsoll::planner

#endif
