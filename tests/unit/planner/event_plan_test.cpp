// Plans that lead to a race or a match.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/conflicts.hpp"
#include "planner/plan_search.hpp"
#include "planner/reference_climb.hpp"
#include "planner/rules/goal_day.hpp"
#include "planner/rules/walk_run_rule.hpp"
#include "planner/verify.hpp"
#include "risk/spike.hpp"
#include "tests/support/plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

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
constexpr const char* no_break = "2026-11-01";       // a Sunday

Goal race_of(double km, const char* date = nullptr) {
    Goal goal;
    goal.kind = GoalKind::race;
    goal.event_distance_m = 1000.0 * km;
    if (date != nullptr) {
        goal.date = day(date);
    }
    return goal;
}

const PlannedDay& day_of(const PlanResult& plan, Date date) {
    const auto found = std::find_if(plan.schedule.days.begin(), plan.schedule.days.end(),
                                    [&](const PlannedDay& d) { return d.date == date; });
    REQUIRE(found != plan.schedule.days.end());
    return *found;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether the rules named, and no others, leave a plan to the event of @p search.
bool leaves_a_plan(const PlanSearch& search, std::size_t week,
                   const std::vector<std::string>& ids) {
    const HorizonModel all = search.model_to(week);
    HorizonModel some(all.background(), all.frame(), all.weeks());
    for (const RuleRow& row : all.rows()) {
        if (has(ids, row.rule)) {
            some.at_most(row.rule, row.date, row.expression, Expression());
        }
    }
    return conflicts_at(some, 0.0).together.empty();
}

} // namespace

TEST_CASE("a race within the session cap is run on the first day of the long run",
          "[planner][event]") {
    // 15 km is the longest of 30 days: 1.10 x 15 = 16.5 km, and a week of 40 km may hold 44.
    const Runner runner = test::runner_until(day(no_break));
    const PlanResult plan = runner.plan(day(no_break), race_of(16.5));
    REQUIRE(plan.status == PlanStatus::planned);
    CHECK(plan.goal_day == day("2026-11-08"));
    const PlannedSession& race = day_of(plan, day("2026-11-08")).session;
    CHECK(race.is_goal);
    CHECK(race.kind == SessionKind::run);
    CHECK_THAT(race.distance_m, WithinAbs(16500, 1e-9));
    CHECK(race.limited_by == "goal");
    CHECK(day_of(plan, day("2026-11-07")).session.kind == SessionKind::rest); // Saturday before
}

TEST_CASE("a race a step beyond the session cap needs a longer run first", "[planner][event]") {
    const Runner runner = test::runner_until(day(no_break));
    const PlanResult plan = runner.plan(day(no_break), race_of(16.6));
    REQUIRE(plan.status == PlanStatus::planned);
    CHECK(*plan.goal_day > day("2026-11-08"));
    const auto longest = risk::longest_run_before(
        with_history(plan.schedule, runner.sessions, "alex"), *plan.goal_day);
    REQUIRE(longest);
    CHECK(1.10 * longest->distance_m >= 16600 - check_tolerance_m);
}

TEST_CASE("a week earlier the race of the earliest plan breaks a rule", "[planner][event]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const PlanResult plan = runner.plan(day("2026-11-01"), race_of(18));
    REQUIRE(plan.status == PlanStatus::planned);
    const Goal earlier = [&] {
        Goal goal = race_of(18);
        goal.date = *plan.goal_day - 7;
        return goal;
    }();
    const PlanResult refused = runner.plan(day("2026-11-01"), earlier);
    CHECK(refused.status == PlanStatus::infeasible);
    CHECK(refused.earliest_day == plan.goal_day);
    CHECK_FALSE(refused.conflicts.empty());
    CHECK_FALSE(refused.together.empty());
    CHECK(refused.schedule.days.empty());
}

TEST_CASE("runs are held against other runs where those chosen beforehand hold the goal back",
          "[planner][event]") {
    // 18 km from a longest of 30 days of 15 km: 15 x 1.10 = 16.5, x 1.10 = 18.1 km; one long run
    // stands between, whatever was chosen beforehand.
    const Runner runner = test::runner_until(day(no_break));
    const Background background = runner.background(day(no_break));
    const PlanPolicy policy = PlanPolicy::of(&runner.athlete, background.start());
    PlanSearch search(background, policy, 6);
    search.lead_to(EventDay{search.frame().weeks[3].to(), 18'000.0});
    const Rules rules = base_rules(background, policy, search.event());
    const auto model_of = [&](const References& references) {
        HorizonModel model(background, search.frame(), 4, references, HorizonModel::Event::free);
        for (const auto& rule : rules) {
            rule->constrain(model);
        }
        return model;
    };
    // All against the log: 16.5 km is the most that the race may be.
    const References to_log =
        references_to_log(background, references_by_reach(background, search.frame(), policy));
    const auto climbed = climb_references(background, model_of, to_log, 18.0);
    REQUIRE(climbed);
    CHECK(*climbed != to_log);
    CHECK(climbed->at(search.event()->day).is_planned);
    CHECK_FALSE(climb_references(background, model_of, to_log, 40.0));
}

TEST_CASE("a wished day beyond the earliest one is the day of the race", "[planner][event]") {
    const Runner runner = test::runner_until(day(no_break));
    const PlanResult plan = runner.plan(day(no_break), race_of(18, "2027-02-13")); // a Saturday
    REQUIRE(plan.status == PlanStatus::planned);
    CHECK(plan.goal_day == day("2027-02-13"));
    CHECK(*plan.earliest_day < *plan.goal_day);
    CHECK(plan.earliest_day->weekday() == Weekday::sat);
    CHECK(day_of(plan, day("2027-02-13")).session.is_goal);
    for (const PlannedDay& planned : plan.schedule.days) {
        CHECK((planned.date <= *plan.goal_day || planned.session.distance_m == 0.0));
    }
}

TEST_CASE("a day further than the horizon lengthens the plan", "[planner][event]") {
    const Runner runner = test::runner_until(day(no_break));
    const PlanResult plan =
        make_plan(runner.background(day(no_break)), race_of(16, "2026-12-27"), 2);
    CHECK(plan.status == PlanStatus::planned);
    CHECK(plan.schedule.weeks.size() == 8);
}

TEST_CASE("a race while the walk-run ladder lasts is refused by the ladder", "[planner][event]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const PlanResult plan = runner.plan(day("2026-12-20"), race_of(5, "2026-12-27"));
    REQUIRE(plan.status == PlanStatus::infeasible);
    CHECK(plan.together == std::vector<std::string>{WalkRunRule::id});
    CHECK(plan.conflicts.front().by_days > 0);
}

TEST_CASE("a free day stands between the walk-run ladder and a race", "[planner][event]") {
    const Runner runner = test::runner_until(day(end_of_running));
    const Background background = runner.background(day("2026-12-06")); // 56 days off
    const PlanResult plan = make_plan(background, race_of(2), 26);
    REQUIRE(plan.status == PlanStatus::planned);
    Date last_rung = background.start();
    for (const PlannedDay& planned : plan.schedule.days) {
        if (planned.session.kind == SessionKind::walk_run) {
            last_rung = planned.date;
        }
    }
    CHECK(*plan.goal_day - last_rung >= 2);
    Schedule schedule = plan.schedule; // and the verifier sees one without
    const auto event = std::find_if(schedule.days.begin(), schedule.days.end(),
                                    [](const PlannedDay& d) { return d.session.is_goal; });
    for (auto d = schedule.days.begin(); d != event; ++d) {
        if (d->date == *plan.goal_day - 1) {
            for (PlannedDay& rung : schedule.days) {
                if (rung.date == last_rung) {
                    std::swap(rung.session, d->session);
                    break;
                }
            }
        }
    }
    const Rules rules =
        base_rules(background, plan.policy, EventDay{*plan.goal_day, 2000.0, false});
    std::vector<std::string> broken;
    for (const Violation& v : violations_of(schedule, background, plan.policy, rules)) {
        broken.push_back(v.rule);
    }
    CHECK(has(broken, WalkRunRule::id));
}

TEST_CASE("a race on a day that is past, away or too far is told as such", "[planner][event]") {
    Runner runner = test::runner_until(day(no_break));
    CHECK_THROWS_WITH(runner.plan(day(no_break), race_of(10, "2026-11-01")),
                      Contains("is not after the day of the plan"));
    CHECK_THROWS_WITH(runner.plan(day(no_break), race_of(10, "2030-01-01")),
                      Contains("more than 104 weeks ahead"));
    Event holiday;
    holiday.kind = EventKind::holiday;
    holiday.day = day("2026-11-20");
    holiday.value = 4;
    runner.events.push_back(holiday);
    CHECK_THROWS_WITH(runner.plan(day(no_break), race_of(10, "2026-11-22")),
                      Contains("holiday or other absence"));
}

TEST_CASE("the verifier sees a race that is moved, cut or surrounded by long runs",
          "[planner][event][verify]") {
    const Runner runner = test::runner_until(day(no_break));
    const Background background = runner.background(day(no_break));
    const PlanResult plan = make_plan(background, race_of(18, "2026-12-20"), 26);
    REQUIRE(plan.status == PlanStatus::planned);
    const Rules rules = base_rules(background, plan.policy, EventDay{day("2026-12-20"), 18000.0});
    const auto broken_by = [&](auto change) {
        Schedule schedule = plan.schedule;
        change(schedule);
        std::vector<std::string> broken;
        for (const Violation& v : violations_of(schedule, background, plan.policy, rules)) {
            broken.push_back(v.rule);
        }
        return broken;
    };
    CHECK(broken_by([](Schedule&) {}).empty());
    const auto event_in = [](Schedule& schedule) {
        return std::find_if(schedule.days.begin(), schedule.days.end(),
                            [](const PlannedDay& d) { return d.session.is_goal; });
    };
    CHECK(
        has(broken_by([&](Schedule& s) { event_in(s)->session.distance_m = 17000; }), GoalDay::id));
    CHECK(has(broken_by([&](Schedule& s) {
                  const auto event = event_in(s);
                  std::swap(event->session, (event - 1)->session);
              }),
              GoalDay::id));
    CHECK(has(broken_by([&](Schedule& s) { (event_in(s) - 3)->session.distance_m = 16000; }),
              GoalDay::id));
    CHECK(has(broken_by([&](Schedule& s) { // a short run on the eve
                  const auto eve = event_in(s) - 1;
                  eve->session.kind = SessionKind::run;
                  eve->session.distance_m = 3000;
              }),
              GoalDay::id));
}

TEST_CASE("rules that cannot all be kept leave a plan without any one of them",
          "[planner][event][conflicts]") {
    CHECK(rc::check("conflict sets are infeasible and minimal", [] {
        Runner runner = test::runner_until(day(end_of_running));
        const int days_off = *rc::gen::inRange(0, 29);
        const Date as_of = day(end_of_running) + days_off;
        const double km = *rc::gen::inRange(170, 400) / 10.0;
        const auto week = static_cast<std::size_t>(*rc::gen::inRange(0, 7));
        const Background background = runner.background(as_of);
        const PlanPolicy policy = PlanPolicy::of(&runner.athlete, background.start());
        PlanSearch search(background, policy, 8);
        const Date last = search.frame().weeks[week].to();
        search.lead_to(EventDay{last, 1000.0 * km});
        RC_PRE(search.frame().weeks[week].has_event());
        const Conflicts conflicts = conflicts_at(search.model_to(week), 0.0);
        RC_PRE(!conflicts.together.empty());
        RC_ASSERT(!conflicts.broken.empty());
        RC_ASSERT(!leaves_a_plan(search, week, conflicts.together));
        for (const std::string& rule : conflicts.together) {
            std::vector<std::string> others;
            std::copy_if(conflicts.together.begin(), conflicts.together.end(),
                         std::back_inserter(others),
                         [&](const std::string& id) { return id != rule; });
            RC_ASSERT(leaves_a_plan(search, week, others));
        }
    }));
}
