// Schedules.
// SPDX-License-Identifier: Apache-2.0
#include "planner/schedule.hpp"

#include "model/units.hpp"

#include <algorithm>
#include <utility>

namespace plimsoll::planner {

double Schedule::week_distance_m(const PlannedWeek& week) const {
    double sum = 0.0;
    for (const PlannedDay& day : days) {
        sum += day.date >= week.from && day.date <= week.to() ? day.session.distance_m : 0.0;
    }
    return sum;
}

double Schedule::longest_m(const PlannedWeek& week) const {
    double longest = 0.0;
    for (const PlannedDay& day : days) {
        if (day.date >= week.from && day.date <= week.to()) {
            longest = std::max(longest, day.session.distance_m);
        }
    }
    return longest;
}

std::vector<Session> with_history(const Schedule& schedule, std::vector<Session> history,
                                  const std::string& athlete) {
    for (const PlannedDay& day : schedule.days) {
        if (day.session.distance_m <= 0.0) {
            continue;
        }
        Session session;
        session.athlete = athlete;
        session.start = {day.date, std::nullopt};
        session.sport = Sport::run;
        session.distance_m = day.session.distance_m;
        if (day.session.duration_min) {
            session.duration_s = *day.session.duration_min * units::seconds_per_minute;
        }
        history.push_back(std::move(session));
    }
    return history;
}

} // namespace plimsoll::planner
