// Plans along pathways: phases, content, runs from the phase that allows them, and their verifier.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/pathway_verify.hpp"
#include "planner/rule.hpp"
#include "planner/verify.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using test::day;
using test::gate_on;
using test::hurt_runner;
using test::onset;
using test::passed_to_walk_run;
using test::phase_of;
using test::request_for;
using test::Runner;
using test::runs_of;
using test::sore_runner;

namespace {

std::set<std::string> broken_rules(const Schedule& schedule, const PlanOnPathway& plan,
                                   const PathwayRequest& request) {
    std::set<std::string> rules;
    for (const Violation& violation :
         pathway_violations(schedule, {plan.path.pathway, plan.path.subject, request.events,
                                       plan.background.measuring_sessions(), request.as_of + 1})) {
        rules.insert(violation.rule);
    }
    return rules;
}

} // namespace

TEST_CASE("after an acute strain nobody runs before the phase that allows it",
          "[planner][pathway]") {
    const Runner runner = hurt_runner();
    const PathwayRequest request = request_for(runner, "acute_strain", day(onset));
    const PlanOnPathway plan = plan_on_pathway(request);
    REQUIRE(plan.result.status == PlanStatus::planned);
    const Schedule& schedule = plan.result.schedule;
    // A0 began on the onset and lasts 2 days, A1 5, A2 and A3 7 each: A4 from day 21.
    CHECK(phase_of(schedule, "A4").from == day(onset) + 21);
    CHECK(plan.path.running_from == day(onset) + 21);
    CHECK(test::first_running(schedule) >= day(onset) + 21);
    CHECK(schedule.days.front().date == day(onset) + 1);
    for (std::size_t i = 1; i < schedule.days.size(); ++i) {
        REQUIRE(schedule.days[i].date == schedule.days[i - 1].date + 1);
    }
    // The days before it are not empty: holds, raises, jumps.
    const PlannedDay& first_of_a1 = schedule.days[1];
    CHECK(first_of_a1.phase == "A1");
    REQUIRE(first_of_a1.others.size() == 1);
    CHECK(first_of_a1.others[0].kind == SessionKind::strength);
    CHECK(first_of_a1.others[0].exercises.size() == 4);
    CHECK(first_of_a1.others[0].id == "2026-10-14-strength");
}

TEST_CASE("the verifier sees a race before the return to sport", "[planner][pathway]") {
    const Runner runner = hurt_runner();
    const PathwayRequest request = request_for(runner, "acute_strain", day(onset));
    const PlanOnPathway plan = plan_on_pathway(request);
    REQUIRE(plan.result.status == PlanStatus::planned);
    const auto race_in = [&](const std::string& phase) {
        Schedule schedule = plan.result.schedule;
        const auto run =
            std::find_if(schedule.days.begin(), schedule.days.end(), [&](const auto& d) {
                return d.phase == phase && d.session.kind != SessionKind::rest;
            });
        REQUIRE(run != schedule.days.end());
        run->session.is_goal = true;
        return broken_rules(schedule, plan, request);
    };
    CHECK(broken_rules(plan.result.schedule, plan, request).empty());
    CHECK(race_in("A5").contains("gates_in_order"));
    CHECK_FALSE(race_in("A7").contains("gates_in_order"));
}

TEST_CASE("the way back starts at the ladder's first rung, under the ceilings of the layoff ladder",
          "[planner][pathway]") {
    const Runner runner = hurt_runner();
    const PlanOnPathway plan =
        plan_on_pathway(request_for(runner, "acute_strain", day("2026-10-13")));
    const auto walks = runs_of(plan.result.schedule, SessionKind::walk_run);
    REQUIRE(walks.size() >= 10);
    for (std::size_t i = 0; i < 8; ++i) {
        // 4+1, 3+2, 2+3, 1+4 min, two days each: newptwellness.com/post/returntorun
        const Step& step = walks[i].session.steps.front();
        CHECK(step.run_s == 60 * (static_cast<int>(i) / 2 + 1));
        CHECK(step.walk_s == 300 - step.run_s);
        CHECK((i == 0 || walks[i].date - walks[i - 1].date >= 2));
    }
    // 50, 70, 80, 90 % of 40 km in the seven-day weeks from the first day of running.
    const Date back = *plan.path.running_from;
    const double shares[] = {0.5, 0.7, 0.8, 0.9, 1.0};
    for (int week = 0; week < 5; ++week) {
        double sum = 0.0;
        for (const PlannedDay& planned : plan.result.schedule.days) {
            const int at = planned.date - back;
            sum += at >= 7 * week && at < 7 * (week + 1) ? planned.session.distance_m : 0.0;
        }
        CHECK(sum <= shares[week] * 40'000.0 + 0.5);
    }
    // The long run of before the injury measures nothing: the first run without a walk is held
    // against those of the ladder, not against 15 km.
    const auto runs = runs_of(plan.result.schedule, SessionKind::run);
    double longest = 0.0;
    for (const PlannedDay& walk : walks) {
        longest = std::max(longest, walk.session.distance_m);
    }
    CHECK(runs.front().session.distance_m <= 1.10 * longest + 0.5);
    CHECK(plan.result.demand_m == 40'000.0); // the usual week of before the injury
}

TEST_CASE("passed gates bring the runs forward, and a rung that is done is not run again",
          "[planner][pathway]") {
    Runner runner = hurt_runner();
    runner.events = passed_to_walk_run();
    PlanOnPathway plan = plan_on_pathway(request_for(runner, "acute_strain", day("2026-11-02")));
    CHECK(plan.path.pathway.phases[plan.path.state->present().phase].id == "A4");
    CHECK_FALSE(plan.path.running_from.has_value());
    CHECK(runs_of(plan.result.schedule, SessionKind::walk_run).front().session.steps[0].run_s ==
          60);

    runner.events.push_back(gate_on("2026-11-10", "walk_run_rung", 2));
    runner.sessions.push_back(test::run_on(day("2026-11-03"), 1.0, 30));
    runner.sessions.push_back(test::run_on(day("2026-11-09"), 2.0, 30));
    plan = plan_on_pathway(request_for(runner, "acute_strain", day("2026-11-10")));
    const auto walks = runs_of(plan.result.schedule, SessionKind::walk_run);
    CHECK(walks.front().session.steps[0].run_s == 180); // the third: 2 min walk + 3 min run
    CHECK(plan.result.first_back == day("2026-11-03"));
}

TEST_CASE("the phase with the ladder lasts as long as the ladder", "[planner][pathway]") {
    Runner runner = hurt_runner();
    runner.athlete.days = {Weekday::tue, Weekday::sat}; // ten sessions take five weeks
    const PlanOnPathway plan =
        plan_on_pathway(request_for(runner, "acute_strain", day("2026-10-13"), 52));
    REQUIRE(plan.result.status == PlanStatus::planned);
    const auto walks = runs_of(plan.result.schedule, SessionKind::walk_run);
    CHECK(phase_of(plan.result.schedule, "A4").to >= walks.back().date);
    CHECK(phase_of(plan.result.schedule, "A4").to - phase_of(plan.result.schedule, "A4").from > 28);
    CHECK(phase_of(plan.result.schedule, "A5").from == phase_of(plan.result.schedule, "A4").to + 1);
}

TEST_CASE("pain puts the runs off by a week, and the page's rule says so", "[planner][pathway]") {
    Runner runner = hurt_runner();
    runner.events = passed_to_walk_run();
    runner.events.push_back(test::pain_on("2026-11-04", 4));
    const PlanOnPathway plan =
        plan_on_pathway(request_for(runner, "acute_strain", day("2026-11-05")));
    REQUIRE(plan.path.state->hold.has_value());
    CHECK(plan.path.running_from == day("2026-11-11"));
    CHECK(test::first_running(plan.result.schedule) >= day("2026-11-11"));
    const auto& rules = plan.result.rules;
    CHECK(std::any_of(rules.begin(), rules.end(), [](const RuleInfo& rule) {
        return rule.id == "pain_during" && rule.value == "2 of 10";
    }));
}

TEST_CASE("a phase has its content and no other", "[planner][pathway]") {
    const Runner runner = hurt_runner();
    const PlanOnPathway plan =
        plan_on_pathway(request_for(runner, "acute_strain", day("2026-10-13")));
    std::map<std::string, int> sessions;
    for (const PlannedDay& planned : plan.result.schedule.days) {
        for (const PlannedSession& other : planned.others) {
            ++sessions[planned.phase + " " + std::string(to_string(other.kind))];
        }
    }
    CHECK(sessions["A1 strength"] == 5);   // every day of five
    CHECK(sessions["A2 strength"] == 4);   // every second of seven
    CHECK(sessions["A3 plyometric"] == 4); // the same
    CHECK(sessions["A4 strides"] == 0);
    CHECK(sessions["A5 strides"] == 4);             // twice a week for two weeks
    CHECK(sessions["A5 change_of_direction"] == 0); // a runner
    CHECK(sessions["A6 team_training"] == 0);
}

TEST_CASE("a team session takes the place of a run and keeps its distance as a ceiling",
          "[planner][pathway]") {
    Runner runner = hurt_runner();
    runner.athlete.plays = Sport::soccer;
    const PlanOnPathway plan =
        plan_on_pathway(request_for(runner, "acute_strain", day("2026-10-13"), 40));
    INFO(plan.result.why);
    REQUIRE(plan.result.status == PlanStatus::planned);
    const Phase& training = phase_of(plan.result.schedule, "A6");
    // Six sessions at three a week take two weeks: Bengtsson et al. 2020.
    CHECK(training.to - training.from + 1 == 14);
    const auto team = runs_of(plan.result.schedule, SessionKind::team_training);
    CHECK(team.size() >= 5);
    for (const PlannedDay& planned : team) {
        CHECK(planned.phase == "A6");
        CHECK(planned.session.distance_m > 0.0);
        CHECK(planned.session.exercises.size() == 1);
        CHECK_FALSE(planned.session.duration_min.has_value());
    }
}

TEST_CASE("the silent strain runs short before it runs on", "[planner][pathway]") {
    const Runner runner = sore_runner("calf_right");
    const PlanOnPathway plan =
        plan_on_pathway(request_for(runner, "silent_strain", day("2026-10-13"), 40));
    REQUIRE(plan.result.status == PlanStatus::planned);
    const Phase& shorts = phase_of(plan.result.schedule, "S4");
    const Date first = test::first_running(plan.result.schedule);
    CHECK((first >= shorts.from && first <= shorts.to));
    CHECK(runs_of(plan.result.schedule, SessionKind::walk_run).front().date > shorts.to);
    std::optional<Date> last;
    for (const PlannedDay& planned : plan.result.schedule.days) {
        for (const PlannedSession& other : planned.others) {
            if (planned.phase == "S4" && other.kind == SessionKind::strides) {
                CHECK((!last || planned.date - *last >= 2));
                // 6 to 10 run-throughs: its one week begins with 6, and no rule forbids a seventh.
                CHECK(other.exercises.front().dose.reps == 6);
                CHECK(other.limited_by == no_limit);
                last = planned.date;
            }
        }
    }
    CHECK(last.has_value());
}

TEST_CASE("a first game that is nearer than the phases has no plan", "[planner][pathway]") {
    Runner runner = test::runner_until(day("2026-10-11"));
    PathwayRequest request = request_for(runner, "preseason", day("2026-10-11"));
    const PlanOnPathway free = plan_on_pathway(request);
    REQUIRE(free.result.status == PlanStatus::planned);
    CHECK(free.result.goal_day == day("2026-10-12") + 56); // 8 weeks
    request.goal.date = *free.result.goal_day;
    CHECK(plan_on_pathway(request).result.status == PlanStatus::planned);
    request.goal.date = *free.result.goal_day - 1;
    const PlanOnPathway early = plan_on_pathway(request);
    REQUIRE(early.result.status == PlanStatus::infeasible);
    CHECK(early.result.earliest_day == free.result.goal_day);
    REQUIRE(early.result.conflicts.size() == 1);
    CHECK(early.result.conflicts[0].by_days == 1);
    CHECK(early.result.schedule.days.empty());
    // A later one makes the first phase longer.
    request.goal.date = *free.result.goal_day + 10;
    const PlanOnPathway late = plan_on_pathway(request);
    CHECK(late.result.goal_day == request.goal.date);
    CHECK(phase_of(late.result.schedule, "P1").to == phase_of(free.result.schedule, "P1").to + 10);
    CHECK(phase_of(late.result.schedule, "P5").from == request.goal.date);
}

TEST_CASE("another injury, or no change in two weeks, goes to a clinician", "[planner][pathway]") {
    Runner runner = hurt_runner();
    runner.injuries.push_back({"knee_right", "", day("2026-10-12"), std::nullopt, std::nullopt});
    const PlanOnPathway knee =
        plan_on_pathway(request_for(runner, "acute_strain", day("2026-10-20")));
    CHECK(knee.result.status == PlanStatus::refer);
    CHECK_THAT(knee.result.why, Contains("knee_right"));
    const Runner neural = sore_runner("leg_left");
    CHECK(plan_on_pathway(request_for(neural, "neural_tension", day("2026-10-26"))).result.status ==
          PlanStatus::planned);
    const PlanOnPathway late =
        plan_on_pathway(request_for(neural, "neural_tension", day("2026-10-27")));
    CHECK(late.result.status == PlanStatus::refer);
    CHECK_THAT(late.result.why, Contains("see a clinician"));
    CHECK(late.result.schedule.days.empty());
    // Without an injury an open one forbids a plan, as ever.
    CHECK(plan_on_pathway(request_for(hurt_runner(), "conditioning", day("2026-10-20")))
              .result.status == PlanStatus::refer);
}

TEST_CASE("a pathway from the onset needs one", "[planner][pathway]") {
    const Runner runner = test::runner_until(day("2026-10-11"));
    for (const char* id : {"acute_strain", "silent_strain", "neural_tension"}) {
        CHECK_THROWS_WITH(plan_on_pathway(request_for(runner, id, day("2026-10-13"))),
                          Contains("none is recorded") && Contains("injury_onset"));
    }
}

TEST_CASE("time off keeps its plan, with raises and boxes beside it", "[planner][pathway]") {
    Runner runner = test::runner_until(day("2026-10-11"));
    const PathwayRequest request = request_for(runner, "time_off", day("2026-11-01"));
    const PlanOnPathway plan = plan_on_pathway(request);
    const PlanResult alone = runner.plan(day("2026-11-01"));
    REQUIRE(plan.result.schedule.days.size() == alone.schedule.days.size());
    int strength = 0;
    for (std::size_t i = 0; i < alone.schedule.days.size(); ++i) {
        CHECK(plan.result.schedule.days[i].session.distance_m ==
              alone.schedule.days[i].session.distance_m);
        strength += plan.result.schedule.days[i].others.empty() ? 0 : 1;
    }
    CHECK(strength == 2 * static_cast<int>(alone.schedule.weeks.size()));
    CHECK_FALSE(plan.path.state.has_value());
}

TEST_CASE("the verifier sees what breaks a rule of the pathway", "[planner][verify]") {
    Runner runner = hurt_runner();
    runner.events = passed_to_walk_run();
    const PathwayRequest request = request_for(runner, "acute_strain", day("2026-10-27"));
    const PlanOnPathway plan = plan_on_pathway(request);
    const Schedule& good = plan.result.schedule;
    REQUIRE(good.days.front().phase == "A3");
    CHECK(broken_rules(good, plan, request).empty());

    Schedule early = good; // a run in the phase of jumps
    early.days[1].session = runs_of(good, SessionKind::walk_run).front().session;
    CHECK(broken_rules(early, plan, request) == std::set<std::string>{"phase_running"});

    Schedule strides = good;
    PlannedSession session;
    session.kind = SessionKind::strides;
    session.exercises.push_back({"strides", "Strides", {}});
    strides.days[1].others.push_back(session);
    CHECK(broken_rules(strides, plan, request) ==
          std::set<std::string>{"phase_running", "phase_content"});

    Schedule often = good; // jumps on two days in a row
    often.days[1].others = often.days[0].others;
    CHECK(broken_rules(often, plan, request) == std::set<std::string>{"phase_content"});

    Schedule crowded = good; // strides on the day after strides
    Schedule growing = good; // and in the week that starts the way back
    for (std::size_t i = 1; i < good.days.size(); ++i) {
        const auto& others = good.days[i].others;
        const bool fast =
            std::any_of(others.begin(), others.end(), [](const PlannedSession& other) {
                return other.kind == SessionKind::strides;
            });
        if (fast) {
            crowded.days[i + 1].others = others;
            growing.days[static_cast<std::size_t>(good.weeks.front().from - good.days.front().date)]
                .others = others;
            break;
        }
    }
    CHECK(broken_rules(crowded, plan, request).contains("speed_apart"));
    CHECK(broken_rules(growing, plan, request).contains("volume_or_intensity"));

    PathwayRequest torn = request; // the clinician's squeeze, once more
    std::vector<Event> squeezed = runner.events;
    squeezed.push_back(gate_on("2026-10-27", "calf_squeeze_normal", 0));
    torn.events = squeezed;
    CHECK(broken_rules(good, plan, torn).contains("refer_first"));

    PathwayRequest hurried = request; // every gate on the day on which the first was passed
    std::vector<Event> at_once = runner.events;
    for (Event& event : at_once) {
        event.day = day("2026-10-14") - (event.kind == EventKind::pain ? 1 : 0);
    }
    hurried.events = at_once;
    CHECK(broken_rules(good, plan, hurried) == std::set<std::string>{"gates_in_order"});

    Schedule skipped = good; // A3, then A5
    skipped.phases.erase(skipped.phases.begin() + 1);
    CHECK(broken_rules(skipped, plan, request).contains("gates_in_order"));

    Schedule other_day = good;
    other_day.days[0].phase = "A4";
    CHECK(broken_rules(other_day, plan, request).contains("gates_in_order"));

    // The same plan where a gate of A1 was never recorded.
    PathwayRequest unrecorded = request;
    std::vector<Event> fewer = runner.events;
    fewer.erase(fewer.begin() + 4, fewer.begin() + 6);
    unrecorded.events = fewer;
    CHECK(broken_rules(good, plan, unrecorded) == std::set<std::string>{"gates_in_order"});

    // And where pain was recorded yesterday.
    PathwayRequest hurts = request;
    std::vector<Event> more = runner.events;
    more.push_back(test::pain_on("2026-10-27", 5));
    hurts.events = more;
    Schedule runs_now = good;
    runs_now.days[2].session.kind = SessionKind::run;
    CHECK(broken_rules(runs_now, plan, hurts).contains("pain_hold"));
    CHECK_THROWS_AS(
        verify_pathway(runs_now, {plan.path.pathway, plan.path.subject, more,
                                  plan.background.measuring_sessions(), request.as_of + 1}),
        DisagreementError);
}

TEST_CASE("the base rules hold of the runs after an injury", "[planner][verify]") {
    Runner runner = hurt_runner();
    runner.events = passed_to_walk_run();
    runner.events.push_back(gate_on("2026-11-10", "walk_run_rung", 3));
    runner.sessions.push_back(test::run_on(day("2026-11-09"), 2.0, 30));
    const PlanOnPathway plan =
        plan_on_pathway(request_for(runner, "acute_strain", day("2026-11-10")));
    REQUIRE(plan.result.status == PlanStatus::planned);
    const Rules rules = base_rules(plan.background, plan.result.policy);
    Schedule runs = plan.result.schedule;
    CHECK(violations_of(runs, plan.background, plan.result.policy, rules).empty());
    // Held against the 15 km of before the injury, 5 km would pass; they must not.
    for (PlannedDay& planned : runs.days) {
        if (planned.session.kind == SessionKind::run) {
            planned.session.distance_m = 12'000.0;
            break;
        }
    }
    std::set<std::string> broken;
    for (const Violation& v : violations_of(runs, plan.background, plan.result.policy, rules)) {
        broken.insert(v.rule);
    }
    CHECK(broken.contains("session_cap"));
    // The first session at a rung that was done already, or one further on.
    runs = plan.result.schedule;
    runs.days[0].session.kind = SessionKind::walk_run;
    runs.days[0].session.steps = {{6, 60, 240}};
    broken.clear();
    for (const Violation& v : violations_of(runs, plan.background, plan.result.policy, rules)) {
        broken.insert(v.rule);
    }
    CHECK(broken.contains("walk_run_ladder"));
}
