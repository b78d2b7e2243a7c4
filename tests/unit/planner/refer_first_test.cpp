// What is referred before a plan: failed gates of any pathway, bare returns, a second injury.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_plan.hpp"
#include "planner/pathway_verify.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using test::day;
using test::gate_on;
using test::hurt_runner;
using test::onset;
using test::passed_to_walk_run;
using test::request_for;
using test::Runner;

TEST_CASE("a failed squeeze has no plan on any pathway, whatever a file leaves out",
          "[planner][pathway][refer]") {
    // Maffulli 1998: a squeeze that does not move the foot may be a torn Achilles tendon. Which
    // pathway the plan is asked for changes nothing about the tendon.
    const Date as_of = day("2026-10-14");
    for (const char* gate : {"calf_squeeze_normal", "strength_unchanged"}) {
        for (const char* id : {"acute_strain", "silent_strain", "neural_tension", "preseason",
                               "conditioning", "time_off"}) {
            Runner runner = hurt_runner();
            runner.events = {gate_on("2026-10-14", gate, 0)};
            INFO(gate << " " << id);
            if (!test::pathways().with_id(id).of_injury()) {
                runner.injuries[0].returned = as_of;
            }
            const PlanOnPathway plan = plan_on_pathway(request_for(runner, id, as_of));
            CHECK(plan.result.status == PlanStatus::refer);
            CHECK(plan.result.schedule.days.empty());
            CHECK_THAT(plan.result.why, Contains(gate) && Contains("14 Oct 2026"));
            // Without an injury, too: not even a missing onset comes first.
            runner.injuries.clear();
            const PlanOnPathway uninjured = plan_on_pathway(request_for(runner, id, as_of));
            CHECK(uninjured.result.status == PlanStatus::refer);
            CHECK_THAT(uninjured.result.why, Contains(gate));
        }
    }
    Pathway own = test::pathways().with_id("acute_strain");
    for (PathwayPhase& phase : own.phases) {
        for (Gate& gate : phase.gates) {
            gate.refer_if_failed.clear();
        }
    }
    Runner runner = hurt_runner();
    runner.events = {gate_on("2026-10-14", "calf_squeeze_normal", 0)};
    PathwayRequest request = request_for(runner, "acute_strain", as_of);
    request.pathway = &own;
    CHECK(plan_on_pathway(request).result.status == PlanStatus::refer);
    // A file of one's own may refer more.
    runner.events = {gate_on("2026-10-14", "walk_pain_free", 0)};
    CHECK(plan_on_pathway(request_for(runner, "acute_strain", as_of)).result.status ==
          PlanStatus::planned);
    own.phases.front().gates.front().refer_if_failed = "See a clinician.";
    REQUIRE(own.phases.front().gates.front().from == "walk_pain_free");
    request = request_for(runner, "acute_strain", as_of);
    request.pathway = &own;
    CHECK_THAT(plan_on_pathway(request).result.why, Contains("See a clinician"));
}

TEST_CASE("of two squeezes of one day the worse counts, in any order",
          "[planner][pathway][refer]") {
    const Date as_of = day("2026-10-15");
    for (const bool yes_first : {false, true}) {
        Runner runner = hurt_runner();
        runner.events = {gate_on("2026-10-14", "calf_squeeze_normal", yes_first ? 1 : 0),
                         gate_on("2026-10-14", "calf_squeeze_normal", yes_first ? 0 : 1)};
        CHECK(plan_on_pathway(request_for(runner, "acute_strain", as_of)).result.status ==
              PlanStatus::refer);
        // That of a later day stands.
        runner.events.push_back(gate_on("2026-10-15", "calf_squeeze_normal", 1));
        CHECK(plan_on_pathway(request_for(runner, "acute_strain", as_of)).result.status ==
              PlanStatus::planned);
    }
}

TEST_CASE("a squeeze that failed before the onset is not passed over",
          "[planner][pathway][refer]") {
    Runner runner = hurt_runner();
    const Date as_of = day("2026-10-14");
    const auto status_with = [&](Date squeeze) {
        Event event = gate_on("2026-10-01", "calf_squeeze_normal", 0);
        event.day = squeeze;
        runner.events = {event};
        return plan_on_pathway(request_for(runner, "acute_strain", as_of)).result.status;
    };
    CHECK(status_with(day(onset) - 1) == PlanStatus::refer);
    CHECK(status_with(day(onset) - 104) == PlanStatus::refer); // 15 weeks, of Orchard et al. 2020
    CHECK(status_with(day(onset) - 105) == PlanStatus::planned);
    CHECK(status_with(as_of + 1) == PlanStatus::planned); // what comes tomorrow is not known
}

TEST_CASE("a return that is recorded without its gates leads nowhere",
          "[planner][pathway][refer]") {
    Runner runner = hurt_runner();
    const auto phase_with = [](const PlanOnPathway& plan) {
        REQUIRE(plan.result.status == PlanStatus::planned);
        return plan.path.pathway.phases[plan.path.state->present().phase].id;
    };
    const auto plan = [&](Date as_of) {
        return plan_on_pathway(request_for(runner, "acute_strain", as_of, 40));
    };
    const PlanOnPathway without = plan(day(onset) + 3);
    runner.injuries[0].returned = day(onset) + 3;
    const PlanOnPathway early = plan(day(onset) + 3);
    CHECK(phase_with(early) == "A0");
    CHECK(test::first_running(early.result.schedule) ==
          test::first_running(without.result.schedule));
    CHECK(test::runs_of(early.result.schedule, SessionKind::walk_run).size() ==
          test::runs_of(without.result.schedule, SessionKind::walk_run).size());
    // The records lead to the walk-run phase, the return no further.
    runner.events = passed_to_walk_run();
    runner.injuries[0].returned = day("2026-11-02");
    CHECK(phase_with(plan(day("2026-11-05"))) == "A4");
}

TEST_CASE("a calf's return date alone opens no other pathway for 15 weeks",
          "[planner][pathway][refer]") {
    Runner runner = hurt_runner();
    for (const char* id : {"preseason", "conditioning", "time_off"}) {
        INFO(id);
        runner.injuries[0].returned = day(onset) + 3;
        const PlanOnPathway plan = plan_on_pathway(request_for(runner, id, day(onset) + 4));
        CHECK(plan.result.status == PlanStatus::refer);
        CHECK(plan.result.schedule.days.empty());
        CHECK_THAT(plan.result.why, Contains("record its gates") && Contains("sports physio") &&
                                        Contains("calf_left_soleus"));
        // 105 days of Orchard et al. 2020; healed for longer, it is no matter of the plan.
        const std::vector<Session> all = runner.sessions;
        std::erase_if(runner.sessions,
                      [](const Session& run) { return run.start.day > day("2026-09-20"); });
        runner.injuries[0].onset = day("2026-05-01");
        runner.injuries[0].returned = day("2026-06-29");
        CHECK(plan_on_pathway(request_for(runner, id, day("2026-10-11"))).result.status ==
              PlanStatus::refer);
        CHECK(plan_on_pathway(request_for(runner, id, day("2026-10-12"))).result.status ==
              PlanStatus::planned);
        // Four weeks of running since the return show what a date does not, unless it hurt.
        runner.sessions = all;
        CHECK(plan_on_pathway(request_for(runner, id, day("2026-10-11"))).result.status ==
              PlanStatus::planned);
        runner.events = {test::pain_on("2026-09-30", 3)};
        CHECK(plan_on_pathway(request_for(runner, id, day("2026-10-11"))).result.status ==
              PlanStatus::refer);
        runner.events.clear();
        // Nor with a hop that hurts, or sides that are far apart; another leg's pain is no matter.
        for (const std::vector<Event>& records :
             {std::vector<Event>{gate_on("2026-10-10", "hop_pain_free", 0)},
              std::vector<Event>{gate_on("2026-10-10", "calf_raises_left", 5),
                                 gate_on("2026-10-10", "calf_raises_right", 30)},
              std::vector<Event>{gate_on("2026-10-10", "walk_pain_free", 1),
                                 gate_on("2026-10-10", "walk_pain_free", 0)}}) {
            runner.events = records;
            CHECK(plan_on_pathway(request_for(runner, id, day("2026-10-11"))).result.status ==
                  PlanStatus::refer);
        }
        for (const std::vector<Event>& records :
             {std::vector<Event>{test::pain_on("2026-09-30", 3, "calf_right")},
              std::vector<Event>{gate_on("2026-10-10", "calf_raises_left", 26),
                                 gate_on("2026-10-10", "calf_raises_right", 31)}}) {
            runner.events = records;
            CHECK(plan_on_pathway(request_for(runner, id, day("2026-10-11"))).result.status ==
                  PlanStatus::planned);
        }
        runner.events.clear();
        runner.injuries[0].returned = day("2026-09-14"); // 27 days: a day short of four weeks
        CHECK(plan_on_pathway(request_for(runner, id, day("2026-10-11"))).result.status ==
              PlanStatus::refer);
        // Of a knee no gates are known.
        runner.injuries[0] = {"knee_left", "", day(onset), day(onset) + 3, std::nullopt};
        CHECK(plan_on_pathway(request_for(runner, id, day(onset) + 4)).result.status ==
              PlanStatus::planned);
        runner = hurt_runner();
    }
}

TEST_CASE("the verifier refuses a plan past a failed squeeze or a return without gates",
          "[planner][pathway][refer]") {
    Runner runner = hurt_runner();
    const PlanOnPathway plan =
        plan_on_pathway(request_for(runner, "silent_strain", day("2026-10-14"), 40));
    REQUIRE(plan.result.status == PlanStatus::planned);
    Subject subject = plan.path.subject;
    Schedule schedule = plan.result.schedule;
    const auto breaks = [&](const char* rule) {
        const auto found = pathway_violations(schedule, {plan.path.pathway, subject, runner.events,
                                                         plan.background.measuring_sessions(),
                                                         plan.path.first_day});
        return std::any_of(found.begin(), found.end(), [&](const Violation& violation) {
            return std::string(violation.rule) == rule;
        });
    };
    CHECK_FALSE(breaks(rule_of_referral));
    // The gate is of acute_strain; of one day the worse counts, the day before the onset too.
    for (const char* on : {"2026-10-11", "2026-10-14"}) {
        runner.events = {gate_on(on, "calf_squeeze_normal", 0),
                         gate_on(on, "calf_squeeze_normal", 1)};
        CHECK(breaks(rule_of_referral));
    }
    runner.events = {gate_on("2026-10-13", "calf_squeeze_normal", 0),
                     gate_on("2026-10-14", "calf_squeeze_normal", 1)};
    CHECK_FALSE(breaks(rule_of_referral));
    // A schedule that begins behind the return to sport.
    CHECK_FALSE(breaks(rule_of_order));
    REQUIRE(plan.path.pathway.phases.back().after_return);
    subject.returned = day("2026-10-13");
    const Date last = schedule.phases.back().to;
    schedule.phases = {{plan.path.pathway.phases.back().id, "", plan.path.first_day, last}};
    for (PlannedDay& planned : schedule.days) {
        planned.phase = schedule.phases.front().id;
    }
    CHECK(breaks(rule_of_order));
}

TEST_CASE("two open injuries of a pathway's sites have no plan", "[planner][pathway][refer]") {
    const Date as_of = day("2026-10-14");
    const auto status_with = [&](const char* site, std::optional<Date> returned) {
        Runner runner = hurt_runner();
        runner.injuries.insert(runner.injuries.begin(),
                               {site, "", day("2026-10-10"), returned, std::nullopt});
        const PlanOnPathway plan = plan_on_pathway(request_for(runner, "acute_strain", as_of));
        if (plan.result.status == PlanStatus::refer) {
            CHECK_THAT(plan.result.why,
                       Contains(site) && Contains("calf_left_soleus") && Contains("sports physio"));
        }
        return plan.result.status;
    };
    CHECK(status_with("calf_right_soleus", std::nullopt) == PlanStatus::refer);
    CHECK(status_with("calf", std::nullopt) == PlanStatus::refer);
    CHECK(status_with("calf_right", day("2026-10-20")) == PlanStatus::refer); // open until then
    CHECK(status_with("calf_right", day("2026-10-12")) == PlanStatus::planned);
    CHECK(status_with("calf_left", std::nullopt) == PlanStatus::planned); // the same leg, again
}
