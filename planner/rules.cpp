// The rules of a plan of distances.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rule.hpp"
#include "planner/rules/available_days.hpp"
#include "planner/rules/goal_day.hpp"
#include "planner/rules/growth_after_walk_run.hpp"
#include "planner/rules/layoff_ladder.hpp"
#include "planner/rules/long_run_share.hpp"
#include "planner/rules/ratio_ceiling.hpp"
#include "planner/rules/recovery_week.hpp"
#include "planner/rules/session_cap.hpp"
#include "planner/rules/walk_run_rule.hpp"
#include "planner/rules/weekly_growth.hpp"

#include <algorithm>
#include <utility>

namespace plimsoll::planner {

Rules base_rules(const Background& background, const PlanPolicy& policy,
                 const std::optional<EventDay>& event) {
    Rules rules;
    rules.push_back(
        std::make_unique<WalkRunRule>(policy.walk_run_days, background.restart.has_value()));
    rules.push_back(std::make_unique<LayoffLadder>(policy, background.restart.has_value()));
    rules.push_back(
        std::make_unique<RecoveryWeek>(policy.recovery_every, policy.recovery_fraction));
    rules.push_back(std::make_unique<SessionCap>(policy.session_cap));
    rules.push_back(std::make_unique<LongRunShare>(background.long_limit));
    rules.push_back(std::make_unique<GrowthAfterWalkRun>(policy.growth_after_walk_run));
    rules.push_back(std::make_unique<WeeklyGrowth>(policy.weekly_growth,
                                                   starts_with_walk_run(background, policy),
                                                   policy.ratio_cap.has_value()));
    if (policy.ratio_cap) {
        rules.push_back(std::make_unique<RatioCeiling>(*policy.ratio_cap));
    }
    rules.push_back(std::make_unique<AvailableDays>(background));
    rules.push_back(std::make_unique<GoalDay>(event));
    return rules;
}

std::vector<RuleInfo> rules_in_force(const Background& background, const PlanPolicy& policy,
                                     const std::optional<EventDay>& event) {
    Background usual = background;
    usual.long_limit = background.usual_long_limit;
    const Rules usual_rules =
        base_rules(usual, PlanPolicy::usual(background.athlete, background.start()), event);
    std::vector<RuleInfo> infos;
    for (const auto& rule : base_rules(background, policy, event)) {
        RuleInfo info = rule->info();
        const auto same =
            std::find_if(usual_rules.begin(), usual_rules.end(),
                         [&](const auto& other) { return other->info().id == info.id; });
        if (same == usual_rules.end()) {
            info.usual = "off";
        } else if (RuleInfo other = (*same)->info(); other.value != info.value) {
            info.usual = std::move(other.value);
        }
        infos.push_back(std::move(info));
    }
    return infos;
}

} // namespace plimsoll::planner
