// Times written with an offset of nothing.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;

TEST_CASE("times: +00:00 is UTC where a zone is asked for, else the time as written",
          "[import][clock]") {
    const std::string text = "date,duration_min\n2026-01-01T23:30:00+00:00,30\n";
    ingest::ImportOptions options;
    options.zone.emplace("Europe/Vienna");
    CHECK(to_string(import_text(text, options).sessions.at(0).start.day) == "2026-01-02");
    CHECK(to_string(import_text(text).sessions.at(0).start.day) == "2026-01-01");
}
