// Rule: no run longer than 1.10 x the longest of the 30 days before it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULES_SESSION_CAP_HPP
#define PLIMSOLL_PLANNER_RULES_SESSION_CAP_HPP

#include "planner/rule.hpp"

namespace plimsoll::planner {

/// A maximum on the right is not linear, so the model holds each run against one run of its 30 days
/// (references.hpp), which is chosen again from the solution until it is the longest there. The
/// check takes the rule as it stands. Walk-run sessions are bounded by their ladder instead.
/// @source    Frandsen et al. (2025), doi:10.1136/bjsports-2024-109380
/// @evidence  cohort
class SessionCap final : public Rule {
public:
    static constexpr const char* id = "session_cap";

    explicit SessionCap(double factor) : factor_(factor) {}

    RuleInfo info() const override;
    void constrain(HorizonModel& model) const override;
    void check(const CheckContext& context, std::vector<Violation>& out) const override;

private:
    double factor_;
};

} // namespace plimsoll::planner

#endif
