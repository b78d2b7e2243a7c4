// What could do harm: jumps too early, speed where distance grows, plans past a failed test.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_plan.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <optional>
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
using test::sore_runner;

TEST_CASE("pain puts off run-throughs and jumps, too", "[planner][pathway]") {
    Runner runner = sore_runner("calf_left");
    runner.events = {gate_on("2026-10-13", "walk_pain_free", 1),
                     test::pain_on("2026-10-13", 0),
                     test::morning_on("2026-10-14", 0),
                     gate_on("2026-10-15", "calf_raises_left", 27),
                     gate_on("2026-10-15", "calf_raises_right", 27),
                     gate_on("2026-10-15", "bent_raises_left", 27),
                     gate_on("2026-10-15", "bent_raises_right", 27)};
    const auto first_jump = [](const PlanOnPathway& plan) {
        for (const PlannedDay& planned : plan.result.schedule.days) {
            for (const PlannedSession& other : planned.others) {
                if (other.kind == SessionKind::plyometric) {
                    return planned.date;
                }
            }
        }
        return day("2030-01-01");
    };
    const Date as_of = day("2026-10-20");
    const auto plan = [&] {
        return plan_on_pathway(request_for(runner, "silent_strain", as_of, 40));
    };
    const PlanOnPathway now = plan();
    CHECK(now.path.pathway.phases[now.path.state->present().phase].id == "S3");
    CHECK(first_jump(now) <= as_of + 2);
    runner.events.push_back(test::pain_on("2026-10-20", 4));
    CHECK(first_jump(plan()) >= as_of + 7);
    runner.events.pop_back();
    runner.events.push_back(gate_on("2026-10-18", "hop_pain_free", 1));
    runner.events.push_back(gate_on("2026-10-18", "hop_distance_left", 140));
    runner.events.push_back(gate_on("2026-10-18", "hop_distance_right", 140));
    CHECK(test::first_running(plan().result.schedule) <= as_of + 2);
    runner.events.push_back(test::pain_on("2026-10-20", 4));
    CHECK(test::first_running(plan().result.schedule) >= as_of + 7);
}

TEST_CASE("no pathway has jumps before its gate of raises", "[planner][pathway]") {
    // Who cannot raise does not jump: 25 raises stand in a phase before the first with jumps.
    for (const char* id : {"acute_strain", "silent_strain"}) {
        bool raises = false;
        for (const PathwayPhase& phase : test::pathways().with_id(id).phases) {
            for (const Exercise& exercise : phase.exercises) {
                INFO(id << " " << phase.id << " " << exercise.id);
                CHECK((raises || exercise.kind != SessionKind::plyometric));
            }
            for (const Gate& gate : phase.gates) {
                raises = raises || (gate.from == "calf_raises" && gate.threshold >= 25.0);
            }
        }
        CHECK(raises);
    }
}

TEST_CASE("speed stands neither where distance grows most nor on days in a row",
          "[planner][pathway]") {
    for (const bool team : {false, true}) {
        Runner runner = hurt_runner();
        if (team) {
            runner.athlete.plays = Sport::soccer;
        }
        const PlanOnPathway plan =
            plan_on_pathway(request_for(runner, "acute_strain", day("2026-10-13"), 40));
        REQUIRE(plan.result.status == PlanStatus::planned);
        const Schedule& schedule = plan.result.schedule;
        std::optional<Date> last;
        int days = 0;
        for (const PlannedDay& planned : schedule.days) {
            bool fast = false;
            for (const PlannedSession& other : planned.others) {
                fast = fast || has_speed(other.kind);
            }
            if (!fast) {
                continue;
            }
            ++days;
            CHECK((!last || planned.date - *last >= 2));
            last = planned.date;
            // Its week against the three before it, by hand.
            for (const PlannedWeek& week : schedule.weeks) {
                if (planned.date < week.from || planned.date > week.to()) {
                    continue;
                }
                const auto index = static_cast<std::size_t>(&week - schedule.weeks.data());
                REQUIRE(index > 0); // the first week back grows from nothing
                double longest = 0.0;
                for (std::size_t back = 1; back <= std::min<std::size_t>(3, index); ++back) {
                    longest =
                        std::max(longest, schedule.week_distance_m(schedule.weeks[index - back]));
                }
                CHECK(schedule.week_distance_m(week) <= 1.15 * longest);
            }
        }
        CHECK(days >= 5);
        // The phase lasts until it has had its two weeks: accelerations stand in the second.
        const Phase& speed = phase_of(schedule, "A5");
        CHECK(speed.to - speed.from + 1 >= 14);
        bool sprints = false;
        for (const PlannedDay& planned : schedule.days) {
            for (const PlannedSession& other : planned.others) {
                const bool here = planned.phase == "A5" && other.kind == SessionKind::sprint;
                sprints = sprints || here;
                CHECK((!here || planned.date - speed.from >= 7));
            }
        }
        CHECK(sprints);
    }
}

TEST_CASE("a recorded grade makes the return no earlier than its mean", "[planner][pathway]") {
    // Prakash et al. 2018: 48 days for grade 3, 12 more where it came on while running.
    Runner runner = hurt_runner();
    runner.events = passed_to_walk_run();
    const auto return_of = [&](std::optional<int> grade, bool running) {
        runner.injuries[0].mri_grade = grade;
        PathwayRequest request = request_for(runner, "acute_strain", day("2026-11-02"), 40);
        request.came_on_running = running;
        const PlanOnPathway plan = plan_on_pathway(request);
        CHECK(plan.path.fewest_days.has_value() == grade.has_value());
        return plan.path.spans.back().from - day(onset);
    };
    const int without = return_of(std::nullopt, true);
    CHECK(without >= 35);
    CHECK(return_of(0, false) == without); // 8 days are long over
    CHECK(return_of(3, true) >= 60);
    CHECK(return_of(3, false) >= 48);
}

TEST_CASE("after every injury a player trains with the team before a match", "[planner][pathway]") {
    for (const char* id : {"acute_strain", "silent_strain", "neural_tension"}) {
        const Pathway player = for_audience(test::pathways().with_id(id), Audience::team);
        const Pathway runner = for_audience(test::pathways().with_id(id), Audience::runner);
        const auto has_gate = [](const Pathway& pathway, const char* gate, double least) {
            for (const PathwayPhase& phase : pathway.phases) {
                for (const Gate& known : phase.gates) {
                    if (known.id == gate && known.threshold >= least && !phase.after_return) {
                        return true;
                    }
                }
            }
            return false;
        };
        INFO(id);
        for (const char* gate : {"sprint_20m", "cod_reactive", "confident"}) {
            CHECK(has_gate(player, gate, 1));
        }
        CHECK(has_gate(player, "top_speed", 95));
        CHECK(has_gate(player, "full_sessions", 6)); // Bengtsson et al. 2020
        CHECK(has_gate(player, "calf_raises", 30));  // Green et al. 2022
        CHECK_FALSE(has_gate(runner, "cod_reactive", 1));
        CHECK(has_gate(runner, "full_sessions", 1));
        CHECK(player.phases.back().after_return);
    }
}

TEST_CASE("a squeeze that fails, or new weakness, has no plan", "[planner][pathway]") {
    Runner runner = hurt_runner();
    runner.events = {gate_on("2026-10-14", "calf_squeeze_normal", 0)};
    const PlanOnPathway squeeze =
        plan_on_pathway(request_for(runner, "acute_strain", day("2026-10-14")));
    CHECK(squeeze.result.status == PlanStatus::refer);
    CHECK(squeeze.result.schedule.days.empty());
    CHECK_THAT(squeeze.result.why, Contains("Achilles tendon") && Contains("14 Oct 2026"));
    Runner neural = sore_runner("leg_left");
    neural.events = {gate_on("2026-10-14", "strength_unchanged", 0)};
    CHECK(plan_on_pathway(request_for(neural, "neural_tension", day("2026-10-14"))).result.status ==
          PlanStatus::refer);
}

TEST_CASE("the first match has its day, a sprint two days before and rest beside it",
          "[planner][pathway]") {
    Runner runner = test::runner_until(day("2026-10-11"));
    runner.athlete.plays = Sport::soccer;
    const PlanOnPathway plan =
        plan_on_pathway(request_for(runner, "preseason", day("2026-10-11"), 40));
    REQUIRE(plan.result.status == PlanStatus::planned);
    const Date match = plan.result.goal_day.value();
    int matches = 0;
    bool sprints_before = false;
    for (const PlannedDay& planned : plan.result.schedule.days) {
        for (const PlannedSession& other : planned.others) {
            matches += other.kind == SessionKind::match ? 1 : 0;
            CHECK((other.kind != SessionKind::match || planned.date == match));
            sprints_before =
                sprints_before || (other.kind == SessionKind::sprint && planned.date == match - 2);
            const bool beside = planned.date == match - 1 || planned.date == match + 1;
            CHECK_FALSE((beside && has_running(other.kind)));
        }
        matches += planned.session.kind == SessionKind::match ? 1 : 0;
    }
    CHECK(matches == 1);
    CHECK(sprints_before); // Buchheit et al. 2023: two days before
    runner.athlete.plays.reset();
    for (const PlannedDay& planned :
         plan_on_pathway(request_for(runner, "preseason", day("2026-10-11"), 40))
             .result.schedule.days) {
        for (const PlannedSession& other : planned.others) {
            CHECK(other.kind != SessionKind::match); // a runner has none
        }
    }
}

TEST_CASE("the week in season has its team sessions, and no strength on the day before a match",
          "[planner][pathway]") {
    Runner runner = test::runner_until(day("2026-10-11"));
    runner.athlete.plays = Sport::soccer;
    runner.athlete.days = {Weekday::tue, Weekday::thu, Weekday::sat, Weekday::sun};
    PathwayRequest request = request_for(runner, "preseason", day("2026-10-11"), 40);
    const Date first = plan_on_pathway(request).result.goal_day.value();
    for (int later = 0; later < 7; ++later) { // a match on each day of the week
        request.goal.date = first + later;
        const PlanOnPathway plan = plan_on_pathway(request);
        REQUIRE(plan.result.status == PlanStatus::planned);
        const Date match = *plan.result.goal_day;
        INFO(long_day(match));
        std::map<SessionKind, int> in_season;
        for (const PlannedDay& planned : plan.result.schedule.days) {
            const bool eve = planned.date == match - 1 || planned.date == match + 6;
            std::set<SessionKind> kinds;
            for (const PlannedSession& other : planned.others) {
                kinds.insert(other.kind);
            }
            kinds.insert(planned.session.kind);
            CHECK_FALSE((eve && kinds.contains(SessionKind::strength)));
            CHECK_FALSE((eve && (kinds.contains(SessionKind::team_training) ||
                                 kinds.contains(SessionKind::sprint) ||
                                 kinds.contains(SessionKind::change_of_direction))));
            if (planned.date > match) {
                for (const SessionKind kind : kinds) {
                    ++in_season[kind];
                }
            }
        }
        // Where the four open days leave room: at the most as often as the phase says.
        const int least = later == 0 ? 2 : 1;
        CHECK(in_season[SessionKind::team_training] >= least);
        CHECK(in_season[SessionKind::team_training] <= 2);
        CHECK(in_season[SessionKind::sprint] == 1);
        // On a day that is open the match itself counts as the turns of the week.
        CHECK(in_season[SessionKind::change_of_direction] <= 1);
        CHECK(in_season[SessionKind::change_of_direction] >= (later == 0 ? 1 : 0));
        CHECK(in_season[SessionKind::strength] == 2);
    }
}

TEST_CASE("a plan is found where the steepest way leads nowhere", "[planner][pathway]") {
    // The 28th day after the first run back begins a week: what the steepest plan puts into the
    // week before leaves nothing under the ratio's cap, and no week behind it recovered from that.
    Runner runner = test::runner_until(day("2026-10-11"));
    runner.athlete.plays = Sport::soccer;
    runner.athlete.birth_date = day("1981-03-14"); // a week of recovery every third
    runner.athlete.days = {Weekday::tue, Weekday::thu, Weekday::sat, Weekday::sun};
    runner.injuries = {{"leg_left", "", day("2026-10-11"), std::nullopt, std::nullopt}};
    PathwayRequest request = request_for(runner, "neural_tension", day("2026-10-12"), 30);
    request.goal.weekly_distance_m = 20'000.0;
    const PlanOnPathway plan = plan_on_pathway(request);
    CHECK(plan.path.running_from == day("2026-11-08")); // a Sunday
    INFO(plan.result.why);
    CHECK(plan.result.status == PlanStatus::planned);
}
