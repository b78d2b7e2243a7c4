// Garmin's list after a spreadsheet: 30:48 has become 30:48:00. Worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "import/row_reader.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::ingest;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

const std::string header =
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Avg Run "
    "Cadence,Avg Stride Length,Training Stress Score®,Elapsed Time\n";

} // namespace

TEST_CASE("false hours: whole minutes in which nobody is so slow", "[import][duration]") {
    CHECK_THAT(without_false_hours(110880.0, 5020.0), WithinAbs(1848.0, 1e-9)); // 30:48:00
    CHECK_THAT(without_false_hours(5400.0, 15020.0), WithinAbs(5400.0, 1e-9));  // 1:30:00
    CHECK_THAT(without_false_hours(110881.0, 5020.0), WithinAbs(110881.0, 1e-9));
    CHECK_THAT(without_false_hours(162600.0, std::nullopt), WithinAbs(2710.0, 1e-9)); // 45:10:00
    CHECK_THAT(without_false_hours(3600.0, std::nullopt), WithinAbs(3600.0, 1e-9));
}

TEST_CASE("garmin: hours that a spreadsheet has made of minutes are minutes, and km stay km",
          "[import][duration]") {
    // 5.02 km in 30:48 at 163 steps a minute of 1 m
    const TrainingLog log = import_text(
        header + "Running,12/11/20 11:59,FALSE,a,5.02,300,30:48:00,150,163,1.0,0,31:00:00\n"
                 "Running,12/13/20 11:59,FALSE,b,8.02,300,48:30:00,150,165,1.0,0,48:30:00\n"
                 "Running,12/14/20 11:59,FALSE,c,15.02,300,1:30:00,150,167,1.0,0,1:31:00\n"
                 "Strength,12/15/20 11:59,FALSE,d,--,300,45:10:00,110,--,--,0,45:10:00\n");
    REQUIRE(log.sessions.size() == 4);
    CHECK_THAT(*log.sessions[0].duration_s, WithinAbs(1848.0, 1e-9));
    CHECK_THAT(*log.sessions[0].elapsed_s, WithinAbs(1860.0, 1e-9));
    CHECK_THAT(*log.sessions[0].distance_m, WithinAbs(5020.0, 1e-9));
    CHECK_THAT(*log.sessions[1].duration_s, WithinAbs(2910.0, 1e-9));
    CHECK_THAT(*log.sessions[2].duration_s, WithinAbs(5400.0, 1e-9));
    CHECK_THAT(*log.sessions[3].duration_s, WithinAbs(2710.0, 1e-9));
    CHECK_THAT(messages_of(log), Contains("a spreadsheet has made hours of them"));
}

TEST_CASE("garmin: a list that no spreadsheet has changed keeps its long days",
          "[import][duration]") {
    std::string text = header;
    for (int day = 10; day < 20; ++day) {
        text += "Running,2020-12-" + std::to_string(day) +
                " 11:59:00,FALSE,a,10.00,300,1:00:00,150,--,--,0,1:00:00\n";
    }
    text += "Hiking,2020-12-21 05:00:00,FALSE,b,20.00,300,23:00:00,110,--,--,0,23:00:00\n";
    const TrainingLog log = import_text(text);
    REQUIRE(log.sessions.size() == 11);
    CHECK_THAT(*log.sessions[10].duration_s, WithinAbs(82800.0, 1e-9));
}

TEST_CASE("units: steps that make neither a kilometre nor a mile tell no unit", "[import][units]") {
    // 200 steps of 1.2 m a minute in 60 minutes are 14.4 km; of 11.5 units each is 1252 m
    const TrainingLog log = import_text(
        header + "Running,2020-12-11 11:59:00,FALSE,a,11.5,300,1:00:00,150,200,1.2,0,1:00:00\n");
    CHECK_THAT(*log.sessions.at(0).distance_m, WithinAbs(11500.0, 1e-9));
    CHECK_THAT(messages_of(log), Contains("neither a km nor a mile"));
}
