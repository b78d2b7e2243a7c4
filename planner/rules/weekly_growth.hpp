// Rule: a week holds at most 1.10 x the building week before it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_WEEKLY_GROWTH_HPP
#define PLIMSOLL_PLANNER_RULES_WEEKLY_GROWTH_HPP

#include "planner/rule.hpp"

namespace plimsoll::planner {

/// From the sixth week back on (from the first without time off) a building week holds at most the
/// factor times the building week before it; where the plan has none, times the usual weekly
/// distance. A walk-run week is bounded by its ladder and counts as a building week; a week in
/// which the log alone holds the ratio above its cap does not. Keeps volume beyond the usual in
/// steps. No trial shows that it protects: 10 % a week did not in 532 novices.
/// @source    convention; Buist et al. (2008), Am J Sports Med 36:33, doi:10.1177/0363546507307505
/// @evidence  convention
class WeeklyGrowth final : public Rule {
public:
    static constexpr const char* id = "weekly_growth";

    /// @param walks_first  whether the plan starts with walk-run; @param has_ratio_cap  whether
    /// weeks may be held back by the ratio: the statement then says what becomes of such weeks.
    explicit WeeklyGrowth(double factor, bool walks_first = false, bool has_ratio_cap = false)
        : factor_(factor),
          walks_first_(walks_first),
          has_ratio_cap_(has_ratio_cap) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    double factor_;
    bool walks_first_;
    bool has_ratio_cap_;
};

} // namespace plimsoll::planner

#endif
