// Rule: 50, 70, 80, 90 % of the usual weekly distance in the first weeks back.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_LAYOFF_LADDER_HPP
#define PLIMSOLL_PLANNER_RULES_LAYOFF_LADDER_HPP

#include "planner/rule.hpp"

#include <array>

namespace plimsoll::planner {

/// After two weeks off or more, week k back holds at most its share of the usual weekly
/// distance, k = 1 to 5 (the fifth: all of it): the seven days of the return with what was run of
/// them already, and each week of the plan that begins in them. Where more than that was run before
/// the plan, nothing is added.
/// @source    Caterisano et al. (2019), doi:10.1519/SSC.0000000000000477, a secondary source
/// @evidence  expert
class LayoffLadder final : public Rule {
public:
    static constexpr const char* id = "layoff_ladder";

    /// @param after_injury  the weeks count from the first run after it, however short it was.
    explicit LayoffLadder(const PlanPolicy& policy, bool after_injury = false)
        : shares_(policy.layoff_ladder),
          after_injury_(after_injury) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    double share_in(int week_back) const; ///< from 1

    std::array<double, risk::ladder_weeks> shares_;
    bool after_injury_;
};

} // namespace plimsoll::planner

#endif
