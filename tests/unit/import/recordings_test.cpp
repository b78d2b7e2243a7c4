// Tables of tracks, laps and lists that are no plain tables: what the folders of formats do not
// show. Expected values are worked by hand beside each case.
// SPDX-License-Identifier: Apache-2.0
#include "import/inference.hpp"
#include "import/json_numbers.hpp"
#include "import/log_import.hpp"
#include "import/track_lane.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/logs.hpp"
#include "tests/support/zip_writer.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <array>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

// A vest's track of 10 Hz in m/s without a name: so many seconds at one speed.
std::string vest(const std::string& clock, int seconds, double speed_mps) {
    std::string text = "Timestamp,Seconds,Velocity,Odometer\n";
    for (int i = 0; i <= 10 * seconds; ++i) {
        text += fmt::format("22/03/2024 {},{:.1f},{:.2f},{:.2f}\n", clock, i / 10.0, speed_mps,
                            i / 10.0 * speed_mps);
    }
    return text;
}

TrainingLog import_folder(const Folder& folder, std::size_t threads = 1) {
    const std::array inputs{folder.path()};
    ingest::ImportOptions options;
    options.threads = threads;
    return ingest::import_logs(inputs, options);
}

// As a file by itself, whatever it is.
TrainingLog import_any(const std::string& bytes) {
    const Folder folder;
    const std::array inputs{folder.put("log", bytes)};
    return ingest::import_logs(inputs, {});
}

} // namespace

TEST_CASE("vests of nobody that start together are each another player's", "[import][squad]") {
    const Folder folder;
    folder.put("P01.csv", vest("15:00:00", 60, 3.0));
    folder.put("Match Export for P Two 77.csv", vest("15:01:00", 60, 3.0));
    const TrainingLog log = import_folder(folder);
    REQUIRE(log.sessions.size() == 2); // and not one, told twice
    CHECK(log.sessions[0].athlete == "P Two 77");
    CHECK(log.sessions[1].athlete == "P01");
    CHECK_THAT(messages_of(log), Contains("2 tracks of vests name nobody"));

    const std::array inputs{folder.path()};
    ingest::ImportOptions options;
    options.athlete = "me";
    CHECK(ingest::import_logs(inputs, options).by_athlete().size() == 1);
}

TEST_CASE("vests of nobody on different days are one athlete's", "[import][squad]") {
    const Folder folder;
    folder.put("a.csv", vest("15:00:00", 60, 3.0));
    folder.put("b.csv", vest("18:00:00", 60, 3.0));
    const TrainingLog log = import_folder(folder);
    CHECK(log.sessions.size() == 2);
    CHECK(log.by_athlete().size() == 1);
    CHECK(log.diagnostics.empty());
}

TEST_CASE("tracks are the same on any number of threads, in a folder or one by one",
          "[import][track]") {
    const Folder folder;
    std::vector<std::string> files;
    for (int i = 0; i < 20; ++i) {
        files.push_back(folder.put(fmt::format("{:02}.csv", i),
                                   i % 7 == 3 ? "no log\n" : vest("15:00:00", 20 + i, 2.0 + i)));
    }
    const auto told = [](const TrainingLog& log) {
        std::string text;
        for (const Session& session : log.sessions) {
            text += fmt::format("{} {} {}\n", session.athlete, log.source_of(session.source),
                                session.distance_m.value_or(-1.0));
        }
        return text;
    };
    const std::string one = told(import_folder(folder, 1));
    CHECK_THAT(one, Contains("02.csv"));
    CHECK(told(import_folder(folder, 2)) == one);
    CHECK(told(import_folder(folder, 7)) == one);
    ingest::ImportOptions options;
    options.threads = 3;
    CHECK(told(ingest::import_logs(files, options)) == one);
}

TEST_CASE("a track is the same by the straight road and by the general one", "[import][track]") {
    const std::string plain = vest("15:00:00", 30, 4.0);
    std::string quoted = plain; // a quote sends the whole file down the general road
    quoted.replace(quoted.find("22/03/2024 15:00:00"), 19, "\"22/03/2024 15:00:00\"");
    const TrainingLog straight = import_any(plain);
    const TrainingLog general = import_any(quoted);
    REQUIRE(straight.sessions.size() == 1);
    REQUIRE(general.sessions.size() == 1);
    CHECK(straight.sessions[0].distance_m == 120.0); // 30 s at 4 m/s
    CHECK(general.sessions[0].distance_m == 120.0);
    CHECK(straight.sessions[0].max_speed_mps == general.sessions[0].max_speed_mps);
    CHECK(straight.sessions[0].duration_s == 30.0);
    CHECK(general.sessions[0].duration_s == 30.0);
}

TEST_CASE("speeds without a unit are those that make the distance", "[import][track]") {
    // 40 s at 4 m/s are 160 m: as 14.4 km/h, as 8.948 mph
    for (const double factor : {1.0, 3.6, 2.23694}) {
        std::string text = "Timestamp,Seconds,Velocity,Odometer\n";
        for (int i = 0; i <= 400; ++i) {
            text += fmt::format("22/03/2024 15:00:00,{:.1f},{:.4f},{:.2f}\n", i / 10.0,
                                4.0 * factor, i / 10.0 * 4.0);
        }
        const TrainingLog log = import_any(text);
        REQUIRE(log.sessions.size() == 1);
        CHECK_THAT(log.sessions[0].max_speed_mps.value(), WithinAbs(4.0, 0.001));
        CHECK(log.diagnostics.empty());
    }
    // 20 m are too few to tell: km/h, and a word about it
    const TrainingLog open = import_any(vest("15:00:00", 5, 4.0));
    REQUIRE(open.sessions.size() == 1);
    CHECK_THAT(open.sessions[0].max_speed_mps.value(), WithinAbs(4.0 / 3.6, 0.001));
    CHECK_THAT(messages_of(open), Contains("speeds are read as km/h (assumed"));
}

TEST_CASE("runkeeper: rows and the GPX files that they name are one session", "[import][log]") {
    std::string gpx = "<gpx version=\"1.1\"><trk><trkseg>";
    for (int i = 0; i <= 60; ++i) { // northwards, 2.7 m a second
        gpx += fmt::format("<trkpt lat=\"{:.6f}\" lon=\"9\"><time>2026-05-02T05:{:02}:{:02}Z</time>"
                           "</trkpt>",
                           45.0 + 2.43e-5 * i, i / 60, i % 60);
    }
    gpx += "</trkseg></trk></gpx>";
    const std::string table =
        "Date,Type,Route Name,Distance (km),Duration,Average Pace,Average Speed (km/h),"
        "Calories Burned,Climb (m),Average Heart Rate (bpm),Notes,GPX File\r\n"
        "2026-05-02 07:00:00,Running,,0.20,1:05,5:25,11.1,10,0,,,a.gpx\r\n"
        "2026-05-03 07:00:00,Running,,5.00,25:00,5:00,12.0,300,0,,,\r\n";
    const Folder folder;
    const std::array inputs{
        folder.put("export.zip", zip_of({{"cardioActivities.csv", table}, {"a.gpx", gpx}}))};
    const TrainingLog log = ingest::import_logs(inputs, {});
    CHECK(log.totals().adds_up());
    REQUIRE(log.sessions.size() == 2);
    const Session& joined = log.sessions[0];
    CHECK(to_string(joined.start) == "2026-05-02T07:00:00"); // the row's, which is local
    CHECK(joined.sport == Sport::run);
    CHECK(joined.distance_m == 200.0); // the row's
    CHECK(joined.duration_s == 65.0);
    CHECK(joined.elapsed_s == 60.0); // the file's
    CHECK_THAT(messages_of(log), Contains("1 file is joined to the row that names it"));
}

TEST_CASE("moments of a track are read once and counted on", "[import][track]") {
    ingest::MomentReader reader;
    constexpr double start = 1'772'226'000.0; // 2026-02-27T21:00:00Z by date -u
    const auto read = [&](const char* text) {
        return reader.read(text, ingest::DateShape::day_first).value_or(-1.0);
    };
    CHECK_THAT(read("27/02/2026 21:00:00.09"), WithinAbs(start + 0.09, 1e-6));
    CHECK_THAT(read("27/02/2026 21:00:00,19"), WithinAbs(start + 0.19, 1e-6));
    CHECK_THAT(read("27/02/2026 21:00:59"), WithinAbs(start + 59.0, 1e-6));
    CHECK_THAT(read("27/02/2026 21:01:00.5"), WithinAbs(start + 60.5, 1e-6));
    CHECK_THAT(read("27/02/2026 21:02"), WithinAbs(start + 120.0, 1e-6)); // no seconds
    CHECK_THAT(read("27/02/2026 21:03"), WithinAbs(start + 180.0, 1e-6));
    CHECK_THAT(read("27/02/2026 09:04:05 PM"), WithinAbs(start + 245.0, 1e-6));
    CHECK_THAT(read("27/02/2026 09:04:06 PM"), WithinAbs(start + 246.0, 1e-6));
    CHECK_THAT(read("2026-02-27T21:00:05+02:00"), WithinAbs(start + 5.0, 1e-6)); // local
    CHECK_THAT(read("2026-02-27T21:00:06+02:00"), WithinAbs(start + 6.0, 1e-6));
    CHECK_THAT(read("0:01.50"), WithinAbs(1.5, 1e-9)); // since the start
    CHECK(read("27/02/2026 21:00:0x") < 0.0);
    CHECK(read("") < 0.0);
}

TEST_CASE("maximum speeds tell their unit by the highest, or not at all", "[import][inference]") {
    const auto unit_of = [](std::initializer_list<double> speeds) {
        ingest::SpeedInference inference;
        inference.see(std::nullopt);
        for (const double speed : speeds) {
            inference.see(speed);
        }
        return inference.conclude().value;
    };
    CHECK(unit_of({6.1, 9.4}) == ingest::Unit::metres_per_second);
    CHECK(unit_of({22.0, 33.9}) == ingest::Unit::kilometres_per_hour);
    CHECK(unit_of({17.1, 20.4}) == ingest::Unit::any_speed); // mph, or slow km/h
    CHECK(unit_of({400.0}) == ingest::Unit::any_speed);
    CHECK(unit_of({}) == ingest::Unit::any_speed);
}

TEST_CASE("numbers of an object in a cell", "[import][text]") {
    const auto told = [](std::string_view text) {
        std::string out;
        ingest::for_each_json_number(text, [&](std::string_view name, std::string_view number) {
            out += fmt::format("{}={};", name, number);
        });
        return out;
    };
    CHECK(told(R"({"a":1, "b" : -2.5e3,"c":"7","d":null,"e":0})") == "a=1;b=-2.5e3;e=0;");
    CHECK(told("{}").empty());
    CHECK(told("").empty());
    CHECK(told(R"({"a":1,"b)") == "a=1;");
    CHECK(told(R"({"a")").empty());
    CHECK(told(R"({"a":)").empty());
}

TEST_CASE("garmin's list: what breaks off costs the activity that it breaks", "[import][json]") {
    const std::string head = R"([{"summarizedActivitiesExport":[)"
                             R"({"activityType":"running","startTimeLocal":1710003600000,)"
                             R"("duration":600000,"distance":200000},{"activityType":"run)";
    const TrainingLog log = import_any(head);
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].distance_m == 2000.0);
    CHECK_THAT(messages_of(log), Contains("breaks off; what came before was read"));
    CHECK_THAT(messages_of(import_any(R"([{"summarizedActivitiesExport":[]}])")),
               Contains("without an activity"));
    CHECK_THAT(messages_of(import_any(R"([{"summarizedActivitiesExport":7}])")),
               Contains("without an activity"));
    CHECK_THAT(messages_of(import_any(R"({"sleep":[1,2]})")), Contains("is JSON"));
    const std::string nest(100'000, '[');
    CHECK_THAT(messages_of(import_any(R"([{"summarizedActivitiesExport":)" + nest)),
               Contains("without an activity"));
}

TEST_CASE("laps without a day in the name, or without a summary, are no sessions",
          "[import][table]") {
    const std::string head = "\"Laps\",\"Time\",\"Cumulative Time\",\"Distance\"\n"
                             "\"1\",\"5:00\",\"5:00\",\"1.00\"\n";
    CHECK_THAT(messages_of(import_any(head + "\"Summary\",\"5:00\",\"5:00\",\"1.00\"\n")),
               Contains("nor the file's name tells the day"));
    const Folder folder;
    const std::array inputs{folder.put("2026-05-02.csv", head)};
    const TrainingLog log = ingest::import_logs(inputs, {});
    CHECK(log.sessions.empty());
    CHECK(log.totals().adds_up());
}

TEST_CASE("epson: a text that ends early keeps what it told", "[import][text]") {
    const TrainingLog log = import_any(
        "[[Training]]\n[TrainingResult]\nTrainingName,x\n"
        "TrainingKindId,StartDay,StartTime,TrainingTime,Distance\n1,2014/12/19,16:35:29,600,2000\n"
        "[GraphData]\nLogInterval,1\nGraphSpeed,7200,7200,x,7200,-5,7200");
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].distance_m == 2000.0);
    CHECK(log.sessions[0].max_speed_mps == 2.0); // 7200 m/h
    CHECK_THAT(messages_of(import_any("[[Training]]\n")), Contains("without a training"));
}

TEST_CASE("a header of equal cells is no Strava export", "[import][text]") {
    std::string text = "x";
    for (int i = 0; i < 100; ++i) {
        text += ",x";
    }
    CHECK_THAT(messages_of(import_any(text + "\n")), Contains("no log of a kind that is known"));
}
