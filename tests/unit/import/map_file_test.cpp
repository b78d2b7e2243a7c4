// Maps: a user's own dialect.
// SPDX-License-Identifier: Apache-2.0
#include "import/log_import.hpp"
#include "import/map_file.hpp"
#include "model/error.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>

using namespace plimsoll;
using namespace plimsoll::ingest;
using Catch::Matchers::Contains;

namespace {

std::shared_ptr<const Dialect> map_of(const std::string& text) {
    return map_from(parse_toml(text, "map.toml"));
}

std::string problem_of(const std::string& text) {
    try {
        map_of(text);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

const std::string columns = "[columns]\nstart = \"Wann\"\nduration_min = \"Wie lang\"\n";

} // namespace

TEST_CASE("the example's sheet is read by its map", "[import][map]") {
    const std::string folder = PLIMSOLL_SOURCE_DIR "/examples/sheet/";
    ImportOptions options;
    options.map = map_from(open_toml(folder + "map.toml"));
    const std::array inputs{folder + "sheet.csv"};
    const TrainingLog log = import_logs(inputs, options);
    CHECK(log.totals().rows == 4);
    CHECK(log.totals().other == 1); // a day off
    REQUIRE(log.sessions.size() == 3);
    CHECK(log.sessions[0].athlete == "Spielerin 1");
    CHECK(to_string(log.sessions[0].start) == "2026-04-13");
    CHECK(log.sessions[0].duration_s == 5400.0);
    CHECK(log.sessions[0].rpe == 7.0);
    CHECK(log.sessions[1].distance_m == 8500.0);
    CHECK(log.sessions[1].title == "Dauerlauf");
    CHECK(log.files.at(0).format == "mapped_csv");
}

TEST_CASE("a map goes before every other dialect, and only where its columns are",
          "[import][map]") {
    ImportOptions options;
    options.map = map_of("sport = \"soccer\"\nload_kind = \"vendor\"\n[columns]\nstart = \"date\"\n"
                         "duration_h = \"duration\"\nload_au = \"strain\"\n");
    const TrainingLog mapped =
        test::import_text("date,duration,strain\n2026-05-01,1.5,12\n", options);
    CHECK(mapped.sessions.at(0).duration_s == 5400.0);
    CHECK(mapped.sessions.at(0).sport == Sport::soccer);
    CHECK(mapped.sessions.at(0).load_kind == LoadKind::vendor);
    const TrainingLog plain = test::import_text("date,duration\n2026-05-01,90\n", options);
    CHECK(plain.sessions.at(0).duration_s == 5400.0);
    CHECK(plain.files.at(0).format == "plain_csv");
    CHECK_THROWS_WITH(test::import_text("a,b\n1,2\n", options),
                      Contains("not of the map's sort") &&
                          Contains("'date', 'duration', 'strain'"));
}

TEST_CASE("a map that cannot be meant is refused with its key", "[import][map]") {
    CHECK(problem_of(columns) == "no error");
    CHECK_THAT(problem_of("[columns]\nstart = \"d\"\ndurations_min = \"x\"\n"),
               Contains("durations_min") && Contains("duration_min"));
    CHECK_THAT(problem_of("[columns]\nstart = \"d\"\n"), Contains("one of duration"));
    CHECK_THAT(problem_of("date = \"dmy\"\n" + columns), Contains("day_first"));
    CHECK_THAT(problem_of("sport = \"chess\"\n" + columns), Contains("chess"));
    CHECK_THAT(problem_of("times = \"here\"\n" + columns), Contains("neither local nor utc"));
    CHECK_THAT(problem_of("load_kind = \"x\"\n" + columns), Contains("vendor"));
    CHECK_THAT(problem_of(columns + "duration_h = \"y\"\n"), Contains("twice"));
    CHECK_THAT(problem_of("colums = 1\n" + columns), Contains("columns"));
}
