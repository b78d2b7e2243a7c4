// SPDX-License-Identifier: Apache-2.0
#include "import/session_text.hpp"
#include "model/error.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;
using ingest::parse_session;
using test::day;

TEST_CASE("a session of the command line has a date, a sport and amounts", "[import][text]") {
    const Session run = parse_session("2026-11-29 run 21.1km");
    CHECK(run.start.day == day("2026-11-29"));
    CHECK(run.sport == Sport::run);
    CHECK(run.distance_m == 21100.0);
    CHECK_FALSE(run.duration_s.has_value());
    const Session match = parse_session("2026-11-29 Football (Soccer) 1:30:00 rpe8");
    CHECK(match.sport == Sport::soccer);
    CHECK(match.duration_s == 5400.0);
    CHECK(match.rpe == 8.0);
    const Session trail = parse_session("  2026-11-29  trail running  5mi 45min ");
    CHECK(trail.sport == Sport::trail_run);
    CHECK(trail.distance_m == 8046.72);
    CHECK(trail.duration_s == 2700.0);
}

TEST_CASE("anything else is refused, nothing guessed", "[import][text]") {
    for (const char* const text :
         {"", "2026-11-29", "2026-11-29 run", "29/11/2026 run 21km", "2026-02-30 run 21km",
          "2026-11-29 quidditch 21km", "2026-11-29 21km", "2026-11-29 run 21",
          "2026-11-29 run -5km", "2026-11-29 run 0km", "2026-11-29 run 5km 6km",
          "2026-11-29 run rpe5", "2026-11-29 run 5km rpe11", "2026-11-29 run nankm",
          "2026-11-29 run 1e9km", "2026-11-29 run 9999h", "9999-12-31 run 30km",
          "2026-11-29 run 45m", "2026-11-29 run 5km rpe3 rpe9"}) {
        INFO(text);
        CHECK_THROWS_AS(parse_session(text), UsageError);
    }
}
