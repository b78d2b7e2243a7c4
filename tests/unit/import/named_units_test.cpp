// Speeds whose unit is named wrongly, or not at all. Worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/any_file.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

// A minute at 7.5 m/s, 10 Hz.
std::string openfield(const std::string& unit) {
    std::string text = "# OpenField Export : 29.07.2018 08:43:09;;;;;;;;\n# Speed Units : " + unit +
                       ";;;;;;;;\n# Distance Units : Meters;;;;;;;;\n"
                       "Timestamp;Seconds;Velocity;Acceleration;Odometer;Latitude;Longitude;Heart "
                       "Rate;Player Load\n";
    for (int i = 0; i < 600; ++i) {
        text += fmt::format("24/05/2026 19:02:{:02};{:.1f};7.5;0.1;{:.2f};46.9;6.9;140;0\n", i / 10,
                            0.1 * i, 0.75 * i);
    }
    return text;
}

} // namespace

TEST_CASE("openfield: a unit above the table that the distances contradict is not believed",
          "[import][track][units]") {
    const TrainingLog wrong = import_any(openfield("Kilometers Per Hour"));
    REQUIRE(wrong.sessions.size() == 1);
    CHECK_THAT(wrong.sessions[0].max_speed_mps.value_or(0.0), WithinAbs(7.5, 1e-3));
    CHECK_THAT(messages_of(wrong), Contains("speeds are read as m/s: in the unit that is named"));
    const TrainingLog right = import_any(openfield("Meters Per Second"));
    CHECK_THAT(right.sessions.at(0).max_speed_mps.value_or(0.0), WithinAbs(7.5, 1e-3));
    CHECK(right.diagnostics.empty());
}

TEST_CASE("sheets: maximum speeds without a unit by what nobody reaches", "[import][units]") {
    const auto of = [](const std::string& heading, const std::string& speed) {
        return import_text("date,duration_min,distance_km," + heading + "\n2026-01-20,60,10," +
                           speed + "\n");
    };
    CHECK_THAT(of("max_speed", "28.8").sessions.at(0).max_speed_mps.value_or(0.0),
               WithinAbs(8.0, 1e-9));
    CHECK_THAT(of("max_speed", "8.1").sessions.at(0).max_speed_mps.value_or(0.0),
               WithinAbs(8.1, 1e-9));
    CHECK(!of("max_speed", "20").sessions.at(0).max_speed_mps);
    CHECK_THAT(of("max_speed_kmh", "20").sessions.at(0).max_speed_mps.value_or(0.0),
               WithinAbs(5.556, 1e-3));
}
