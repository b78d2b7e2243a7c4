// The rules of a plan for a weekly distance.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rule.hpp"
#include "planner/rules/available_days.hpp"
#include "planner/rules/growth_after_walk_run.hpp"
#include "planner/rules/layoff_ladder.hpp"
#include "planner/rules/long_run_share.hpp"
#include "planner/rules/ratio_ceiling.hpp"
#include "planner/rules/recovery_week.hpp"
#include "planner/rules/session_cap.hpp"
#include "planner/rules/walk_run_rule.hpp"
#include "planner/rules/weekly_growth.hpp"

namespace plimsoll::planner {

Rules base_rules(const Background& background, const PlanPolicy& policy) {
    Rules rules;
    rules.push_back(std::make_unique<WalkRunRule>(background.restart.has_value()));
    rules.push_back(std::make_unique<LayoffLadder>(background.restart.has_value()));
    rules.push_back(
        std::make_unique<RecoveryWeek>(policy.recovery_every, policy.recovery_fraction));
    rules.push_back(std::make_unique<SessionCap>(policy.session_cap));
    rules.push_back(std::make_unique<LongRunShare>(background.long_ratio));
    rules.push_back(std::make_unique<GrowthAfterWalkRun>());
    rules.push_back(std::make_unique<WeeklyGrowth>(policy.weekly_growth,
                                                   starts_with_walk_run(background, policy),
                                                   policy.ratio_cap.has_value()));
    if (policy.ratio_cap) {
        rules.push_back(std::make_unique<RatioCeiling>(*policy.ratio_cap));
    }
    rules.push_back(std::make_unique<AvailableDays>(background));
    return rules;
}

} // namespace plimsoll::planner
