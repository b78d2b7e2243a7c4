// The race or match on its day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_GOAL_DAY_HPP
#define PLIMSOLL_PLANNER_RULES_GOAL_DAY_HPP

#include "planner/rule.hpp"

#include <optional>

namespace plimsoll::planner {

/// The race or match stands on its day with its whole distance and is the last run of the plan; the
/// frame sees to that. It obeys the session cap and the ceilings of its week like any other run. No
/// other run of its week is longer than the mean of the building week before, to the next 100 m:
/// else a long run days before the race would lift the cap.
/// @evidence  policy
class GoalDay final : public Rule {
public:
    static constexpr const char* id = "goal_day";

    /// @param event  none: the plan leads to a weekly distance.
    explicit GoalDay(const std::optional<EventDay>& event) : event_(event) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    void check_eve(const CheckContext& context, Date week_from, std::vector<Violation>& out) const;
    std::optional<double> mean_before_m(const CheckContext& context) const;

    std::optional<EventDay> event_;
};

} // namespace plimsoll::planner

#endif
