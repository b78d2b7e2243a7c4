// SPDX-License-Identifier: Apache-2.0
#include "reports/csv.hpp"
#include "reports/text_renderer.hpp"
#include "reports/validation_report.hpp"
#include "tests/support/schema.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;
using test::complaints;
using test::day;

namespace {

constexpr const char* program = "plimsoll test";

// Twelve runners who run every other day for half a year, each 17th run a long one, and who hurt a
// knee four times: 48 onsets.
struct Runners {
    std::vector<std::vector<Session>> logs;
    std::vector<InjuryReport> reports;

    risk::Validation validated(std::size_t count) const {
        std::vector<AthleteSessions> athletes;
        for (std::size_t a = 0; a < count; ++a) {
            athletes.push_back({logs[a].front().athlete, logs[a]});
        }
        std::vector<InjuryReport> known;
        for (const InjuryReport& report : reports) {
            if (count > 0 && report.athlete <= athletes.back().athlete) {
                known.push_back(report);
            }
        }
        return risk::validate(athletes, known, {day("2026-06-30"), {}, {}, {100, 1}});
    }
};

Runners runners() {
    Runners all;
    const Date first = day("2026-01-01");
    for (int a = 0; a < 12; ++a) {
        const std::string name = std::string(1, static_cast<char>('a' + a));
        all.logs.emplace_back();
        for (int i = 0; i < 180; i += 2) {
            const bool is_long = (i / 2 + a) % 17 == 16;
            all.logs.back().push_back(
                test::run_on(first + i, is_long ? 15.0 + a : 8.0 + i % 3, 60));
            all.logs.back().back().athlete = name;
        }
        for (const int i : {45, 80, 115, 150}) {
            all.reports.push_back({name, first + i + a % 5, "knee", "minor", {}});
        }
    }
    return all;
}

std::string page_of(const risk::Validation& validation) {
    return render_text(validation_report(validation, TrainingLog()), TextStyle());
}

} // namespace

TEST_CASE("the validation document keeps its schema in every state", "[reports][json]") {
    const Runners all = runners();
    const risk::Validation refitted = all.validated(12);
    REQUIRE(refitted.refit.done); // enough onsets: the coefficients are estimated anew
    const std::string json = validation_json(refitted, program);
    CHECK(complaints("validate.schema.json", json) == "");
    const auto document = nlohmann::json::parse(json);
    CHECK(document["schema"] == "plimsoll.validate/1");
    CHECK(document["metrics"].size() == 8); // with the session spike
    CHECK(document["refit"]["coefficients"].size() == 3);
    CHECK(document["refit_why_not"].is_null());
    const risk::Validation few = all.validated(3);
    CHECK(complaints("validate.schema.json", validation_json(few, program)) == "");
    const auto kept = nlohmann::json::parse(validation_json(few, program));
    CHECK(kept["refit"].is_null());
    CHECK(kept["prior"][0]["hazard_ratio"] == 1.93);
    CHECK_FALSE(kept["prior"][0]["refitted"].get<bool>());
    // One athlete; and no injury at all.
    CHECK(complaints("validate.schema.json", validation_json(all.validated(1), program)) == "");
    const std::vector<AthleteSessions> one{{"a", all.logs[0]}};
    const auto none = risk::validate(one, {}, {day("2026-06-30"), {}, {}, {100, 1}});
    CHECK(complaints("validate.schema.json", validation_json(none, program)) == "");
    CHECK(nlohmann::json::parse(validation_json(none, program))["metrics"][0]["auc"].is_null());
}

TEST_CASE("the schema of validate would notice a missing key", "[reports][json]") {
    auto document = nlohmann::json::parse(validation_json(runners().validated(2), program));
    document["metrics"][0].erase("ci");
    CHECK(complaints("validate.schema.json", document.dump()) != "");
}

TEST_CASE("the page shows the coefficients it estimated beside the published", "[reports][text]") {
    const std::string page = page_of(runners().validated(12));
    CHECK_THAT(page, Contains("session spike") && Contains("published HR"));
    CHECK_THAT(page, Contains("onsets allow 3 coefficients to be estimated anew"));
    CHECK_THAT(page, Contains("WHAT CANNOT BE CONCLUDED"));
    CHECK(page.find("nan") == std::string::npos);
}

TEST_CASE("pages without injuries or with one athlete stay whole", "[reports][text]") {
    const Runners all = runners();
    const std::vector<AthleteSessions> one{{"a", all.logs[0]}};
    const auto none = risk::validate(one, {}, {day("2026-06-30"), {}, {}, {100, 1}});
    CHECK_THAT(page_of(none), Contains("cannot be said") && Contains("holds no injury"));
    CHECK_THAT(page_of(all.validated(1)), Contains("(no interval)"));
}

TEST_CASE("validation as CSV: a row a metric, empty where there is nothing", "[reports][csv]") {
    const std::string csv = validation_csv(runners().validated(1));
    CHECK_THAT(csv, Contains("metric,n,onsets,auc,ci_low,ci_high,brier,brier_reference,"
                             "calibration_intercept,calibration_slope\ncoupled,"));
    CHECK(std::count(csv.begin(), csv.end(), '\n') == 9);
    CHECK_THAT(csv, Contains(",,,,,,\n"));
}
