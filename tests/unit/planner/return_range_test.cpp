// The goal's day as a range, races and matches behind an injury, and their risk.
// SPDX-License-Identifier: Apache-2.0
#include "planner/goal_risk.hpp"
#include "planner/return_range.hpp"
#include "risk/baseline.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::WithinAbs;
using test::day;
using test::onset;
using test::request_for;
using test::Runner;

namespace {

Goal match_of(double km) {
    Goal goal;
    goal.kind = GoalKind::match;
    goal.event_distance_m = 1000.0 * km;
    goal.event_weekday = Weekday::sat;
    return goal;
}

const PlannedDay* goal_in(const Schedule& schedule) {
    const auto found = std::find_if(schedule.days.begin(), schedule.days.end(),
                                    [](const PlannedDay& d) { return d.session.is_goal; });
    return found == schedule.days.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("tenths of a skewed spread are shares of its mean", "[planner][range]") {
    // By Python's math module: exp(z s - s^2/2), s^2 = ln(1 + (sd/mean)^2), z = -1.28155,
    // 0, 1.28155.
    const auto soleus = shares_of_mean(25.4, 16.2);
    CHECK_THAT(soleus[0], WithinAbs(0.3988, 5e-5));
    CHECK_THAT(soleus[1], WithinAbs(0.8431, 5e-5));
    CHECK_THAT(soleus[2], WithinAbs(1.7826, 5e-5));
    const auto gastrocnemius = shares_of_mean(19.1, 14.1);
    CHECK_THAT(gastrocnemius[0], WithinAbs(0.3455, 5e-5));
    CHECK_THAT(gastrocnemius[2], WithinAbs(1.8734, 5e-5));
    // Nearly no spread: nearly the mean.
    CHECK_THAT(shares_of_mean(20, 0.001)[2], WithinAbs(1.0, 1e-3));
}

TEST_CASE("the range is that of the muscle, and none where no spread is published",
          "[planner][range]") {
    const Runner soleus = test::sore_runner("calf_left_soleus");
    const PlanOnPathway plan = plan_on_pathway(request_for(soleus, "acute_strain", day(onset) + 1));
    REQUIRE(plan.result.status == PlanStatus::planned);
    REQUIRE(plan.path.range.has_value());
    CHECK_THAT(plan.path.range->mean_days, WithinAbs(25.4, 1e-9));
    CHECK(plan.path.range->p10 <= plan.path.range->p50);
    CHECK(plan.path.range->p50 <= plan.path.range->p90);
    CHECK(plan.path.range->p90 > *plan.result.goal_day);
    const Runner unknown = test::sore_runner("calf_left");
    CHECK_FALSE(plan_on_pathway(request_for(unknown, "acute_strain", day(onset) + 1)).path.range);
}

TEST_CASE("a sooner return is shorter phases, none under a day or before it may be",
          "[planner][range]") {
    const Runner runner = test::sore_runner("calf_left_soleus");
    PathwayRequest request = request_for(runner, "acute_strain", day(onset) + 1);
    const auto return_by = [&](double share) {
        request.expected_share = share;
        const PlanOnPathway plan = plan_on_pathway(request);
        for (const PhaseSpan& span : plan.path.spans) {
            CHECK(span.days() >= 1);
        }
        return test::phase_of(plan.result.schedule, "A4").from;
    };
    CHECK(return_by(0.5) < return_by(1.0));
    CHECK(return_by(1.0) < return_by(1.5));
    CHECK(return_by(0.01) >= day(onset) + 5); // no running before day 5: Stares et al. 2018
}

TEST_CASE("a match after a strain begins the phase behind the return", "[planner][range][event]") {
    Runner runner = test::hurt_runner();
    PathwayRequest request = request_for(runner, "acute_strain", day(onset) + 1);
    request.goal = match_of(6);
    const PlanOnPathway plan = plan_on_pathway(request);
    REQUIRE(plan.result.status == PlanStatus::planned);
    const PlannedDay* match = goal_in(plan.result.schedule);
    REQUIRE(match != nullptr);
    CHECK(match->session.kind == SessionKind::match);
    CHECK(match->date.weekday() == Weekday::sat);
    CHECK(match->date == test::phase_of(plan.result.schedule, "A7").from);
    CHECK(match->phase == "A7");
    CHECK(match->others.empty());
}

TEST_CASE("a match before the phases are over is refused by them", "[planner][range][event]") {
    Runner runner = test::hurt_runner();
    PathwayRequest request = request_for(runner, "acute_strain", day(onset) + 1);
    request.goal = match_of(2); // no distance holds it up
    const PlanOnPathway earliest = plan_on_pathway(request);
    REQUIRE(earliest.result.status == PlanStatus::planned);
    request.goal.date = *earliest.result.goal_day - 7;
    const PlanOnPathway refused = plan_on_pathway(request);
    CHECK(refused.result.status == PlanStatus::infeasible);
    CHECK(refused.result.earliest_day == earliest.result.goal_day);
    CHECK_FALSE(refused.result.conflicts.empty());
    request.goal.date = *earliest.result.goal_day + 21;
    const PlanOnPathway later = plan_on_pathway(request);
    REQUIRE(later.result.status == PlanStatus::planned);
    CHECK(later.result.goal_day == *earliest.result.goal_day + 21);
}

TEST_CASE("the risk of the race is that of the day with the race in the log", "[planner][event]") {
    const Runner runner = test::runner_until(day("2026-11-01"));
    Goal goal;
    goal.kind = GoalKind::race;
    goal.event_distance_m = 21100;
    const Background background = runner.background(day("2026-11-01"));
    const PlanResult plan = make_plan(background, goal, 26);
    REQUIRE(plan.status == PlanStatus::planned);
    const GoalRisk risk =
        goal_risk(plan.schedule, background, goal.event_distance_m, *plan.goal_day);
    REQUIRE((risk.at_once && risk.on_goal_day));
    // 21.1 km at once are 1.41 x the longest 15 km: Frandsen et al. 2025, 1.52 above 1.30.
    CHECK_THAT(risk.at_once->risk,
               WithinAbs(risk::absolute_risk(risk::overuse_injuries_per_run, 1.0, 1.52), 1e-6));
    CHECK(risk.on_goal_day->risk < risk.at_once->risk);
    CHECK(risk.on_goal_day->per == "run");
}

TEST_CASE("without a run in 30 days no figure is given for a race of tomorrow",
          "[planner][event]") {
    const Runner runner = test::runner_until(day("2026-10-11"));
    const Background background = runner.background(day("2026-12-06"));
    Goal goal;
    goal.kind = GoalKind::race;
    goal.event_distance_m = 5000;
    const PlanResult plan = make_plan(background, goal, 26);
    REQUIRE(plan.status == PlanStatus::planned);
    const GoalRisk risk =
        goal_risk(plan.schedule, background, goal.event_distance_m, *plan.goal_day);
    CHECK_FALSE(risk.at_once.has_value());
    CHECK(risk.on_goal_day.has_value());
}
