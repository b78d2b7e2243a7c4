// Facts for the verifier.
// SPDX-License-Identifier: Apache-2.0
#include "planner/check_context.hpp"

#include "risk/daily_load.hpp"
#include "risk/layoff.hpp"
#include "risk/spike.hpp"

#include <algorithm>

namespace plimsoll::planner {
namespace {

std::optional<Date> return_from_time_off(std::span<const Session> history, Date as_of) {
    const auto load = risk::daily_load(history, risk::Measure::distance, SportFilter::run, as_of);
    if (load) {
        if (const auto latest = risk::recent_break(load->series)) {
            return latest->first_back ? latest->first_back : std::optional(as_of + 1);
        }
    }
    return risk::longest_run_before(history, as_of + 1) ? std::nullopt : std::optional(as_of + 1);
}

} // namespace

CheckContext::CheckContext(const Background& background, const PlanPolicy& policy,
                           const Schedule& schedule)
    : background_(background),
      schedule_(schedule),
      recovery_every_(policy.recovery_every),
      sessions_(with_history(schedule, {background.sessions.begin(), background.sessions.end()},
                             background.sessions.front().athlete)),
      first_back_(return_from_time_off(background.sessions, background.as_of)) {}

int CheckContext::week_back(const PlannedWeek& week) const {
    return first_back_ ? (week.from - *first_back_) / 7 + 1 : 0;
}

bool CheckContext::has_walk_run(const PlannedWeek& week) const {
    return std::any_of(schedule_.days.begin(), schedule_.days.end(), [&](const PlannedDay& day) {
        return day.date >= week.from && day.date <= week.to() &&
               day.session.kind == SessionKind::walk_run;
    });
}

bool CheckContext::recovers(const PlannedWeek& week) const {
    const int back = week_back(week);
    const int of_plan = (week.from - background_.start()) / 7 + 1;
    return (back > 0 ? back : of_plan) % recovery_every_ == 0 && !has_walk_run(week);
}

double CheckContext::run_m(Date from, Date to) const {
    double sum = 0.0;
    for (const Session& session : sessions_) {
        if (session.start.day >= from && session.start.day <= to && is_run(session.sport)) {
            sum += session.distance_m.value_or(0.0);
        }
    }
    return sum;
}

} // namespace plimsoll::planner
