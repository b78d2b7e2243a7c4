// Exact doses of speed and turns, worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "planner/schedule_builder.hpp"
#include "tests/support/sessions.hpp"
#include "tests/support/speed_plans.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::WithinAbs;
using test::SpeedPlan;

namespace {

constexpr double whole = 1e-9;

// One day of sprints a week, 3 to 6 of 30 m at 90 %: at 9 m/s all of it is above 7 m/s.
SpeedPlan sprints(int weeks) {
    SpeedPlan plan(weeks);
    plan.exercise("sprints", SessionKind::sprint, 3, 6, 30, 90, 90);
    for (int week = 0; week < weeks; ++week) {
        plan.put("sprints", week, 1);
    }
    return plan;
}

} // namespace

TEST_CASE("two weeks of sprints grow by less than 75 m each", "[planner][speed_doses]") {
    SpeedPlan plan = sprints(2);
    plan.plan();
    // 2 x 30 = 60 and not 90 of the first; then 60 + 74 holds 4 x 30 = 120 and not 150.
    CHECK(plan.reps(SessionKind::sprint, 0, 1) == 2);
    CHECK(plan.reps(SessionKind::sprint, 1, 1) == 4);
    CHECK_THAT(*plan.session(SessionKind::sprint, 1, 1).sprint_m, WithinAbs(120.0, whole));
    CHECK_THAT(*plan.session(SessionKind::sprint, 1, 1).high_speed_m, WithinAbs(120.0, whole));
    CHECK(plan.session(SessionKind::sprint, 0, 1).limited_by == "sprint_growth");
    CHECK(plan.session(SessionKind::sprint, 1, 1).limited_by == "sprint_growth");
    const Dose& dose = plan.session(SessionKind::sprint, 1, 1).exercises.front().dose;
    CHECK(in_words(dose) == "4 times; 30 m; 90 % of top speed");
    CHECK(plan.summary->own_top_speed);
    CHECK(plan.summary->wishes.empty());
}

TEST_CASE("metres of the log are what the first week grows from", "[planner][speed_doses]") {
    SpeedPlan plan = sprints(1);
    Session run = test::run_on(SpeedPlan::start() - 3, 6.0);
    run.high_speed_m = 200.0; // 274 m hold nine sprints of 30 m; the phase's dose ends at six
    plan.log = {run};
    plan.plan();
    CHECK(plan.reps(SessionKind::sprint, 0, 1) == 3); // a phase of one week begins at the lower end
    CHECK(plan.session(SessionKind::sprint, 0, 1).limited_by == no_limit);
}

TEST_CASE("the upper end of the dose is the limit where nothing else is",
          "[planner][speed_doses]") {
    SpeedPlan plan(2);
    plan.exercise("turns", SessionKind::change_of_direction, 4, 8);
    plan.put("turns", 0, 0);
    plan.put("turns", 1, 0);
    plan.plan();
    CHECK(plan.reps(SessionKind::change_of_direction, 0, 0) == 4);
    CHECK(plan.session(SessionKind::change_of_direction, 0, 0).limited_by == no_limit);
    CHECK_THAT(*plan.session(SessionKind::change_of_direction, 0, 0).changes_of_direction,
               WithinAbs(4.0, whole));
    CHECK_FALSE(plan.session(SessionKind::change_of_direction, 0, 0).high_speed_m);
}

TEST_CASE("strides beyond the growth are run below high speed", "[planner][speed_doses]") {
    SpeedPlan plan(2, std::nullopt);
    plan.exercise("strides", SessionKind::strides, 4, 8, 60, 50, 80);
    plan.put("strides", 1, 2);
    plan.plan();
    // Percent are of (30.3 + 1.8) / 3.6 = 8.92 m/s: 80 % are 7.1, 60 % are 5.35 m/s. One stride of
    // 60 m fits under 75 m; the other seven of the last week's eight are slow.
    const PlannedSession& strides = plan.session(SessionKind::strides, 1, 2);
    REQUIRE(strides.exercises.size() == 2);
    CHECK(in_words(strides.exercises[0].dose) == "7 times; 60 m; 60 % of top speed");
    CHECK(in_words(strides.exercises[1].dose) == "once; 60 m; 80 % of top speed");
    CHECK_THAT(*strides.high_speed_m, WithinAbs(60.0, whole));
    CHECK_THAT(*strides.sprint_m, WithinAbs(60.0, whole));
    CHECK(strides.limited_by == "sprint_growth");
    CHECK_FALSE(plan.summary->own_top_speed);
    CHECK_THAT(plan.summary->top_speed_mps, WithinAbs(32.1 / 3.6, 1e-9));
}

TEST_CASE("effort rises from the first week of the phase to the last", "[planner][speed_doses]") {
    SpeedPlan plan(4, 6.0); // 90 % are 5.4 m/s: never high speed
    plan.exercise("strides", SessionKind::strides, 4, 8, 60, 50, 90);
    for (int week = 0; week < 4; ++week) {
        plan.put("strides", week, 3);
    }
    plan.plan();
    // 50, 63.3, 76.7 and 90 % in steps of five; 4, 5.33, 6.67 and 8 repetitions, whole
    const std::vector<int> effort{50, 60, 75, 90};
    const std::vector<int> reps{4, 5, 7, 8};
    for (int week = 0; week < 4; ++week) {
        const auto w = static_cast<std::size_t>(week);
        CHECK(plan.session(SessionKind::strides, week, 3).exercises.front().dose.effort_percent ==
              effort[w]);
        CHECK(plan.reps(SessionKind::strides, week, 3) == reps[w]);
        CHECK_THAT(*plan.session(SessionKind::strides, week, 3).high_speed_m,
                   WithinAbs(0.0, whole));
    }
    CHECK(plan.session(SessionKind::strides, 3, 3).limited_by == "phase_content");
}

TEST_CASE("team sessions hold a third, two thirds and all of a match", "[planner][speed_doses]") {
    SpeedPlan plan(3);
    plan.demand.changes_of_direction = SpeedFigure{120.0, "by hand"};
    plan.demand.sprint_m = SpeedFigure{300.0, "by hand"};
    for (int week = 0; week < 3; ++week) {
        plan.team_session(week, 2);
    }
    plan.match(2, 6);
    plan.plan();
    const auto team = [&](int week) { return plan.session(SessionKind::team_training, week, 2); };
    CHECK_THAT(*team(0).changes_of_direction, WithinAbs(40.0, whole));
    CHECK_THAT(*team(1).changes_of_direction, WithinAbs(80.0, whole));
    CHECK_THAT(*team(2).changes_of_direction, WithinAbs(120.0, whole));
    // 74 m more a week in steps of 5: 70, 140 (of 144) and 210 (of 214); a third would be 100.
    CHECK_THAT(*team(0).sprint_m, WithinAbs(70.0, whole));
    CHECK_THAT(*team(1).sprint_m, WithinAbs(140.0, whole));
    CHECK_THAT(*team(2).sprint_m, WithinAbs(210.0, whole));
    CHECK_THAT(*team(2).high_speed_m, WithinAbs(210.0, whole)); // none but those is known
    REQUIRE(plan.summary->wishes.size() == 2);
    const SpeedWish& sprint = plan.summary->wishes[0];
    CHECK(sprint.measure == "sprint_m");
    CHECK_THAT(sprint.planned, WithinAbs(140.0, whole)); // of the week before that of the match
    CHECK(sprint.limited_by == "sprint_growth");
    const SpeedWish& turns = plan.summary->wishes[1];
    CHECK_THAT(turns.planned, WithinAbs(80.0, whole));
    CHECK(turns.limited_by == "match_share");
    const PlannedSession& match = plan.session(SessionKind::match, 2, 6);
    CHECK_THAT(*match.sprint_m, WithinAbs(300.0, whole));
    CHECK_THAT(*match.changes_of_direction, WithinAbs(120.0, whole));
    CHECK_FALSE(match.high_speed_m);
}

TEST_CASE("sprinted metres of a team session are some of its fast ones", "[planner][speed_doses]") {
    SpeedPlan plan(4);
    plan.demand.high_speed_m = SpeedFigure{60.0, "by hand"};
    plan.demand.sprint_m = SpeedFigure{60.0, "by hand"};
    plan.team_session(2, 2);
    plan.match(3, 6);
    plan.plan();
    const PlannedSession& team = plan.session(SessionKind::team_training, 2, 2);
    CHECK_THAT(*team.high_speed_m, WithinAbs(60.0, whole));
    CHECK_THAT(*team.sprint_m, WithinAbs(60.0, whole));
    CHECK(plan.summary->wishes[0].limited_by.empty());
}

TEST_CASE("a team session sprints no larger part of its fast metres than the match",
          "[planner][speed_doses]") {
    SpeedPlan plan(3);
    plan.demand.high_speed_m = SpeedFigure{600.0, "by hand"};
    plan.demand.sprint_m = SpeedFigure{150.0, "by hand"}; // a quarter
    for (int week = 0; week < 3; ++week) {
        plan.team_session(week, 2);
    }
    plan.plan();
    // 74 m more a week in steps of 5; a quarter of 70, 140 and 210 is 17.5, 35 and 52.5
    const std::vector<double> fast{70.0, 140.0, 210.0};
    const std::vector<double> sprinted{15.0, 35.0, 50.0};
    for (std::size_t week = 0; week < 3; ++week) {
        PlannedSession& team = plan.session(SessionKind::team_training, static_cast<int>(week), 2);
        CHECK_THAT(*team.high_speed_m, WithinAbs(fast[week], whole));
        CHECK_THAT(*team.sprint_m, WithinAbs(sprinted[week], whole));
    }
    REQUIRE(plan.violations().empty());
    plan.session(SessionKind::team_training, 0, 2).sprint_m = 20.0;
    REQUIRE(plan.violations().size() == 1);
    CHECK(plan.violations().front().rule == "match_share");
}

TEST_CASE("a team session without a demand that is known has no figures",
          "[planner][speed_doses]") {
    SpeedPlan plan(1);
    plan.team_session(0, 2);
    plan.plan();
    CHECK_FALSE(plan.session(SessionKind::team_training, 0, 2).sprint_m);
    CHECK_FALSE(plan.session(SessionKind::team_training, 0, 2).changes_of_direction);
}

TEST_CASE("a recovery week holds 70 % of the turns before it", "[planner][speed_doses]") {
    SpeedPlan plan(3);
    plan.exercise("turns", SessionKind::change_of_direction, 12, 12);
    for (int week = 0; week < 3; ++week) {
        plan.put("turns", week, 1);
    }
    plan.schedule.weeks[1].recovery = true;
    plan.plan();
    CHECK(plan.reps(SessionKind::change_of_direction, 0, 1) == 12);
    CHECK(plan.reps(SessionKind::change_of_direction, 1, 1) == 8); // of 8.4
    CHECK(plan.session(SessionKind::change_of_direction, 1, 1).limited_by == "recovery_week");
    CHECK(plan.reps(SessionKind::change_of_direction, 2, 1) == 12);
}

TEST_CASE("a third day above 85 % in seven is run slower", "[planner][speed_doses]") {
    SpeedPlan plan(1, 6.0);
    plan.exercise("strides", SessionKind::strides, 4, 4, 60, 80, 80);
    plan.pathway.phases.front().exercises.front().dose.effort_to_percent = 90;
    plan.schedule.phases.front().from = SpeedPlan::start() - 7; // this is its last week: 90 %
    for (const int day : {0, 2, 4}) {
        plan.put("strides", 0, day);
    }
    plan.plan();
    const auto effort = [&](int day) {
        return plan.session(SessionKind::strides, 0, day).exercises.front().dose.effort_percent;
    };
    CHECK(effort(0) == 90);
    CHECK(effort(2) == 90);
    CHECK(effort(4) == 80);
    CHECK(plan.session(SessionKind::strides, 0, 4).limited_by == "sprint_exposures");
}

TEST_CASE("a third day of sprints in seven is taken off", "[planner][speed_doses]") {
    SpeedPlan plan(2, 6.0);
    plan.exercise("sprints", SessionKind::sprint, 2, 2, 20, 95, 95);
    for (const int day : {0, 3, 6}) {
        plan.put("sprints", 0, day);
    }
    plan.put("sprints", 1, 3);
    plan.plan();
    CHECK(plan.find(SessionKind::sprint, 0, 0) != nullptr);
    CHECK(plan.find(SessionKind::sprint, 0, 3) != nullptr);
    CHECK(plan.find(SessionKind::sprint, 0, 6) == nullptr);
    REQUIRE(plan.summary); // and it is told
    REQUIRE(plan.summary->left_out.size() == 1);
    CHECK(plan.summary->left_out[0].kind == SessionKind::sprint);
    CHECK(plan.summary->left_out[0].limited_by == "sprint_exposures");
    CHECK(plan.find(SessionKind::sprint, 1, 3) != nullptr);
}

TEST_CASE("fast days of the log count where the athlete's speed is known",
          "[planner][speed_doses]") {
    SpeedPlan plan(1, 6.0);
    plan.exercise("sprints", SessionKind::sprint, 2, 2, 20, 95, 95);
    plan.put("sprints", 0, 0);
    for (const int ago : {2, 4}) {
        Session run = test::run_on(SpeedPlan::start() - ago, 5.0);
        run.max_speed_mps = 5.2; // 87 % of 6 m/s
        plan.log.push_back(run);
    }
    std::swap(plan.log[0], plan.log[1]);
    SpeedPlan unknown = plan;
    unknown.athlete.max_speed_mps.reset();
    plan.plan();
    CHECK(plan.find(SessionKind::sprint, 0, 0) == nullptr);
    unknown.plan();
    CHECK(unknown.find(SessionKind::sprint, 0, 0) != nullptr);
}

TEST_CASE("repetitions are alike within a week", "[planner][speed_doses]") {
    SpeedPlan plan(1);
    plan.exercise("sprints", SessionKind::sprint, 3, 6, 20, 90, 90);
    plan.put("sprints", 0, 1);
    plan.put("sprints", 0, 4);
    plan.plan();
    // 74 m hold three of 20 m: two on one day, one on the other, and not three and none.
    CHECK(plan.reps(SessionKind::sprint, 0, 1) + plan.reps(SessionKind::sprint, 0, 4) == 3);
    CHECK(plan.reps(SessionKind::sprint, 0, 1) >= 1);
    CHECK(plan.reps(SessionKind::sprint, 0, 4) >= 1);
}

TEST_CASE("sprints have their room before strides that may be slower", "[planner][speed_doses]") {
    SpeedPlan plan(1);
    plan.exercise("sprints", SessionKind::sprint, 3, 6, 20, 80, 80);
    plan.exercise("strides", SessionKind::strides, 4, 8, 60, 60, 60);
    plan.pathway.phases.front().exercises.back().dose.effort_to_percent = 90;
    plan.schedule.phases.front().from = SpeedPlan::start() - 7; // this is its last week
    plan.put("sprints", 0, 1);
    plan.put("strides", 0, 4);
    plan.plan();
    // 74 m: three sprints of 20 m and no stride at 90 % of 9 m/s; 60 % are 5.4 m/s.
    CHECK(plan.reps(SessionKind::sprint, 0, 1) == 3);
    CHECK(plan.reps(SessionKind::strides, 0, 4) == 8);
    const auto& strides = plan.session(SessionKind::strides, 0, 4).exercises;
    REQUIRE(strides.size() == 1);
    CHECK(strides.front().dose.effort_percent == 60);
}

TEST_CASE("the verifier sees each rule of speed that is broken", "[planner][speed_doses]") {
    SpeedPlan plan(3, 6.0);
    plan.exercise("strides", SessionKind::strides, 2, 3, 20, 95, 95); // 5.7 m/s
    plan.exercise("turns", SessionKind::change_of_direction, 6, 12);
    plan.demand.changes_of_direction = SpeedFigure{60.0, "by hand"};
    plan.put("strides", 0, 0);
    plan.put("strides", 1, 0);
    plan.put("strides", 2, 0);
    plan.put("turns", 0, 2);
    plan.put("turns", 1, 2);
    plan.team_session(0, 4);
    plan.schedule.weeks[1].recovery = true;
    plan.plan();
    const auto broken = [](const SpeedPlan& changed) {
        std::vector<std::string> rules;
        for (const Violation& violation : changed.violations()) {
            rules.push_back(violation.rule);
        }
        return rules;
    };
    REQUIRE(broken(plan).empty());
    SECTION("sprint_growth") {
        plan.policy.sprint_growth_m = 40.0; // two strides of 20 m are not less
        CHECK(broken(plan) == std::vector<std::string>{"sprint_growth"});
    }
    SECTION("sprint_exposures") {
        plan.policy.sprint_exposures = 2;
        CHECK(broken(plan) == std::vector<std::string>{"sprint_exposures"});
    }
    SECTION("match_share") {
        plan.session(SessionKind::team_training, 0, 4).changes_of_direction = 21.0;
        CHECK(broken(plan) == std::vector<std::string>{"match_share"});
    }
    SECTION("recovery_week") {
        plan.policy.recovery_fraction = 0.1;
        CHECK(broken(plan) == std::vector<std::string>(2, "recovery_week"));
    }
    SECTION("a dose beyond the phase's") {
        PlannedSession& turns = plan.session(SessionKind::change_of_direction, 0, 2);
        turns.exercises.front().dose.reps = 13;
        turns.changes_of_direction = 13.0;
        CHECK(broken(plan) == std::vector<std::string>{"phase_content"});
    }
    SECTION("an effort beyond the phase's") {
        plan.session(SessionKind::strides, 0, 0).exercises.front().dose.effort_percent = 100;
        CHECK(broken(plan) == std::vector<std::string>{"phase_content"});
    }
    SECTION("metres that are not those of the efforts") {
        plan.session(SessionKind::strides, 0, 0).high_speed_m = 0.0;
        CHECK(broken(plan) == std::vector<std::string>{"phase_content"});
    }
}
