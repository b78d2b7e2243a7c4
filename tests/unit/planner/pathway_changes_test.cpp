// What a physio's own file changes is told, and what loosens is told as such.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_changes.hpp"
#include "planner/pathway_plan.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
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
        bool back = false; ///< the way back is looser, too
    };

    // By hand from acute_strain.toml: 25 raises out of A2, no running before day 5 in A4, A3 of
    // 7 days with no planned runs, pain above 2 holds; of repeated
    // counts 6 is noise; grade 3 took 48 days (Prakash et al. 2018).
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
         },
         true}, // it brings jumps
        {"another measure", "measured otherwise",
         [](Pathway& p) { gate_in(phase_in(p, "A2"), "calf_raises").on = GateOn::one; }, true},
        {"more noise", "A2: the noise of the gate calf_raises is 100 instead of 6",
         [](Pathway& p) { gate_in(phase_in(p, "A2"), "calf_raises").noise = 100.0; }},
        {"noise of two sides", "A2: the noise of the gate calf_raises_apart is 100 instead of none",
         [](Pathway& p) { gate_in(phase_in(p, "A2"), "calf_raises_apart").noise = 100.0; }},
        {"fewer days of a grade", "days of a return, MRI grade 3: 20 instead of 48",
         [](Pathway& p) {
             for (ExpectedDays& row : p.expected) {
                 row.mean_days = row.mri_grade == 3 ? 20.0 : row.mean_days;
             }
         }},
        {"a grade gone", "days of a return, MRI grade 3: left out, 48",
         [](Pathway& p) {
             std::erase_if(p.expected, [](const ExpectedDays& row) { return row.mri_grade == 3; });
         }},
        {"fewer days more", "came on while running: 2 more instead of 12 more",
         [](Pathway& p) {
             for (ExpectedDays& row : p.expected) {
                 row.add_days = row.add_days ? std::optional(2.0) : std::nullopt;
             }
         }},
        {"power before strength",
         "in the order A0, A1, A3, A2, A4, A5, A6, A7 instead of A0, A1, A2",
         [](Pathway& p) { std::swap(phase_in(p, "A2"), phase_in(p, "A3")); }, true},
        {"no strength", "A2: raise_straight is left out",
         [](Pathway& p) {
             std::erase_if(phase_in(p, "A2").exercises, [](const Exercise& exercise) {
                 return exercise.id == "raise_straight";
             });
         }},
        {"strength made easy", "A2: raise_straight is easy instead of strength",
         [](Pathway& p) {
             for (Exercise& exercise : phase_in(p, "A2").exercises) {
                 if (exercise.id == "raise_straight") {
                     exercise.kind = SessionKind::easy;
                 }
             }
         }},
        {"phases by runs", "phases come from the runs instead of the gates",
         [](Pathway& p) { p.phases_from_running = true; }},
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
        CHECK(back.front().looser == one.back);
    }
}

TEST_CASE("less strength and more jumps are looser, not the other way round",
          "[planner][pathway][changes]") {
    const auto looser = [](const char* phase, const char* id, auto change) {
        Pathway own = shipped("acute_strain");
        for (Exercise& exercise : phase_in(own, phase).exercises) {
            if (exercise.id == id) {
                change(exercise);
            }
        }
        const std::vector<PathwayChange> changes = changed(own);
        REQUIRE(changes.size() == 1);
        return changes.front().looser;
    };
    CHECK(looser("A2", "raise_straight", [](Exercise& e) { e.dose.sets = 1; }));
    CHECK_FALSE(looser("A2", "raise_straight", [](Exercise& e) { e.dose.sets = 9; }));
    CHECK(looser("A2", "raise_straight", [](Exercise& e) { e.every_days = 7; }));
    CHECK(looser("A2", "raise_straight", [](Exercise& e) { e.dose.load = "none"; }));
    CHECK(looser("A4", "box_jump", [](Exercise& e) { e.per_week = 7; }));
    CHECK_FALSE(looser("A4", "box_jump", [](Exercise& e) { e.per_week = 1; }));
    Pathway own = shipped("acute_strain");
    phase_in(own, "A1").avoid.clear();
    const std::vector<PathwayChange> changes = changed(own);
    REQUIRE_FALSE(changes.empty());
    CHECK(changes.front().looser);
    CHECK_THAT(changes.front().text, Contains("0 of what to avoid"));
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

TEST_CASE("strength that is left out behind the return is told without being called looser",
          "[planner][pathway][changes]") {
    Pathway own = shipped("acute_strain");
    std::vector<Exercise>& exercises = phase_in(own, "A7").exercises;
    const auto strength = std::find_if(exercises.begin(), exercises.end(), [](const Exercise& e) {
        return e.kind == SessionKind::strength;
    });
    REQUIRE(strength != exercises.end());
    exercises.erase(strength);
    const std::vector<PathwayChange> changes = changed(own);
    REQUIRE(changes.size() == 1);
    CHECK_FALSE(changes.front().looser);
}

TEST_CASE("an added phase is looser where an athlete runs or lands in it, and is told whole",
          "[planner][pathway][changes]") {
    // A stranger's file: ten all-out sprints of 100 m behind A0.
    PathwayPhase fast;
    fast.id = "X1";
    fast.running = Running::content;
    Exercise sprints;
    sprints.id = "all_out";
    sprints.kind = SessionKind::sprint;
    sprints.dose.reps = 10;
    sprints.dose.distance_m = 100;
    sprints.every_days = 1;
    fast.exercises = {sprints};
    Gate gate;
    gate.id = "felt_fine";
    fast.gates = {gate};
    const auto added = [](const PathwayPhase& phase) {
        Pathway own = shipped("acute_strain");
        own.phases.insert(own.phases.begin() + 1, phase);
        return changed(own);
    };
    const std::vector<PathwayChange> changes = added(fast);
    REQUIRE(changes.size() == 1);
    CHECK(changes.front().looser);
    CHECK_THAT(changes.front().text,
               Contains("phase X1 is added behind A0: short running; all_out (sprint), 10 times; "
                        "100 m, every day; gate felt_fine, at least"));

    PathwayPhase quiet = fast;
    quiet.running = Running::none;
    quiet.exercises.front().kind = SessionKind::strength;
    REQUIRE(added(quiet).size() == 1);
    CHECK_FALSE(added(quiet).front().looser);
    quiet.exercises.front().kind = SessionKind::plyometric;
    CHECK(added(quiet).front().looser);
    quiet.exercises.clear();
    quiet.running = Running::plan;
    CHECK(added(quiet).front().looser);
    quiet.running = Running::none;
    quiet.after_return = true;
    CHECK(added(quiet).front().looser);
}

TEST_CASE("the phase that begins on the day of a first game is told, an earlier one as looser",
          "[planner][pathway][changes]") {
    const auto begun_with = [](const char* phase) {
        Pathway own = shipped("preseason"); // P5
        own.goal_day_starts = phase;
        const std::vector<PathwayChange> changes = changed(own);
        REQUIRE(changes.size() == 1);
        return changes.front();
    };
    CHECK(begun_with("P2").looser);
    CHECK_THAT(begun_with("P2").text, Contains("phase P2 begins on the day of the goal instead of "
                                               "phase P5"));
    CHECK(begun_with("").looser);
    Pathway early = shipped("preseason");
    early.goal_day_starts = "P2";
    CHECK_FALSE(changes_from(early, shipped("preseason")).front().looser);
}

TEST_CASE("a referral that is taken away is told as without effect, an added one as stricter",
          "[planner][pathway][changes]") {
    Pathway own = shipped("acute_strain");
    Gate& squeeze = gate_in(phase_in(own, "A0"), "calf_squeeze_normal");
    REQUIRE_FALSE(squeeze.refer_if_failed.empty());
    squeeze.refer_if_failed.clear();
    std::vector<PathwayChange> changes = changed(own);
    REQUIRE_FALSE(changes.empty());
    CHECK_FALSE(changes.front().looser);
    CHECK_THAT(changes.front().text,
               Contains("calf_squeeze_normal no longer says refer_if_failed") &&
                   Contains("refers all the same"));
    own = shipped("acute_strain");
    gate_in(phase_in(own, "A0"), "walk_pain_free").refer_if_failed = "Ask a physio.";
    changes = changed(own);
    REQUIRE_FALSE(changes.empty());
    CHECK_FALSE(changes.front().looser);
    CHECK_THAT(changes.front().text, Contains("walk_pain_free refers if it fails"));
}

TEST_CASE("other texts and sources are counted, a line for each phase and one for the rest",
          "[planner][pathway][changes]") {
    Pathway own = shipped("acute_strain");
    PathwayPhase& strength = phase_in(own, "A2");
    strength.text = "As I do it.";
    strength.gates.front().how = "Count.";
    strength.exercises.front().grounds.source = "policy";
    own.rules.front().text = "Stop.";
    const std::vector<PathwayChange> changes = changed(own);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].text == "phase A2: texts or sources of 3 items differ");
    CHECK(changes[1].text == "texts or sources of 1 item outside the phases differ");
    CHECK_FALSE((changes[0].looser || changes[1].looser));
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
