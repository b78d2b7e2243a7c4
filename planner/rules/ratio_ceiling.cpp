// The ratio ceiling.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/ratio_ceiling.hpp"

#include "risk/acwr.hpp"
#include "risk/daily_load.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::planner {
namespace {

constexpr int acute = static_cast<int>(risk::acute_days);
constexpr int chronic = static_cast<int>(risk::chronic_days);

// The first day on which the ratio has 28 days of running behind it.
Date enforced_from(const Background& background) {
    if (!background.time_off && !background.starts_with_walk_run()) {
        return background.start();
    }
    const Date first_back = background.time_off && background.time_off->first_back
                                ? *background.time_off->first_back
                                : background.start();
    return first_back + chronic;
}

} // namespace

RuleInfo RatioCeiling::info() const {
    return {id,
            fmt::format("The coupled ratio stays at or under {:.2f}, from 28 days after the first "
                        "run back.",
                        cap_),
            fmt::format("{:.2f}", cap_),
            true,
            "convention (Gabbett 2016); in runners the evidence points the other way",
            "convention"};
}

void RatioCeiling::constrain(HorizonModel& model) const {
    const Date last = model.frame().weeks[model.weeks() - 1].to();
    const double share = cap_ * acute / chronic;
    const Date from = std::max(model.background().start(), enforced_from(model.background()));
    for (Date day = from; day <= last; day = day + 1) {
        model.at_most(id, day, model.days_km(day - (acute - 1), day),
                      share * model.days_km(day - (chronic - 1), day));
    }
}

void RatioCeiling::check(const CheckContext& context, std::vector<Violation>& out) const {
    const Date last = context.schedule().days.back().date;
    const auto load =
        risk::daily_load(context.sessions(), risk::Measure::distance, SportFilter::run, last);
    if (!load) {
        return;
    }
    const DailySeries& series = load->series;
    for (const PlannedDay& day : context.schedule().days) {
        const std::optional<Date> first_back = context.first_back();
        if (first_back && day.date - *first_back < chronic) {
            continue;
        }
        const std::size_t index = series.index_of(day.date);
        const risk::Ratio ratio = risk::coupled_ratio(series.loads(), index);
        const double mean_week_m =
            risk::window_sum(series.loads(), index, risk::chronic_days) / 4.0;
        const double over_m = ratio.value ? (*ratio.value - cap_) * mean_week_m : 0.0;
        if (over_m > check_tolerance_m) {
            out.push_back({id, day.date, over_m});
        }
    }
}

} // namespace plimsoll::planner
