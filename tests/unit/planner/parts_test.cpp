// Background, frame, linear programs: what a plan is made of.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/frame.hpp"
#include "planner/horizon_model.hpp"
#include "planner/rounding.hpp"
#include "planner/solver.hpp"
#include "tests/support/plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using test::day;
using test::Runner;

TEST_CASE("habits are those before the break", "[planner][background]") {
    const Runner runner = test::runner_until(day("2026-10-11"));
    const Background b = runner.background(day("2026-11-01"));
    REQUIRE(b.time_off.has_value());
    CHECK(b.time_off->days_off == 21);
    CHECK_THAT(b.usual_weekly_m, WithinAbs(40000, 1e-6));
    CHECK(b.run_days == std::vector{Weekday::tue, Weekday::thu, Weekday::sat, Weekday::sun});
    CHECK(b.long_day == Weekday::sun);
    CHECK_THAT(b.long_share(4), WithinAbs(15.0 / 40.0, 1e-9));
    CHECK_THAT(b.pace_s_m.value(), WithinAbs(0.36, 1e-9));
    CHECK(b.last_week_m == 0.0);
    CHECK_FALSE(starts_with_walk_run(b, PlanPolicy::of(nullptr, b.start())));
}

TEST_CASE("a second break does not pull the usual distance down", "[planner][background]") {
    Runner runner = test::runner_until(day("2026-09-20"));
    // Three weeks off, then eight days of 5 km, then off again.
    for (Date at = day("2026-10-12"); at <= day("2026-10-19"); at = at + 1) {
        runner.sessions.push_back(test::run_on(at, 5, 30));
    }
    const Background b = runner.background(day("2026-11-08"));
    // 8 days of 5 km and the 20 days up to 20 September: 3 weeks of 40 km less its first day, a
    // Monday without a run.
    CHECK_THAT(b.usual_weekly_m, WithinAbs((8 * 5000.0 + 3 * 40000.0) / 4, 1e-6));
}

TEST_CASE("the athlete's file goes before the log", "[planner][background]") {
    Runner runner = test::runner_until(day("2026-10-11"));
    runner.athlete.usual_weekly_distance_m = 30000;
    runner.athlete.days = {Weekday::mon, Weekday::tue, Weekday::sun};
    const Background b = runner.background(day("2026-11-01"));
    CHECK(b.usual_weekly_m == 30000.0);
    CHECK(b.usual_from == "the athlete's file");
    CHECK(b.run_days == runner.athlete.days);
}

TEST_CASE("a first run with none in the 30 days before it makes way for walk-run",
          "[planner][frame]") {
    const Runner runner = test::runner_until(day("2026-10-11")); // runs on Tue, Thu, Sat and Sun
    const auto walks = [&](const char* as_of) {
        const Background b = runner.background(day(as_of));
        return starts_with_walk_run(b, PlanPolicy::of(nullptr, b.start()));
    };
    CHECK_FALSE(walks("2026-11-09")); // first run on Tuesday 10 November, 30 days after the last
    CHECK(walks("2026-11-10"));       // on Thursday 12 November
}

TEST_CASE("every 4th week recovers, every 3rd from 45, or as the policy says", "[planner][frame]") {
    Athlete athlete;
    CHECK(PlanPolicy::of(nullptr, day("2026-11-01")).recovery_every == 4);
    athlete.birth_date = day("1981-11-01");
    CHECK(PlanPolicy::of(&athlete, day("2026-10-31")).recovery_every == 4);
    CHECK(PlanPolicy::of(&athlete, day("2026-11-01")).recovery_every == 3);
    athlete.policy.recovery_every = 6;
    athlete.policy.ratio_cap = 1.3;
    const PlanPolicy policy = PlanPolicy::of(&athlete, day("2026-11-01"));
    CHECK(policy.recovery_every == 6);
    CHECK(policy.ratio_cap == 1.3);
}

TEST_CASE("weeks count from the return, and name the building week before them",
          "[planner][frame]") {
    const Runner runner = test::runner_until(day("2026-10-11"));
    const Background b = runner.background(day("2026-11-01"));
    const Frame frame = make_frame(b, PlanPolicy::of(nullptr, b.start()), 6);
    CHECK(frame.weeks[0].from == day("2026-11-02"));
    CHECK(frame.weeks[0].week_back == 1);
    CHECK_FALSE(frame.weeks[0].reference.has_value());
    CHECK(frame.weeks[3].recovery);
    CHECK(frame.weeks[3].reference == 2U);
    CHECK(frame.weeks[4].reference == 2U);
    CHECK(frame.weeks[5].reference == 4U);
    CHECK(frame.weeks[0].slots.at(frame.weeks[0].long_slot()).day == day("2026-11-08"));
}

TEST_CASE("a week whose ceiling is low has fewer runs, not shorter ones", "[planner][frame]") {
    Runner runner = test::runner_until(day("2026-10-11"));
    runner.athlete.usual_weekly_distance_m = 14000; // half of it: 42 minutes
    const Background b = runner.background(day("2026-11-01"));
    const Frame frame = make_frame(b, PlanPolicy::of(&runner.athlete, b.start()), 5);
    REQUIRE(frame.weeks[0].slots.size() == 2);
    CHECK(frame.weeks[0].slots[0].day == day("2026-11-05")); // Thursday, farthest from the Sunday
    CHECK(frame.weeks[0].slots[1].is_long);
    CHECK(frame.weeks[4].slots.size() == 4);
}

TEST_CASE("walk-run: every rung twice, in order, never on consecutive days", "[planner][frame]") {
    const Runner runner = test::runner_until(day("2026-10-11"));
    const Background b = runner.background(day("2026-12-31"));
    const Frame frame = make_frame(b, PlanPolicy::of(nullptr, b.start()), 8);
    std::vector<std::size_t> rungs;
    std::optional<Date> last;
    for (const FrameWeek& week : frame.weeks) {
        for (const Slot& slot : week.slots) {
            if (slot.rung) {
                rungs.push_back(*slot.rung);
                CHECK((!last || slot.day - *last >= 2));
                last = slot.day;
            }
        }
    }
    REQUIRE(rungs.size() >= 10);
    CHECK(std::vector(rungs.begin(), rungs.begin() + 10) ==
          std::vector<std::size_t>{0, 0, 1, 1, 2, 2, 3, 3, 4, 4});
    CHECK_FALSE(frame.weeks.back().walk_run());
    // 6 x 1 minute; 81 days off slow 6:00 a kilometre (166.67 m/min) by the factor 0.8 to 139.894.
    CHECK_THAT(frame.weeks[0].slots[0].fixed_m, WithinAbs(6 * 139.894298, 1e-3));
}

TEST_CASE("walk-run sessions are cut until the week keeps its ceiling", "[planner][frame]") {
    Runner runner = test::runner_until(day("2026-10-11"));
    runner.athlete.usual_weekly_distance_m = 5000;
    const Background b = runner.background(day("2026-12-31"));
    const Frame frame = make_frame(b, PlanPolicy::of(&runner.athlete, b.start()), 3);
    double sum = 0.0;
    for (const Slot& slot : frame.weeks[0].slots) {
        sum += slot.fixed_m;
        CHECK(slot.repeats >= 3);
    }
    CHECK(sum <= 2500.0 + 1e-6);
    CHECK(sum > 0.0);
}

TEST_CASE("a linear program is solved to its known optimum", "[planner][solver]") {
    // Dantzig's textbook: max 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18 is 36 at (2, 6).
    LinearProgram program;
    const std::size_t x = program.add_column(0, no_bound);
    const std::size_t y = program.add_column(0, no_bound);
    program.cost = {-3, -5};
    program.rows.push_back({{{x, 1.0}}, -no_bound, 4});
    program.rows.push_back({{{y, 2.0}}, -no_bound, 12});
    program.rows.push_back({{{x, 3.0}, {y, 2.0}}, -no_bound, 18});
    const LinearSolution solution = solve(program);
    REQUIRE(solution.status == SolveStatus::optimal);
    CHECK_THAT(solution.objective, WithinAbs(-36, 1e-7));
    CHECK_THAT(solution.values[0], WithinAbs(2, 1e-7));
    CHECK_THAT(solution.values[1], WithinAbs(6, 1e-7));
}

TEST_CASE("no solution and no bound are answers of their own", "[planner][solver]") {
    LinearProgram program;
    const std::size_t x = program.add_column(0, no_bound);
    program.cost = {-1};
    CHECK(solve(program).status == SolveStatus::unbounded);
    program.rows.push_back({{{x, 1.0}}, 5, no_bound});
    program.rows.push_back({{{x, 1.0}}, -no_bound, 4});
    CHECK(solve(program).status == SolveStatus::infeasible);
}

TEST_CASE("expressions add, scale and are evaluated", "[planner][model]") {
    const Expression e = 2.0 * (Expression::column(0) + Expression(3)) - Expression::column(1);
    CHECK(e.value_at({10, 4}) == 22.0);
    CHECK(e.constant() == 6.0);
    CHECK(e.terms().size() == 2);
}

TEST_CASE("days of the log and of the plan add up in one expression", "[planner][model]") {
    const Runner runner = test::runner_until(day("2026-10-11"));
    const Background b = runner.background(day("2026-11-01"));
    const Frame frame = make_frame(b, PlanPolicy::of(nullptr, b.start()), 2);
    const HorizonModel model(b, frame, 2);
    CHECK(model.columns() == 8);
    const std::vector<double> x{1, 2, 3, 4, 5, 6, 7, 8};
    CHECK(model.days_km(day("2026-10-11"), day("2026-11-05")).value_at(x) == 15.0 + 1 + 2);
    CHECK(model.week_km(1).value_at(x) == 26.0);
    CHECK_THROWS_AS(HorizonModel(b, frame, 3), PreconditionError);
}

TEST_CASE("rounding keeps every row and gives the last week what it needs", "[planner][rounding]") {
    const Runner runner = test::runner_until(day("2026-10-11"));
    const Background b = runner.background(day("2026-11-01"));
    const Frame frame = make_frame(b, PlanPolicy::of(nullptr, b.start()), 2);
    HorizonModel model(b, frame, 2);
    model.at_most("a", b.start(), model.week_km(0), Expression(10.07));
    model.at_most("b", b.start(), model.slot_km(1, 0), 1.1 * model.slot_km(0, 0));
    const std::vector<double> wanted{2.59, 2.49, 2.49, 2.49, 2.849, 3.0, 3.0, 3.0};
    const auto x = rounded(model, wanted, 11.8);
    REQUIRE(x.has_value());
    CHECK(keeps_all_rows(model, *x));
    CHECK_THAT(model.week_km(1).value_at(*x), WithinAbs(11.8, 1e-9));
    for (const double km : *x) {
        CHECK_THAT(10 * km, WithinAbs(std::round(10 * km), 1e-9));
    }
    CHECK(rule_that_limits(model, *x, 0, {"a", "b"}) == "a");
    CHECK(rule_that_limits(model, *x, 7, {"a", "b"}).empty());
    // A last week that cannot hold what is asked.
    model.at_most("c", b.start(), model.week_km(1), Expression(11.75));
    CHECK_FALSE(rounded(model, wanted, 11.8).has_value());
}
