// Growth from week to week.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/weekly_growth.hpp"

#include "model/units.hpp"
#include "model/words.hpp"
#include "risk/layoff.hpp"

#include <fmt/format.h>

namespace plimsoll::planner {
namespace {

bool grows(int week_back) {
    return week_back == 0 || week_back > risk::ladder_weeks + 1;
}

} // namespace

RuleInfo WeeklyGrowth::info() const {
    std::string statement =
        say("From the sixth week back, and without time off from the first, a building "
            "week holds at most {:.2f} x the one before it (the first: x the usual).",
            factor_);
    if (walks_first_) {
        statement +=
            say(" A walk-run week is bounded by its ladder instead, and counts as the week "
                "before.");
    }
    if (has_ratio_cap_) {
        statement += say(" A week that starts under a ratio above its cap never counts as the week "
                         "before.");
    }
    return {id,
            statement,
            fmt::format("{:.2f}", factor_),
            true,
            "convention; no protection found in a trial: Buist et al. 2008, "
            "doi:10.1177/0363546507307505",
            "convention",
            "weekly_growth"};
}

void WeeklyGrowth::constrain(HorizonModel& model) const {
    const double usual_km = model.background().usual_weekly_m / units::metres_per_kilometre;
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        if (week.recovery || week.walk_run() || !grows(week.week_back)) {
            continue;
        }
        const Expression before =
            week.reference ? model.week_km(*week.reference) : Expression(usual_km);
        model.at_most(id, week.from, model.week_km(w), factor_ * before);
    }
}

void WeeklyGrowth::check(const CheckContext& context, std::vector<Violation>& out) const {
    double before_m = context.usual_weekly_m();
    for (const PlannedWeek& week : context.schedule().weeks) {
        if (context.recovers(week)) {
            continue;
        }
        const bool held = context.is_held(week);
        const double run_m = context.run_m(week.from, week.to());
        const int week_back = context.week_back(week);
        const bool beyond_the_ladder = week_back == 0 || week_back > 5;
        if (beyond_the_ladder && !context.has_walk_run(week) &&
            run_m > factor_ * before_m + check_tolerance_m) {
            out.push_back({id, week.from, run_m - factor_ * before_m});
        }
        before_m = held ? before_m : run_m;
    }
}

} // namespace plimsoll::planner
