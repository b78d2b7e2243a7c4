// Risks of the goal's day.
// SPDX-License-Identifier: Apache-2.0
#include "planner/goal_risk.hpp"

#include "risk/factor.hpp"
#include "risk/spike.hpp"

#include <algorithm>

namespace plimsoll::planner {
namespace {

constexpr const char* rate_of_runs = "L0"; // whose factors have the session spike

bool any_open(std::span<const Injury> injuries, Date day) {
    return std::any_of(injuries.begin(), injuries.end(),
                       [&](const Injury& injury) { return is_open(injury, day); });
}

} // namespace

std::optional<risk::AbsoluteRisk> risk_of_run(const Background& background,
                                              const std::vector<Session>& sessions,
                                              std::span<const Injury> injuries, Date day) {
    risk::FactorContext context;
    context.athlete = background.athlete;
    context.injuries = injuries;
    context.injuries_known = background.injuries_known;
    context.runner = background.is_runner();
    context.sessions = sessions;
    context.day = day;
    const std::optional<double> transport =
        background.athlete == nullptr ? std::nullopt : background.athlete->policy.transport;
    const bool calf_open = std::any_of(injuries.begin(), injuries.end(), [&](const Injury& injury) {
        return is_calf(injury) && is_open(injury, day);
    });
    const std::vector<risk::AbsoluteRisk> risks =
        risk::absolute_risks(risk::factors_of(context), context.population(), calf_open, transport);
    const auto found = std::find_if(risks.begin(), risks.end(),
                                    [](const auto& risk) { return risk.id == rate_of_runs; });
    return found == risks.end() ? std::nullopt : std::optional(*found);
}

GoalRisk goal_risk(const Schedule& schedule, const Background& background, double distance_m,
                   Date goal_day) {
    const std::vector<Session> history(background.sessions.begin(), background.sessions.end());
    const std::string& athlete = history.front().athlete;
    GoalRisk risk;
    const Date today = schedule.days.front().date;
    const bool comparable =
        risk::longest_run_before(background.measuring_sessions(), today).has_value();
    if (comparable && !any_open(background.injuries, today)) {
        Schedule at_once;
        PlannedDay day;
        day.date = today;
        day.session.distance_m = distance_m;
        at_once.days.push_back(day);
        risk.at_once = risk_of_run(background, with_history(at_once, history, athlete),
                                   background.injuries, today);
    }
    std::vector<Injury> injuries(background.injuries.begin(), background.injuries.end());
    for (Injury& injury : injuries) {
        if (is_open(injury, goal_day)) {
            injury.returned = goal_day;
        }
    }
    risk.on_goal_day =
        risk_of_run(background, with_history(schedule, history, athlete), injuries, goal_day);
    return risk;
}

} // namespace plimsoll::planner
