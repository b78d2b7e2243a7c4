// One session in two exports, and two sessions in one. The rows are made up.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/any_file.hpp"
#include "tests/support/fit_writer.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

const std::string strava =
    "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Moving Time,Distance\n";
const std::string garmin = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,"
                           "Training Stress Score®,Elapsed Time\n";

ingest::ImportOptions in_vienna() {
    ingest::ImportOptions options;
    options.zone.emplace("Europe/Vienna");
    return options;
}

std::string fit_of(long long heart_bpm) {
    FitWriter file;
    file.add(0, {{0, fit::enumeration, 4LL}, {4, fit::uint32, fit_morning}});
    file.add(18, {{253, fit::uint32, fit_morning + 1800},
                  {2, fit::uint32, fit_morning},
                  {7, fit::uint32, 1800000LL},
                  {8, fit::uint32, 1800000LL},
                  {9, fit::uint32, 500000LL},
                  {5, fit::enumeration, 1LL},
                  {16, fit::uint8, heart_bpm}});
    return file.bytes();
}

} // namespace

TEST_CASE("duplicates: one service's moving time and another's timer do not part a run",
          "[import][dedupe]") {
    const TrainingLog log = import_files(
        {{"s.csv", strava + "1,\"Jul 1, 2026, 4:00:05 PM\",a,Run,3660,3450,10030\n"},
         {"g.csv", garmin + "Running,2026-07-01 18:00:00,false,a,10.02,1,1:00:00,150,0,1:01:00\n"}},
        in_vienna());
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(messages_of(log), Contains("duration and distance within 1 %"));
}

TEST_CASE("duplicates: rows in UTC are known again where several show the hours between",
          "[import][dedupe]") {
    const std::string local = garmin +
                              "Running,2026-07-01 18:00:00,false,a,10.02,1,1:00:00,150,0,1:01:00\n"
                              "Running,2026-07-03 18:00:00,false,a,5.02,1,0:30:00,150,0,0:30:00\n";
    const TrainingLog log =
        import_files({{"s.csv", strava + "1,\"Jul 1, 2026, 4:00:05 PM\",a,Run,3660,3600,10030\n"
                                         "2,\"Jul 3, 2026, 4:00:05 PM\",b,Run,1800,1800,5020\n"
                                         "3,\"Jul 7, 2026, 4:00:05 PM\",c,Run,1800,1800,6020\n"},
                      {"g.csv", local}});
    REQUIRE(log.sessions.size() == 3); // the third is in no other file and stays in UTC
    CHECK(to_string(log.sessions[0].start.day) == "2026-07-01");
    CHECK(log.sessions[0].start.second >= 18 * 3600);
    CHECK(log.sessions[2].start.second == 16 * 3600 + 5);
    CHECK_THAT(messages_of(log), Contains("its UTC was told from local time"));
    const TrainingLog one =
        import_files({{"s.csv", strava + "1,\"Jul 1, 2026, 4:00:05 PM\",a,Run,3660,3600,10030\n"},
                      {"g.csv", local}});
    CHECK(one.sessions.size() == 3); // a single pair may be chance
}

TEST_CASE("duplicates: one session as FIT in local time and as TCX in UTC counts once",
          "[import][dedupe]") {
    const auto fit_at = [](long long start) {
        FitWriter file;
        file.add(0, {{0, fit::enumeration, 4LL}, {4, fit::uint32, start}});
        file.add(18, {{253, fit::uint32, start + 1800},
                      {2, fit::uint32, start},
                      {7, fit::uint32, 1800000LL},
                      {8, fit::uint32, 1800000LL},
                      {9, fit::uint32, 500000LL},
                      {5, fit::enumeration, 1LL}});
        file.add(34, {{253, fit::uint32, start + 1800}, {5, fit::uint32, start + 1800 + 3600}});
        return file.bytes();
    };
    // fit_morning is 06:00:00 UTC; the FIT file says UTC+1.
    const auto tcx_at = [](const std::string& clock, int metres) {
        return "<?xml version=\"1.0\"?><TrainingCenterDatabase><Activities><Activity "
               "Sport=\"Running\"><Id>2026-05-02T" +
               clock + "Z</Id><Lap StartTime=\"2026-05-02T" + clock +
               "Z\"><TotalTimeSeconds>1800</TotalTimeSeconds><DistanceMeters>" +
               std::to_string(metres) +
               "</DistanceMeters></Lap></Activity></Activities></TrainingCenterDatabase>";
    };
    const auto sessions_with = [&](const std::string& tcx) {
        return import_files({{"a.fit", fit_at(fit_morning)}, {"b.tcx", tcx}}).sessions.size();
    };
    const TrainingLog log =
        import_files({{"a.fit", fit_at(fit_morning)}, {"b.tcx", tcx_at("06:00:02", 5010)}});
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].start.second >= 7 * 3600);
    CHECK_THAT(messages_of(log), Contains("its UTC was told from local time"));
    CHECK(sessions_with(tcx_at("06:00:04", 5010)) == 2); // another minute of the hour
    CHECK(sessions_with(tcx_at("06:00:02", 5110)) == 2); // another distance
    CHECK(sessions_with(tcx_at("06:15:00", 5010)) == 2); // by one pair only half hours are
    CHECK(sessions_with(tcx_at("06:30:00", 5010)) == 1); // half hours are zones, too
}

TEST_CASE("duplicates: a row that tells the day alone is the clocked session of that day",
          "[import][dedupe]") {
    const std::string day = "date,sport,duration_min,distance_km,rpe\n2026-07-01,run,60,10.02,5\n";
    const std::string clocked =
        garmin + "Running,2026-07-01 18:00:00,false,a,10.02,1,1:00:00,150,0,1:01:00\n";
    const TrainingLog log = import_files({{"day.csv", day}, {"g.csv", clocked}});
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].start.second == 18 * 3600);
    CHECK(log.sessions[0].rpe == 5.0);
    CHECK_THAT(messages_of(log), Contains("the same day, duration and distance within 1 %"));
    // not where the distance is another, nor where one of the two tells none
    CHECK(import_files({{"day.csv", "date,sport,duration_min,distance_km\n2026-07-01,run,60,9\n"},
                        {"g.csv", clocked}})
              .sessions.size() == 2);
    CHECK(import_files({{"day.csv", "date,sport,duration_min,rpe\n2026-07-01,run,60,5\n"},
                        {"g.csv", clocked}})
              .sessions.size() == 2);
}

TEST_CASE("duplicates: a run that was cut before a later export counts once, as cut",
          "[import][dedupe]") {
    const TrainingLog log = import_files(
        {{"may.csv",
          strava + "1,\"Jul 1, 2026, 4:00:05 PM\",Along the river,Run,3660,3600,10030\n"},
         {"june.csv",
          strava + "1,\"Jul 1, 2026, 4:05:05 PM\",Along the river,Run,3360,3200,9100\n"}},
        in_vienna());
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(*log.sessions[0].distance_m, WithinAbs(9100.0, 1e-9));
    CHECK_THAT(messages_of(log), Contains("in another export of the same service"));
}

TEST_CASE("duplicates: what one sheet calls otherwise is another session", "[import][dedupe]") {
    const TrainingLog log = import_any("date,start_time,duration_min,rpe,type\n"
                                       "2026-01-01,10:00,60,5,Skills\n"
                                       "2026-01-01,10:00,60,5,Gym\n"
                                       "2026-01-01,10:01,60,5,Video\n");
    CHECK(log.sessions.size() == 3);
    const TrainingLog twice = import_any("date,start_time,duration_min\n"
                                         "2026-01-01,10:00,60\n2026-01-01,10:01,60\n");
    CHECK(twice.sessions.size() == 1);
    CHECK_THAT(messages_of(twice), Contains("starts within 2 minutes, duration within 1 %"));
}

TEST_CASE("duplicates: two hearts are two athletes' sessions", "[import][dedupe]") {
    CHECK(import_files({{"a.fit", fit_of(150)}, {"b.fit", fit_of(130)}}).sessions.size() == 2);
    CHECK(import_files({{"a.fit", fit_of(150)}, {"b.fit", fit_of(147)}}).sessions.size() == 1);
}

TEST_CASE("duplicates: two runs an hour apart in the night when summer ends are two",
          "[import][dedupe]") {
    const TrainingLog log =
        import_any(strava + "3,\"Oct 25, 2026, 12:30:05 AM\",dst,Run,1800,1800,5020\n"
                            "4,\"Oct 25, 2026, 1:30:05 AM\",dst,Run,1800,1800,5020\n",
                   "s.csv", in_vienna());
    CHECK(log.sessions.size() == 2);
}
