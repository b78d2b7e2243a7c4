// The fixed days of team training.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/pathway_verify.hpp"
#include "planner/team_days.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using test::day;
using test::request_for;
using test::Runner;

namespace {

constexpr const char* as_of = "2026-10-11"; // a Sunday

Runner player() {
    Runner runner = test::runner_until(day(as_of)); // runs on Tue, Thu, Sat and Sun
    runner.athlete.plays = Sport::soccer;
    return runner;
}

PathwayRequest preseason(const Runner& runner, std::vector<TeamDay> days) {
    PathwayRequest request = request_for(runner, "preseason", day(as_of));
    request.goal.team_days = std::move(days);
    return request;
}

std::vector<const PlannedDay*> with_team(const Schedule& schedule) {
    std::vector<const PlannedDay*> days;
    for (const PlannedDay& planned : schedule.days) {
        const bool beside =
            std::any_of(planned.others.begin(), planned.others.end(), [](const PlannedSession& s) {
                return s.kind == SessionKind::team_training;
            });
        if (planned.session.kind == SessionKind::team_training || beside) {
            days.push_back(&planned);
        }
    }
    return days;
}

int sessions_in(const Schedule& schedule, const std::string& phase) {
    const auto days = with_team(schedule);
    return static_cast<int>(std::count_if(days.begin(), days.end(), [&](const PlannedDay* planned) {
        return planned->phase == phase;
    }));
}

} // namespace

TEST_CASE("team sessions stand on the days of the team's calendar", "[planner][team_days]") {
    const Runner runner = player();
    PathwayRequest request =
        preseason(runner, {{Weekday::mon, 75.0, 6.0}, {Weekday::wed, std::nullopt, std::nullopt}});
    request.goal.weekly_distance_m = 75'000.0; // so far that runs are planned all the way
    const PlanOnPathway plan = plan_on_pathway(request);
    REQUIRE(plan.result.status == PlanStatus::planned);
    const auto days = with_team(plan.result.schedule);
    REQUIRE(days.size() >= 6);
    for (const PlannedDay* planned : days) {
        CAPTURE(to_string(planned->date));
        const Weekday weekday = planned->date.weekday();
        CHECK((weekday == Weekday::mon || weekday == Weekday::wed));
        const bool runs = planned->date <= *plan.path.last_distance;
        CHECK((planned->session.kind == SessionKind::team_training) == runs); // in place of a run
        CHECK((planned->session.distance_m > 0.0) == runs);
        const PlannedSession& team = runs ? planned->session : planned->others.back();
        if (weekday == Weekday::mon) {
            CHECK_THAT(team.duration_min.value_or(0.0), WithinAbs(75.0, 1e-9));
            CHECK_THAT(team.rpe.value_or(0.0), WithinAbs(6.0, 1e-9));
        } else {
            CHECK_FALSE(team.duration_min);
            CHECK_FALSE(team.rpe);
        }
    }
    CHECK(std::any_of(plan.result.rules.begin(), plan.result.rules.end(), [](const RuleInfo& rule) {
        return rule.id == rule_of_team_days && rule.value == "Mon Wed";
    }));
}

TEST_CASE("a phase lasts until a team that meets twice a week has met six times",
          "[planner][team_days]") {
    // Six full sessions before the first match: two weeks of three, three weeks of two.
    const Runner runner = player();
    const PlanOnPathway thrice = plan_on_pathway(preseason(runner, {}));
    const PlanOnPathway twice =
        plan_on_pathway(preseason(runner, {{Weekday::tue, {}, {}}, {Weekday::thu, {}, {}}}));
    CHECK(sessions_in(thrice.result.schedule, "P4") == 6);
    CHECK(sessions_in(twice.result.schedule, "P4") == 6);
    CHECK(*twice.result.goal_day - *thrice.result.goal_day == 7);
}

TEST_CASE("a day of the team on which no session can stand is told", "[planner][team_days]") {
    const Runner runner = player();
    const PlanOnPathway three = plan_on_pathway(preseason(
        runner, {{Weekday::tue, {}, {}}, {Weekday::wed, {}, {}}, {Weekday::thu, {}, {}}}));
    REQUIRE(three.path.days_left);
    CHECK_THAT(*three.path.days_left, Contains("(Wed)"));
    CHECK(three.path.warnings() == std::vector<std::string>{*three.path.days_left});
    const PlanOnPathway two =
        plan_on_pathway(preseason(runner, {{Weekday::tue, {}, {}}, {Weekday::thu, {}, {}}}));
    CHECK_FALSE(two.path.days_left);
}

TEST_CASE("a fixed day takes the place of the nearest run day but that of the long run",
          "[planner][team_days]") {
    const Runner runner = player();
    Background background = runner.background(day(as_of));
    REQUIRE(background.run_days ==
            std::vector<Weekday>{Weekday::tue, Weekday::thu, Weekday::sat, Weekday::sun});
    REQUIRE(background.long_day == Weekday::sun);
    const std::vector<TeamDay> monday{{Weekday::mon, {}, {}}};
    run_on_team_days(background, monday); // Sunday is as near as Tuesday, and is the long run's
    CHECK(background.run_days ==
          std::vector<Weekday>{Weekday::mon, Weekday::thu, Weekday::sat, Weekday::sun});
    CHECK_THAT(background.run_days_from, Contains("Mon Thu Sat Sun"));
}

TEST_CASE("a calendar that the athlete or the pathway has no room for is refused",
          "[planner][team_days]") {
    Runner runner = player();
    runner.athlete.days = {Weekday::tue, Weekday::thu, Weekday::sun};
    CHECK_THROWS_WITH(plan_on_pathway(preseason(runner, {{Weekday::wed, {}, {}}})),
                      Contains("does not train on that day") && Contains("[sport]"));
    runner.athlete.days.clear();
    runner.athlete.plays.reset();
    CHECK_THROWS_WITH(plan_on_pathway(preseason(runner, {{Weekday::wed, {}, {}}})),
                      Contains("preseason has none for this athlete"));
}

TEST_CASE("the verifier sees a team session on another day", "[planner][team_days][verify]") {
    const Runner runner = player();
    const PathwayRequest request = preseason(runner, {{Weekday::tue, {}, {}}});
    const PlanOnPathway plan = plan_on_pathway(request);
    Schedule schedule = plan.result.schedule;
    const auto broken = [&] {
        const auto found =
            pathway_violations(schedule, {plan.path.pathway, plan.path.subject, request.events,
                                          plan.background.measuring_sessions(), day(as_of) + 1,
                                          request.goal.team_days});
        return std::any_of(found.begin(), found.end(),
                           [](const Violation& v) { return v.rule == rule_of_team_days; });
    };
    CHECK_FALSE(broken());
    const auto days = with_team(schedule);
    REQUIRE_FALSE(days.empty());
    const auto tuesday = schedule.days.begin() + (days.front()->date - schedule.days.front().date);
    std::swap(tuesday->session, (tuesday + 1)->session);
    std::swap(tuesday->others, (tuesday + 1)->others);
    CHECK(broken());
}
