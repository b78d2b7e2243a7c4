// Workouts of Apple Health with several distances, or several legs. Made up.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/any_file.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::WithinAbs;

TEST_CASE("apple health: a workout without a duration lasts from its start to its end",
          "[import][xml]") {
    const auto lasts = [](const std::string& duration) {
        const TrainingLog log = import_any(
            "<?xml version=\"1.0\"?><HealthData><Workout "
            "workoutActivityType=\"HKWorkoutActivityTypeYoga\" " +
            duration +
            " startDate=\"2025-10-29 18:30:00 +0100\" endDate=\"2025-10-29 20:00:00 +0100\"/>"
            "</HealthData>");
        REQUIRE(log.sessions.size() == 1);
        return log.sessions[0].duration_s.value();
    };
    CHECK(lasts("") == 5400.0);
    CHECK(lasts("duration=\"1,5\" durationUnit=\"hr\"") == 5400.0); // no number here
    CHECK(lasts("duration=\"80\" durationUnit=\"min\"") == 4800.0);
}

TEST_CASE("apple health: the way of the sport counts, and each leg of several sports",
          "[import][xml]") {
    const auto workout = [](const std::string& type, const std::string& inside) {
        return "<Workout workoutActivityType=\"HKWorkoutActivityType" + type +
               "\" duration=\"60\" durationUnit=\"min\" startDate=\"2026-03-11 07:00:05 -0700\" "
               "endDate=\"2026-03-11 08:00:05 -0700\">" +
               inside + "</Workout>\n";
    };
    const auto way = [](const std::string& of, const std::string& sum, const std::string& unit) {
        return "<WorkoutStatistics type=\"HKQuantityTypeIdentifierDistance" + of + "\" sum=\"" +
               sum + "\" unit=\"" + unit + "\"/>";
    };
    const TrainingLog ride = import_any(
        "<?xml version=\"1.0\"?><HealthData>" +
        workout("Cycling", way("Cycling", "20", "mi") + way("WalkingRunning", "0.1", "mi")) +
        "</HealthData>");
    REQUIRE(ride.sessions.size() == 1);
    CHECK_THAT(*ride.sessions[0].distance_m, WithinAbs(32186.88, 0.01)); // 20 x 1609.344
    const std::string first = "<WorkoutActivity startDate=\"2026-03-11 07:00:05 -0700\" "
                              "endDate=\"2026-03-11 07:20:05 -0700\" duration=\"20\" "
                              "durationUnit=\"min\">" +
                              way("Swimming", "900", "m") + "</WorkoutActivity>\n";
    const std::string second = "<WorkoutActivity startDate=\"2026-03-11 07:20:05 -0700\" "
                               "endDate=\"2026-03-11 08:00:05 -0700\" duration=\"40\" "
                               "durationUnit=\"min\">" +
                               way("Cycling", "20", "km") + "</WorkoutActivity>\n";
    const TrainingLog legs = import_any("<?xml version=\"1.0\"?><HealthData>" +
                                        workout("SwimBikeRun", first + second) + "</HealthData>");
    REQUIRE(legs.sessions.size() == 2);
    CHECK(legs.sessions[0].sport == Sport::swim);
    CHECK(legs.sessions[0].distance_m == 900.0);
    CHECK(legs.sessions[1].sport == Sport::ride);
    CHECK(legs.sessions[1].distance_m == 20000.0);
    CHECK(legs.sessions[1].duration_s == 2400.0);
}
