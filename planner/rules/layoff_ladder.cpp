// The layoff ladder.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/layoff_ladder.hpp"

#include "model/units.hpp"
#include "risk/layoff.hpp"

namespace plimsoll::planner {
namespace {

bool on_ladder(int week_back) {
    return week_back >= 1 && week_back <= risk::ladder_weeks + 1;
}

} // namespace

RuleInfo LayoffLadder::info() const {
    return {id,
            "After two weeks off or more, the first weeks back hold at most 50, 70, 80, 90 and "
            "100 % of the usual weekly distance.",
            "50/70/80/90 %",
            true,
            "Caterisano et al. 2019, doi:10.1519/SSC.0000000000000477 (secondary source)",
            "expert"};
}

void LayoffLadder::constrain(HorizonModel& model) const {
    const double usual_km = model.background().usual_weekly_m / units::metres_per_kilometre;
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        if (on_ladder(week.week_back)) {
            model.at_most(id, week.from, model.week_km(w),
                          Expression(risk::ladder_share(week.week_back) * usual_km));
        }
    }
}

void LayoffLadder::check(const CheckContext& context, std::vector<Violation>& out) const {
    for (const PlannedWeek& week : context.schedule().weeks) {
        const int week_back = context.week_back(week);
        if (week_back < 1 || week_back > 5) {
            continue;
        }
        const double run_m = context.run_m(week.from, week.to());
        const double ceiling_m =
            risk::ladder_share(week_back) * context.background().usual_weekly_m;
        if (run_m > ceiling_m + check_tolerance_m) {
            out.push_back({id, week.from, run_m - ceiling_m});
        }
    }
}

} // namespace plimsoll::planner
