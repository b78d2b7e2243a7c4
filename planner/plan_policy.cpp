// Defaults, and what the athlete's file puts over them.
// SPDX-License-Identifier: Apache-2.0
#include "planner/plan_policy.hpp"

#include "model/error.hpp"
#include "planner/rules/growth_after_walk_run.hpp"
#include "risk/spike.hpp"
#include "risk/sprint_exposure.hpp"

#include <algorithm>
#include <cstddef>

namespace plimsoll::planner {
namespace {

constexpr double default_weekly_growth = 1.10;     // convention; Buist 2008 found no protection
constexpr double default_recovery_fraction = 0.70; // policy: no source gives a depth
constexpr int recovery_every_weeks = 4;            // policy: design 8
constexpr int recovery_every_weeks_older = 3;      // policy: design 8
constexpr double team_ratio_cap = 1.30;            // convention (Gabbett 2016); design 8
constexpr int older_from = 45;                     // years; policy: design 8
constexpr int days_a_rung = 2;                     // "2-3 days"; newptwellness.com
constexpr std::array usual_match_share{1.0 / 3.0, 2.0 / 3.0}; // policy: design 8

} // namespace

PlanPolicy PlanPolicy::usual(const Athlete* athlete, Date start) {
    PlanPolicy policy{risk::session_cap,    default_weekly_growth,
                      recovery_every_weeks, default_recovery_fraction,
                      std::nullopt,         GrowthAfterWalkRun::usual_factor,
                      days_a_rung,          {},
                      risk::most_change_m,  risk::most_target,
                      usual_match_share};
    for (std::size_t week = 0; week < policy.layoff_ladder.size(); ++week) {
        policy.layoff_ladder.at(week) = risk::ladder_share(static_cast<int>(week) + 1);
    }
    if (athlete == nullptr) {
        return policy;
    }
    if (athlete->birth_date && age_in_years(*athlete->birth_date, start) >= older_from) {
        policy.recovery_every = recovery_every_weeks_older;
    }
    if (athlete->plays && is_team(*athlete->plays)) {
        policy.ratio_cap = team_ratio_cap;
    }
    return policy;
}

PlanPolicy PlanPolicy::of(const Athlete* athlete, Date start) {
    PlanPolicy policy = usual(athlete, start);
    if (athlete == nullptr) {
        return policy;
    }
    const Policy& own = athlete->policy;
    policy.session_cap = own.session_cap.value_or(policy.session_cap);
    policy.weekly_growth = own.weekly_growth.value_or(policy.weekly_growth);
    policy.recovery_every = own.recovery_every.value_or(policy.recovery_every);
    policy.recovery_fraction = own.recovery_fraction.value_or(policy.recovery_fraction);
    policy.growth_after_walk_run = own.growth_after_walk_run.value_or(policy.growth_after_walk_run);
    policy.walk_run_days = own.walk_run_days.value_or(policy.walk_run_days);
    if (own.layoff_ladder.size() == policy.layoff_ladder.size()) {
        std::copy(own.layoff_ladder.begin(), own.layoff_ladder.end(), policy.layoff_ladder.begin());
    }
    policy.sprint_growth_m = own.sprint_growth_m.value_or(policy.sprint_growth_m);
    policy.sprint_exposures = own.sprint_exposures.value_or(policy.sprint_exposures);
    if (own.match_share.size() == policy.match_share.size()) {
        std::copy(own.match_share.begin(), own.match_share.end(), policy.match_share.begin());
    }
    if (own.ratio_cap) {
        policy.ratio_cap = own.ratio_cap;
    }
    return policy;
}

double PlanPolicy::ladder_share(int week_back) const {
    require(week_back >= 1, "PlanPolicy::ladder_share: weeks count from 1");
    const auto index = static_cast<std::size_t>(week_back) - 1;
    return index < layoff_ladder.size() ? layoff_ladder.at(index) : 1.0;
}

} // namespace plimsoll::planner
