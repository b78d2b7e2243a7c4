// Rule: runs stand only on days that can be trained on.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_AVAILABLE_DAYS_HPP
#define PLIMSOLL_PLANNER_RULES_AVAILABLE_DAYS_HPP

#include "planner/rule.hpp"

namespace plimsoll::planner {

/// The days of the athlete's file, every day where it names none, without those of the events
/// illness, holiday and unavailable. The frame keeps the rule.
/// @source  the athlete  @evidence  policy
class AvailableDays final : public Rule {
public:
    static constexpr const char* id = "available_days";

    explicit AvailableDays(const Background& background) : background_(background) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    const Background& background_;
};

} // namespace plimsoll::planner

#endif
