// A week held against a plan.
// SPDX-License-Identifier: Apache-2.0
#include "planner/plan_standing.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using test::day;
using test::run_on;

namespace {

const char* const first_monday = "2026-11-23";

// Two weeks from a Monday: 5 km in 30 minutes on Wednesdays, strides on Thursdays, 10 km in 60 on
// Saturdays; walk-run of 2 km in 30 minutes on the first Monday.
PlanFile plan_of_two_weeks() {
    PlanFile file;
    file.plan.start = day(first_monday);
    for (int d = 0; d < 14; ++d) {
        PlannedDay planned;
        planned.date = day(first_monday) + d;
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
        } else if (d % 7 == 3) {
            planned.others.emplace_back().kind = SessionKind::strides;
        }
        file.plan.schedule.days.push_back(planned);
    }
    file.plan.schedule.weeks = {{1, day(first_monday), false, 0},
                                {2, day(first_monday) + 7, false, 0}};
    return file;
}

// 10 km a week before the plan, then what is given.
PlanStanding standing_on(const char* as_of, const std::vector<Session>& done,
                         double before_km = 10) {
    std::vector<Session> sessions{run_on(day("2026-11-14"), before_km, 60),
                                  run_on(day("2026-11-21"), before_km, 60)};
    sessions.insert(sessions.end(), done.begin(), done.end());
    risk::StatementRequest request;
    request.as_of = day(as_of);
    const risk::Statement statement = risk::make_statement(sessions, request);
    return standing_in(plan_of_two_weeks(), sessions, day(as_of).monday(), statement);
}

std::vector<OffPlanRule> rules_of(const PlanStanding& standing) {
    std::vector<OffPlanRule> rules;
    for (const OffPlan& off : standing.off) {
        rules.push_back(off.rule);
    }
    return rules;
}

DayOutcome outcome_on(const PlanStanding& standing, const char* date) {
    for (const DayAgainstPlan& each : standing.days) {
        if (each.planned.date == day(date)) {
            return each.outcome;
        }
    }
    FAIL("no such day: " << date);
    return DayOutcome::ahead;
}

} // namespace

TEST_CASE("each day of a week is as planned, more, less, missed or besides",
          "[planner][standing]") {
    const PlanStanding standing = standing_on(
        "2026-11-28", {run_on(day("2026-11-23"), 3.4, 31), run_on(day("2026-11-25"), 4, 24),
                       run_on(day("2026-11-26"), 3, 18), run_on(day("2026-11-27"), 2, 12),
                       run_on(day("2026-11-28"), 12, 72)});
    CHECK(standing.time == PlanTime::running);
    CHECK(outcome_on(standing, "2026-11-23") == DayOutcome::as_planned); // by its minutes
    CHECK(outcome_on(standing, "2026-11-24") == DayOutcome::rest);
    CHECK(outcome_on(standing, "2026-11-25") == DayOutcome::less);
    CHECK(outcome_on(standing, "2026-11-26") == DayOutcome::rest); // strides are run, too
    CHECK(outcome_on(standing, "2026-11-27") == DayOutcome::extra);
    CHECK(outcome_on(standing, "2026-11-28") == DayOutcome::more);
    CHECK(outcome_on(standing, "2026-11-29") == DayOutcome::ahead);
    // The week up to the day, and seven days ahead.
    CHECK(standing.days.front().planned.date == day("2026-11-23"));
    CHECK(standing.days.back().planned.date == day("2026-12-05"));
    // By hand: 2 + 5 + 10 km of three runs; 3.4 + 4 + 3 + 2 + 12.
    CHECK_THAT(standing.planned.distance_m, WithinAbs(17'000, 1e-9));
    CHECK_THAT(standing.done.distance_m, WithinAbs(24'400, 1e-9));
    CHECK(standing.planned.sessions == 3);
    CHECK(standing.missed() == 0);
    CHECK(standing.cut_short() == 1); // 4 km of 5
    CHECK(standing.extra() == 1);
    REQUIRE(standing.next_run);
    CHECK(standing.next_run->date == day("2026-12-02"));
}

TEST_CASE("a log that follows the plan is on plan on every day", "[planner][standing]") {
    const std::vector<Session> all{
        run_on(day("2026-11-23"), 3.4, 31), run_on(day("2026-11-25"), 5.1, 30),
        run_on(day("2026-11-28"), 9.8, 60), run_on(day("2026-12-02"), 5.2, 30),
        run_on(day("2026-12-05"), 10.4, 60)};
    for (int d = 0; d < 14; ++d) {
        const Date as_of = day(first_monday) + d;
        std::vector<Session> done;
        for (const Session& session : all) {
            if (session.start.day <= as_of) {
                done.push_back(session);
            }
        }
        INFO(to_string(as_of));
        CHECK(standing_on(to_string(as_of).c_str(), done).off.empty());
    }
}

TEST_CASE("one missed run of several is no reason, two are, and so is the only one",
          "[planner][standing]") {
    const Session monday = run_on(day("2026-11-23"), 2, 30);
    const Session wednesday = run_on(day("2026-11-25"), 5, 30);
    CHECK(standing_on("2026-11-28", {monday, wednesday}).off.empty());
    const PlanStanding two = standing_on("2026-11-28", {monday});
    CHECK(rules_of(two) == std::vector{OffPlanRule::missed});
    CHECK(two.off.front().missed == 2);
    CHECK(two.off.front().planned == 3);
    const PlanStanding only = standing_on("2026-11-23", {});
    CHECK(rules_of(only) == std::vector{OffPlanRule::missed});
    // Days before the plan are not named.
    CHECK(only.off.front().from == day("2026-11-23"));
}

TEST_CASE("a tenth more than planned is on plan, further is not", "[planner][standing]") {
    const auto with_saturday = [](double km) {
        return rules_of(standing_on("2026-11-28", {run_on(day("2026-11-23"), 3.5, 30),
                                                   run_on(day("2026-11-25"), 5, 30),
                                                   run_on(day("2026-11-28"), km, 6 * km)}));
    };
    // Planned are 17 km; the walking of Monday does not count: 7 km and 11.7 are 18.7.
    CHECK(with_saturday(11.69).empty());
    CHECK(with_saturday(11.71) == std::vector{OffPlanRule::more});
}

TEST_CASE("more than seven days without a run, from a planned one on, are told",
          "[planner][standing]") {
    const std::vector<Session> monday{run_on(day("2026-11-23"), 2, 30)};
    // Wednesday 25 November to Wednesday 2 December are eight days.
    CHECK(rules_of(standing_on("2026-12-01", monday)) == std::vector{OffPlanRule::missed});
    CHECK(rules_of(standing_on("2026-12-02", monday)) ==
          std::vector{OffPlanRule::missed_time, OffPlanRule::missed});
}

TEST_CASE("a next run above the ceiling is named, within 100 m of it is not",
          "[planner][standing]") {
    const std::vector<Session> done{run_on(day("2026-11-23"), 2, 30),
                                    run_on(day("2026-11-25"), 5, 30)};
    // The next run is 10 km; 1.10 x 9.1 is 10.01, 1.10 x 9 is 9.9, 1.10 x 8.9 is 9.79.
    CHECK(standing_on("2026-11-25", done, 9.1).off.empty());
    CHECK(standing_on("2026-11-25", done, 9.001).off.empty());
    const PlanStanding above = standing_on("2026-11-25", done, 8.9);
    REQUIRE(rules_of(above) == std::vector{OffPlanRule::ceiling});
    CHECK_THAT(above.off.front().ceiling_m, WithinAbs(9790, 1e-6));
    CHECK_THAT(above.off.front().planned_m, WithinAbs(10'000, 1e-9));
    CHECK(above.off.front().from == day("2026-11-28"));
    // The walk-run session of the first day is bounded by its ladder.
    CHECK(standing_on("2026-11-22", {}, 1).off.empty());
}

TEST_CASE("a plan that has not begun or is over blames nobody", "[planner][standing]") {
    const PlanStanding before = standing_on("2026-11-15", {});
    CHECK(before.time == PlanTime::not_begun);
    CHECK(before.days.empty());
    CHECK(before.off.empty());
    const PlanStanding eve = standing_on("2026-11-22", {});
    CHECK(eve.time == PlanTime::not_begun);
    CHECK(eve.days.size() == 7);
    const PlanStanding over = standing_on("2026-12-20", {run_on(day("2026-12-19"), 30, 180)});
    CHECK(over.time == PlanTime::over);
    CHECK(over.off.empty());
    CHECK(over.days.empty());
    CHECK_FALSE(over.next_run);
}

TEST_CASE("every rule of who is off plan stands in the methods", "[planner][standing]") {
    std::ifstream file(PLIMSOLL_SOURCE_DIR "/docs/methods.md");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (const OffPlanRuleInfo& rule : off_plan_rules()) {
        CHECK_THAT(text, Contains("`" + std::string(rule.id) + "`"));
        CHECK(id_of(rule.rule) == rule.id);
    }
}

TEST_CASE("properties: what was run of a plan adds up", "[planner][standing][property]") {
    rc::check("days, sums and counts agree", [] {
        std::vector<Session> done;
        const int until = *rc::gen::inRange(0, 14);
        for (int d = 0; d <= until; ++d) {
            if (*rc::gen::arbitrary<bool>()) {
                const double km = *rc::gen::inRange(1, 20);
                done.push_back(run_on(day(first_monday) + d, km, 6 * km));
            }
        }
        const Date as_of = day(first_monday) + until;
        const PlanStanding standing = standing_on(to_string(as_of).c_str(), done);
        double sum_m = 0.0;
        int missed = 0;
        for (const DayAgainstPlan& each : standing.days) {
            sum_m += each.done.distance_m;
            missed += each.outcome == DayOutcome::missed ? 1 : 0;
            RC_ASSERT((each.planned.date > as_of) == (each.outcome == DayOutcome::ahead));
            RC_ASSERT(each.outcome != DayOutcome::missed || each.done.sessions == 0);
        }
        double of_week_m = 0.0;
        for (const Session& session : done) {
            of_week_m += session.start.day >= as_of.monday() ? session.distance_m.value() : 0.0;
        }
        RC_ASSERT(std::abs(sum_m - of_week_m) < 1e-6);
        RC_ASSERT(std::abs(standing.done.distance_m - of_week_m) < 1e-6);
        RC_ASSERT(standing.missed() == missed);
    });
}
