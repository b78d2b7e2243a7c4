// The RPE and load of planned runs.
// SPDX-License-Identifier: Apache-2.0
#include "planner/usual_rpe.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::WithinAbs;
using test::day;

namespace {

Session run_felt(const char* date, double rpe) {
    Session run = test::run_on(day(date), 6.0);
    run.rpe = rpe;
    return run;
}

} // namespace

TEST_CASE("the usual RPE is the median of the runs of 84 days", "[planner][usual_rpe]") {
    const Date as_of = day("2026-11-01");
    CHECK_FALSE(usual_rpe({}, as_of));
    Session match = run_felt("2026-10-30", 9.0);
    match.sport = Sport::soccer;
    const std::vector<Session> log{
        run_felt("2026-08-09", 10.0), // 84 days before: too old
        run_felt("2026-08-10", 3.0),          run_felt("2026-10-20", 4.0),
        run_felt("2026-10-25", 7.0),          match,
        test::run_on(day("2026-10-31"), 5.0), // not rated
        run_felt("2026-11-02", 10.0)};        // after the day
    CHECK_THAT(usual_rpe(log, as_of).value_or(0.0), WithinAbs(4.0, 1e-12));
    const std::vector<Session> two{run_felt("2026-10-20", 3.0), run_felt("2026-10-25", 4.0)};
    CHECK_THAT(usual_rpe(two, as_of).value_or(0.0), WithinAbs(3.5, 1e-12));
}

TEST_CASE("planned runs have the usual RPE, walk-run, team sessions and goals none",
          "[planner][usual_rpe]") {
    Schedule schedule;
    for (const SessionKind kind : {SessionKind::run, SessionKind::walk_run, SessionKind::rest,
                                   SessionKind::team_training, SessionKind::run}) {
        PlannedDay planned;
        planned.session.kind = kind;
        schedule.days.push_back(planned);
    }
    schedule.days.back().session.is_goal = true;
    set_usual_rpe(schedule, std::vector<Session>{run_felt("2026-10-20", 3.0)}, day("2026-11-01"));
    CHECK_THAT(schedule.days[0].session.rpe.value_or(0.0), WithinAbs(3.0, 1e-12));
    for (std::size_t i = 1; i < schedule.days.size(); ++i) {
        CHECK_FALSE(schedule.days[i].session.rpe);
    }
    Schedule unrated;
    unrated.days.resize(1);
    unrated.days[0].session.kind = SessionKind::run;
    set_usual_rpe(unrated, std::vector<Session>{test::run_on(day("2026-10-20"), 5.0)},
                  day("2026-11-01"));
    CHECK_FALSE(unrated.days[0].session.rpe);
}
