// Speed in a finished plan: never on days in a row, never where distance grows most.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_verify.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::planner {
namespace {

constexpr double most_growth = 1.15; // as the pages say

bool holds(const PlannedDay& day, std::span<const SessionKind> kinds) {
    const auto is_one = [&](SessionKind kind) {
        return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
    };
    return is_one(day.session.kind) ||
           std::any_of(day.others.begin(), day.others.end(),
                       [&](const PlannedSession& session) { return is_one(session.kind); });
}

constexpr std::array speed{SessionKind::strides, SessionKind::sprint,
                           SessionKind::change_of_direction};
constexpr std::array speed_and_team{SessionKind::strides, SessionKind::sprint,
                                    SessionKind::change_of_direction, SessionKind::team_training};

// Run in the seven days from a day on, planned and in the log.
double run_from(const Schedule& schedule, std::span<const Session> runs, Date from) {
    double metres = 0.0;
    for (const PlannedDay& day : schedule.days) {
        metres += day.date >= from && day.date - from < 7 ? day.session.distance_m : 0.0;
    }
    for (const Session& run : runs) {
        if (is_run(run.sport) && run.start.day >= from && run.start.day - from < 7) {
            metres += run.distance_m.value_or(0.0);
        }
    }
    return metres;
}

} // namespace

std::vector<Violation> speed_violations(const Schedule& schedule, std::span<const Session> runs) {
    std::vector<Violation> out;
    const PlannedDay* last = nullptr;
    for (const PlannedDay& day : schedule.days) {
        if (!holds(day, speed_and_team)) {
            continue;
        }
        if (last != nullptr && day.date - last->date < 2) {
            out.push_back({rule_of_speed_days, day.date, 0.0});
        }
        last = &day;
    }
    for (const PlannedWeek& week : schedule.weeks) {
        double most = 0.0;
        for (const int back : {7, 14, 21}) {
            most = std::max(most, run_from(schedule, runs, week.from - back));
        }
        const bool grows = run_from(schedule, runs, week.from) > most_growth * most;
        for (const PlannedDay& day : schedule.days) {
            if (grows && day.date >= week.from && day.date <= week.to() && holds(day, speed)) {
                out.push_back({rule_of_speed_weeks, day.date, 0.0});
            }
        }
    }
    return out;
}

} // namespace plimsoll::planner
