// Whole files in memory: dialects, inference, row by row.
// SPDX-License-Identifier: Apache-2.0
#include "import/sport_label.hpp"
#include "model/error.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <string>
#include <utility>

using namespace plimsoll;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using test::day;
using test::import_text;
using test::messages_of;

namespace {

const std::string garmin_header =
    "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Aerobic TE,Avg Run "
    "Cadence,Max Run Cadence,Avg Pace,Best Pace,Total Ascent,Total Descent,Avg Stride Length,"
    "Training Stress Score\xC2\xAE,Moving Time,Elapsed Time\n";

// A run of which 5.00 units took 30 minutes at 170 steps a minute.
std::string garmin_run(const std::string& distance, const std::string& stride,
                       const std::string& date = "2026-05-01 07:00:00") {
    return "Running," + date + ",false,\"A, run\",\"" + distance +
           "\",\"1,177\",\"00:30:00\",\"150\",\"0\",\"--\",\"170\",\"180\",\"6:00\",\"5:00\","
           "\"1,020\",\"--\",\"" +
           stride + "\",\"0.0\",\"00:29:50\",\"00:31:00\"\n";
}

// A Strava row of 86 columns or more: the values that are read, by index.
std::string strava(const std::string& date, const std::string& type, const std::string& moving,
                   const std::string& metres) {
    std::string row;
    for (int i = 0; i < 94; ++i) {
        row += i == 0 ? "" : ",";
        row += i == 0    ? "1"
               : i == 1  ? "\"" + date + "\""
               : i == 2  ? "\"Run\nwith, everything \"\"in\"\" it\""
               : i == 3  ? type
               : i == 6  ? "\"1,25\""
               : i == 7  ? "171.0"
               : i == 15 ? "1900.0"
               : i == 16 ? moving
               : i == 17 ? metres
               : i == 43 ? "6.0"
                         : "";
    }
    return row + "\n";
}

std::string strava_header() {
    std::string row;
    for (int i = 0; i < 94; ++i) {
        row += i == 0 ? "" : ",";
        row += i == 0              ? "Activity ID"
               : i == 1            ? "Activity Date"
               : i == 5 || i == 15 ? "Elapsed Time"
               : i == 6 || i == 17 ? "Distance"
               : i == 93           ? "Media"
                                   : "column " + std::to_string(i);
    }
    return row + "\n";
}

} // namespace

TEST_CASE("Garmin: kilometres from steps, thousands, dashes and zeroes", "[import][garmin]") {
    // 170 x 30 = 5100 steps of 0.98 m are 4998 m: 5.00 are kilometres.
    const TrainingLog log = import_text(garmin_header + garmin_run("5.00", "0.98"));
    REQUIRE(log.sessions.size() == 1);
    const Session& session = log.sessions[0];
    CHECK(session.distance_m == 5000.0);
    CHECK(session.duration_s == 1800.0);
    CHECK(session.elapsed_s == 1860.0);
    CHECK(session.avg_hr_bpm == 150.0);
    CHECK_FALSE(session.max_hr_bpm.has_value()); // 0 means not measured
    CHECK(session.ascent_m == 1020.0);
    CHECK(session.sport == Sport::run);
    CHECK(session.title == "A, run");
    CHECK(session.start == LocalTime{day("2026-05-01"), 25200});
    CHECK(log.files[0].format == "garmin_csv");
    CHECK(log.files[0].distance_unit == "km");
    CHECK(log.files[0].distance_unit_inferred);
}

TEST_CASE("Garmin: miles and feet from steps, unless --units says otherwise", "[import][garmin]") {
    // 5100 steps of 1.58 m are 8058 m: 5.00 are miles.
    const std::string text = garmin_header + garmin_run("5.00", "1.58");
    const TrainingLog log = import_text(text);
    CHECK_THAT(log.sessions.at(0).distance_m.value(), WithinAbs(5 * 1609.344, 1e-3));
    CHECK_THAT(log.sessions.at(0).ascent_m.value(), WithinAbs(1020 * 0.3048, 1e-3));
    CHECK(log.files[0].distance_unit == "mi");

    ingest::ImportOptions options;
    options.units = ingest::DistanceUnit::kilometres;
    CHECK(import_text(text, options).sessions.at(0).distance_m == 5000.0);
}

TEST_CASE("Garmin: a decimal comma is found in the cells, not in the language",
          "[import][garmin]") {
    const TrainingLog log = import_text(garmin_header + garmin_run("17,28", "0,98"));
    CHECK(log.sessions.at(0).distance_m == 17280.0);
    CHECK(log.files[0].decimal == ",");
}

TEST_CASE("Garmin: swims and track runs are in metres", "[import][garmin]") {
    std::string track = garmin_run("450", "0.98");
    track.replace(0, 7, "Track Running");
    std::string swim = garmin_run("1,250", "--", "2026-05-03 07:00:00");
    swim.replace(0, 7, "Pool Swim");
    const TrainingLog log = import_text(garmin_header + track + swim +
                                        garmin_run("5.00", "0.98", "2026-05-02 07:00:00"));
    REQUIRE(log.sessions.size() == 3);
    CHECK(log.sessions[0].distance_m == 450.0);
    CHECK(log.sessions[0].sport == Sport::track_run);
    CHECK(log.sessions[1].distance_m == 5000.0);
    CHECK(log.sessions[2].distance_m == 1250.0);
    CHECK(log.sessions[2].sport == Sport::swim);
}

TEST_CASE("Garmin: lines that stand in quotes as a whole are undone", "[import][garmin]") {
    std::string line = garmin_run("5.00", "0.98");
    std::string wrapped = "\"";
    for (const char c : line.substr(0, line.size() - 1)) {
        wrapped.append(c == '"' ? 2 : 1, c);
    }
    const TrainingLog log = import_text(garmin_header + wrapped + "\"\n");
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].title == "A, run");
}

TEST_CASE("Garmin: without stride length kilometres are assumed, and it is said",
          "[import][garmin]") {
    const TrainingLog log = import_text(garmin_header + garmin_run("5.00", "--"));
    CHECK(log.sessions.at(0).distance_m == 5000.0);
    CHECK_THAT(messages_of(log), Contains("assumed"));
}

TEST_CASE("Strava: the second distance, UTC, RPE, embedded newlines", "[import][strava]") {
    const std::string text =
        strava_header() + strava("Nov 3, 2019, 11:30:00 PM", "Run", "1800.0", "5000.5");
    const TrainingLog log = import_text(text);
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].distance_m == 5000.5);
    CHECK(log.sessions[0].duration_s == 1800.0);
    CHECK(log.sessions[0].elapsed_s == 1900.0);
    CHECK(log.sessions[0].max_hr_bpm == 171.0);
    CHECK(log.sessions[0].rpe == 6.0);
    CHECK(log.sessions[0].title == "Run\nwith, everything \"in\" it");
    CHECK(log.sessions[0].start.day == day("2019-11-03"));
    CHECK_THAT(messages_of(log), Contains("UTC") && Contains("--timezone"));

    ingest::ImportOptions options;
    options.zone.emplace("Europe/Vienna");
    const TrainingLog local = import_text(text, options);
    CHECK(local.sessions.at(0).start == LocalTime{day("2019-11-04"), 1800});
    CHECK(messages_of(local).empty());
    CHECK(local.files[0].timezone == "Europe/Vienna");
}

TEST_CASE("Strava: the narrow layout of 2021 with broken header cells", "[import][strava]") {
    std::string header;
    std::string row;
    for (int i = 0; i < 78; ++i) {
        header += i == 0 ? "Activity ID" : ",";
        row += i == 0 ? "7" : ",";
        header += i == 1              ? "Activity Date"
                  : i == 5 || i == 13 ? "Elapsed Time"
                  : i == 6 || i == 15 ? "Distance"
                  : i == 40           ? "\"<span class=\"\"translation_missing\"\">Type</span>\""
                                      : "";
        row += i == 1    ? "\"Aug 28, 2019, 3:21:51 AM\""
               : i == 3  ? "Run"
               : i == 14 ? "3009.0"
               : i == 15 ? "9600.0"
               : i == 41 ? "7.0"
                         : "";
    }
    const TrainingLog log = import_text(header + "\n" + row + "\n");
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].distance_m == 9600.0);
    CHECK(log.sessions[0].rpe == 7.0);
}

TEST_CASE("plain: common names with their units in any spelling", "[import][plain]") {
    const TrainingLog log = import_text("Player;Date;Duration (min);Distance [km];RPE;sRPE_au\n"
                                        "ann;2026-05-01;60;7,5;6;360\n");
    REQUIRE(log.sessions.size() == 1);
    const Session& session = log.sessions[0];
    CHECK(session.athlete == "ann");
    CHECK(session.duration_s == 3600.0);
    CHECK(session.distance_m == 7500.0);
    CHECK(session.rpe == 6.0);
    CHECK(session.load_au == 360.0);
    CHECK(log.files[0].delimiter == "semicolon");
    CHECK(log.files[0].decimal == ",");
}

TEST_CASE("plain: a bare distance is kilometres or metres by its size", "[import][plain]") {
    const std::string head = "date,distance\n2026-05-01,";
    CHECK(import_text(head + "10.5\n").sessions.at(0).distance_m == 10500.0);
    CHECK(import_text(head + "10500\n").sessions.at(0).distance_m == 10500.0);
    CHECK(import_text("date,miles\n2026-05-01,2\n").sessions.at(0).distance_m ==
          Approx(3218.688).epsilon(1e-12));
}

TEST_CASE("plain: a time-of-day column is never taken for a duration", "[import][plain]") {
    CHECK_THROWS_AS(import_text("date,time\n2026-05-01,18:30\n"), InputError);
    const TrainingLog log = import_text("date,time,duration\n2026-05-01,18:30,45\n");
    CHECK(log.sessions.at(0).duration_s == 2700.0);
}

TEST_CASE("plain: rows that tell of no session are neither sessions nor errors",
          "[import][plain]") {
    const TrainingLog log =
        import_text("date,duration_min,rpe\n2026-05-01,60,5\n2026-05-02,NA,NA\n");
    CHECK(log.files[0].counts.sessions == 1);
    CHECK(log.files[0].counts.other == 1);
    CHECK(log.files[0].counts.rejected == 0);
    CHECK_THAT(messages_of(log), Contains("1 row tells of no session"));
}

TEST_CASE("plain: a header may stand below a preamble", "[import][plain]") {
    const TrainingLog log = import_text("Training diary of somebody\n\ndate,duration_min\n"
                                        "2026-05-01,60\n");
    CHECK(log.sessions.size() == 1);
    CHECK(log.files[0].counts.rows == 1);
}

TEST_CASE("a value that cannot be used costs the value, the row is kept", "[import][rows]") {
    const TrainingLog log = import_text("date,duration_min,distance_km,rpe,sport\n"
                                        "2026-05-01,NaN,5,5,run\n"
                                        "2026-05-02,60,x,11,run\n");
    CHECK(log.sessions.size() == 2);
    CHECK_FALSE(log.sessions[0].duration_s.has_value());
    CHECK_FALSE(log.sessions[1].rpe.has_value());
    CHECK(messages_of(log) ==
          "log.csv:2:2: warning: duration_min 'NaN' is not a duration (H:MM:SS or a number); taken "
          "as missing\n"
          "log.csv:3:3: warning: distance_km 'x' is not a number; taken as missing\n"
          "log.csv:3:4: warning: rpe '11' is above 10; taken as missing\n");
}

TEST_CASE("a row without a date, below zero or without an amount is refused", "[import][rows]") {
    const TrainingLog log = import_text("date,duration_min,distance_km\n"
                                        "2026-02-30,60,5\n"
                                        ",60,5\n"
                                        "2026-05-03,-60,5\n"
                                        "2026-05-04,abc,\n"
                                        "1900-01-00,60,5\n"
                                        "2026-05-05,60,5\n");
    CHECK(log.sessions.size() == 1);
    CHECK(log.files[0].counts.rejected == 5);
    CHECK(log.files[0].counts.adds_up());
    const std::string messages = messages_of(log);
    CHECK_THAT(messages,
               Contains("log.csv:2:1: error: date '2026-02-30' is not a date of the shape "
                        "YYYY-MM-DD"));
    CHECK_THAT(messages, Contains("log.csv:3:1: error: date is empty; the row has no date"));
    CHECK_THAT(messages, Contains("log.csv:4:2: error: duration_min '-60' is negative"));
    CHECK_THAT(messages, Contains("log.csv:5: error: the row has no usable duration"));
}

TEST_CASE("a row with more or fewer cells than a machine writes is refused", "[import][rows]") {
    const TrainingLog log = import_text(
        garmin_header + "Running,2026-05-01 07:00:00,false,x,5.00\n" + garmin_run("5.00", "0.98"));
    CHECK(log.files[0].counts.rejected == 1);
    CHECK_THAT(messages_of(log), Contains("the row has 5 cells where the header has 20"));
    CHECK_THAT(messages_of(import_text("date,duration_min\n2026-05-01,60,7,8\n2026-05-02,60\n")),
               Contains("the row has 4 cells where the header has 2"));
}

TEST_CASE("the strict option turns the first error into the end", "[import][rows]") {
    ingest::ImportOptions options;
    options.strict = true;
    CHECK_THROWS_AS(import_text("date,duration_min\nx,60\n2026-05-01,60\n", options), InputError);
    CHECK_NOTHROW(import_text("date,duration_min,rpe\n2026-05-01,60,11\n", options)); // a warning
}

TEST_CASE("a line that is too long ends the file with a message, the rest is kept",
          "[import][rows]") {
    const TrainingLog log = import_text("date,duration_min\n2026-05-01,60\n" +
                                        std::string((1U << 24U) + 300'000U, 'x'));
    CHECK(log.sessions.size() == 1);
    CHECK(log.files[0].counts.rejected == 1);
    CHECK_THAT(messages_of(log), Contains("nothing behind it was read"));
}

TEST_CASE("a file of broken rows fills no memory with messages", "[import][rows]") {
    std::string text = "date,duration_min\n";
    for (int i = 0; i < 5000; ++i) {
        text += "x,1\n";
    }
    const TrainingLog log = import_text(text);
    CHECK(log.files[0].counts.rejected == 5000);
    CHECK(log.diagnostics.size() == 1001);
    CHECK(log.diagnostics.back().text == "4000 more lines or fields could not be used");
}

TEST_CASE("what is no log is refused with its kind", "[import][detect]") {
    const auto why = [](const std::string& text) {
        try {
            import_text(text);
        } catch (const InputError& error) {
            return std::string(error.what());
        }
        return std::string("accepted");
    };
    CHECK_THAT(why(""), Contains("is empty"));
    CHECK_THAT(why(" \n\t\n"), Contains("holds only white space"));

    CHECK_THAT(why("{\"a\": 1}"), Contains("JSON"));
    CHECK_THAT(why(std::string(300, '\x01')), Contains("binary"));
    CHECK_THAT(why("a,b,c\n1,2,3\n"), Contains("it starts 'a,b,c'") && Contains("hint: "));
    CHECK_THAT(why("date,note\n2026-05-01,x\n"), Contains("no log of a kind that is known"));
    for (const std::string days :
         {"Mon,Tue,Wed", "16/11,17/11", "16.11.;17.11.", "2026-11-16,2026-11-17"}) {
        CHECK_THAT(why("Player," + days + "\nAnn,300,200,100\n"),
                   Contains("days stand side by side"));
    }
    CHECK_THAT(why("a,b,16/11\n1,2,3\n"), !Contains("side by side"));
}

TEST_CASE("sports are known by the words of vendors and coaches", "[import][sport]") {
    using ingest::sport_of_label;
    CHECK(sport_of_label("Trail Running") == Sport::trail_run);
    CHECK(sport_of_label("street_running") == Sport::run);
    CHECK(sport_of_label("E-Bike Ride") == Sport::ride);
    CHECK(sport_of_label("Football (Soccer)") == Sport::soccer);
    CHECK(sport_of_label("australian_football") == Sport::australian_football);
    CHECK(sport_of_label("  ") == Sport::unknown);
    CHECK(sport_of_label("other") == Sport::other);
    CHECK_FALSE(sport_of_label("Quidditch").has_value());
}

TEST_CASE("heart-rate zones are read from the names that logs give them", "[import][zones]") {
    const HeartRateZones zones{{600, 1200.5, 300, 60, 0}};
    for (const auto& [header, cells] :
         {std::pair{"hr_zone_1_s,hr_zone_2_s,hr_zone_3_s,hr_zone_4_s,hr_zone_5_s",
                    "600,1200.5,300,60,0"},
          std::pair{"HR zone 1 (min),HR zone 2 (min),HR zone 3 (min),HR zone 4 (min),HR zone 5 "
                    "(min)",
                    "10,0:20:00.5,5,1,0"},
          std::pair{"hr_z1_secs,hr_z2_secs,hr_z3_secs,hr_z4_secs,hr_z5_secs",
                    "600,1200.5,300,60,0"},
          std::pair{"HRZone1Minutes,HRZone2Minutes,HRZone3Minutes,HRZone4Minutes,HRZone5Minutes,"
                    "HRZone6Minutes,HRZone7Minutes",
                    "10,0:20:00.5,5,1,0,,0"}}) {
        INFO(header);
        const TrainingLog log = import_text(std::string("date,duration_min,rpe,") + header +
                                            "\n2026-05-01,60,5," + cells + "\n");
        REQUIRE(log.sessions.size() == 1);
        CHECK(log.sessions[0].hr_zones == zones);
        CHECK(log.diagnostics.empty());
    }
    CHECK_FALSE(import_text("date,duration_min,rpe,HR Zone 1 %\n2026-05-01,60,5,10\n")
                    .sessions[0]
                    .hr_zones.has_value());
}

TEST_CASE("zones that cannot be those of 50 to 100 % are taken as missing, with a warning",
          "[import][zones]") {
    const std::string header = "date,duration_min,rpe,hr_zone_1_min,hr_zone_2_min,hr_zone_3_min,"
                               "hr_zone_4_min,hr_zone_5_min,hr_zone_6_min\n";
    const auto said = [&](const std::string& cells) {
        const TrainingLog log = import_text(header + "2026-05-01,60,5," + cells + "\n");
        REQUIRE(log.sessions.size() == 1);
        CHECK_FALSE(log.sessions[0].hr_zones.has_value());
        return messages_of(log);
    };
    CHECK_THAT(said("10,10,10,10,10,5"), Contains("log.csv:2: warning: more than five heart-rate"));
    CHECK_THAT(said("10,10,10,,10,"), Contains("4 of five heart-rate zones"));
    CHECK_THAT(said("600,1200,300,60,0,"), Contains("hold 2160 min of a session of 60 min"));
    CHECK_THAT(said("10,x,10,10,10,"), Contains("hr_zone_2_min 'x' is not a duration"));
    CHECK_THAT(said("10,99999,10,10,10,"), Contains("is above seven days"));
    CHECK(said(",,,,,") == "");
    const TrainingLog log = import_text(header + "2026-05-01,60,5,10,-1,10,10,10,\n");
    CHECK(log.totals().rejected == 1);
    CHECK_THAT(messages_of(log), Contains("hr_zone_2_min '-1' is negative"));
    // A little more than the moving time is a pause.
    CHECK(import_text(header + "2026-05-01,60,5,10,20,20,10,3,\n").sessions[0].hr_zones);
}

TEST_CASE("a record without zones takes those of its twin", "[import][zones]") {
    const TrainingLog log =
        import_text("date,duration_min,distance_km,sport,hr_zone_1_s,hr_zone_2_s,hr_zone_3_s,"
                    "hr_zone_4_s,hr_zone_5_s,title,rpe\n"
                    "2026-05-01 07:00:00,60,10,run,600,600,600,600,600,,\n"
                    "2026-05-01 07:00:30,60,10,run,,,,,,Morning run,5\n");
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].title == "Morning run");
    CHECK(log.sessions[0].hr_zones == HeartRateZones{{600, 600, 600, 600, 600}});
}

TEST_CASE("400 km/h on a list is a glitch by the sport's limit: left out, and counted",
          "[import][rows]") {
    const TrainingLog log = test::import_text(
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Speed,"
        "Max Speed,Training Stress Score®\n"
        "Cycling,2026-05-01 "
        "07:00:00,false,a,\"30.00\",\"500\",\"01:00:00\",--,--,\"30.0\",\"400.0\","
        "\"0.0\"\n"
        "Cycling,2026-05-02 "
        "07:00:00,false,b,\"30.00\",\"500\",\"01:00:00\",--,--,\"30.0\",\"54.0\","
        "\"0.0\"\n"
        "Running,2026-05-03 "
        "07:00:00,false,c,\"10.00\",\"500\",\"01:00:00\",--,--,\"10.0\",\"54.0\","
        "\"0.0\"\n");
    REQUIRE(log.sessions.size() == 3);
    CHECK_FALSE(log.sessions[0].max_speed_mps.has_value());
    CHECK(log.sessions[0].distance_m == 30000.0); // of the row only the speed is lost
    CHECK_THAT(log.sessions[1].max_speed_mps.value(), WithinAbs(15.0, 1e-9)); // 54 km/h
    CHECK_FALSE(log.sessions[2].max_speed_mps.has_value());                   // nobody runs as fast
    CHECK_THAT(test::messages_of(log),
               Contains("2 rows with a maximum speed that nobody reaches in the sport"));
}
