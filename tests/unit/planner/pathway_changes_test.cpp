// What a physio's own file changes is told, and what loosens is told as such.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_changes.hpp"
#include "planner/pathway_plan.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;

namespace {

Pathway shipped(const char* id) {
    return test::pathways().with_id(id);
}

PathwayPhase& phase_in(Pathway& pathway, const char* id) {
    return *std::find_if(pathway.phases.begin(), pathway.phases.end(),
                         [&](const PathwayPhase& phase) { return phase.id == id; });
}

Gate& gate_in(PathwayPhase& phase, const char* id) {
    return *std::find_if(phase.gates.begin(), phase.gates.end(),
                         [&](const Gate& gate) { return gate.id == id; });
}

std::vector<PathwayChange> changed(const Pathway& own) {
    return changes_from(shipped(own.id.c_str()), own);
}

} // namespace

TEST_CASE("a pathway that is as it was shipped has no change", "[planner][pathway][changes]") {
    for (const Pathway& pathway : test::pathways().pathways()) {
        CHECK(changed(pathway).empty());
        CHECK(changes_from_shipped(pathway).empty());
    }
}

TEST_CASE("each way to loosen a pathway is told as looser, and the way back is not",
          "[planner][pathway][changes]") {
    struct Case {
        const char* name;
        const char* text; ///< a part of the one change that is told
        void (*change)(Pathway&);
    };

    // By hand from acute_strain.toml: 25 raises out of A2, no running before day 5 in A4, A3 of
    // 7 days with no planned runs, pain above 2 holds.
    const std::vector<Case> cases{
        {"fewer raises", "A2: the gate calf_raises is at least 0 repetitions, or the norm",
         [](Pathway& p) { gate_in(phase_in(p, "A2"), "calf_raises").threshold = 0.0; }},
        {"more asymmetry", "at most 40.0 % instead of at most 10.0 %",
         [](Pathway& p) {
             for (Gate& gate : phase_in(p, "A2").gates) {
                 if (gate.quantity == Quantity::asymmetry) {
                     gate.threshold = 40.0;
                     return;
                 }
             }
         }},
        {"a gate gone", "A0: the gate walk_pain_free is left out",
         [](Pathway& p) {
             auto& gates = phase_in(p, "A0").gates;
             std::erase_if(gates, [](const Gate& gate) { return gate.id == "walk_pain_free"; });
         }},
        {"running at once", "A0: planned runs instead of no running",
         [](Pathway& p) { phase_in(p, "A0").running = Running::plan; }},
        {"no first day", "A4: not before day 0 instead of day 5",
         [](Pathway& p) { phase_in(p, "A4").not_before.reset(); }},
        {"more pain", "is 5, then",
         [](Pathway& p) {
             for (HoldRule& rule : p.rules) {
                 if (rule.when == HoldRule::When::pain_above) {
                     rule.limit = 5.0;
                 }
             }
         }},
        {"shorter", "A1: 1 days expected instead of 5",
         [](Pathway& p) { phase_in(p, "A1").to_day = 3; }},
        {"a phase gone", "phase A3 is left out",
         [](Pathway& p) {
             std::erase_if(p.phases, [](const PathwayPhase& phase) { return phase.id == "A3"; });
         }},
        {"another measure", "measured otherwise",
         [](Pathway& p) { gate_in(phase_in(p, "A2"), "calf_raises").on = GateOn::one; }},
        {"sprints early", "A1: all_out is added", [](Pathway& p) {
             Exercise exercise;
             exercise.id = "all_out";
             exercise.kind = SessionKind::sprint;
             exercise.every_days = 1;
             phase_in(p, "A1").exercises.push_back(exercise);
         }}};
    for (const Case& one : cases) {
        INFO(one.name);
        Pathway own = shipped("acute_strain");
        one.change(own);
        const std::vector<PathwayChange> changes = changed(own);
        REQUIRE(changes.size() == 1);
        CHECK(changes.front().looser);
        CHECK_THAT(changes.front().text, Contains(one.text));
        // Seen from the looser file the shipped one is stricter, but for what has no order.
        const std::vector<PathwayChange> back = changes_from(own, shipped("acute_strain"));
        REQUIRE(back.size() == 1);
        CHECK(back.front().looser == (std::string(one.name) == "another measure"));
    }
}

TEST_CASE("another dose of strength is told without being called looser",
          "[planner][pathway][changes]") {
    Pathway own = shipped("acute_strain");
    Exercise& raises = phase_in(own, "A2").exercises.front();
    raises.dose.sets = 9;
    const std::vector<PathwayChange> changes = changed(own);
    REQUIRE(changes.size() == 1);
    CHECK_FALSE(changes.front().looser);
    CHECK_THAT(changes.front().text, Contains("9 x ") && Contains("instead of"));
}

TEST_CASE("a plan along a file of a user's own carries its changes",
          "[planner][pathway][changes]") {
    Pathway own = shipped("acute_strain");
    own.file = "mine/acute_strain.toml";
    gate_in(phase_in(own, "A2"), "calf_raises").threshold = 10.0;
    const test::Runner runner = test::hurt_runner();
    PathwayRequest request = test::request_for(runner, "acute_strain", test::day("2026-10-14"));
    request.pathway = &own;
    const PlanOnPathway plan = plan_on_pathway(request);
    REQUIRE(plan.path.changes.size() == 1);
    REQUIRE(plan.path.warnings().size() == 1);
    CHECK_THAT(plan.path.warnings().front(),
               Contains("mine/acute_strain.toml is looser than what is shipped") &&
                   Contains("is at least 10 repetitions"));
}
