// Real TCX and GPX files, where PLIMSOLL_SAMPLES names the folder that holds them; skipped without
// it. The sums of TCX are python3's, lap by lap with regular expressions; the lengths of GPX tracks
// are those of gpsbabel 1.8.0 (-i gpx -o gtrnctr,course=0), which takes the earth for a sphere.
// SPDX-License-Identifier: Apache-2.0
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

bool no_samples() {
    if (std::getenv("PLIMSOLL_SAMPLES") == nullptr) {
        WARN("PLIMSOLL_SAMPLES is not set: nothing was tested");
        return true;
    }
    return false;
}

TrainingLog import_xml_sample(const std::string& file) {
    const std::array inputs{std::string(std::getenv("PLIMSOLL_SAMPLES")) + "/" + file};
    return ingest::import_logs(inputs, {});
}

} // namespace

TEST_CASE("real TCX files: sums are those of another reader", "[import][samples]") {
    if (no_samples()) {
        return;
    }

    struct Sample {
        const char* file;
        const char* start;
        double duration_s;
        double distance_m;
        double max_hr_bpm; // 0: none
    };

    for (const Sample& sample : {
             Sample{"runalyze_Standard", "2011-07-10T09:47:00", 6523.83, 22224.3, 172},
             Sample{"runalyze_Treadmill-doubled-cadence", "2016-01-07T17:39:11", 261, 498, 177},
             Sample{"runalyze_missing-distances", "2010-12-27T14:46:29", 131, 299.03, 0},
             Sample{"tcxparser_no_hr", "2012-12-26T21:29:53", 1992.78, 4689.24, 0},
             Sample{"tcxparser_sup_activity_1", "2022-07-16T16:08:25", 1112.335, 1157.51, 108},
             Sample{"tcxparser_test", "2012-12-26T21:29:53", 1992.78, 4689.24, 189},
         }) {
        INFO(sample.file);
        const TrainingLog log = import_xml_sample("tcx/" + std::string(sample.file) + ".tcx");
        REQUIRE(log.sessions.size() == 1);
        const Session& session = log.sessions[0];
        CHECK(to_string(session.start) == sample.start);
        CHECK_THAT(session.duration_s.value(), WithinAbs(sample.duration_s, 0.0015));
        CHECK_THAT(session.distance_m.value(), WithinAbs(sample.distance_m, 0.006));
        CHECK(session.max_hr_bpm.value_or(0.0) == sample.max_hr_bpm);
    }
}

TEST_CASE("real GPX files: tracks are as long as gpsbabel finds them", "[import][samples]") {
    if (no_samples()) {
        return;
    }

    struct Sample {
        const char* file;
        std::size_t session;
        const char* start;
        double elapsed_s;
        double distance_m;
    };

    for (const Sample& sample : {
             Sample{"runalyze_strava-export", 0, "2015-12-01T20:11:32", 1156, 3695.33},
             Sample{"gpxpy_around-visnjan-with-car", 0, "2020-12-18T06:15:50", 514, 2736.30},
             Sample{"gpxpy_track-with-empty-segment", 0, "2013-07-06T17:26:26", 76, 85.95},
             Sample{"gpxpy_cerknicko-jezero", 1, "2010-08-05T15:11:36", 155, 874.18},
             Sample{"gpxpy_cerknicko-jezero", 2, "2010-08-05T15:24:25", 21, 30.24},
             Sample{"gpxpy_cerknicko-jezero-no-creator", 1, "2010-08-05T15:11:36", 155, 874.18},
             Sample{"gpxpy_cerknicko-jezero-with-elevations-zero", 1, "2010-08-05T15:11:36", 155,
                    874.18},
             Sample{"gpxpy_cerknicko-jezero-without-elevations", 1, "2010-08-05T15:11:36", 155,
                    874.18},
             Sample{"gpxpy_track-with-less-sec-time", 0, "2015-12-11T15:43:13", 0.994, 1.56},
             Sample{"gpxpy_track_with_speed", 0, "2009-03-02T14:05:52", 13, 18.67},
             // of 21 points 5 have a time: python3, haversine over those
             Sample{"gpxpy_cerknicko-without-times", 0, "2010-08-05T16:22:52", 57, 53.05},
         }) {
        INFO(sample.file << " " << sample.session);
        const TrainingLog log = import_xml_sample("gpx/" + std::string(sample.file) + ".gpx");
        CHECK(log.totals().adds_up());
        REQUIRE(log.sessions.size() > sample.session);
        const Session& session = log.sessions[sample.session];
        CHECK(to_string(session.start) == sample.start);
        CHECK(session.elapsed_s == sample.elapsed_s);
        CHECK_THAT(session.distance_m.value(), WithinRel(sample.distance_m, 0.003));
    }
}

// Of tracks with pauses gpsbabel adds the way between the points around them, which we leave out.
TEST_CASE("real GPX files with pauses: as long in time as gpsbabel finds them, in way no longer",
          "[import][samples]") {
    if (no_samples()) {
        return;
    }

    struct Sample {
        const char* file;
        std::size_t session;
        double elapsed_s;
        double distance_m;
    };

    for (const Sample& sample : {
             Sample{"gpxpy_korita-zbevnica", 0, 4552, 2284.60},
             Sample{"gpxpy_korita-zbevnica", 1, 8541, 3983.95},
             Sample{"gpxpy_cerknicko-jezero-no-creator", 0, 2469, 1914.50},
             Sample{"gpxpy_cerknicko-jezero-with-elevations-zero", 3, 288, 1353.63},
             Sample{"gpxpy_cerknicko-jezero-without-elevations", 5, 1078, 347.00},
             Sample{"gpxpy_first_and_last_elevation", 0, 7200, 195716.23},
         }) {
        INFO(sample.file << " " << sample.session);
        const TrainingLog log = import_xml_sample("gpx/" + std::string(sample.file) + ".gpx");
        REQUIRE(log.sessions.size() > sample.session);
        const Session& session = log.sessions[sample.session];
        CHECK(session.elapsed_s == sample.elapsed_s);
        CHECK(session.duration_s.value() < sample.elapsed_s);
        CHECK(session.distance_m.value() < sample.distance_m);
        CHECK(session.distance_m.value() > 0.1 * sample.distance_m);
    }
}

TEST_CASE("real GPX files without a recorded track are told apart", "[import][samples]") {
    if (no_samples()) {
        return;
    }
    for (const auto& [file, why] :
         {std::pair("gpxpy_route", "is a GPX route"), std::pair("gpxpy_unicode", "without a track"),
          std::pair("gpxpy_gpx1.1_with_extensions", "without a track"),
          std::pair("gpxpy_gpx1.1_with_extensions_without_namespaces", "without a track"),
          std::pair("gpxpy_unicode_with_bom", "without a track"),
          std::pair("gpxpy_unicode_with_bom_noencoding", "without a track"),
          std::pair("gpxpy_custom_schema_locations", "without a track"),
          std::pair("gpxpy_default_schema_locations", "without a track"),
          std::pair("gpxpy_gpx_with_garmin_extension", "without a track"),
          std::pair("gpxpy_unicode2", "was drawn, not recorded"),
          std::pair("gpxpy_track-with-extremes", "was drawn, not recorded"),
          std::pair("gpxpy_track_with_dilution_errors", "was drawn, not recorded"),
          std::pair("gpxpy_gpx-with-node-with-comments", "neither a duration nor a distance"),
          std::pair("gpxpy_gpx1.0_with_all_fields", "was drawn, not recorded"),
          std::pair("gpxpy_gpx1.1_with_all_fields", "was drawn, not recorded"),
          std::pair("gpxpy_track-with-small-floats", "was drawn, not recorded"),
          std::pair("gpxpy_Mojstrovka", "starts on 1901-12-13, not in the years")}) {
        INFO(file);
        const TrainingLog log = import_xml_sample("gpx/" + std::string(file) + ".gpx");
        CHECK(log.sessions.empty());
        CHECK_THAT(test::messages_of(log), Contains(why));
    }
}
