// Dates of two numbers below 13: what else in a file shows which of them is the month.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/any_file.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;

namespace {

std::string first_day(const TrainingLog& log) {
    return log.sessions.empty() ? "none" : to_string(log.sessions.front().start.day);
}

const std::string table_below = "\nPlayer Name,Period Name,Total Duration,Total Distance\n"
                                "Ann,Session,6605,7000.5\n";

// 10 Hz for a minute; 4 May 2026 17:02:40 UTC is 1777914160 s after the start of 1970.
std::string openfield(const std::string& clock_line) {
    std::string text = "# OpenField Export : 29.07.2018 08:43:09;;;;;;;;\n" + clock_line +
                       "# Speed Units : Kilometers Per Hour;;;;;;;;\n"
                       "# Distance Units : Meters;;;;;;;;\n"
                       "Timestamp;Seconds;Velocity;Acceleration;Odometer;Latitude;Longitude;Heart "
                       "Rate;Player Load\n";
    for (int i = 0; i < 600; ++i) {
        text += fmt::format("05/04/2026 19:02:{:02};{:.1f};10.8;0.1;{:.1f};46.9;6.9;140;0\n",
                            i / 10, 0.1 * i, 0.3 * i);
    }
    return text;
}

} // namespace

TEST_CASE("date order: yards and mph mean the month first, and a note says so", "[import][dates]") {
    const TrainingLog log =
        import_text("Name,Period_Name,Total_Duration,Player_Load,Distance,Max_V,Date\n"
                    "A,Session,2:10:22,500,5000,18.5,8/7/25\n");
    CHECK(first_day(log) == "2025-08-07");
    CHECK_THAT(messages_of(log), Contains("dates are read as MM/DD/YYYY"));
    CHECK(first_day(import_text("Date,Sport,Distance (mi),Duration (min)\n2/6/26,run,3,30\n")) ==
          "2026-02-06");
    CHECK(first_day(import_text("Date,Sport,Distance (km),Duration (min)\n2/6/26,run,3,30\n")) ==
          "2026-06-02");
}

TEST_CASE("date order: a day above 12 outweighs miles", "[import][dates]") {
    CHECK(first_day(import_text("Date,Sport,Distance (mi),Duration (min)\n"
                                "2/6/26,run,3,30\n22/6/26,run,3,30\n")) == "2026-06-02");
}

TEST_CASE("date order: the Unix time above a table shows it", "[import][dates]") {
    const TrainingLog log = import_text(
        "Date:,05/04/2026\nStart Time:,18:22:37\nUnix Start Time:,1777915357\n" + table_below);
    CHECK(first_day(log) == "2026-05-04");
    CHECK(log.diagnostics.empty());
    CHECK(log.sessions.at(0).start.second == 66157); // 18:22:37
    // 5 April 2026 18:22:37 UTC
    CHECK(first_day(import_text("Date:,05/04/2026\nUnix Start Time:,1775413357\n" + table_below)) ==
          "2026-04-05");
}

TEST_CASE("date order: a date above a table that could be two is noted", "[import][dates]") {
    const TrainingLog log = import_text("Date:,05/04/2026\nStart Time:,18:22:37\n" + table_below);
    CHECK(first_day(log) == "2026-04-05");
    CHECK_THAT(messages_of(log), Contains("the date above the table is read as DD.MM.YYYY"));
}

TEST_CASE("date order: the clock above a track shows it, else a note says what was assumed",
          "[import][dates][track]") {
    const TrainingLog known = import_any(openfield("# CentisecTime : 177791416000;;;;;;;;\n"));
    CHECK(first_day(known) == "2026-05-04");
    const TrainingLog open = import_any(openfield(""));
    CHECK(first_day(open) == "2026-04-05");
    CHECK_THAT(messages_of(open), Contains("dates are read as DD.MM.YYYY"));
}

TEST_CASE("date order: as many dates one way as the other are told as such", "[import][dates]") {
    const TrainingLog log = import_text("Date,Player,Duration,RPE\n3/4/26,A,60,5\n13/4/26,A,60,5\n"
                                        "4/14/26,B,60,5\n5/6/26,B,60,5\n");
    CHECK(log.sessions.size() == 3);
    CHECK_THAT(messages_of(log), Contains("as many dates have the day first as have the month"));
}
