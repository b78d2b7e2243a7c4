// The layoff ladder.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/layoff_ladder.hpp"

#include "model/units.hpp"
#include "model/words.hpp"
#include "risk/layoff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace plimsoll::planner {

RuleInfo LayoffLadder::info() const {
    std::vector<std::string> percents;
    for (const double share : shares_) {
        percents.push_back(fmt::format("{:.0f}", 100.0 * share));
    }
    return {id,
            say("{}, the first weeks back hold at most {} and 100 % of the usual weekly "
                "distance, what was run of them already included, and so do the weeks of "
                "the plan that begin in them.",
                after_injury_ ? say("After an injury") : say("After two weeks off or more"),
                fmt::join(percents, ", ")),
            fmt::format("{} %", fmt::join(percents, "/")),
            true,
            "Caterisano et al. 2019, doi:10.1519/SSC.0000000000000477 (secondary source)",
            "expert",
            "layoff_ladder"};
}

double LayoffLadder::share_in(int week_back) const {
    return week_back > risk::ladder_weeks ? 1.0
                                          : shares_.at(static_cast<std::size_t>(week_back) - 1);
}

void LayoffLadder::constrain(HorizonModel& model) const {
    const std::optional<Date> first_back = model.frame().first_back;
    if (!first_back) {
        return;
    }
    const double usual_km = model.background().usual_weekly_m / units::metres_per_kilometre;
    for (int week = 1; week <= risk::ladder_weeks + 1; ++week) {
        const Date from = *first_back + days_a_week * (week - 1);
        const Date to = from + (days_a_week - 1);
        const Expression planned = model.planned_km(from, to);
        if (!planned.terms().empty()) {
            const double run_km = model.days_km(from, to).constant() - planned.constant();
            const double left_km = share_in(week) * usual_km - run_km;
            model.at_most(id, std::max(from, model.background().start()), planned,
                          Expression(std::max(0.0, left_km)));
        }
    }
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        if (week.week_back <= risk::ladder_weeks + 1) {
            model.at_most(id, week.from, model.week_km(w),
                          Expression(share_in(week.week_back) * usual_km));
        }
    }
}

void LayoffLadder::check(const CheckContext& context, std::vector<Violation>& out) const {
    const std::optional<Date> first_back = context.first_back();
    if (!first_back) {
        return;
    }
    const Date start = context.schedule().days.front().date;
    for (std::size_t k = 0; k <= shares_.size(); ++k) {
        const double ceiling_m =
            (k < shares_.size() ? shares_.at(k) : 1.0) * context.usual_weekly_m();
        const Date from = *first_back + 7 * static_cast<int>(k);
        const double before_m = context.run_m(from, std::min(from + 6, start - 1));
        const double planned_m = context.run_m(std::max(from, start), from + 6);
        const double left_m = std::max(0.0, ceiling_m - before_m);
        if (from + 6 >= start && planned_m > left_m + check_tolerance_m) {
            out.push_back({id, std::max(from, start), planned_m - left_m});
        }
        for (const PlannedWeek& week : context.schedule().weeks) {
            const double run_m = context.run_m(week.from, week.to());
            if (week.from >= from && week.from <= from + 6 &&
                run_m > ceiling_m + check_tolerance_m) {
                out.push_back({id, week.from, run_m - ceiling_m});
            }
        }
    }
}

} // namespace plimsoll::planner
