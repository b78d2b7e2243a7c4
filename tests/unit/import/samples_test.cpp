// Real exports, where PLIMSOLL_SAMPLES names the folder that holds them; skipped without it. The
// expected rows and sums are not ours: python3's csv module read the same files (columns by name
// for Garmin and Runkeeper, by position for Strava; the clock times by splitting at colons).
// SPDX-License-Identifier: Apache-2.0
#include "import/log_import.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <string>

using namespace plimsoll;
using Catch::Matchers::WithinAbs;

namespace {

struct Sample {
    const char* file;
    std::size_t rows;
    double distance_m;
    double duration_s;
};

constexpr std::array samples{
    Sample{"garmin_csv/da_2018_decimalcomma.csv", 20, 491140.0, 75314.7},
    Sample{"garmin_csv/de_2012_old_layout.csv", 6, 19190.0, 7028.0},
    Sample{"garmin_csv/de_2022.csv", 60, 245720.0, 79263.0},
    Sample{"garmin_csv/en_2021_no_header.csv", 680, 4018033.033, 1152517.9},
    Sample{"garmin_csv/es_2026_mixed_140.csv", 140, 1979577.0, 551498.0},
    Sample{"garmin_csv/pl_2022.csv", 182, 1467050.0, 482141.2},
    Sample{"garmin_csv/sv_2024_semicolon_excel.csv", 40, 166220.0, 142868.7},
    Sample{"garmin_csv/en_2020_double_quoted_lines.csv", 1000, 8351344.9, 2259283.0},
    Sample{"garmin_csv/en_2022_decimalcomma.csv", 20, 106630.0, 36833.0},
    Sample{"garmin_csv/en_2025_b.csv", 471, 3500120.0, 1162827.5},
    Sample{"garmin_csv/en_2025_mi_7b1b30.csv", 20, 373754.1, 105278.0},
    Sample{"garmin_csv/en_2026_mixed.csv", 20, 154840.0, 61707.0},
    Sample{"garmin_csv/en_2026_pool_swim_only.csv", 20, 28575.0, 63523.0},
    Sample{"strava_csv/en_2021_translation_missing.csv", 112, 533911.0, 191561.0},
    Sample{"strava_csv/en_2025_194.csv", 192, 1456354.6, 771247.0},
    Sample{"strava_csv/en_2025_94col.csv", 610, 4855768.8 - 938.64, 2227349.0}, // 134 m/s
    Sample{"strava_csv/en_2026_103col.csv", 136, 522311.3, 321889.0},
    Sample{"strava_csv/es419_2026.csv", 292, 996968.2, 500875.0},
    Sample{"runkeeper_csv/km_2020.csv", 85, 285440.0, 95309.0},
    Sample{"runkeeper_csv/km_2024_activityid.csv", 520, 2390360.0, 877600.0},
    Sample{"runkeeper_csv/mi_2014.csv", 178, 1610261.3, 547150.0},
    Sample{"trainingpeaks_csv/en_2020.csv", 74, 1282540.7, 384694.3},
    Sample{"coach_sheet/de_latin1_log.csv", 5, 35300.0, 14341.0},
};

const char* samples_folder() {
    const char* folder = std::getenv("PLIMSOLL_SAMPLES");
    if (folder == nullptr) {
        WARN("PLIMSOLL_SAMPLES is not set: nothing was tested");
    }
    return folder;
}

TrainingLog import_sample(const std::string& folder, const std::string& file) {
    const std::array inputs{folder + "/" + file};
    return ingest::import_logs(inputs, {});
}

} // namespace

TEST_CASE("real exports: rows and sums are those of another reader", "[import][samples]") {
    const char* folder = samples_folder();
    if (folder == nullptr) {
        return;
    }
    for (const Sample& sample : samples) {
        INFO(sample.file);
        const TrainingLog log = import_sample(folder, sample.file);
        const RowCounts totals = log.totals();
        CHECK(totals.rows == sample.rows);
        CHECK(totals.rejected == 0);
        CHECK(totals.adds_up());
        double distance_m = 0.0;
        double duration_s = 0.0;
        for (const Session& session : log.sessions) {
            distance_m += session.distance_m.value_or(0.0);
            duration_s += session.duration_s.value_or(0.0);
        }
        CHECK_THAT(distance_m, WithinAbs(sample.distance_m, 0.06));
        CHECK_THAT(duration_s, WithinAbs(sample.duration_s, 0.06));
    }
}

TEST_CASE("real exports: a coach's sheet of 17 players with rest days as NA", "[import][samples]") {
    const char* folder = samples_folder();
    if (folder == nullptr) {
        return;
    }
    const TrainingLog log = import_sample(folder, "coach_sheet/datafest2019_rugby7s_rpe.csv");
    CHECK(log.totals().rows == 8860);
    CHECK(log.totals().sessions == 7621);
    CHECK(log.totals().other == 1239);
    CHECK(log.by_athlete().size() == 17);
    double load_au = 0.0;
    for (const Session& session : log.sessions) {
        load_au += session.load_au.value_or(0.0);
    }
    CHECK_THAT(load_au, WithinAbs(1925856.0, 1e-6));
}

// The lengths and speeds are python3's: haversine from point to point, and the speed over half a
// second before and behind.
TEST_CASE("real 10 Hz positions: length, time and speed are those of another reader",
          "[import][samples]") {
    const char* folder = samples_folder();
    if (folder == nullptr) {
        return;
    }

    struct Track {
        const char* file;
        const char* start;
        double lasts_s;
        double distance_m;
        double max_speed_mps;
    };

    for (const Track& track :
         {Track{"team_gps/gnss_10hz_U18_ID1.csv", "2021-11-19T17:10:32", 4005.4, 2741.84, 5.456},
          Track{"team_gps/gnss_10hz_U18_ID2.csv", "2021-11-19T17:11:10", 3915.7, 2545.43, 4.694}}) {
        INFO(track.file);
        const TrainingLog log = import_sample(folder, track.file);
        REQUIRE(log.sessions.size() == 1);
        const Session& session = log.sessions[0];
        CHECK(to_string(session.start) == track.start);
        CHECK_THAT(session.elapsed_s.value(), WithinAbs(track.lasts_s, 0.05));
        CHECK_THAT(session.distance_m.value(), WithinAbs(track.distance_m, 2.0));
        CHECK_THAT(session.max_speed_mps.value(), WithinAbs(track.max_speed_mps, 0.1));
        CHECK(session.high_speed_m == 0.0);
    }
}

// python3's csv module: 10 rows, 0.9 s, the odometer stands still, the highest of column v.
TEST_CASE("real sensor data of a vest", "[import][samples]") {
    const char* folder = samples_folder();
    if (folder == nullptr) {
        return;
    }
    const TrainingLog log = import_sample(folder, "team_gps/catapult_vendor_sd10Hz.csv");
    REQUIRE(log.sessions.size() == 1);
    CHECK(to_string(log.sessions[0].start) == "2019-10-30T04:29:38"); // date -u -d @1572409778
    CHECK(log.sessions[0].duration_s == 0.9);
    CHECK_FALSE(log.sessions[0].distance_m.has_value());
    CHECK_THAT(log.sessions[0].max_speed_mps.value(), WithinAbs(0.03, 1e-6));
}

TEST_CASE("every real file gives sessions that add up, or is refused with a reason",
          "[import][samples]") {
    const char* folder = samples_folder();
    if (folder == nullptr) {
        return;
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file() || entry.path().filename() == "SOURCES.tsv") {
            continue;
        }
        INFO(entry.path());
        ++files;
        const TrainingLog log =
            import_sample(entry.path().parent_path().string(), entry.path().filename().string());
        CHECK(log.totals().adds_up());
        CHECK(log.totals().sessions == log.sessions.size());
        CHECK((!log.sessions.empty() || !log.diagnostics.empty()));
    }
    CHECK(files > 0);
}

TEST_CASE("real files of other kinds are refused with their kind", "[import][samples]") {
    const char* folder = samples_folder();
    if (folder == nullptr) {
        return;
    }
    for (const char* file : {"team_gps/gnss_pitch.csv", "team_gps/catapult_vendor_velEfforts.csv",
                             "coach_sheet/norwegian_football_srpe_vec.csv"}) {
        INFO(file);
        const TrainingLog log = import_sample(folder, file);
        CHECK(log.sessions.empty());
        REQUIRE(log.diagnostics.size() == 1);
        CHECK(log.diagnostics[0].code == "unknown_kind");
    }
}
