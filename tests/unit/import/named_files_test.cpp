// Strava's export with its files: rows and files become one session each, and the counts add up.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/log_import.hpp"
#include "tests/support/fit_writer.hpp"
#include "tests/support/folder.hpp"
#include "tests/support/logs.hpp"
#include "tests/support/zip_writer.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;

namespace {

// The columns that count of a row of 86: title, type, elapsed and moving time, distance, RPE, file.
struct StravaRow {
    std::string date;
    std::string title;
    std::string type;
    double elapsed_s;
    double moving_s;
    double distance_m;
    std::string rpe;
    std::string file;
};

std::string strava_table(const std::vector<StravaRow>& rows) {
    std::array<std::string, 86> header;
    for (std::size_t i = 0; i < header.size(); ++i) {
        header.at(i) = "c" + std::to_string(i);
    }
    header[0] = "Activity ID";
    header[1] = "Activity Date";
    header[5] = header[15] = "Elapsed Time";
    header[6] = header[17] = "Distance";
    header[12] = "Filename";
    const auto line_of = [](const std::array<std::string, 86>& cells) {
        std::string line;
        for (const std::string& cell : cells) {
            line += (line.empty() ? "" : ",") + cell;
        }
        return line + "\n";
    };
    std::string text = line_of(header);
    int number = 0;
    for (const StravaRow& row : rows) {
        std::array<std::string, 86> cells;
        cells[0] = std::to_string(++number);
        cells[1] = "\"" + row.date + "\"";
        cells[2] = "\"" + row.title + "\"";
        cells[3] = row.type;
        cells[12] = row.file;
        cells[15] = std::to_string(row.elapsed_s);
        cells[16] = std::to_string(row.moving_s);
        cells[17] = std::to_string(row.distance_m);
        cells[43] = row.rpe;
        text += line_of(cells);
    }
    return text;
}

// fit_run() of 600 s, local time two hours ahead of UTC.
std::string run_file() {
    return gzip_of(fit_run(600).bytes());
}

const StravaRow matching{
    "May 2, 2026, 6:00:00 AM", "Morning", "Football (Soccer)", 600, 540, 1790, "7.0",
    "activities/1.fit.gz"};

TrainingLog import_zip_of(const std::vector<ZipItem>& items) {
    const Folder folder;
    const std::array inputs{folder.put("export.zip", zip_of(items))};
    TrainingLog log = ingest::import_logs(inputs, {});
    CHECK(log.totals().adds_up());
    CHECK(log.totals().sessions == log.sessions.size());
    return log;
}

std::vector<std::string> codes_of(const TrainingLog& log) {
    std::vector<std::string> codes;
    for (const Diagnostic& diagnostic : log.diagnostics) {
        codes.push_back(diagnostic.code);
    }
    return codes;
}

} // namespace

TEST_CASE("strava: a row and its file are one session", "[import][archive][strava]") {
    const TrainingLog log = import_zip_of({{"activities.csv", strava_table({matching})},
                                           {"activities/1.fit.gz", run_file()},
                                           {"profile.csv", "name\nx\n"},
                                           {"media/a.jpg", "\x01\x02"}});
    REQUIRE(log.sessions.size() == 1);
    const Session& session = log.sessions[0];
    CHECK(to_string(session.start) == "2026-05-02T08:00:00"); // local, by the file
    CHECK(session.title == "Morning");                        // the athlete's words, by the row
    CHECK(session.sport == Sport::soccer);
    CHECK(session.rpe == 7.0);
    CHECK(session.duration_s == 600.0); // the timer's, by the file
    CHECK(session.distance_m == 1800.0);
    CHECK(session.sprints == 0.0);
    CHECK_THAT(log.source_of(session.source), Contains("export.zip/activities.csv:2"));
    CHECK(log.totals().rows == 2);
    CHECK(log.totals().duplicates == 1);
    REQUIRE(log.duplicates.size() == 1);
    CHECK(log.duplicates[0].rule == "the file that the row names");
    CHECK(log.files.at(0).timezone == "local"); // nothing is left in UTC, and no warning of it
    CHECK(codes_of(log) == std::vector<std::string>{"left_out", "joined"});
}

TEST_CASE("strava: the unpacked folder is read in the same way", "[import][archive][strava]") {
    const Folder folder;
    folder.put("activities.csv", strava_table({matching}));
    folder.put("activities/1.fit.gz", run_file());
    const std::array inputs{folder.path()};
    const TrainingLog log = ingest::import_logs(inputs, {});
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].title == "Morning");
    CHECK(to_string(log.sessions[0].start) == "2026-05-02T08:00:00");
    CHECK(log.totals().duplicates == 1);
}

TEST_CASE("strava: side tables count in neither, the zip or the folder", "[import][strava]") {
    const std::string table = strava_table({matching});
    const std::string goals = "Date,Type,Distance (km),Time\n2026-05-02,Run,10,1:00:00\n";
    const TrainingLog zip = import_zip_of({{"activities.csv", table},
                                           {"activities/1.fit.gz", run_file()},
                                           {"goals.csv", goals},
                                           {"routes/1.csv", goals}});
    const Folder folder;
    folder.put("export/activities.csv", table);
    folder.put("export/activities/1.fit.gz", run_file());
    folder.put("export/goals.csv", goals);
    folder.put("export/routes/1.csv", goals);
    folder.put("other.csv", goals); // is none of the export's
    const std::array inputs{folder.path() + "/export"};
    const TrainingLog log = ingest::import_logs(inputs, {});
    CHECK(log.sessions.size() == 1);
    CHECK(log.totals().rows == zip.totals().rows);
    CHECK(log.totals().duplicates == zip.totals().duplicates);
    CHECK(codes_of(log) == codes_of(zip));
    CHECK_THAT(messages_of(log), Contains("2 files of Strava's export beside its activities "
                                          "(goals.csv, routes/1.csv); left out"));
    const std::array all{folder.path()};
    CHECK(ingest::import_logs(all, {}).totals().rows == zip.totals().rows + 1);
}

TEST_CASE("strava: files that rows name and that are not there are told once", "[import][strava]") {
    StravaRow second = matching;
    second.date = "May 3, 2026, 6:00:00 AM";
    second.file = "activities/2.fit.gz";
    StravaRow third = matching;
    third.date = "May 4, 2026, 6:00:00 AM";
    third.file = "activities/3.gpx";
    const std::string table = strava_table({matching, second, third});
    const TrainingLog log =
        import_zip_of({{"activities.csv", table}, {"activities/1.fit.gz", run_file()}});
    CHECK(log.sessions.size() == 3);
    CHECK_THAT(messages_of(log),
               Contains("warning: 2 files that its rows name are not there, or no recordings "
                        "(2.fit.gz, 3.gpx); the rows count by themselves"));
    const TrainingLog alone = import_zip_of({{"activities.csv", table}});
    CHECK_THAT(messages_of(alone), Contains("note: 3 files that its rows name are not among the "
                                            "inputs (1.fit.gz, 2.fit.gz, 3.gpx)"));
    const TrainingLog damaged = import_zip_of({{"activities.csv", strava_table({matching, second})},
                                               {"activities/1.fit.gz", run_file()},
                                               {"activities/2.fit.gz", "no recording"}});
    CHECK_THAT(messages_of(damaged),
               Contains("1 file that a row names is not there, or no recording (2.fit.gz)"));
}

TEST_CASE("strava: what the athlete has cut stays cut", "[import][archive][strava]") {
    StravaRow cut = matching;
    cut.elapsed_s = 300;
    cut.moving_s = 300;
    cut.distance_m = 900;
    const TrainingLog log = import_zip_of(
        {{"activities.csv", strava_table({cut})}, {"activities/1.fit.gz", run_file()}});
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].duration_s == 300.0);
    CHECK(log.sessions[0].distance_m == 900.0);
    CHECK(log.sessions[0].avg_hr_bpm == 140.0); // what the row lacks
}

TEST_CASE("strava: rows without files and files without rows", "[import][archive][strava]") {
    StravaRow manual{"May 4, 2026, 6:00:00 AM", "Gym", "Weight Training", 1800, 1800, 0, "", ""};
    StravaRow lost{"May 5, 2026, 6:00:00 AM", "Lost", "Run", 1800, 1800, 5000, "",
                   "activities/2.fit.gz"};
    StravaRow broken{"May 6, 2026, 6:00:00 AM", "Broken", "Run", 900, 900, 2500, "",
                     "activities/3.fit.gz"};
    const TrainingLog log =
        import_zip_of({{"activities.csv", strava_table({matching, manual, lost, broken})},
                       {"activities/1.fit.gz", run_file()},
                       {"activities/3.fit.gz", "no gzip at all"},
                       {"activities/9.fit.gz", gzip_of(fit_run(100).bytes())}});
    CHECK(log.sessions.size() == 5);
    CHECK(log.totals().rows == 6); // four rows, two files
    CHECK(log.totals().duplicates == 1);
    CHECK(log.files.at(0).timezone == "UTC"); // three rows still are
    const auto codes = codes_of(log);
    CHECK(std::count(codes.begin(), codes.end(), "utc") == 1);
}

TEST_CASE("strava: a file of several legs takes the place of its row",
          "[import][archive][strava]") {
    FitWriter legs;
    legs.add(0, {{0, fit::enumeration, 4LL}});
    for (const long long from : {0LL, 300LL}) {
        legs.add(18, {{253, fit::uint32, fit_morning + from + 300},
                      {2, fit::uint32, fit_morning + from},
                      {7, fit::uint32, 300000LL},
                      {8, fit::uint32, 300000LL},
                      {5, fit::enumeration, from == 0 ? 5LL : 1LL}});
    }
    const TrainingLog log = import_zip_of({{"activities.csv", strava_table({matching})},
                                           {"activities/1.fit.gz", gzip_of(legs.bytes())}});
    CHECK(log.sessions.size() == 2);
    CHECK(log.totals().rows == 3);
    CHECK(log.totals().duplicates == 1);
    CHECK(log.duplicates.at(0).rule == "the file that the row names has its legs");
}
