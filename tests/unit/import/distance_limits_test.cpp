// Distances over times: what nobody covers is in another unit, or no distance. Worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "import/track.hpp"
#include "tests/support/any_file.hpp"
#include "tests/support/fit_writer.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::ingest;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

const std::string garmin_header =
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Training Stress Score®\n";

} // namespace

TEST_CASE("pace faults: too fast for the sport, or too slow to be one", "[import][limits]") {
    CHECK(pace_fault(42195.0, 7200.0, Sport::run) == PaceFault::none);
    CHECK(pace_fault(42195.0, 3000.0, Sport::run) == PaceFault::too_fast); // 14 m/s
    CHECK(pace_fault(42195.0, 3000.0, Sport::ride) == PaceFault::none);
    CHECK(pace_fault(1500.0, 900.0, Sport::swim) == PaceFault::none);
    CHECK(pace_fault(1.25, 1800.0, Sport::swim) == PaceFault::too_slow);
    CHECK(pace_fault(26.2, 14400.0, Sport::run) == PaceFault::too_slow);
    CHECK(pace_fault(26.2, 500.0, Sport::run) == PaceFault::none);       // too short to tell
    CHECK(pace_fault(10.0, 3600.0, Sport::strength) == PaceFault::none); // who cares
    CHECK(pace_fault(0.0, 3600.0, Sport::run) == PaceFault::none);
    CHECK(pace_fault(1e6, 0.0, Sport::run) == PaceFault::none); // no time
}

TEST_CASE("garmin: a distance that nobody covers in the time is missing, with a warning",
          "[import][limits]") {
    const TrainingLog log = import_text(
        garmin_header + "Running,2026-01-01 10:00:00,false,a,900.00,300,0:30:48,150,0\n"
                        "Running,2026-01-02 10:00:00,false,a,10.50,300,0:52:30,150,0\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(!log.sessions[0].distance_m);
    CHECK_THAT(*log.sessions[0].duration_s, WithinAbs(1848.0, 1e-9));
    CHECK_THAT(*log.sessions[1].distance_m, WithinAbs(10500.0, 1e-9));
    CHECK_THAT(messages_of(log), Contains("900000 m in 30.8 min are faster than anybody"));
}

TEST_CASE("garmin: a swim of '1.250' is a mile in the pool, not a step", "[import][limits]") {
    const TrainingLog log =
        import_text(garmin_header +
                    "Pool Swim,2026-07-01 08:00:00,false,a,\"1.250\",\"1.200\",0:30:00,120,0\n");
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(*log.sessions[0].distance_m, WithinAbs(1250.0, 1e-9));
    CHECK_THAT(messages_of(log), Contains("distances would be impossible"));
}

TEST_CASE("plain logs: a marathon of 26.2 among metres is missing, not 26 metres",
          "[import][limits]") {
    const TrainingLog log = import_text("date,sport,distance,duration\n"
                                        "2026-01-01,run,26.2,240\n"
                                        "2026-01-02,run,400,1.2\n"
                                        "2026-01-03,run,800,2.5\n");
    REQUIRE(log.sessions.size() == 3);
    CHECK(!log.sessions[0].distance_m);
    CHECK_THAT(*log.sessions[1].distance_m, WithinAbs(400.0, 1e-9));
    CHECK_THAT(messages_of(log), Contains("some are too short for m"));
    CHECK_THAT(messages_of(log), Contains("26.2 m in 240.0 min are slower than anybody"));
}

TEST_CASE("plain logs: metres are told by the time, whatever the middle distance",
          "[import][limits]") {
    const TrainingLog log = import_text("date,sport,distance,duration\n"
                                        "2026-01-01,run,100,0.4\n"
                                        "2026-01-02,run,150,0.5\n"
                                        "2026-01-03,run,120,0.5\n");
    REQUIRE(log.sessions.size() == 3);
    CHECK_THAT(*log.sessions[0].distance_m, WithinAbs(100.0, 1e-9));
}

TEST_CASE("FIT: a session of 900 km in half an hour keeps its time alone",
          "[import][fit][limits]") {
    FitWriter file;
    file.add(0, {{0, fit::enumeration, 4LL}, {4, fit::uint32, fit_morning}});
    file.add(18, {{253, fit::uint32, fit_morning + 1848},
                  {2, fit::uint32, fit_morning},
                  {7, fit::uint32, 1848000LL},
                  {8, fit::uint32, 1848000LL},
                  {9, fit::uint32, 90000000LL},
                  {5, fit::enumeration, 1LL}});
    const TrainingLog log = import_any(file.bytes());
    REQUIRE(log.sessions.size() == 1);
    CHECK(!log.sessions[0].distance_m);
    CHECK_THAT(*log.sessions[0].duration_s, WithinAbs(1848.0, 1e-9));
    CHECK_THAT(messages_of(log), Contains("faster than anybody; taken as missing"));
}
