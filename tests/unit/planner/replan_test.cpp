// Going on with a plan.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/replan.hpp"
#include "reports/plan_report.hpp"
#include "tests/support/followed.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using test::day;
using test::Runner;

namespace {

const char* const made_on = "2026-11-01";

// 40 km a week to 11 October, three weeks off, back to 40 km a week from 2 November.
struct Way {
    Runner runner = test::runner_until(day("2026-10-11"));
    PlanFile file = test::plan_file(runner, "time_off", day(made_on));

    const Schedule& schedule() const { return file.plan.schedule; }

    Way& followed(const char* to) {
        test::follow(runner, schedule(), file.plan.start, day(to));
        return *this;
    }

    Replan on(const char* as_of) const { return test::replanned(runner, file, day(as_of)); }
};

// Torn on 12 October, in phase A4 from 2 November, with nothing run yet.
struct TornWay {
    Runner runner = test::hurt_runner();
    PlanFile file = made();

    PlanFile made() {
        runner.events = test::passed_to_walk_run();
        return test::plan_file(runner, "acute_strain", day("2026-11-02"));
    }

    Replan on(const char* as_of) const { return test::replanned(runner, file, day(as_of)); }
};

std::vector<std::string> ids_of(const Replan& continued) {
    std::vector<std::string> ids;
    for (const ReplanReason& reason : continued.reasons) {
        ids.push_back(reason.id);
    }
    return ids;
}

bool has(const Replan& continued, const std::string& id) {
    const std::vector<std::string> ids = ids_of(continued);
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string text_of(const Replan& continued, const std::string& id) {
    for (const ReplanReason& reason : continued.reasons) {
        if (reason.id == id) {
            return reason.text;
        }
    }
    return "no such reason";
}

Event event_on(const char* date, EventKind kind, std::optional<double> days = {}) {
    Event event;
    event.day = day(date);
    event.kind = kind;
    event.value = days;
    return event;
}

std::string refusal(const Way& way, const char* as_of) {
    try {
        way.on(as_of);
    } catch (const InputError& error) {
        return error.what();
    }
    return "not refused";
}

} // namespace

TEST_CASE("a plan that was followed goes on word for word, and again from there",
          "[planner][replan]") {
    Way way;
    way.followed("2026-11-12");
    const Replan once = way.on("2026-11-12");
    CHECK(once.kept);
    CHECK(once.reasons.empty());
    CHECK(once.changes.empty());
    CHECK(once.ahead.schedule.days.front().date == day("2026-11-13"));
    CHECK(once.plan.result.start == day("2026-11-02"));
    const std::string document = test::document_of(once, day("2026-11-12"));
    const PlanFile file = plan_from_json(document, "once.json");
    way.followed("2026-11-12");
    Runner runner = test::runner_until(day("2026-10-11"));
    test::follow(runner, file.plan.schedule, day("2026-11-02"), day("2026-11-20"));
    const Replan twice = test::replanned(runner, file, day("2026-11-20"));
    CHECK(twice.kept);
    CHECK(test::days_behind(test::document_of(twice, day("2026-11-20")), day("2026-11-20")) ==
          test::days_behind(document, day("2026-11-20")));
    CHECK(twice.sequence == file.sequence);
}

TEST_CASE("on the day it was made a plan goes on as it is", "[planner][replan]") {
    const Replan continued = Way().on(made_on);
    CHECK(continued.kept);
    CHECK(continued.done.empty());
    CHECK_FALSE(continued.missed);
}

TEST_CASE("what a watch measures is no reason to plan anew", "[planner][replan]") {
    Way way;
    way.followed("2026-11-15");
    for (Session& session : way.runner.sessions) {
        if (session.start.day > day(made_on)) {
            session.distance_m = *session.distance_m * 1.04;
        }
    }
    CHECK(way.on("2026-11-15").kept);
}

TEST_CASE("seven missed days are measured by the rules, eight are time off", "[planner][replan]") {
    // By hand: the plan runs on Tue, Thu, Sat and Sun. Followed to Sunday 8 November, the first
    // missed run is on the 10th: the 16th is the seventh missed day, the 17th the eighth.
    Way way;
    way.followed("2026-11-08");
    const Replan week = way.on("2026-11-16");
    REQUIRE(week.missed);
    CHECK(week.missed->days() == 7);
    CHECK_FALSE(has(week, reason_missed));
    const Replan more = way.on("2026-11-17");
    CHECK(more.missed->days() == 8);
    CHECK_FALSE(more.kept);
    CHECK_THAT(text_of(more, reason_missed),
               Contains("no run from Tue 10 Nov 2026 to Tue 17 Nov 2026, 8 days"));
    CHECK(more.plan.result.start == day("2026-11-18"));
    CHECK_FALSE(more.changes.empty());
    CHECK(more.changes.front().date >= day("2026-11-18"));
}

TEST_CASE("weeks that hold less than planned are held against the rules", "[planner][replan]") {
    Way way;
    way.followed("2026-11-22");
    for (Session& session : way.runner.sessions) {
        if (session.start.day > day("2026-11-08")) {
            session.distance_m = *session.distance_m / 2;
        }
    }
    const Replan continued = way.on("2026-11-22");
    CHECK_FALSE(continued.kept);
    // Half of the way: the next long run is no more 1.10 x the longest of 30 days.
    CHECK(has(continued, "session_cap"));
    for (const ReplanReason& reason : continued.reasons) {
        CHECK(reason.date > day("2026-11-15"));
        CHECK(reason.by_m.value_or(1.0) > 0.0);
    }
}

TEST_CASE("pain that holds ends a plan of runs", "[planner][replan]") {
    Way way;
    way.followed("2026-11-12");
    way.runner.events = {test::pain_on("2026-11-12", 4)};
    way.runner.hold = "pain 4 of 10 on Thu 12 Nov 2026"; // as the statement says
    const Replan continued = way.on("2026-11-12");
    CHECK_FALSE(continued.kept);
    CHECK(ids_of(continued) == std::vector<std::string>{reason_pain});
    CHECK(continued.ahead.status == PlanStatus::refer);
    REQUIRE(continued.pain.size() == 1);
    CHECK(continued.pain.front().value == 4.0);
    // Pain of the limit and less is told and changes nothing.
    way.runner.events = {test::pain_on("2026-11-12", 2)};
    way.runner.hold.reset();
    CHECK(way.on("2026-11-12").kept);
}

TEST_CASE("a new injury ends a plan, and one with a return is planned anew", "[planner][replan]") {
    Way way;
    way.followed("2026-11-12");
    way.runner.injuries = {{"hamstring_left", "", day("2026-11-10"), std::nullopt, std::nullopt}};
    CHECK(way.on("2026-11-12").ahead.status == PlanStatus::refer);
    way.runner.injuries[0].returned = day("2026-11-11");
    const Replan back = way.on("2026-11-12");
    CHECK_FALSE(back.kept);
    CHECK(ids_of(back) == std::vector<std::string>{reason_injury});
    CHECK(back.ahead.status == PlanStatus::planned);
}

TEST_CASE("days that were not logged leave unknown what was done", "[planner][replan]") {
    Way way;
    way.followed("2026-11-08");
    way.runner.events = {event_on("2026-11-09", EventKind::unlogged, 2)};
    const Replan continued = way.on("2026-11-10");
    CHECK(has(continued, reason_unlogged));
    CHECK_THAT(text_of(continued, reason_unlogged),
               Contains("from Mon 9 Nov 2026 to Tue 10 Nov 2026"));
}

TEST_CASE("a holiday ahead is a reason where something is planned in it", "[planner][replan]") {
    Way way;
    way.followed("2026-11-08");
    way.runner.events = {event_on("2026-11-12", EventKind::holiday)}; // a Thursday
    const Replan continued = way.on("2026-11-08");
    CHECK(has(continued, reason_away));
    CHECK(has(continued, "available_days"));
    way.runner.events = {event_on("2026-11-09", EventKind::holiday)}; // nobody runs on Monday
    CHECK(way.on("2026-11-08").kept);
}

TEST_CASE("another goal is another plan", "[planner][replan]") {
    Way way;
    PathwayRequest request = test::request_for(way.runner, "time_off", day(made_on));
    request.goal.weekly_distance_m = 30'000;
    CHECK_THAT(text_of(replan(request, way.file), reason_goal),
               Contains("30.0 km a week, that of the plan 40.0 km"));
    request.goal.weekly_distance_m = 40'000;
    CHECK(replan(request, way.file).kept);
    request.goal.date = day("2027-03-01");
    CHECK_THAT(text_of(replan(request, way.file), reason_goal), Contains("for Mon 1 Mar 2027"));
    PathwayRequest other = test::request_for(way.runner, "conditioning", day(made_on));
    CHECK(ids_of(replan(other, way.file)) == std::vector<std::string>{reason_goal});
}

TEST_CASE("a plan to a race goes on word for word, and another race is another plan",
          "[planner][replan]") {
    Runner runner = test::runner_until(day("2026-10-11"));
    PathwayRequest request = test::request_for(runner, "time_off", day(made_on));
    request.goal.kind = GoalKind::race;
    request.goal.event_distance_m = 21'100;
    const PlanOnPathway plan = plan_on_pathway(request);
    REQUIRE(plan.result.status == PlanStatus::planned);
    const std::string document =
        reports::plan_json(plan.result, "plimsoll test", day(made_on), &plan.path);
    const PlanFile file = plan_from_json(document, "race.json");
    CHECK(file.plan.kind == GoalKind::race);
    CHECK(file.plan.goal_day == plan.result.goal_day);
    for (const int days : {1, 9, *file.plan.goal_day - day(made_on) - 1}) {
        const Date today = day(made_on) + days;
        Runner followed = runner;
        test::follow(followed, file.plan.schedule, file.plan.start, today);
        request.sessions = followed.sessions;
        request.as_of = today;
        const Replan continued = replan(request, file);
        CHECK(ids_of(continued).empty());
        CHECK(test::days_behind(test::document_of(continued, today), today) ==
              test::days_behind(document, today));
        request.goal.event_distance_m = 15'000;
        CHECK_THAT(text_of(replan(request, file), reason_goal),
                   Contains("a race of 15.0 km, that of the plan a race of 21.1 km"));
        request.goal.event_distance_m = 21'100;
    }
}

TEST_CASE("a plan that is over, has not begun, or whose log is gone is refused",
          "[planner][replan]") {
    Way way;
    CHECK_THAT(refusal(way, "2026-10-30"), Contains("before it begins"));
    CHECK_THAT(refusal(way, to_string(way.file.last_day()).c_str()), Contains("the plan ended on"));
    std::erase_if(way.runner.sessions,
                  [](const Session& s) { return s.start.day < day("2026-11-01"); });
    way.runner.sessions.push_back(test::run_on(day("2026-11-05"), 5, 30));
    CHECK_THAT(refusal(way, "2026-11-08"), Contains("the log has no session by then"));
}

TEST_CASE("a phase that is not over when the plan expected it is a reason, with its open gates",
          "[planner][replan]") {
    TornWay way;
    const Phase& ladder = test::phase_of(way.file.plan.schedule, "A4");
    test::follow(way.runner, way.file.plan.schedule, way.file.plan.start, ladder.to);
    CHECK(way.on(to_string(ladder.to - 1).c_str()).kept);
    const Replan late = way.on(to_string(ladder.to).c_str());
    CHECK(has(late, reason_phase));
    CHECK_THAT(text_of(late, reason_phase),
               Contains("A5 was expected from " + long_day(ladder.to + 1)) &&
                   Contains("gates of A4 are open"));
}

TEST_CASE("gates that are passed sooner than expected are a reason, and are told",
          "[planner][replan]") {
    Runner runner = test::hurt_runner();
    runner.events = test::passed_to_walk_run();
    std::erase_if(runner.events, [](const Event& e) { return e.day > day("2026-10-19"); });
    const PlanFile file = test::plan_file(runner, "acute_strain", day("2026-10-20")); // in A2
    for (const char* record : {"calf_raises", "bent_raises"}) {
        for (const char* side : {"_left", "_right"}) {
            const std::string name = std::string(record) + side;
            runner.events.push_back(test::gate_on("2026-10-23", name.c_str(), 28));
        }
    }
    const Replan sooner = test::replanned(runner, file, day("2026-10-23"));
    CHECK_THAT(text_of(sooner, reason_phase),
               Contains("A3 began on Fri 23 Oct 2026, sooner than the plan expected"));
    REQUIRE(sooner.passed.size() == 3);
    CHECK(sooner.passed.front().phase == "A2");
    CHECK(sooner.passed.front().day == day("2026-10-23"));
}

TEST_CASE("pain above 2 of 10 repeats the level of a way back", "[planner][replan]") {
    TornWay way;
    test::follow(way.runner, way.file.plan.schedule, way.file.plan.start, day("2026-11-12"));
    CHECK(way.on("2026-11-12").kept);
    way.runner.events.push_back(test::pain_on("2026-11-12", 4));
    const Replan flare = way.on("2026-11-12");
    CHECK_FALSE(flare.kept);
    CHECK_THAT(text_of(flare, reason_pain), Contains("pain 4 of 10 on Thu 12 Nov 2026"));
    REQUIRE(flare.ahead.status == PlanStatus::planned);
    // Nothing is run for a week.
    for (const PlannedDay& planned : flare.ahead.schedule.days) {
        if (planned.date < day("2026-11-19")) {
            CHECK(planned.session.kind == SessionKind::rest);
        }
    }
    CHECK(*flare.ahead.goal_day > *flare.goal_day_was);
}

TEST_CASE("an onset that moved behind the plan is a reason", "[planner][replan]") {
    TornWay way;
    way.runner.injuries[0].onset = day("2026-10-11");
    CHECK(has(way.on("2026-11-03"), reason_injury));
}

TEST_CASE("changes of plans are days with other sessions", "[planner][replan]") {
    const Way way;
    const Schedule& was = way.schedule();
    CHECK(changes_between(was, was, day(made_on)).empty());
    Schedule is = was;
    is.days[1].session.distance_m += 100; // Tuesday 3 November
    is.days[2].phase = "other";
    is.days[3].session.limited_by = "other";
    is.days.pop_back(); // a Sunday with a run
    const auto changes = changes_between(was, is, day(made_on));
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].date == day("2026-11-03"));
    CHECK(changes[1].date == was.days.back().date);
    CHECK_FALSE(changes[1].is);
    CHECK(changes_between(was, is, day("2026-11-03")).size() == 1);
    CHECK(changes_between(is, was, day(made_on)).back().is);
}

TEST_CASE("the rhythm of recovery weeks goes on with the plan", "[planner][replan]") {
    // Uninjured and without time off from Monday 2 November: every fourth week recovers, the first
    // from 23 November. A plan anew begins its own weeks on any day.
    Runner runner = test::runner_until(day(made_on));
    const PlanFile file = plan_from_json(
        test::plan_document(runner, "time_off", day(made_on), 75'000.0), "plan.json");
    REQUIRE(file.plan.schedule.weeks[3].recovery);
    const auto anew_on = [&](const PlanFile& from, const char* as_of, double weekly_m) {
        test::follow(runner, from.plan.schedule, from.plan.start, day(as_of));
        PathwayRequest request = test::request_for(runner, "time_off", day(as_of));
        request.goal.weekly_distance_m = weekly_m; // another goal: planned anew
        return replan(request, from);
    };
    const Replan third = anew_on(file, "2026-11-22", 70'000.0); // three weeks done
    CHECK_FALSE(third.kept);
    CHECK(third.plan.result.weeks_from == day("2026-11-02"));
    CHECK(third.ahead.schedule.weeks[0].recovery);
    CHECK_FALSE(third.ahead.schedule.weeks[1].recovery);
    CHECK(third.ahead.schedule.weeks[4].recovery);
    // And from the plan that was made anew, on Thursday 17 December: the seventh week, of which
    // more is left than is over, and then the eighth, which recovers.
    const PlanFile again =
        plan_from_json(test::document_of(third, day("2026-11-22")), "again.json");
    const Replan thursday = anew_on(again, "2026-12-16", 65'000.0);
    CHECK(thursday.plan.result.weeks_from == day("2026-11-02"));
    CHECK_FALSE(thursday.ahead.schedule.weeks[0].recovery);
    CHECK(thursday.ahead.schedule.weeks[1].recovery);
}
