// Rules, the verifier and whole plans.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/verify.hpp"
#include "risk/spike.hpp"
#include "tests/support/plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using test::day;
using test::Runner;

namespace {

constexpr const char* end_of_running = "2026-10-11"; // a Sunday

std::vector<double> weeks_km(const PlanResult& plan) {
    std::vector<double> km;
    for (const PlannedWeek& week : plan.schedule.weeks) {
        km.push_back(plan.schedule.week_distance_m(week) / 1000.0);
    }
    return km;
}

Goal weekly_km(double km) {
    Goal goal;
    goal.weekly_distance_m = 1000.0 * km;
    return goal;
}

// The rules that the verifier says are broken once @p change has been made to a lawful plan.
template <class Change>
std::vector<std::string> broken_by(const Runner& runner, Date as_of, const Goal& goal,
                                   Change change) {
    const Background background = runner.background(as_of);
    PlanResult plan = make_plan(background, goal, 26);
    REQUIRE(plan.status == PlanStatus::planned);
    const Rules rules = base_rules(background, plan.policy);
    REQUIRE(violations_of(plan.schedule, background, plan.policy, rules).empty());
    change(plan.schedule);
    std::vector<std::string> broken;
    for (const Violation& v : violations_of(plan.schedule, background, plan.policy, rules)) {
        if (std::find(broken.begin(), broken.end(), v.rule) == broken.end()) {
            broken.push_back(v.rule);
        }
    }
    return broken;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

PlannedDay& nth_run(Schedule& schedule, int n) {
    for (PlannedDay& day : schedule.days) {
        if (day.session.kind != SessionKind::rest && n-- == 0) {
            return day;
        }
    }
    FAIL("not so many runs");
    return schedule.days.front();
}

} // namespace

TEST_CASE("after three weeks off the first weeks keep 50, 70, 80, 90 %", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const PlanResult plan = runner.plan(day("2026-11-01"));
    REQUIRE(plan.status == PlanStatus::planned);
    CHECK(plan.demand_m == Approx(40000));
    const std::vector<double> km = weeks_km(plan);
    // 20, 28, 32 by the ladder; the 4th week recovers; 40 in the 5th.
    REQUIRE(km.size() == 5);
    CHECK(km[0] <= 20.0 + 1e-9);
    CHECK(km[1] <= 28.0 + 1e-9);
    CHECK(km[2] <= 32.0 + 1e-9);
    CHECK_THAT(km[3], WithinAbs(0.7 * km[2], 0.1));
    CHECK_THAT(km[4], WithinAbs(40.0, 1e-9));
    CHECK(plan.goal_day == day("2026-12-06"));
    CHECK(plan.earliest_day == plan.goal_day);
}

TEST_CASE("no run is longer than 1.10 x the longest of 30 days", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const PlanResult plan = runner.plan(day("2026-11-01"), weekly_km(50));
    REQUIRE(plan.status == PlanStatus::planned);
    std::vector<Session> all = with_history(plan.schedule, runner.sessions, "athlete");
    for (const PlannedDay& run : test::runs_of(plan)) {
        const auto longest = risk::longest_run_before(all, run.date);
        REQUIRE(longest.has_value());
        INFO(to_string(run.date));
        CHECK(run.session.distance_m <= 1.10 * longest->distance_m + 0.5);
    }
}

TEST_CASE("a larger demand takes longer, and beyond the usual grows by 10 %", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const PlanResult forty = runner.plan(day("2026-11-01"), weekly_km(40));
    const PlanResult fifty = runner.plan(day("2026-11-01"), weekly_km(50));
    REQUIRE(fifty.status == PlanStatus::planned);
    CHECK(*fifty.goal_day > *forty.goal_day);
    // 40 km in week 5 at most, then 44 and 48.4 and, week 8 recovering, 53.2 in week 9.
    CHECK(fifty.goal_day == day("2026-11-01") + 7 * 9);
    CHECK_THAT(weeks_km(fifty).back(), WithinAbs(50.0, 1e-9));
}

TEST_CASE("without time off the plan goes on from the usual distance", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const PlanResult plan = runner.plan(day(end_of_running), weekly_km(44));
    REQUIRE(plan.status == PlanStatus::planned);
    CHECK(weeks_km(plan) == std::vector<double>{44.0}); // one step of 10 %
    CHECK(plan.schedule.weeks[0].week_back == 0);
    CHECK(runner.plan(day(end_of_running), weekly_km(44.1)).schedule.weeks.size() == 2);
}

TEST_CASE("after a long time off the plan starts with walk-run", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const PlanResult plan = runner.plan(day("2027-01-31"));
    REQUIRE(plan.status == PlanStatus::planned);
    const PlannedDay first = test::runs_of(plan).front();
    CHECK(first.session.kind == SessionKind::walk_run);
    CHECK(first.session.steps.at(0).run_s == 60);
    CHECK(first.session.steps.at(0).walk_s == 240);
    CHECK(first.session.duration_min == 30.0);
    CHECK(first.session.limited_by == "walk_run_ladder");
    REQUIRE(plan.schedule.phases.size() >= 2);
    CHECK(plan.schedule.phases[0].id == "walk_run");
}

TEST_CASE("every session names a rule of the plan as its limit", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    for (const char* as_of : {"2026-11-01", "2027-01-31"}) {
        const PlanResult plan = runner.plan(day(as_of), weekly_km(45));
        for (const PlannedDay& run : test::runs_of(plan)) {
            const bool known =
                run.session.limited_by == no_limit ||
                std::any_of(plan.rules.begin(), plan.rules.end(), [&](const RuleInfo& rule) {
                    return rule.id == run.session.limited_by;
                });
            INFO(run.session.limited_by);
            CHECK(known);
        }
    }
}

TEST_CASE("the session after the limit would break the rule that it names", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const Background background = runner.background(day("2026-11-01"));
    const PlanResult plan = make_plan(background, weekly_km(50), 26);
    const Rules rules = base_rules(background, plan.policy);
    std::size_t capped = 0;
    for (std::size_t d = 0; d < plan.schedule.days.size(); ++d) {
        const PlannedSession& session = plan.schedule.days[d].session;
        if (session.limited_by.empty() || session.limited_by == no_limit) {
            continue;
        }
        Schedule more = plan.schedule;
        more.days[d].session.distance_m += 100.0;
        std::vector<std::string> broken;
        for (const Violation& v : violations_of(more, background, plan.policy, rules)) {
            broken.push_back(v.rule);
        }
        capped += session.limited_by == "session_cap" ? 1U : 0U;
        INFO(to_string(plan.schedule.days[d].date) << " " << session.limited_by);
        CHECK(has(broken, session.limited_by));
    }
    CHECK(capped > 0);
}

TEST_CASE("a wished date that is too early is answered, not planned", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    Goal goal = weekly_km(40);
    goal.date = day("2026-11-22"); // the end of week 3, which the ladder holds at 32 km
    const PlanResult plan = runner.plan(day("2026-11-01"), goal);
    CHECK(plan.status == PlanStatus::infeasible);
    CHECK_FALSE(plan.goal_day.has_value());
    CHECK(plan.earliest_day == day("2026-12-06"));
    CHECK(plan.schedule.days.empty());
    REQUIRE(!plan.conflicts.empty());
    CHECK(plan.conflicts[0].rule == "layoff_ladder");
    CHECK_THAT(plan.conflicts[0].by_m, WithinAbs(8000, 1.0)); // 40 - 32 km
    goal.date = day("2026-12-06");
    CHECK(runner.plan(day("2026-11-01"), goal).status == PlanStatus::planned);
    goal.date = day("2026-12-05");
    CHECK(runner.plan(day("2026-11-01"), goal).status == PlanStatus::infeasible);
}

TEST_CASE("a wished date before the first week ends is answered in words", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    for (const char* date : {"2026-11-05", "2026-01-01"}) {
        Goal goal = weekly_km(40);
        goal.date = day(date);
        const PlanResult plan = runner.plan(day("2026-11-01"), goal);
        CHECK(plan.status == PlanStatus::infeasible);
        CHECK_THAT(plan.why, Contains("the first one ends on Sun 8 Nov 2026"));
        CHECK_FALSE(plan.conflicts.empty());
        CHECK(plan.earliest_day == day("2026-12-06"));
    }
}

TEST_CASE("a horizon that is too short has no earliest day", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const PlanResult plan = runner.plan(day("2026-11-01"), weekly_km(90), 4);
    CHECK(plan.status == PlanStatus::infeasible);
    CHECK_FALSE(plan.earliest_day.has_value());
    CHECK_FALSE(plan.conflicts.empty());
}

TEST_CASE("no plan is made for an injured runner", "[planner][plan]") {
    Runner runner = test::runner_until(day(end_of_running));
    runner.injuries.push_back({"calf_left", "", day("2026-10-12"), std::nullopt, std::nullopt});
    const PlanResult plan = runner.plan(day("2026-11-01"));
    CHECK(plan.status == PlanStatus::refer);
    CHECK_THAT(plan.why, Contains("sports physio"));
    CHECK(plan.schedule.days.empty());
    runner.injuries[0].returned = day("2026-10-30");
    CHECK(runner.plan(day("2026-11-01")).status == PlanStatus::planned);
}

TEST_CASE("what the log does not tell is asked for", "[planner][plan]") {
    Runner runner;
    Session ride = test::run_on(day("2026-10-01"), 40, 90);
    ride.sport = Sport::ride;
    runner.sessions = {ride};
    CHECK_THROWS_WITH(runner.plan(day("2026-11-01")), Contains("usual_weekly_distance_m"));
    runner.athlete.usual_weekly_distance_m = 30000;
    CHECK_THROWS_WITH(runner.plan(day("2026-11-01")), Contains("usual pace is not known"));
    CHECK_THROWS_AS(runner.plan(day("2026-11-01"), {}, 0), PreconditionError);
}

TEST_CASE("the policy's ratio cap is kept from 28 days after the return", "[planner][plan]") {
    Runner runner = test::runner_until(day(end_of_running));
    const PlanResult free = runner.plan(day("2026-11-01"), weekly_km(50));
    runner.athlete.policy.ratio_cap = 1.17;
    const PlanResult capped = runner.plan(day("2026-11-01"), weekly_km(50));
    REQUIRE(capped.status == PlanStatus::planned);
    CHECK(*capped.goal_day > *free.goal_day);
    bool reached = false;
    for (const PlannedDay& day : capped.schedule.days) {
        if (day.date >= test::day("2026-11-30")) {
            INFO(to_string(day.date));
            CHECK(day.projected.coupled.value() <= 1.17 + 1e-4);
            reached = true;
        }
    }
    CHECK(reached);
}

TEST_CASE("the policy can only be made stricter where the evidence says how far",
          "[planner][plan]") {
    Runner runner = test::runner_until(day(end_of_running));
    const PlanResult usual = runner.plan(day("2026-11-01"), weekly_km(50));
    runner.athlete.policy.session_cap = 1.05;
    runner.athlete.policy.weekly_growth = 1.05;
    const PlanResult strict = runner.plan(day("2026-11-01"), weekly_km(50));
    REQUIRE(strict.status == PlanStatus::planned);
    CHECK(*strict.goal_day > *usual.goal_day);
}

TEST_CASE("the same input gives the same plan", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const PlanResult a = runner.plan(day("2026-11-01"), weekly_km(50));
    const PlanResult b = runner.plan(day("2026-11-01"), weekly_km(50));
    REQUIRE(a.schedule.days.size() == b.schedule.days.size());
    for (std::size_t i = 0; i < a.schedule.days.size(); ++i) {
        CHECK(a.schedule.days[i].session.distance_m == b.schedule.days[i].session.distance_m);
        CHECK(a.schedule.days[i].session.limited_by == b.schedule.days[i].session.limited_by);
    }
}

TEST_CASE("the projection is what the risk module says of the followed plan", "[planner][plan]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const PlanResult plan = runner.plan(day("2026-11-01"));
    const PlannedDay& last = plan.schedule.days.back();
    // By hand: the last week over the mean of the last four.
    const std::vector<double> km = weeks_km(plan);
    const double mean = (km[1] + km[2] + km[3] + km[4]) / 4.0;
    CHECK_THAT(last.projected.coupled.value(), WithinAbs(km[4] / mean, 1e-9));
    CHECK(last.projected.hazard_ratio == 1.0);
}

TEST_CASE("the verifier sees every rule that a changed plan breaks", "[planner][verify]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const Date as_of = day("2026-11-01");
    const auto longer = [&](double km, int run) {
        return broken_by(runner, as_of, weekly_km(50), [&](Schedule& schedule) {
            nth_run(schedule, run).session.distance_m += 1000.0 * km;
        });
    };
    CHECK(has(longer(5, 0), "layoff_ladder"));  // the first week
    CHECK(has(longer(20, 1), "session_cap"));   // twice the longest
    CHECK(has(longer(3, 13), "recovery_week")); // the second run of week 4
    CHECK(has(longer(6, 25), "weekly_growth")); // the second run of week 7
    CHECK(longer(0.0004, 0).empty());           // 40 cm are the solver's, not the runner's
}

TEST_CASE("the verifier sees runs on days that are not free", "[planner][verify]") {
    Runner runner = test::runner_until(day(end_of_running));
    runner.athlete.days = {Weekday::tue, Weekday::thu, Weekday::sun};
    const auto broken = broken_by(runner, day("2026-11-01"), weekly_km(30), [](Schedule& schedule) {
        std::swap(schedule.days[0].session, nth_run(schedule, 0).session); // Monday for Tuesday
    });
    CHECK(broken == std::vector<std::string>{"available_days"});
}

TEST_CASE("the verifier sees a walk-run ladder out of order", "[planner][verify]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const Date as_of = day("2027-01-31");
    const auto swapped = broken_by(runner, as_of, weekly_km(40), [](Schedule& schedule) {
        std::swap(nth_run(schedule, 0).session, nth_run(schedule, 2).session);
    });
    CHECK(has(swapped, "walk_run_ladder"));
    const auto next_day = broken_by(runner, as_of, weekly_km(40), [](Schedule& schedule) {
        PlannedDay& first = nth_run(schedule, 0);
        PlannedDay& day_before_second =
            *std::find_if(schedule.days.begin(), schedule.days.end(), [&](const PlannedDay& d) {
                return d.date == nth_run(schedule, 1).date - 1;
            });
        std::swap(first.session, day_before_second.session);
    });
    CHECK(has(next_day, "walk_run_ladder"));
    const auto skipped = broken_by(runner, as_of, weekly_km(40), [](Schedule& schedule) {
        nth_run(schedule, 1).session = PlannedSession(); // the first rung only once
    });
    CHECK(has(skipped, "walk_run_ladder"));
}

TEST_CASE("the verifier sees a ratio above its cap", "[planner][verify]") {
    Runner runner = test::runner_until(day(end_of_running));
    runner.athlete.policy.ratio_cap = 1.2;
    const auto broken = broken_by(runner, day("2026-11-01"), weekly_km(50), [](Schedule& schedule) {
        for (int run = 20; run < 24; ++run) {
            nth_run(schedule, run).session.distance_m += 1500.0;
        }
    });
    CHECK(has(broken, "ratio_ceiling"));
}

TEST_CASE("a plan that breaks a rule is never handed out", "[planner][verify]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const Background background = runner.background(day("2026-11-01"));
    PlanResult plan = make_plan(background, weekly_km(50), 26);
    const Rules rules = base_rules(background, plan.policy);
    CHECK_NOTHROW(verify(plan.schedule, background, plan.policy, rules));
    nth_run(plan.schedule, 0).session.distance_m += 30'000.0;
    CHECK_THROWS_AS(verify(plan.schedule, background, plan.policy, rules), DisagreementError);
}

TEST_CASE("every rule says what it is, its value, its source and its evidence",
          "[planner][rules]") {
    Runner runner = test::runner_until(day(end_of_running));
    runner.athlete.policy.ratio_cap = 1.3;
    const PlanResult plan = runner.plan(day("2026-11-01"));
    CHECK(plan.rules.size() == 7); // the walk-run ladder has no say
    for (const RuleInfo& rule : plan.rules) {
        INFO(rule.id);
        CHECK_FALSE(rule.statement.empty());
        CHECK_FALSE(rule.value.empty());
        CHECK_FALSE(rule.source.empty());
        CHECK((rule.evidence == "trial" || rule.evidence == "cohort" || rule.evidence == "expert" ||
               rule.evidence == "convention" || rule.evidence == "policy"));
        CHECK(rule.hard);
    }
}
