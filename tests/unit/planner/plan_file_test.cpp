// Plan files.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/pathway_library.hpp"
#include "reports/plan_report.hpp"
#include "tests/support/followed.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <functional>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using test::day;

namespace {

using Json = nlohmann::ordered_json;

std::string document() {
    test::Runner runner = test::runner_until(day("2026-10-11"));
    runner.athlete.id = "alex";
    return test::plan_document(runner, "time_off", day("2026-11-20"));
}

// What is said of the document behind a change.
std::string refusal(const std::function<void(Json&)>& change) {
    static const std::string whole = document();
    Json json = Json::parse(whole);
    change(json);
    try {
        plan_from_json(json.dump(), "plan.json");
    } catch (const InputError& error) {
        return error.what();
    }
    return "not refused";
}

} // namespace

TEST_CASE("a plan that is read back is the plan that was written, on every pathway",
          "[planner][replan]") {
    for (const std::string_view pathway : pathway_ids()) {
        INFO(pathway);
        test::Runner runner = test::runner_until(day("2026-10-11"));
        runner.athlete.plays = Sport::soccer;
        if (test::pathways().with_id(pathway).of_injury()) {
            runner.injuries = {{"calf", "", day("2026-10-12"), std::nullopt, std::nullopt}};
        }
        const std::string written =
            test::plan_document(runner, std::string(pathway), day("2026-10-20"));
        const PlanFile file = plan_from_json(written, "plan.json");
        const Json again =
            Json::parse(reports::plan_json(file.plan, "plimsoll test", day("2026-10-20"), nullptr));
        const Json before = Json::parse(written);
        for (const char* key : {"pathway", "goal", "start", "first_back", "goal_day",
                                "earliest_day", "speed", "weeks", "days", "rules"}) {
            INFO(key);
            CHECK(again[key].dump() == before[key].dump());
        }
        CHECK(file.plan.schedule.phases.size() == before["phases"].size());
        CHECK(file.sequence == before["sequence"]);
    }
}

TEST_CASE("speed that the rules left nothing of is read back", "[planner][replan]") {
    Json json = Json::parse(document());
    const Json left = {{"date", "2026-11-24"}, {"kind", "sprint"}, {"limited_by", "sprint_growth"}};
    json["speed"] = {{"top_speed_mps", 8.0},          {"top_speed_from", "the athlete's file"},
                     {"own_top_speed", true},         {"last_week", nullptr},
                     {"before_match", Json::array()}, {"left_out", Json::array({left})}};
    const PlanFile file = plan_from_json(json.dump(), "plan.json");
    REQUIRE(file.plan.speed);
    REQUIRE(file.plan.speed->left_out.size() == 1);
    CHECK(file.plan.speed->left_out[0].day == day("2026-11-24"));
    CHECK(file.plan.speed->left_out[0].kind == SessionKind::sprint);
    CHECK(file.plan.speed->left_out[0].limited_by == "sprint_growth");
    json["speed"].erase("left_out"); // of a plan that was written before it was told
    CHECK(plan_from_json(json.dump(), "plan.json").plan.speed->left_out.empty());
    json["speed"]["left_out"] =
        Json::array({{{"date", "x"}, {"kind", "sprint"}, {"limited_by", ""}}});
    CHECK_THAT(refusal([&](Json& j) { j = json; }), Contains("speed.left_out[0].date"));
}

TEST_CASE("a plan file of another kind, version or outcome is refused", "[planner][replan]") {
    CHECK(refusal([](Json&) {}) == "not refused");
    CHECK_THAT(refusal([](Json& j) { j = Json::array(); }),
               Contains("this is no plan of plimsoll"));
    CHECK_THAT(refusal([](Json& j) { j.erase("schema"); }),
               Contains("this is no plan of plimsoll"));
    CHECK_THAT(refusal([](Json& j) { j["schema"] = "plimsoll.risk/1"; }),
               Contains("schema is 'plimsoll.risk/1'"));
    CHECK_THAT(refusal([](Json& j) { j["schema"] = "plimsoll.plan/2"; }),
               Contains("another version"));
    CHECK_THAT(refusal([](Json& j) { j["status"] = "infeasible"; }),
               Contains("there is no plan in it"));
}

TEST_CASE("a plan file with a value that no plan has is refused with its place",
          "[planner][replan]") {
    CHECK_THAT(refusal([](Json& j) { j.erase("weeks"); }), Contains("weeks is missing"));
    CHECK_THAT(refusal([](Json& j) { j["weeks"] = Json::array(); }), Contains("weeks is empty"));
    CHECK_THAT(refusal([](Json& j) { j["weeks"][1]["from"] = "2026-11-29"; }),
               Contains("weeks[1].from is no day on which a week of the plan begins"));
    CHECK_THAT(refusal([](Json& j) { j["days"] = Json::array(); }), Contains("days is empty"));
    CHECK_THAT(refusal([](Json& j) { j["days"].erase(3); }),
               Contains("days[3].date is 2026-11-25, and the day after the one before is "
                        "2026-11-24"));
    CHECK_THAT(refusal([](Json& j) { j["days"][0]["sessions"][0]["kind"] = "sleep"; }),
               Contains("days[0].sessions[0].kind is 'sleep'"));
    CHECK_THAT(refusal([](Json& j) { j["days"][0]["sessions"][0]["distance_m"] = -1; }),
               Contains("days[0].sessions[0].distance_m is -1"));
    CHECK_THAT(refusal([](Json& j) {
                   for (Json& planned : j["days"]) {
                       for (Json& session : planned["sessions"]) {
                           session["steps"] = Json::array();
                       }
                   }
               }),
               Contains("steps is empty"));
}

TEST_CASE("a plan file that is not there is an error of its own", "[planner][replan]") {
    CHECK_THROWS_AS(read_plan_file("/nowhere/plan.json"), IoError);
}
