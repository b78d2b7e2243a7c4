// Real FIT files, where PLIMSOLL_SAMPLES names the folder that holds them; skipped without it. The
// expected values are not ours: the npm package fit-file-parser 1.x (MIT) read the same files.
// Where it reads nothing (no session message, damage), they come from the bytes by a dump in
// python3. SPDX-License-Identifier: Apache-2.0
#include "import/log_import.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <string>

using namespace plimsoll;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

struct FitSample {
    const char* file;
    std::size_t sessions;
    const char* start; // of the first; local where the file says how
    Sport sport;       // of the first
    double duration_s; // of all
    double distance_m; // of all
    double max_hr_bpm; // of the first; 0: none
};

constexpr std::array fit_samples{
    FitSample{"fitdecode_garmin-fr935-cr", 1, "2018-03-24T12:02:35", Sport::swim, 7552.97, 0, 151},
    FitSample{"fitparse_2013-02-06-12-11-14", 1, "2013-02-06T12:11:14", Sport::run, 2625.14,
              4835.38, 171},
    FitSample{"fitparse_2015-10-13-08-43-15", 1, "2015-10-13T15:43:15", Sport::ride, 1558.198,
              11536.43, 0},
    FitSample{"fitparse_20170518-191602-1740899583", 1, "2017-05-18T17:37:30", Sport::row, 1707.308,
              0, 179},
    FitSample{"fitparse_2019-02-17-062644-ELEMNT-297E-195-0", 1, "2019-02-17T14:26:44", Sport::ride,
              13471, 78940.55, 170},
    FitSample{"fitparse_Activity", 1, "2012-04-09T17:22:26", Sport::run, 13.749, 5.73, 0},
    FitSample{"fitparse_Edge810-Vector-2013-08-16-15-35-10", 1, "2013-08-16T18:05:10", Sport::ride,
              4700.05, 41339.38, 176},
    FitSample{"fitparse_activity-large-fenxi2-multisport", 7, "2015-08-29T10:00:01", Sport::other,
              24617.46, 69831.36, 165},
    FitSample{"fitparse_activity-small-fenix2-run", 1, "2015-08-15T16:45:08", Sport::run, 2832,
              9008.22, 178},
    FitSample{"fitparse_antfs-dump.63", 1, "2012-02-13T11:23:51", Sport::run, 3426.898, 0, 195},
    FitSample{"fitparse_compressed-speed-distance", 1, "2012-02-13T11:16:16", Sport::run, 3772.75,
              10248.67, 190},
    FitSample{"fitparse_coros-pace-2-cycling-misaligned-fields", 1, "2020-10-25T11:10:19",
              Sport::ride, 11287, 32145.76, 168},
    FitSample{"fitparse_developer-types-sample", 1, "2017-01-17T17:06:47", Sport::run, 3424,
              6753.99, 146},
    FitSample{"fitparse_elemnt-bolt-no-application-id-inside-developer-data-id", 1,
              "2017-08-21T10:18:00", Sport::ride, 132, 963.65, 0},
    FitSample{"fitparse_event_timestamp", 1, "2017-06-13T09:42:30", Sport::swim, 4371.56, 2606.04,
              161},
    FitSample{"fitparse_garmin-edge-500-activity", 1, "2011-09-25T13:00:21", Sport::ride, 10641.06,
              92622.34, 189},
    FitSample{"fitparse_garmin-edge-820-bike", 1, "2017-06-12T09:10:15", Sport::ride, 64.524,
              457.12, 121},
    FitSample{"fitparse_garmin-fenix-5-bike", 1, "2017-06-12T09:09:22", Sport::ride, 60.363, 459.52,
              114},
    FitSample{"fitparse_garmin-fenix-5-run", 1, "2017-06-11T07:34:09", Sport::run, 56.887, 157.56,
              112},
    FitSample{"fitparse_garmin-fenix-5-walk", 1, "2017-06-11T07:32:51", Sport::walk, 45.379, 67.85,
              82},
    FitSample{"fitparse_null_compressed_speed_dist", 1, "2017-10-05T00:04:06", Sport::ride, 1808,
              13400.14, 0},
    FitSample{"fitparse_sample-activity-indoor-trainer", 1, "2011-11-02T12:54:19", Sport::ride,
              2261.85, 0, 176},
    FitSample{"fitparse_sample-activity", 1, "2011-06-26T21:18:39", Sport::ride, 10699.36, 88797.21,
              191},
    FitSample{"fitparse_sample_mulitple_header", 5, "2018-05-27T09:33:01", Sport::swim, 9491.348,
              52533.68, 175},
    // python3: the session message; behind byte 7471 the sample is damaged
    FitSample{"fitparse_strava-android-app-201.10-b1218918", 1, "2021-09-27T14:13:10", Sport::run,
              3558, 11274.04, 0},
    // python3: the last distance of the records; the timer's stops taken off the 16,723 s
    FitSample{"fitparse_nick", 1, "2020-09-12T12:23:38", Sport::ride, 14374, 113550.87, 160},
    // python3: cut off behind the session message
    FitSample{"fitparse_activity-unexpected-eof", 1, "2012-04-09T21:22:26", Sport::run, 13.749,
              5.73, 0},
};

TrainingLog import_fit_sample(const std::string& file) {
    const std::array inputs{std::string(std::getenv("PLIMSOLL_SAMPLES")) + "/fit/" + file + ".fit"};
    return ingest::import_logs(inputs, {});
}

} // namespace

TEST_CASE("real FIT files: sums are those of another reader", "[import][samples]") {
    if (std::getenv("PLIMSOLL_SAMPLES") == nullptr) {
        WARN("PLIMSOLL_SAMPLES is not set: nothing was tested");
        return;
    }
    for (const FitSample& sample : fit_samples) {
        INFO(sample.file);
        const TrainingLog log = import_fit_sample(sample.file);
        REQUIRE(log.sessions.size() == sample.sessions);
        CHECK(log.totals().adds_up());
        const Session& first = log.sessions.front();
        CHECK(to_string(first.start) == sample.start);
        CHECK(first.sport == sample.sport);
        CHECK(first.max_hr_bpm.value_or(0.0) == sample.max_hr_bpm);
        double duration_s = 0.0;
        double distance_m = 0.0;
        for (const Session& session : log.sessions) {
            duration_s += session.duration_s.value_or(0.0);
            distance_m += session.distance_m.value_or(0.0);
        }
        CHECK_THAT(duration_s, WithinAbs(sample.duration_s, 0.0015));
        CHECK_THAT(distance_m, WithinAbs(sample.distance_m, 0.006));
    }
}

// The positions of a file make nearly the way that its device tells, by wheel or steps: gpsbabel
// 1.8.0 (-t -i garmin_fit -o gtrnctr,course=0) adds up those positions.
TEST_CASE("real FIT files: the way is about that of gpsbabel's track", "[import][samples]") {
    if (std::getenv("PLIMSOLL_SAMPLES") == nullptr) {
        WARN("PLIMSOLL_SAMPLES is not set: nothing was tested");
        return;
    }
    for (const auto& [file, way_m] :
         {std::pair("fitparse_2013-02-06-12-11-14", 4782.58),
          std::pair("fitparse_2015-10-13-08-43-15", 11530.69),
          std::pair("fitparse_2019-02-17-062644-ELEMNT-297E-195-0", 81246.26),
          std::pair("fitparse_Activity", 5.77),
          std::pair("fitparse_Edge810-Vector-2013-08-16-15-35-10", 41430.19),
          std::pair("fitparse_activity-large-fenxi2-multisport", 69711.89),
          std::pair("fitparse_activity-small-fenix2-run", 9006.24),
          std::pair("fitparse_coros-pace-2-cycling-misaligned-fields", 33135.53),
          std::pair("fitparse_developer-types-sample", 6787.34),
          std::pair("fitparse_elemnt-bolt-no-application-id-inside-developer-data-id", 953.02),
          std::pair("fitparse_garmin-edge-500-activity", 92931.99),
          std::pair("fitparse_garmin-edge-820-bike", 455.19),
          std::pair("fitparse_garmin-fenix-5-bike", 460.78),
          std::pair("fitparse_garmin-fenix-5-run", 161.31),
          std::pair("fitparse_garmin-fenix-5-walk", 68.19),
          std::pair("fitparse_null_compressed_speed_dist", 13384.09),
          std::pair("fitparse_sample-activity", 85536.22),
          std::pair("fitparse_sample_mulitple_header", 52506.36)}) {
        INFO(file);
        double distance_m = 0.0;
        for (const Session& session : import_fit_sample(file).sessions) {
            distance_m += session.distance_m.value_or(0.0);
        }
        CHECK_THAT(distance_m, WithinRel(way_m, 0.04));
    }
}

TEST_CASE("real FIT files of other kinds are refused with their kind", "[import][samples]") {
    if (std::getenv("PLIMSOLL_SAMPLES") == nullptr) {
        return;
    }
    for (const auto& [file, kind] :
         {std::pair("fitparse_Settings", "settings"), std::pair("fitparse_Settings2", "settings"),
          std::pair("fitparse_MonitoringFile", "monitoring data"),
          std::pair("fitparse_WeightScaleMultiUser", "body weight"),
          std::pair("fitparse_WeightScaleSingleUser", "body weight"),
          std::pair("fitparse_WorkoutCustomTargetValues", "a workout"),
          std::pair("fitparse_WorkoutIndividualSteps", "a workout"),
          std::pair("fitparse_WorkoutRepeatGreaterThanStep", "a workout"),
          std::pair("fitparse_WorkoutRepeatSteps", "a workout"),
          std::pair("fitparse_DeveloperData", "without a session")}) {
        INFO(file);
        const TrainingLog log = import_fit_sample(file);
        CHECK(log.sessions.empty());
        REQUIRE(log.diagnostics.size() == 1);
        CHECK(log.diagnostics[0].code == "unknown_kind");
        CHECK_THAT(log.diagnostics[0].text, Contains(kind));
    }
}

TEST_CASE("real FIT files: several parts, and damage between them", "[import][samples]") {
    if (std::getenv("PLIMSOLL_SAMPLES") == nullptr) {
        return;
    }
    const std::array upper_case{std::string(std::getenv("PLIMSOLL_SAMPLES")) +
                                "/fit/fitparse_nametest.FIT"};
    const TrainingLog named = ingest::import_logs(upper_case, {});
    CHECK(named.sessions.empty());
    CHECK_THAT(test::messages_of(named), Contains("is a FIT file of settings"));
    const TrainingLog twice = import_fit_sample("fitparse_activity-activity-filecrc");
    CHECK(twice.totals().rows == 2);
    CHECK(twice.totals().duplicates == 1);
    CHECK_THAT(test::messages_of(twice), Contains("the checksum is wrong"));
    CHECK(import_fit_sample("fitparse_activity-settings").diagnostics.empty());
    for (const auto& [file, problem] :
         {std::pair("fitparse_activity-filecrc", "byte 769: the checksum is wrong"),
          std::pair("fitparse_activity-settings-corruptheader", "byte 771: what follows part 1"),
          std::pair("fitparse_activity-settings-nodata", "ends in the middle of a message")}) {
        INFO(file);
        const TrainingLog log = import_fit_sample(file);
        REQUIRE(log.sessions.size() == 1);
        CHECK_THAT(log.sessions[0].duration_s.value(), WithinAbs(13.749, 0.0015)); // as Activity
        CHECK_THAT(log.sessions[0].distance_m.value(), WithinAbs(5.73, 0.006));
        REQUIRE(log.diagnostics.size() == 1);
        CHECK_THAT(test::messages_of(log), Contains(problem));
    }
}
