// Growth behind the walk-run ladder.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/growth_after_walk_run.hpp"

#include "model/words.hpp"
#include "risk/layoff.hpp"

#include <fmt/format.h>

namespace plimsoll::planner {
namespace {

// Of the check alone, which takes no number from the model: it comes to judge what that made.
constexpr int last_checked_week_back = 5; // the fifth week back; policy

} // namespace

RuleInfo GrowthAfterWalkRun::info() const {
    return {
        id,
        say("Up to the fifth week back a building week behind the walk-run weeks holds "
            "at most {:.2f} x the one before it, walk-run weeks counted. That it "
            "binds is a choice of ours.",
            factor_),
        fmt::format("{:.2f}", factor_),
        true,
        say("policy; 1.30 is the upper class of Nielsen et al. 2014, J Orthop Sports Phys Ther "
            "44:739: growth above 30 % against below 10 % over two weeks, HR 1.59 (0.96-2.66), not "
            "significant"),
        "policy",
        "growth_after_walk_run"};
}

void GrowthAfterWalkRun::constrain(HorizonModel& model) const {
    bool walked = false;
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        if (week.walk_run()) {
            walked = true;
        } else if (walked && week.reference && !week.recovery &&
                   week.week_back <= risk::ladder_weeks + 1) {
            model.at_most(id, week.from, model.week_km(w),
                          factor_ * model.week_km(*week.reference));
        }
    }
}

void GrowthAfterWalkRun::check(const CheckContext& context, std::vector<Violation>& out) const {
    std::optional<double> before_m; // nothing before the first walk-run week
    for (const PlannedWeek& week : context.schedule().weeks) {
        const double run_m = context.run_m(week.from, week.to());
        if (context.has_walk_run(week)) {
            before_m = run_m;
            continue;
        }
        if (!before_m || context.recovers(week)) {
            continue;
        }
        const double most_m = factor_ * *before_m;
        if (context.week_back(week) <= last_checked_week_back &&
            run_m > most_m + check_tolerance_m) {
            out.push_back({id, week.from, run_m - most_m});
        }
        before_m = context.is_held(week) ? *before_m : run_m;
    }
}

} // namespace plimsoll::planner
