// Rule: behind the walk-run ladder a week holds at most 1.30 x the week before it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_GROWTH_AFTER_WALK_RUN_HPP
#define PLIMSOLL_PLANNER_RULES_GROWTH_AFTER_WALK_RUN_HPP

#include "planner/rule.hpp"

namespace plimsoll::planner {

/// Up to the fifth week back a building week behind walk-run weeks holds at most the factor times
/// the building week before it, walk-run weeks counted: the layoff ladder alone is a share of the
/// usual distance and leaves room for a leap from the ladder's few kilometres. From the sixth week
/// on the growth is that of WeeklyGrowth.
/// @source    policy. The number is the upper class of Nielsen et al. (2014), J Orthop Sports Phys
///            Ther 44:739: weekly distance that grew by more than 30 % over two weeks against less
///            than 10 %, distance-related injuries HR 1.59 (0.96 to 2.66), p = 0.07; none with all
///            injuries. 874 novices. Not significant, and no sign that the step itself binds.
/// @evidence  policy
class GrowthAfterWalkRun final : public Rule {
public:
    static constexpr const char* id = "growth_after_walk_run";
    static constexpr double usual_factor = 1.30; ///< Nielsen 2014, upper class; evidence.md 2

    explicit GrowthAfterWalkRun(double factor) : factor_(factor) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    double factor_;
};

} // namespace plimsoll::planner

#endif
