// CSV and JSON.
// SPDX-License-Identifier: Apache-2.0
#include "reports/csv.hpp"
#include "reports/json.hpp"
#include "reports/plan_report.hpp"
#include "reports/risk_report.hpp"
#include "reports/text_renderer.hpp"
#include "tests/support/logs.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/plans.hpp"
#include "tests/support/schema.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;
using test::complaints;
using test::day;

namespace {

std::vector<risk::Statement> statements_of(const std::vector<Session>& sessions, const char* as_of,
                                           const Athlete* athlete = nullptr) {
    risk::StatementRequest request;
    request.as_of = day(as_of);
    request.athlete = athlete;
    std::vector<risk::Statement> statements;
    statements.push_back(risk::make_statement(sessions, request));
    return statements;
}

constexpr const char* program = "plimsoll test";

} // namespace

TEST_CASE("a cell is quoted where it must be, and never a formula", "[reports][csv]") {
    CHECK(csv_cell("plain") == "plain");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("a \"b\"") == "\"a \"\"b\"\"\"");
    CHECK(csv_cell("a\nb") == "\"a\nb\"");
    CHECK(csv_cell(" a") == "\" a\"");
    CHECK(csv_cell("=cmd|' /C calc'!A0") == "'=cmd|' /C calc'!A0");
    CHECK(csv_cell("+1") == "'+1");
    CHECK(csv_cell("-1") == "'-1");
    CHECK(csv_cell("@x") == "'@x");
    CHECK(csv_cell("") == "");
}

TEST_CASE("the canonical log comes back as it went out", "[reports][csv]") {
    TrainingLog log = test::import_text(
        "date,duration_min,distance_km,rpe,load,title,athlete,sport\n"
        "2026-05-01 07:00:00,61.5,10.25,6,369,\"=a, \"\"b\"\"\nc\",ann,trail_run\n"
        "2026-05-02,45,,,,'quoted,bob,\n");
    const std::string csv = canonical_csv(log);
    const TrainingLog again = test::import_text(csv);
    CHECK(again.files[0].format == "canonical_csv");
    REQUIRE(again.sessions.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        Session expected = log.sessions[i];
        expected.source = again.sessions[i].source;
        CHECK(again.sessions[i] == expected);
    }
    CHECK_THAT(csv, Contains("log.csv:2"));
    CHECK(csv.find("\r") == std::string::npos);
}

TEST_CASE("the import document keeps its schema", "[reports][json]") {
    const TrainingLog log = test::import_text("date,duration_min,distance,rpe\n2026-05-01,60,10,5\n"
                                              "x,1,1,1\n2026-05-02,,,\n2026-05-03,60,10,99\n");
    const std::string json = import_json(log, program);
    CHECK(complaints("import.schema.json", json) == "");
    const auto document = nlohmann::json::parse(json);
    CHECK(document["schema"] == "plimsoll.import/1");
    CHECK(document["as_of"] == "2026-05-03");
    CHECK(document["totals"]["rows"] == 4);
    CHECK(document["totals"]["sessions"] == 2);
    CHECK(document["totals"]["rejected"] == 1);
    CHECK(document["totals"]["other"] == 1);
    CHECK(document["sessions"][0]["load_au"].is_null());
    CHECK(document["diagnostics"].size() >= 3);
    CHECK(complaints("import.schema.json", import_json(TrainingLog(), program)) == "");
}

TEST_CASE("text that is no UTF-8 cannot break a document", "[reports][json]") {
    TrainingLog log = test::import_text("date,duration_min\n2026-05-01,60\n");
    log.sessions[0].title = "bad \xFF byte";
    CHECK_NOTHROW(nlohmann::json::parse(import_json(log, program)));
}

TEST_CASE("the risk document keeps its schema in every state", "[reports][json]") {
    std::vector<Session> year = test::weekly_runs(day("2026-01-01"), day("2026-11-22"),
                                                  {{Weekday::tue, 8}, {Weekday::sun, 14}});
    year.back() = test::run_on(day("2026-11-22"), 21, 130);
    Athlete athlete;
    athlete.birth_date = day("1981-03-14");
    for (const char* as_of : {"2026-11-22", "2026-01-10", "2027-06-01", "2025-01-01"}) {
        INFO(as_of);
        for (const bool series : {false, true}) {
            const std::string json =
                risk_json(statements_of(year, as_of, &athlete), program, series);
            CHECK(complaints("risk.schema.json", json) == "");
        }
    }
    const auto document =
        nlohmann::json::parse(risk_json(statements_of(year, "2026-11-22"), program, true));
    const auto& first = document["athletes"][0];
    CHECK(first["ratios"]["coupled"]["status"] == "ok");
    CHECK(first["days"].size() == first["history"]["days"]);
    CHECK(first["days"][0]["coupled"].is_null());
    CHECK(first["longest_session_30d_m"] == 21000.0);
    const auto before =
        nlohmann::json::parse(risk_json(statements_of(year, "2025-01-01"), program, false));
    CHECK(before["athletes"][0]["ratios"]["coupled"]["status"] == "no_history");
    CHECK(before["athletes"][0]["acute"].is_null());
}

TEST_CASE("the schema of risk would notice a missing key", "[reports][json]") {
    const std::vector<Session> run{test::run_on(day("2026-11-22"), 10)};
    auto document =
        nlohmann::json::parse(risk_json(statements_of(run, "2026-11-22"), program, false));
    document["athletes"][0].erase("spread");
    CHECK_THAT(complaints("risk.schema.json", document.dump()), Contains("spread"));
    document = nlohmann::json::parse(risk_json(statements_of(run, "2026-11-22"), program, false));
    document["athletes"][0]["ratios"]["coupled"]["status"] = "fine";
    CHECK(complaints("risk.schema.json", document.dump()) != "");
}

TEST_CASE("the plan document keeps its schema: planned, infeasible, refer", "[reports][json]") {
    test::Runner runner = test::runner_until(day("2026-10-11"));
    planner::Goal goal;
    const Date as_of = day("2026-11-01");
    const auto document = [&] { return plan_json(runner.plan(as_of, goal), program, as_of); };
    CHECK(complaints("plan.schema.json", document()) == "");
    CHECK(nlohmann::json::parse(document())["days"].size() == 35);
    goal.date = day("2026-11-15");
    CHECK(complaints("plan.schema.json", document()) == "");
    CHECK(nlohmann::json::parse(document())["status"] == "infeasible");
    runner.injuries.push_back({"calf", "", day("2026-10-20"), std::nullopt, std::nullopt});
    CHECK(complaints("plan.schema.json", document()) == "");
    CHECK(nlohmann::json::parse(document())["status"] == "refer");
    runner.injuries.clear();
    const Date later = day("2027-01-31"); // with walk-run steps
    CHECK(complaints("plan.schema.json", plan_json(runner.plan(later), program, later)) == "");
}

TEST_CASE("the plan document keeps its schema on every pathway", "[reports][json]") {
    test::Runner runner = test::runner_until(day("2026-10-11"));
    runner.athlete.plays = Sport::soccer;
    const Date as_of = day("2026-10-20");
    const auto document = [&](const std::string& pathway) {
        const planner::PlanOnPathway plan =
            planner::plan_on_pathway(test::request_for(runner, pathway, as_of, 30));
        return plan_json(plan.result, program, as_of, &plan.path);
    };
    for (const std::string_view pathway : planner::pathway_ids()) {
        INFO(pathway);
        runner.injuries.clear();
        if (test::pathways().with_id(pathway).of_injury()) {
            runner.injuries = {{"calf", "", day("2026-10-12"), std::nullopt, std::nullopt}};
        }
        const std::string json = document(std::string(pathway));
        CHECK(complaints("plan.schema.json", json) == "");
        CHECK(nlohmann::json::parse(json)["pathway"] == pathway);
    }
    runner.athlete.plays.reset();
    runner.injuries = {{"calf", "", day("2026-10-12"), std::nullopt, std::nullopt}};
    runner.events = {test::gate_on("2026-10-15", "calf_squeeze_normal", 1),
                     test::gate_on("2026-10-15", "walk_pain_free", 0)};
    const auto json = nlohmann::json::parse(document("acute_strain"));
    CHECK(complaints("plan.schema.json", json.dump()) == "");
    CHECK(json["place"]["phase"] == "A0");
    const auto& gates = json["phases"][0]["gates"];
    CHECK(gates[1]["passed_on"] == "2026-10-15");
    CHECK(gates[1]["unit"] == "yes");
    CHECK(gates[0]["passed_on"].is_null());
    CHECK(gates[0]["failed_on"] == "2026-10-15");
    CHECK(json["days"][0]["sessions"][0]["kind"] == "easy");
    CHECK(json["days"][0]["sessions"][0]["distance_m"].is_null());
    CHECK(json["days"][0]["sessions"][0]["exercises"][0]["name"].is_string());
    // A squeeze that fails is referred, and the document says why.
    runner.events[0].value = 0.0;
    const auto referred = nlohmann::json::parse(document("acute_strain"));
    CHECK(complaints("plan.schema.json", referred.dump()) == "");
    CHECK(referred["status"] == "refer");
    CHECK_THAT(referred["why"].get<std::string>(),
               Catch::Matchers::Contains("emergency department"));
    CHECK(referred["days"].empty());
}

TEST_CASE("risk as CSV: a row an athlete, or a row a day", "[reports][csv]") {
    const std::vector<Session> runs = test::weekly_runs(day("2026-09-01"), day("2026-11-22"),
                                                        {{Weekday::tue, 8}, {Weekday::sun, 14}});
    const auto statements = statements_of(runs, "2026-11-22");
    CHECK(risk_csv(statements) ==
          "athlete,as_of,acute,chronic,coupled,uncoupled,ewma,monotony,strain,"
          "longest_session_30d_m,next_session_cap_m,hazard_ratio,measure,unit,"
          "coupled_status,uncoupled_status,ewma_status,flags\n" +
              std::string("athlete,2026-11-22,3142.8571428571427,3142.8571428571427,1,1,") +
              fmt::format("{},{},{},14000,{},1,distance,m,ok,ok,ok,\n",
                          *statements[0].last_day.ewma.ratio.value, *statements[0].monotony_sample,
                          *statements[0].strain, 1.10 * 14000));
    const std::string series = risk_series_csv(statements);
    CHECK_THAT(series, Contains("athlete,2026-09-01,observed,8000,,,8000,8000,1\n"));
    CHECK_THAT(series, Contains("athlete,2026-09-02,rest,0,,,"));
    CHECK(
        risk_csv(statements_of(runs, "2020-01-01"))
            .find(
                "athlete,2020-01-01,,,,,,,,,,,duration,min,no_history,no_history,no_history,\n") !=
        std::string::npos);
}

TEST_CASE("heart-rate zones stand behind the fixed columns, where any session has them",
          "[reports][csv]") {
    TrainingLog log = test::import_text("date,duration_min\n2026-05-01,60\n2026-05-02,60\n");
    const std::string without = canonical_csv(log);
    CHECK_THAT(without, Contains("changes_of_direction,title,source\n"));
    log.sessions[1].hr_zones = HeartRateZones{{600, 1200.5F, 0.1F, 60, 0}};
    const std::string csv = canonical_csv(log);
    CHECK_THAT(csv, Contains("title,source,hr_zone_1_s,hr_zone_2_s,hr_zone_3_s,hr_zone_4_s,"
                             "hr_zone_5_s\n"));
    CHECK_THAT(csv, Contains("log.csv:2,,,,,\n"));
    CHECK_THAT(csv, Contains("log.csv:3,600,1200.5,0.1,60,0\n"));
    const TrainingLog again = test::import_text(csv);
    REQUIRE(again.sessions.size() == 2);
    CHECK_FALSE(again.sessions[0].hr_zones.has_value());
    CHECK(again.sessions[1].hr_zones == log.sessions[1].hr_zones);
    CHECK(complaints("import.schema.json", import_json(log, program)) == "");
}

TEST_CASE("Edwards' figures are called unverified wherever they stand", "[reports][edwards]") {
    std::vector<Session> runs = test::weekly_runs(day("2026-09-01"), day("2026-11-22"),
                                                  {{Weekday::tue, 8}, {Weekday::sun, 14}});
    for (Session& run : runs) {
        run.hr_zones = HeartRateZones{{600, 600, 600, 600, 0}};
    }
    risk::StatementRequest request;
    request.as_of = day("2026-11-22");
    request.measure = risk::Measure::edwards;
    const std::vector statements{risk::make_statement(runs, request)};
    CHECK(statements[0].acute == 200.0 / 7.0); // twice 10 (1 + 2 + 3 + 4) a week
    CHECK_THAT(risk_csv(statements), Contains(",edwards,AU (unverified),"));
    CHECK_THAT(risk_csv(statements), Contains("unverified_measure"));
    CHECK_THAT(risk_series_csv(statements), Contains("ewma,unit\n"));
    CHECK_THAT(risk_series_csv(statements), Contains("observed,100,,,100,100,1,AU (unverified)\n"));
    const std::string json = risk_json(statements, program, true);
    CHECK(complaints("risk.schema.json", json) == "");
    CHECK_THAT(json, Contains("\"unit\": \"AU (unverified)\""));
    const std::string page = render_text(risk_report(statements, TrainingLog(), nullptr, true), {});
    CHECK_THAT(page, Contains("LOAD (TRIMP OF EDWARDS, UNVERIFIED)"));
    CHECK_THAT(page, Contains("200 AU (unverified)"));
    CHECK_THAT(page, Contains("every figure of this load is unverified"));
}
