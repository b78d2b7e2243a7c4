// Projection.
// SPDX-License-Identifier: Apache-2.0
#include "planner/projection.hpp"

#include "risk/acwr.hpp"
#include "risk/baseline.hpp"
#include "risk/daily_load.hpp"
#include "risk/factor.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace plimsoll::planner {

void project(Schedule& schedule, const Background& background, std::optional<Date> first_back) {
    if (schedule.days.empty()) {
        return;
    }
    const std::vector<Session> sessions =
        with_history(schedule, {background.sessions.begin(), background.sessions.end()},
                     background.sessions.front().athlete);
    const auto load = risk::daily_load(sessions, risk::Measure::distance, SportFilter::run,
                                       schedule.days.back().date, background.unlogged);
    if (!load) {
        return;
    }
    const std::span<const double> loads = load->series.known_loads();
    const auto ewma = risk::ewma_ratios(loads, risk::EwmaSeed::first_load);
    constexpr auto warm_up = static_cast<int>(risk::chronic_days);
    const Date first_known = load->series.last_day() - (static_cast<int>(loads.size()) - 1);
    Date ratios_from = first_known + (warm_up - 1);
    if (first_back) {
        ratios_from = std::max(ratios_from, *first_back + warm_up);
    }
    risk::FactorContext context;
    context.athlete = background.athlete;
    context.injuries = background.injuries;
    context.injuries_known = background.injuries_known;
    context.runner = background.is_runner();
    context.sessions = sessions;
    const std::optional<double> transport =
        background.athlete == nullptr ? std::nullopt : background.athlete->policy.transport;
    for (PlannedDay& day : schedule.days) {
        if (day.date >= ratios_from) {
            const auto index = static_cast<std::size_t>(day.date - first_known);
            day.projected.coupled = risk::coupled_ratio(loads, index).value;
            day.projected.uncoupled = risk::uncoupled_ratio(loads, index).value;
            day.projected.ewma = ewma[index].ratio.value;
        }
        context.day = day.date;
        const std::vector<risk::Factor> factors = risk::factors_of(context);
        day.projected.hazard_ratio = risk::total_of(factors, transport).hazard_ratio;
        const bool calf_open = std::any_of(
            background.injuries.begin(), background.injuries.end(),
            [&](const Injury& injury) { return is_calf(injury) && is_open(injury, day.date); });
        const std::vector<risk::AbsoluteRisk> risks =
            risk::absolute_risks(factors, context.population(), calf_open, transport);
        if (!risks.empty()) {
            day.projected.absolute_risk = risks.front().risk;
            schedule.risk_per = risks.front().per;
            schedule.risk_baseline = risks.front().baseline;
        }
    }
}

} // namespace plimsoll::planner
