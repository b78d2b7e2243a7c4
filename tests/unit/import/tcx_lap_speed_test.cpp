// Maximum speeds of laps.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/any_file.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;

TEST_CASE("TCX: a lap's speed that nobody reaches is counted as it is left out", "[import][xml]") {
    const TrainingLog log = import_any(
        "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\">"
        "<Id>2026-05-04T10:00:00Z</Id><Lap StartTime=\"2026-05-04T10:00:00Z\">"
        "<TotalTimeSeconds>600</TotalTimeSeconds><DistanceMeters>1800</DistanceMeters>"
        "<MaximumSpeed>111</MaximumSpeed></Lap><Lap StartTime=\"2026-05-04T10:10:00Z\">"
        "<TotalTimeSeconds>600</TotalTimeSeconds><DistanceMeters>1800</DistanceMeters>"
        "<MaximumSpeed>5</MaximumSpeed></Lap></Activity></Activities></TrainingCenterDatabase>");
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].max_speed_mps == 5.0);
    CHECK_THAT(messages_of(log), Contains("1 jump or speed that nobody reaches"));
}
