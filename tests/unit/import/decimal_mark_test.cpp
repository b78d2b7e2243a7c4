// Decimal marks that are hard to tell. Worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/any_file.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::WithinAbs;

TEST_CASE("numbers: a mark behind four digits groups nothing", "[import][numbers]") {
    // with semicolons a comma would be assumed, and 5120.125 be no number
    const TrainingLog log = import_text("date;distance_m;duration_min\n"
                                        "2026-01-01;5120.125;30\n2026-01-02;6120.250;30\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK_THAT(*log.sessions[0].distance_m, WithinAbs(5120.125, 1e-9));
    // 5.125 km in half an hour, not five thousand
    const TrainingLog km = import_text("date;distance_km;duration_min\n"
                                       "2026-01-01;5.125;30\n2026-01-02;6.250;30\n");
    CHECK_THAT(*km.sessions.at(0).distance_m, WithinAbs(5125.0, 1e-9));
    const TrainingLog comma = import_text("date,distance_km,duration_min\n"
                                          "2026-01-01,\"5,125\",30\n2026-01-02,\"6,250\",30\n");
    CHECK_THAT(*comma.sessions.at(0).distance_m, WithinAbs(5125.0, 1e-9));
}

TEST_CASE("services: a list saved again with semicolons has decimal commas", "[import][numbers]") {
    const TrainingLog log =
        import_text("Title;WorkoutType;WorkoutDay;DistanceInMeters;TimeTotalInHours;TSS\n"
                    "a;Run;2026-01-01;10020,5;1,25;60,5\n");
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(*log.sessions[0].distance_m, WithinAbs(10020.5, 1e-9));
    CHECK_THAT(*log.sessions[0].duration_s, WithinAbs(4500.0, 1e-9));
}

TEST_CASE("tracks: a decimal comma that comes late is one all the same", "[import][track]") {
    std::string text = "Timestamp;Seconds;Velocity;Acceleration;Odometer;Latitude;Longitude;Heart "
                       "Rate;Player Load\n";
    for (int i = 0; i < 1200; ++i) { // a second a row, standing still for ten minutes, then 3 m/s
        const int metres = i < 600 ? 0 : 3 * (i - 599);
        text += "24/05/2026 19:" + std::to_string(10 + i / 60) + ":" +
                std::to_string(100 + i % 60).substr(1) + ";" + std::to_string(i) + ";" +
                (i < 600 ? "0" : "10,8") + ";0;" + std::to_string(metres) + ";46;6;140;0\n";
    }
    const TrainingLog log = import_any(text);
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(*log.sessions[0].distance_m, WithinAbs(1800.0, 1e-6));
    CHECK_THAT(log.sessions[0].max_speed_mps.value_or(0.0), WithinAbs(3.0, 1e-3));
}
