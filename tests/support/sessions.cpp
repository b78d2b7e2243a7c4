// Days and sessions for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

namespace plimsoll::test {

Date day(const std::string& text) {
    const std::optional<Date> parsed = parse_date(text);
    REQUIRE(parsed.has_value());
    return *parsed;
}

Session run_on(Date day, double km, std::optional<double> minutes) {
    Session session;
    session.athlete = "athlete";
    session.start = {day, std::nullopt};
    session.sport = Sport::run;
    session.distance_m = 1000.0 * km;
    if (minutes) {
        session.duration_s = 60.0 * *minutes;
    }
    return session;
}

Session rated_on(Date day, double rpe, double minutes) {
    Session session;
    session.athlete = "athlete";
    session.start = {day, std::nullopt};
    session.rpe = rpe;
    session.duration_s = 60.0 * minutes;
    return session;
}

std::vector<Session> weekly_runs(Date first, Date last,
                                 const std::vector<std::pair<Weekday, double>>& weekdays) {
    std::vector<Session> sessions;
    for (Date at = first; at <= last; at = at + 1) {
        for (const auto& [weekday, km] : weekdays) {
            if (at.weekday() == weekday) {
                sessions.push_back(run_on(at, km, 6.0 * km));
            }
        }
    }
    return sessions;
}

} // namespace plimsoll::test
