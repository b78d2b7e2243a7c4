// Done against planned.
// SPDX-License-Identifier: Apache-2.0
#include "planner/adherence.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <utility>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::WithinAbs;
using test::day;
using test::run_on;

namespace {

const char* const monday = "2026-11-23";

// Two weeks from a Monday: walk-run of 2 km in 30 minutes on the first, runs of 5 km in 30 minutes
// on Wednesdays and of 10 km in 60 on Saturdays.
Schedule two_weeks() {
    Schedule schedule;
    for (int d = 0; d < 14; ++d) {
        PlannedDay planned;
        planned.date = day(monday) + d;
        PlannedSession& session = planned.session;
        if (d == 0) {
            session.kind = SessionKind::walk_run;
            session.distance_m = 2000;
            session.duration_min = 30;
            session.steps = {{6, 120, 180}};
        } else if (d % 7 == 2 || d % 7 == 5) {
            session.kind = SessionKind::run;
            session.distance_m = d % 7 == 2 ? 5000 : 10'000;
            session.duration_min = d % 7 == 2 ? 30 : 60;
        }
        schedule.days.push_back(planned);
    }
    schedule.weeks = {{1, day(monday), false, 0}, {2, day(monday) + 7, false, 0}};
    return schedule;
}

DaysRun run_of(const std::vector<Session>& sessions) {
    return DaysRun(sessions);
}

} // namespace

TEST_CASE("done against planned counts kilometres, minutes and runs of each week",
          "[planner][replan]") {
    const DaysRun run = run_of({run_on(day(monday), 3.5, 31), run_on(day("2026-11-26"), 4, 25),
                                run_on(day("2026-11-28"), 6, 36), run_on(day("2026-11-28"), 4, 24),
                                run_on(day("2026-12-02"), 5, 30)});
    const auto weeks = done_by_week(two_weeks(), run, day("2026-12-02"));
    REQUIRE(weeks.size() == 2);
    // By hand: 2 + 5 + 10 km planned; 3.5 + 4 + 10 run in four runs.
    CHECK_THAT(weeks[0].planned.distance_m, WithinAbs(17'000, 1e-9));
    CHECK_THAT(weeks[0].planned.minutes.value(), WithinAbs(120, 1e-9));
    CHECK(weeks[0].planned.sessions == 3);
    CHECK_THAT(weeks[0].done.distance_m, WithinAbs(17'500, 1e-9));
    CHECK_THAT(weeks[0].done.minutes.value(), WithinAbs(116, 1e-9));
    CHECK(weeks[0].done.sessions == 4);
    CHECK(weeks[0].missed == std::vector<Date>{day("2026-11-25")});
    CHECK(weeks[0].extra == std::vector<Date>{day("2026-11-26")});
    // Of the second week only its first three days count.
    CHECK(weeks[1].to == day("2026-12-02"));
    CHECK_THAT(weeks[1].planned.distance_m, WithinAbs(5000, 1e-9));
    CHECK(weeks[1].missed.empty());
}

TEST_CASE("a run without minutes leaves those of its week unknown", "[planner][replan]") {
    const auto weeks =
        done_by_week(two_weeks(), run_of({run_on(day("2026-11-25"), 5)}), day("2026-11-25"));
    REQUIRE(weeks.size() == 1);
    CHECK_FALSE(weeks[0].done.minutes);
    CHECK_THAT(weeks[0].done.distance_m, WithinAbs(5000, 1e-9));
}

TEST_CASE("a run counts as planned within 5 % or 100 m, no further", "[planner][replan]") {
    const Schedule schedule = two_weeks();
    const PlannedDay& five = schedule.days[2];
    CHECK(run_of({run_on(five.date, 5.25, 30)}).as_planned(five));
    CHECK(run_of({run_on(five.date, 4.75, 30)}).as_planned(five));
    CHECK_FALSE(run_of({run_on(five.date, 5.26, 30)}).as_planned(five));
    CHECK_FALSE(run_of({run_on(five.date, 4.74, 30)}).as_planned(five));
    PlannedDay short_run = five;
    short_run.session.distance_m = 1000;
    CHECK(run_of({run_on(five.date, 1.1, 6)}).as_planned(short_run));
    CHECK_FALSE(run_of({run_on(five.date, 1.11, 6)}).as_planned(short_run));
}

TEST_CASE("a run on a treadmill without distance counts by its minutes", "[planner][replan]") {
    const Schedule schedule = two_weeks();
    const PlannedDay& five = schedule.days[2];
    Session run = run_on(five.date, 1, 32);
    run.distance_m.reset();
    CHECK(run_of({run}).as_planned(five));
    run.duration_s = 40 * 60.0;
    CHECK_FALSE(run_of({run}).as_planned(five));
}

TEST_CASE("walk-run counts by its minutes, as a watch counts the walking too",
          "[planner][replan]") {
    const Schedule schedule = two_weeks();
    const PlannedDay& walk_run = schedule.days[0];
    CHECK(run_of({run_on(walk_run.date, 3.6, 33)}).as_planned(walk_run));
    CHECK_FALSE(run_of({run_on(walk_run.date, 3.6, 34)}).as_planned(walk_run));
    CHECK(run_of({run_on(walk_run.date, 3.6, 34)}).has_done(walk_run));
    CHECK(run_of({run_on(walk_run.date, 2.0, 24)}).has_done(walk_run));
    CHECK_FALSE(run_of({run_on(walk_run.date, 2.0, 23)}).has_done(walk_run));
    // Without minutes by its distance.
    CHECK(run_of({run_on(walk_run.date, 1.6)}).has_done(walk_run));
    CHECK_FALSE(run_of({run_on(walk_run.date, 1.5)}).has_done(walk_run));
}

TEST_CASE("a team session in the log is the team session of the plan", "[planner][replan]") {
    Schedule schedule = two_weeks();
    PlannedDay& team = schedule.days[2];
    Session soccer = run_on(team.date, 7, 80);
    soccer.sport = Sport::soccer;
    CHECK_FALSE(run_of({soccer}).has_done(team));
    team.session.kind = SessionKind::team_training;
    CHECK(run_of({soccer}).as_planned(team));
    CHECK(done_by_week(schedule, run_of({soccer}), team.date)[0].missed ==
          std::vector<Date>{day(monday)});
}

TEST_CASE("missed days count from a missed run to the next one", "[planner][replan]") {
    const Schedule schedule = two_weeks();
    CHECK_FALSE(longest_missed(schedule, run_of({run_on(day(monday), 2, 30)}), day("2026-11-24")));
    // By hand: Wednesday 25 November is missed, Tuesday 1 December is the day before the next run.
    const DaysRun run = run_of({run_on(day(monday), 2, 30), run_on(day("2026-12-02"), 5, 30)});
    const auto missed = longest_missed(schedule, run, day("2026-12-06"));
    REQUIRE(missed);
    CHECK(missed->from == day("2026-11-25"));
    CHECK(missed->to == day("2026-12-01"));
    CHECK(missed->days() == 7);
}

TEST_CASE("a plan as it was followed keeps what was run as planned and has the rest as it was run",
          "[planner][replan]") {
    const DaysRun run = run_of({run_on(day(monday), 3.6, 30), run_on(day("2026-11-26"), 4, 25),
                                run_on(day("2026-11-28"), 12, 72)});
    const Schedule followed = as_followed(two_weeks(), run, day("2026-11-28"));
    CHECK(followed.days[0].session.kind == SessionKind::walk_run);
    CHECK_THAT(followed.days[0].session.distance_m, WithinAbs(2000, 1e-9));
    CHECK(followed.days[2].session.kind == SessionKind::rest);
    CHECK_THAT(followed.days[2].session.distance_m, WithinAbs(0, 1e-9));
    CHECK(followed.days[3].session.kind == SessionKind::run);
    CHECK_THAT(followed.days[3].session.distance_m, WithinAbs(4000, 1e-9));
    CHECK_THAT(followed.days[5].session.distance_m, WithinAbs(12'000, 1e-9));
    CHECK_THAT(followed.days[5].session.duration_min.value(), WithinAbs(72, 1e-9));
    CHECK_THAT(followed.days[9].session.distance_m, WithinAbs(5000, 1e-9)); // ahead
}
