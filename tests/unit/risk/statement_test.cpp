// Factors, flags and the statement as a whole.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "risk/statement.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::risk;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using test::day;
using test::run_on;

namespace {

// 8 km on Tuesdays, 14 km on Sundays: 22 km a week, until a Sunday.
std::vector<Session> steady_year() {
    return test::weekly_runs(day("2025-11-24"), day("2026-11-22"),
                             {{Weekday::tue, 8}, {Weekday::sun, 14}});
}

Athlete man_of(const char* birth_date) {
    Athlete athlete;
    athlete.birth_date = day(birth_date);
    athlete.sex = Sex::male;
    return athlete;
}

Injury calf_strain(const char* onset, const char* returned) {
    return {"calf_left", "soleus", day(onset), day(returned), std::nullopt};
}

Statement state(std::span<const Session> sessions, const Athlete* athlete = nullptr,
                const char* as_of = "2026-11-22") {
    StatementRequest request;
    request.as_of = day(as_of);
    request.athlete = athlete;
    return make_statement(sessions, request);
}

const Factor& factor(const Statement& statement, const std::string& id) {
    const auto found = std::find_if(statement.factors.begin(), statement.factors.end(),
                                    [&](const Factor& f) { return f.id == id; });
    REQUIRE(found != statement.factors.end());
    return *found;
}

bool flagged(const Statement& statement, const std::string& id) {
    return std::any_of(statement.flags.begin(), statement.flags.end(),
                       [&](const Flag& flag) { return flag.id == id; });
}

} // namespace

TEST_CASE("a steady runner has ratios of one and a ceiling of 1.10 x the long run",
          "[risk][statement]") {
    const std::vector<Session> sessions = steady_year();
    const Statement s = state(sessions);
    CHECK(s.measure == Measure::distance);
    CHECK(s.runner);
    CHECK_THAT(s.acute, WithinAbs(22000.0 / 7, 1e-9));
    CHECK_THAT(s.last_day.coupled.value.value(), WithinAbs(1.0, 1e-12));
    CHECK_THAT(s.last_day.uncoupled.value.value(), WithinAbs(1.0, 1e-12));
    CHECK_THAT(s.week_change.value(), WithinAbs(0.0, 1e-12));
    CHECK(s.longest_run->distance_m == 14000.0);
    CHECK_THAT(s.next_session_cap_m.value(), WithinAbs(15400.0, 1e-6));
    CHECK(s.flags.empty());
    CHECK(s.spread_low <= s.spread_high);
}

TEST_CASE("a run that is too long is a spike, a flag and a factor", "[risk][statement]") {
    std::vector<Session> sessions = steady_year();
    sessions.back() = run_on(day("2026-11-22"), 21, 130);
    const Statement s = state(sessions);
    REQUIRE(s.spike.has_value());
    CHECK(s.spike->level == SpikeLevel::moderate); // +50 %
    CHECK(flagged(s, "session_spike"));
    CHECK(factor(s, "F3").hazard_ratio() == 1.52);
    CHECK_THAT(s.next_session_cap_m.value(), WithinAbs(23100.0, 1e-6));
    CHECK(s.longest_without_spike->distance_m == 14000.0);
    // 0.338 % (0.258 to 0.445), T27 of the evidence base
    CHECK_THAT(100 * s.absolute.at(0).risk, WithinAbs(0.338, 5e-4));
    CHECK_THAT(100 * s.absolute.at(0).ci.high, WithinAbs(0.445, 2e-3)); // printed to 2 digits
}

TEST_CASE("a spike shows both runs", "[risk][statement]") {
    std::vector<Session> sessions = steady_year();
    sessions.back() = run_on(day("2026-11-22"), 21);
    CHECK(factor(state(sessions), "F3").working ==
          "21.000 km on 2026-11-22 / 14.000 km on 2026-10-25, the longest of the 30 days before = "
          "1.500: moderate, up to 1.10, 1.30 and 2.00");
}

TEST_CASE("without an athlete's file age and history say nothing", "[risk][factor]") {
    const Statement s = state(steady_year());
    for (const char* id : {"F1", "F2a", "F2b"}) {
        CHECK_FALSE(factor(s, id).applies);
        CHECK_FALSE(factor(s, id).hazard_ratio().has_value());
    }
    CHECK(factor(s, "F3").hazard_ratio() == 1.0);
    CHECK(s.total.hazard_ratio == 1.0);
}

TEST_CASE("age is a step at 40 for runners, for men of age only", "[risk][factor]") {
    const std::vector<Session> sessions = steady_year();
    const auto hazard = [&](Athlete athlete) {
        return factor(state(sessions, &athlete), "F1").hazard_ratio().value_or(-1);
    };
    CHECK(hazard(man_of("1986-11-22")) == 1.93); // forty today
    CHECK(hazard(man_of("1986-11-23")) == 1.0);  // forty tomorrow
    CHECK(hazard(man_of("1930-01-01")) == 1.93); // no slope
    CHECK(hazard(man_of("2010-01-01")) == -1);   // sixteen
    Athlete woman = man_of("1970-01-01");
    woman.sex = Sex::female;
    CHECK(hazard(woman) == -1);
    Athlete player = man_of("1999-01-01");
    player.plays = Sport::soccer;
    CHECK(hazard(player) == 1.93); // 26 and over in team sport
    CHECK_THAT(factor(state(sessions, &player), "F1").why, Contains("unverified"));
}

TEST_CASE("a calf strain counts by the time since the return, never twice", "[risk][factor]") {
    const std::vector<Session> sessions = steady_year();
    const auto hazards = [&](const char* returned) {
        Athlete athlete = man_of("2000-01-01");
        athlete.injuries.push_back(calf_strain("2025-01-01", returned));
        const Statement s = state(sessions, &athlete);
        return std::pair(factor(s, "F2a").hazard_ratio().value_or(-1),
                         factor(s, "F2b").hazard_ratio().value_or(-1));
    };
    CHECK(hazards("2026-11-22") == std::pair(-1.0, 13.3)); // today
    CHECK(hazards("2026-09-27") == std::pair(-1.0, 13.3)); // 56 days
    CHECK(hazards("2026-09-26") == std::pair(2.33, 1.0));  // 57 days
    CHECK(hazards("2025-11-22") == std::pair(2.33, 1.0));  // 365 days
    CHECK(hazards("2025-11-21") == std::pair(1.0, 1.0));   // more than a year
}

TEST_CASE("the 15 weeks after a calf strain are flagged, and end", "[risk][factor]") {
    const std::vector<Session> sessions = steady_year();
    Athlete athlete = man_of("2000-01-01");
    athlete.injuries.push_back(calf_strain("2026-07-01", "2026-08-10")); // 104 days before
    CHECK(flagged(state(sessions, &athlete), "calf_window"));
    athlete.injuries[0].returned = day("2026-08-09"); // 15 weeks before: they are over
    CHECK_FALSE(flagged(state(sessions, &athlete), "calf_window"));
}

TEST_CASE("an injury without a return is flagged and switches its factor off", "[risk][factor]") {
    const std::vector<Session> sessions = steady_year();
    Athlete athlete = man_of("2000-01-01");
    athlete.injuries.push_back({"calf_left", "", day("2026-11-01"), std::nullopt, std::nullopt});
    const Statement s = state(sessions, &athlete);
    CHECK(flagged(s, "open_injury"));
    CHECK_FALSE(factor(s, "F2a").applies);
    athlete.injuries[0].site = "knee_right";
    const Statement knee = state(sessions, &athlete);
    CHECK(flagged(knee, "open_injury"));
    CHECK(factor(knee, "F2a").hazard_ratio() == 1.0);
}

TEST_CASE("the policy's transport weighs what is extrapolated only", "[risk][factor]") {
    std::vector<Session> sessions = steady_year();
    sessions.back() = run_on(day("2026-11-22"), 21, 130);
    Athlete athlete = man_of("1981-03-14");
    athlete.policy.transport = 0.0;
    const Statement none = state(sessions, &athlete);
    CHECK_THAT(none.total.hazard_ratio, WithinAbs(1.52, 1e-12)); // F3 is of runners: full weight
    CHECK_THAT(none.total_full.hazard_ratio, WithinAbs(1.93 * 1.52, 1e-12));
    athlete.policy.transport.reset();
    CHECK_FALSE(state(sessions, &athlete).transport.has_value());
    CHECK_THAT(state(sessions, &athlete).total.hazard_ratio,
               WithinAbs(std::sqrt(1.93) * 1.52, 1e-12)); // the same injury: 0.5
    CHECK_THROWS_AS(total_of(none.factors, 1.5), PreconditionError);
}

TEST_CASE("the worst case is wider than independence and holds it", "[risk][factor]") {
    Athlete athlete = man_of("1981-03-14");
    athlete.injuries.push_back(calf_strain("2026-01-01", "2026-02-01"));
    const Total total = state(steady_year(), &athlete).total_full;
    CHECK(total.ci_worst_case.low < total.ci.low);
    CHECK(total.ci_worst_case.high > total.ci.high);
    CHECK_THAT(total.hazard_ratio, WithinAbs(4.497, 5e-4)); // T25
}

TEST_CASE("time off is seen while it lasts and on the way back", "[risk][statement]") {
    std::vector<Session> sessions = test::weekly_runs(day("2026-01-01"), day("2026-10-31"),
                                                      {{Weekday::tue, 8}, {Weekday::sun, 14}});
    const Statement off = state(sessions, nullptr, "2026-11-15");
    CHECK(flagged(off, "time_off"));
    sessions.push_back(run_on(day("2026-11-16"), 5));
    const Statement back = state(sessions, nullptr, "2026-11-22");
    REQUIRE(flagged(back, "time_off"));
    CHECK(back.time_off->first_back == day("2026-11-16"));
    CHECK_FALSE(flagged(state(steady_year()), "time_off"));
}

TEST_CASE("30 days without a run leave no ceiling to compute", "[risk][statement]") {
    const std::vector<Session> sessions{run_on(day("2026-05-01"), 10),
                                        run_on(day("2026-05-02"), 10)};
    const Statement s = state(sessions, nullptr, "2026-06-02");
    CHECK_FALSE(s.next_session_cap_m.has_value());
    CHECK(flagged(s, "no_run_in_30_days"));
    CHECK(s.last_day.coupled.status == RatioStatus::no_base);
}

TEST_CASE("one session is enough for a statement, and none is not", "[risk][statement]") {
    const std::vector<Session> one{run_on(day("2026-11-22"), 10)};
    const Statement s = state(one);
    REQUIRE(s.load.has_value());
    CHECK(s.last_day.coupled.status == RatioStatus::warming_up);
    CHECK_FALSE(s.monotony_sample.has_value());
    CHECK_THAT(s.next_session_cap_m.value(), WithinAbs(11000, 1e-6));
    CHECK_THROWS_AS(state({}), PreconditionError);
}

TEST_CASE("sessions after the day are left out and counted", "[risk][statement]") {
    const std::vector<Session> sessions = steady_year();
    const Statement s = state(sessions, nullptr, "2026-11-15");
    CHECK(s.sessions_after_as_of == 2);
    CHECK(s.load->series.last_day() == day("2026-11-15"));
    const Statement before = state(sessions, nullptr, "2020-01-01");
    CHECK_FALSE(before.load.has_value());
    CHECK(before.sessions_after_as_of == sessions.size());
}

TEST_CASE("an event that a stretch was not logged starts the history anew", "[risk][statement]") {
    std::vector<Session> sessions = test::weekly_runs(day("2026-01-01"), day("2026-09-30"),
                                                      {{Weekday::tue, 8}, {Weekday::sun, 14}});
    for (const Session& run : test::weekly_runs(day("2026-11-01"), day("2026-11-22"),
                                                {{Weekday::tue, 8}, {Weekday::sun, 14}})) {
        sessions.push_back(run);
    }
    StatementRequest request;
    request.as_of = day("2026-11-22");
    CHECK(make_statement(sessions, request).last_day.coupled.value.has_value());
    // One day within the gap speaks for the whole gap, which ends on 31 October.
    const std::vector<Event> events{
        {"", day("2026-10-10"), EventKind::unlogged, "", std::nullopt, ""}};
    request.events = events;
    const Statement s = make_statement(sessions, request);
    CHECK(s.last_day.coupled.status == RatioStatus::warming_up);
    CHECK(s.days.at(s.load->series.index_of(day("2026-10-31"))).coupled.status ==
          RatioStatus::no_history);
}

TEST_CASE("a player's ratio is flagged outside the convention, a runner's is not",
          "[risk][statement]") {
    std::vector<Session> team;
    for (Date at = day("2026-10-01"); at <= day("2026-11-22"); at = at + 1) {
        team.push_back(test::rated_on(at, at > day("2026-11-15") ? 9 : 2, 60));
    }
    const Statement s = state(team);
    CHECK_FALSE(s.runner);
    CHECK(s.measure == Measure::srpe);
    CHECK(flagged(s, "ratio_zone"));
    CHECK(s.absolute.empty());
}

TEST_CASE("estimated load is flagged above a fifth of the 28 days", "[risk][statement]") {
    std::vector<Session> team;
    for (Date at = day("2026-10-26"); at <= day("2026-11-22"); at = at + 1) {
        team.push_back(test::rated_on(at, 5, 60));
    }
    for (std::size_t i = 10; i < 15; ++i) {
        team[i].rpe.reset();
    }
    CHECK_FALSE(flagged(state(team), "estimated_load")); // 5 of 28
    team[15].rpe.reset();
    const Statement s = state(team); // 6 of 28
    CHECK(flagged(s, "estimated_load"));
    CHECK_THAT(s.estimated_share, WithinAbs(6.0 / 28, 1e-12));
}

TEST_CASE("an unlogged stretch is no time off", "[risk][statement]") {
    std::vector<Session> runs = test::weekly_runs(day("2026-06-01"), day("2026-10-04"),
                                                  {{Weekday::tue, 8}, {Weekday::sun, 14}});
    for (const Session& run : test::weekly_runs(day("2026-11-02"), day("2026-11-22"),
                                                {{Weekday::tue, 8}, {Weekday::sun, 14}})) {
        runs.push_back(run);
    }
    StatementRequest request;
    request.as_of = day("2026-11-22");
    CHECK(make_statement(runs, request).time_off.has_value());
    const std::vector<Event> events{
        {"", day("2026-10-10"), EventKind::unlogged, "", std::nullopt, ""}};
    request.events = events;
    CHECK_FALSE(make_statement(runs, request).time_off.has_value());
    CHECK_FALSE(flagged(make_statement(runs, request), "time_off"));
}

TEST_CASE("recorded pain above 2 of 10 holds: no next run is suggested", "[risk][statement]") {
    const std::vector<Session> runs = steady_year();
    StatementRequest request;
    request.as_of = day("2026-11-22");
    std::vector<Event> events{
        {"", day("2026-11-20"), EventKind::morning_pain, "calf_left", 2.5, ""}};
    request.events = events;
    const Statement s = make_statement(runs, request);
    REQUIRE(s.hold.has_value());
    CHECK_THAT(*s.hold, Contains("morning pain 2.5 of 10"));
    CHECK_FALSE(s.next_session_cap_m.has_value());
    CHECK(flagged(s, "pain"));
    events[0].value = 2.0;
    request.events = events;
    CHECK_FALSE(make_statement(runs, request).hold.has_value());
}

TEST_CASE("an injury without a return holds, too", "[risk][statement]") {
    const std::vector<Session> runs = steady_year();
    Athlete athlete = man_of("2000-01-01");
    athlete.injuries.push_back({"Left calf", "", day("2026-11-01"), std::nullopt, std::nullopt});
    const Statement s = state(runs, &athlete);
    CHECK(s.hold.has_value());
    CHECK_FALSE(s.next_session_cap_m.has_value());
}

TEST_CASE("the careful figure stays as long as a spike sets the ceiling", "[risk][statement]") {
    std::vector<Session> runs;
    for (Date at = day("2026-10-01"); at <= day("2026-11-22"); at = at + 2) {
        runs.push_back(run_on(at, at == day("2026-11-10") ? 15 : 5));
    }
    const Statement s = state(runs); // 12 days after it
    CHECK_FALSE(s.spike.has_value());
    CHECK(s.longest_run->distance_m == 15000.0);
    CHECK(s.longest_without_spike->distance_m == 5000.0);
}

TEST_CASE("the age coefficient needs a man", "[risk][factor]") {
    const std::vector<Session> runs = steady_year();
    Athlete athlete = man_of("1970-01-01");
    CHECK(factor(state(runs, &athlete), "F1").hazard_ratio() == 1.93);
    athlete.sex.reset();
    CHECK_FALSE(factor(state(runs, &athlete), "F1").applies);
}

TEST_CASE("without an applicable factor there is no total", "[risk][statement]") {
    const std::vector<Session> team{test::rated_on(day("2026-11-20"), 5, 60)};
    CHECK_FALSE(state(team).has_total());
    CHECK(state(steady_year()).has_total()); // F3 applies, at its reference
}

TEST_CASE("the ladder's week ahead counts what was run in it", "[risk][layoff]") {
    // 22 km a week until 4 October, off, back on Mon 2 November with 5 km, then 6 km on Wednesday.
    std::vector<Session> runs = test::weekly_runs(day("2026-06-01"), day("2026-10-04"),
                                                  {{Weekday::tue, 8}, {Weekday::sun, 14}});
    runs.push_back(run_on(day("2026-11-02"), 5));
    runs.push_back(run_on(day("2026-11-04"), 6));
    const Statement s = state(runs, nullptr, "2026-11-04");
    REQUIRE(s.ladder.has_value());
    CHECK(s.ladder->week == 1);
    CHECK(s.ladder->last == day("2026-11-08"));
    CHECK_THAT(s.ladder->ceiling, WithinAbs(11'000.0, 1e-9)); // 50 % of 22 km
    CHECK_THAT(s.ladder->done, WithinAbs(11'000.0, 1e-9));
    CHECK(state(runs, nullptr, "2026-11-08").ladder->week == 2); // tomorrow is Monday
    CHECK_FALSE(state(steady_year()).ladder.has_value());
}

TEST_CASE("a roster's row tells of the person, not of injuries", "[risk][statement]") {
    const std::vector<Session> sessions = steady_year();
    const Athlete athlete = man_of("1981-03-14");
    StatementRequest request;
    request.as_of = day("2026-11-22");
    request.athlete = &athlete;
    CHECK(factor(make_statement(sessions, request), "F2a").hazard_ratio() == 1.0);
    request.injuries_told = false;
    const Statement s = make_statement(sessions, request);
    CHECK(factor(s, "F1").hazard_ratio() == 1.93);
    CHECK_FALSE(factor(s, "F2a").applies);
    CHECK(factor(s, "F2a").why == "past injuries are not known");
    CHECK_FALSE(flagged(s, "roster_refused"));
    request.events_known = true; // a file that tells of injuries
    request.roster_refused = true;
    CHECK(factor(make_statement(sessions, request), "F2a").applies);
    CHECK(flagged(make_statement(sessions, request), "roster_refused"));
}

TEST_CASE("a measure that no session tells is missing data, not rest", "[risk][statement]") {
    std::vector<Session> sessions = steady_year();
    StatementRequest request;
    request.as_of = day("2026-11-22");
    request.measure = Measure::sprint;
    const Statement s = make_statement(sessions, request);
    REQUIRE(flagged(s, "measure_missing"));
    CHECK_THAT(s.flags.back().text, Contains("none of the 8 sessions of the last 28 days"));
    // One of them tells it: then the others had none.
    sessions.back().sprint_m = 120.0;
    CHECK_FALSE(flagged(make_statement(sessions, request), "measure_missing"));
    // Told until two months ago.
    sessions.back().sprint_m.reset();
    sessions.at(60).sprint_m = 120.0;
    CHECK(flagged(make_statement(sessions, request), "measure_missing"));
    request.measure = Measure::trimp;
    CHECK_THAT(make_statement(sessions, request).flags.back().text,
               Contains("resting_hr_bpm, max_hr_bpm and sex"));
    // No session at all is time off.
    request.as_of = day("2027-01-31");
    CHECK_FALSE(flagged(make_statement(sessions, request), "measure_missing"));
    request.measure = Measure::distance;
    request.as_of = day("2026-11-22");
    CHECK_FALSE(flagged(make_statement(sessions, request), "measure_missing"));
}

TEST_CASE("dates of injuries that do not fit are flagged for a year", "[risk][statement]") {
    const std::vector<Session> sessions = steady_year();
    std::vector<Event> events(1);
    events[0].day = day("2026-11-01");
    events[0].kind = EventKind::injury_return;
    events[0].detail = "calf_left";
    events[0].line = 7;
    StatementRequest request;
    request.as_of = day("2026-11-22");
    request.events = events;
    const Statement s = make_statement(sessions, request);
    REQUIRE(flagged(s, "injury_dates"));
    CHECK(s.flags.front().source == "line 7 of the events file");
    request.as_of = day("2026-10-31"); // not yet
    CHECK_FALSE(flagged(make_statement(sessions, request), "injury_dates"));
    request.as_of = day("2027-11-02");
    CHECK_FALSE(flagged(make_statement(sessions, request), "injury_dates"));
}
