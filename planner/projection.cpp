// Projection.
// SPDX-License-Identifier: Apache-2.0
#include "planner/projection.hpp"

#include "risk/acwr.hpp"
#include "risk/daily_load.hpp"
#include "risk/factor.hpp"

#include <vector>

namespace plimsoll::planner {

void project(Schedule& schedule, const Background& background) {
    if (schedule.days.empty()) {
        return;
    }
    const std::vector<Session> sessions =
        with_history(schedule, {background.sessions.begin(), background.sessions.end()},
                     background.sessions.front().athlete);
    const auto load = risk::daily_load(sessions, risk::Measure::distance, SportFilter::run,
                                       schedule.days.back().date);
    if (!load) {
        return;
    }
    const DailySeries& series = load->series;
    const auto ewma = risk::ewma_ratios(series.loads(), risk::EwmaSeed::first_load);
    risk::FactorContext context;
    context.athlete = background.athlete;
    context.injuries = background.injuries;
    context.injuries_known = background.injuries_known;
    context.sessions = sessions;
    const std::optional<double> transport =
        background.athlete == nullptr ? std::nullopt : background.athlete->policy.transport;
    for (PlannedDay& day : schedule.days) {
        const std::size_t index = series.index_of(day.date);
        context.day = day.date;
        day.projected.coupled = risk::coupled_ratio(series.loads(), index).value;
        day.projected.uncoupled = risk::uncoupled_ratio(series.loads(), index).value;
        day.projected.ewma = ewma[index].ratio.value;
        day.projected.hazard_ratio =
            risk::total_of(risk::factors_of(context), transport).hazard_ratio;
    }
}

} // namespace plimsoll::planner
