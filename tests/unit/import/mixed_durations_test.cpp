// Columns of durations written in several ways, and cells that name their units. Worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "import/cell_words.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::ingest;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

std::vector<double> minutes_of(const TrainingLog& log) {
    std::vector<double> out;
    for (const Session& session : log.sessions) {
        out.push_back(session.duration_s.value_or(0.0) / 60.0);
    }
    return out;
}

TrainingLog rated(const std::string& heading, const std::vector<std::string>& cells) {
    std::string text = "Date,Player," + heading + ",RPE\n";
    int day = 5;
    for (const std::string& cell : cells) {
        text += "2026-01-" + std::string(day < 10 ? "0" : "") + std::to_string(day) + ",A," + cell +
                ",5\n";
        ++day;
    }
    return import_text(text);
}

} // namespace

TEST_CASE("mixed durations: hours before one make hours of the short ones, too",
          "[import][duration]") {
    const TrainingLog log = rated("Duration", {"1:15:00", "0:45", "1:30"});
    CHECK(minutes_of(log) == std::vector<double>{75.0, 45.0, 90.0});
    CHECK_THAT(messages_of(log), Contains("hours and minutes (H:MM)"));
    const TrainingLog minutes = rated("Duration", {"1:15:00", "45:00", "52:30"});
    CHECK(minutes_of(minutes) == std::vector<double>{75.0, 45.0, 52.5});
}

TEST_CASE("mixed durations: numbers beside H:MM are minutes", "[import][duration]") {
    CHECK(minutes_of(rated("Dauer", {"1:30", "1:15", "75"})) ==
          std::vector<double>{90.0, 75.0, 75.0});
    CHECK(minutes_of(rated("Duration", {"1:30:00", "90", "0:45"})) ==
          std::vector<double>{90.0, 90.0, 45.0});
    const TrainingLog runs = import_text("Date,Distance (km),Duration\n2026-01-05,10,50\n"
                                         "2026-01-06,16,1:25\n2026-01-07,8,42\n");
    CHECK(minutes_of(runs) == std::vector<double>{50.0, 85.0, 42.0});
    CHECK(runs.sessions.at(1).distance_m == 16000.0);
}

TEST_CASE("mixed durations: a heading's unit that no cell can mean is told and mended",
          "[import][duration]") {
    const std::string minutes = GENERATE("Duration (min)", "Minutes");
    const TrainingLog clocks = rated(minutes, {"1:30", "1:15", "0:45"});
    CHECK(minutes_of(clocks) == std::vector<double>{90.0, 75.0, 45.0});
    CHECK_THAT(messages_of(clocks), Contains("hours and minutes (H:MM)"));
    const TrainingLog seconds = rated(minutes, {"5400", "4500"});
    CHECK(minutes_of(seconds) == std::vector<double>{90.0, 75.0});
    CHECK_THAT(messages_of(seconds), Contains("read as seconds, not as the heading says"));
    const TrainingLog hours = rated("Duration (h)", {"90", "75"});
    CHECK(minutes_of(hours) == std::vector<double>{90.0, 75.0});
    CHECK_THAT(messages_of(hours), Contains("not as the heading says"));
}

TEST_CASE("mixed durations: a heading's unit stands where the cells agree", "[import][duration]") {
    CHECK(minutes_of(rated("Duration (min)", {"01:05:00", "90:00", "75"})) ==
          std::vector<double>{65.0, 90.0, 75.0});
    CHECK(minutes_of(rated("Duration (h)", {"1.5", "2", "1:30"})) ==
          std::vector<double>{90.0, 120.0, 90.0});
    CHECK(minutes_of(rated("Duration (sec)", {"5400", "4500"})) == std::vector<double>{90.0, 75.0});
    CHECK(minutes_of(rated("Dauer (mm:ss)", {"4:30", "5:30"})) == std::vector<double>{4.5, 5.5});
    const TrainingLog day = rated("Duration (h)", {"26", "1", "1.5"});
    CHECK(minutes_of(day) == std::vector<double>{1560.0, 60.0, 90.0});
}

TEST_CASE("mixed durations: fractions of a day are as a spreadsheet keeps times",
          "[import][duration]") {
    const std::string heading = GENERATE("Duration", "Duration (min)", "Time");
    CAPTURE(heading);
    // 0.0416666667 of 24 hours is an hour
    const TrainingLog log = rated(heading, {"0.0416666667", "0.0625", "0.03125"});
    REQUIRE(log.sessions.size() == 3);
    CHECK_THAT(minutes_of(log)[0], WithinAbs(60.0, 0.001));
    CHECK_THAT(minutes_of(log)[1], WithinAbs(90.0, 0.001));
    CHECK_THAT(minutes_of(log)[2], WithinAbs(45.0, 0.001));
    CHECK_THAT(messages_of(log), Contains("fractions of a day"));
}

TEST_CASE("a session of days or of seconds is doubted", "[import][duration]") {
    const TrainingLog log = rated("Duration (min)", {"60", "2", "1500"});
    CHECK(log.sessions.size() == 3);
    CHECK_THAT(messages_of(log),
               Contains("log.csv:3: warning: 1 session lasts more than 24 hours"));
    CHECK_THAT(messages_of(log), Contains("1 less than 3 minutes"));
    CHECK(messages_of(rated("Duration (min)", {"60", "3", "1440"})).empty());
}

TEST_CASE("durations in words", "[import][duration]") {
    struct Case {
        std::string cell;
        double seconds;
    };

    const Case written =
        GENERATE(Case{"1h30", 5400.0}, Case{"1 h 15", 4500.0}, Case{"90 min", 5400.0},
                 Case{"90min", 5400.0}, Case{"90'", 5400.0}, Case{"52'30", 3150.0},
                 Case{"52m30s", 3150.0}, Case{"1h 2m 3s", 3723.0}, Case{"PT42M10S", 2530.0},
                 Case{"1.5 h", 5400.0}, Case{"2 Std.", 7200.0}, Case{"45 Minuten", 2700.0},
                 Case{"12:52:30 AM", 3150.0}, Case{"1h", 3600.0}, Case{"90 s", 90.0});
    CAPTURE(written.cell);
    const auto read = duration_in_words(written.cell, NumberStyle::decimal_point);
    REQUIRE(read);
    CHECK_THAT(*read, WithinAbs(written.seconds, 1e-9));
    const std::string wrong =
        GENERATE("h", "1h 75", "30 min 1 h", "90 km", "1 x", "", "min 90", "- 5 min", "1h30m20s40");
    CAPTURE(wrong);
    CHECK(!duration_in_words(wrong, NumberStyle::decimal_point));
}

TEST_CASE("cells name their own units", "[import][cells]") {
    const TrainingLog log =
        import_text("Date,Distance,Time,Avg HR,Max Speed (m/s)\n2026-01-05,10 km,50:30,150 bpm,"
                    "31.5 km/h\n2026-01-06,800 m,3:10,,8.5\n2026-01-07,6.2 mi,50:10,,\n");
    REQUIRE(log.sessions.size() == 3);
    CHECK(log.sessions[0].distance_m == 10000.0);
    CHECK(log.sessions[0].avg_hr_bpm == 150.0);
    CHECK_THAT(log.sessions[0].max_speed_mps.value_or(0.0), WithinAbs(8.75, 1e-9));
    CHECK(log.sessions[1].distance_m == 800.0);
    CHECK_THAT(log.sessions[2].distance_m.value_or(0.0), WithinAbs(9977.9328, 1e-6));
}

TEST_CASE("ratings with their scale or their words", "[import][cells]") {
    const TrainingLog log = import_text("Date,Player,Minutes,RPE\n2026-01-05,A,60,7 - Very hard\n"
                                        "2026-01-06,A,90 min,5/10\n2026-01-07,A,1 h 15,6.5\n"
                                        "2026-01-08,A,60,3/5\n2026-01-09,A,60,5-6\n");
    REQUIRE(log.sessions.size() == 5);
    CHECK(log.sessions[0].rpe == 7.0);
    CHECK(log.sessions[1].rpe == 5.0);
    CHECK(log.sessions[1].duration_s == 5400.0);
    CHECK(log.sessions[2].duration_s == 4500.0);
    CHECK(!log.sessions[3].rpe);
    CHECK(!log.sessions[4].rpe);
    CHECK_THAT(messages_of(log), Contains("'3/5' is not a number"));
}
