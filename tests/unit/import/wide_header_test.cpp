// Headers of thousands of columns.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/any_file.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;

TEST_CASE("a header of more than 64 KiB is read to its end", "[import][detect]") {
    std::string header = "Player Name,Period Name,Total Duration,Total Distance";
    std::string row = "Ann,Session,1:30:00,9000";
    for (int band = 0; band < 1700; ++band) {
        header += ",Velocity Band " + std::to_string(band) + " Total Effort Distance (Session)";
        row += ",0";
    }
    REQUIRE(header.size() > 65536);
    const TrainingLog log = import_any(
        "Date:,24/05/2026\nStart Time:,18:22:37\n\n" + header + "\n" + row + "\n", "ctr.csv");
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].distance_m == 9000.0);
    CHECK(to_string(log.sessions[0].start.day) == "2026-05-24");
}

TEST_CASE("a row of more cells than any table has is refused, its neighbours are read",
          "[import][limits]") {
    const std::string wide(200'000, ',');
    const TrainingLog log = import_any(
        "date,duration_min\n2026-01-01,60\n2026-01-02,60" + wide + "\n2026-01-03,60\n", "wide.csv");
    CHECK(log.sessions.size() == 2);
    CHECK_THAT(messages_of(log),
               Catch::Matchers::Contains("wide.csv:3: error: the row has more than 100000 cells"));
    CHECK_THROWS(import_any("date,duration_min" + wide + "\n2026-01-01,60\n", "wide.csv"));
}
