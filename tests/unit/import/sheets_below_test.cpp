// Sheets below sheets, dates in more writings and what makes one doubt a sheet. Worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "import/clock.hpp"
#include "model/error.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::ingest;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

TEST_CASE("a sheet below another is read by its own header", "[import][headers]") {
    const std::string text = "Date,Player,Minutes,RPE\n2026-01-05,A,60,5\n2026-01-06,A,90,7\n"
                             "Date,Player,RPE,Minutes\n2026-01-07,A,5,75\n2026-01-08,A,6,80\n"
                             "Date,Player,Minutes,RPE\n2026-01-09,A,45,3\n";
    const bool strict = GENERATE(false, true);
    ImportOptions options;
    options.strict = strict;
    const TrainingLog log = import_text(text, options);
    REQUIRE(log.sessions.size() == 5);
    CHECK(log.sessions[2].duration_s == 4500.0);
    CHECK(log.sessions[2].rpe == 5.0);
    CHECK(log.sessions[2].source.line == 5);
    CHECK(log.sessions[3].duration_s == 4800.0);
    CHECK(log.sessions[4].duration_s == 2700.0);
    CHECK(log.sessions[4].rpe == 3.0);
    REQUIRE(log.files.size() == 1);
    CHECK(log.files[0].counts.rows == 5);
    CHECK(log.files[0].counts.sessions == 5);
    CHECK_THAT(messages_of(log), Contains("log.csv:4: note: is a header of its own"));
    CHECK_THAT(messages_of(log), !Contains("error"));
}

TEST_CASE("a sheet of other words below another is read, too", "[import][headers]") {
    const TrainingLog log = import_text("Date,Player,Minutes,RPE\n2026-01-05,A,60,5\n"
                                        "Spieler,Datum,Dauer (min),RPE\nA,07.01.2026,75,4\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[1].duration_s == 4500.0);
    CHECK(log.sessions[1].athlete == "A");
}

TEST_CASE("a header that is repeated costs nothing", "[import][headers]") {
    const std::string rows = "2026-01-05,A,60,5\n";
    const TrainingLog log = import_text("Date,Player,Minutes,RPE\n" + rows +
                                        "Date,Player,Minutes,RPE\n2026-01-06,A,60,5\n");
    CHECK(log.sessions.size() == 2);
    CHECK(log.files.at(0).counts.rows == 3);
    CHECK(log.files.at(0).counts.other == 1);
    CHECK(messages_of(log) == "log.csv: note: 1 row repeats the header\n");
    // words in place of a date are no header
    const TrainingLog words = import_text("Date,Player,Minutes,RPE\n" + rows + "rest,A,injured,\n");
    CHECK(words.files.at(0).counts.rejected == 1);
}

TEST_CASE("a day without its year is refused with what it lacks", "[import][dates]") {
    const std::string day = GENERATE("16/11", "Mon 11/16", "16.11.", "3-Feb", "Mon 3 Feb");
    CAPTURE(day);
    CHECK(is_day_without_year(day));
    const TrainingLog log =
        import_text("Date,Miles,Time\n2026-11-15,5,40:00\n" + day + ",5,42:30\n");
    CHECK(log.sessions.size() == 1);
    CHECK_THAT(messages_of(log), Contains("no year is told: 2026-11-22"));
    const std::string other = GENERATE("2026-11-16", "16/11/26", "32/13", "Monday", "5.5", "", "7");
    CAPTURE(other);
    CHECK(!is_day_without_year(other));
}

TEST_CASE("rows of totals are no sessions and no errors", "[import][headers]") {
    const std::string total = GENERATE("Monthly total", "Grand Total", "Summe Januar", "Total:");
    CAPTURE(total);
    const TrainingLog log = import_text("Date,Player,Minutes,RPE\n2026-01-05,A,60,5\n" + total +
                                        ",,60,\n2026-02-05,A,60,5\n");
    CHECK(log.sessions.size() == 2);
    CHECK(log.files.at(0).counts.rejected == 0);
    CHECK_THAT(messages_of(log), Contains("1 row of totals or means"));
}

TEST_CASE("dates of sheets in more writings", "[import][dates]") {
    struct Case {
        std::string cell;
        DateShape shape;
    };

    const Case date = GENERATE(
        Case{"3-Feb-25", DateShape::words}, Case{"3-Feb-2025", DateShape::words},
        Case{"Feb 3 2025", DateShape::words}, Case{"Mon, 3 Feb 2025", DateShape::words},
        Case{"Mon 03/02/2025", DateShape::day_first}, Case{"Mo., 03.02.2025", DateShape::day_first},
        Case{"Monday 02/03/2025", DateShape::month_first}, Case{"Mon 2025-02-03", DateShape::iso},
        // 25,569 days from the spreadsheet's start to 1970-01-01, 20,122 to 2025-02-03
        Case{"45691", DateShape::serial}, Case{"2025-02-03", DateShape::serial});
    CAPTURE(date.cell);
    const auto moment = parse_moment(date.cell, date.shape);
    REQUIRE(moment);
    CHECK(moment->time.day == Date::from_ymd(2025, 2, 3));
    CHECK(!moment->time.second);
    CHECK(parse_moment("45691.75", DateShape::serial)->time.second == 18 * 3600);
    for (const std::string wrong : {"9999", "12345", "456910", "45691x", "Feb"}) {
        CAPTURE(wrong);
        CHECK(!parse_moment(wrong, DateShape::serial));
    }
    CHECK(!parse_moment("run on 03/02/2025", DateShape::day_first));
    CHECK(!parse_moment("22 nov 20:31", DateShape::words));
}

TEST_CASE("a column of a spreadsheet's numbers is dates, and said so", "[import][dates]") {
    const TrainingLog log = import_text("Date,Athlete,Minutes,RPE\n45691,A,60,5\n45692,A,90,7\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[0].start.day == Date::from_ymd(2025, 2, 3));
    CHECK_THAT(messages_of(log), Contains("as spreadsheets count days"));
}

TEST_CASE("a time of day may have the h of France", "[import][dates]") {
    CHECK(parse_time_of_day("18h30") == (18 * 60 + 30) * 60);
    CHECK(parse_time_of_day("8h") == 8 * 3600);
    CHECK(!parse_time_of_day("25h30"));
    CHECK(!parse_time_of_day("18h3"));
}

TEST_CASE("a column beside the distances names the unit of each", "[import][units]") {
    const TrainingLog log =
        import_text("Date,Distance,Unit,Time\n2026-01-05,10,km,50:00\n2026-01-06,6.2,mi,50:00\n"
                    "2026-01-07,1500,m,30:00\n2026-01-08,5,parsecs,30:00\n");
    REQUIRE(log.sessions.size() == 4);
    CHECK(log.sessions[0].distance_m == 10000.0);
    CHECK_THAT(log.sessions[1].distance_m.value_or(0.0), WithinAbs(9977.933, 0.0005));
    CHECK(log.sessions[2].distance_m == 1500.0);
    CHECK(!log.sessions[3].distance_m);
    CHECK(log.sessions[0].duration_s == 3000.0);
    CHECK_THAT(messages_of(log), Contains("'parsecs' is no unit of distance"));
}

TEST_CASE("names that differ by case or blanks are told, and stay two", "[import][doubts]") {
    const TrainingLog log =
        import_text("Date,Player,Minutes,RPE\n2026-01-05,Ann Lee,60,5\n2026-01-06,ann lee,60,5\n"
                    "2026-01-07,Ann\xC2\xA0Lee,60,5\n2026-01-08,Ann Ley,60,5\n");
    CHECK(log.sessions.size() == 4);
    CHECK_THAT(messages_of(log), Contains("'Ann Lee' and 'ann lee' differ only by case or blanks"));
    CHECK_THAT(messages_of(log), !Contains("Ley"));
}

TEST_CASE("rows that are the same are told, and all count", "[import][doubts]") {
    const std::string row = "2026-01-05,A,60,5\n";
    const TrainingLog log = import_text("Date,Player,Minutes,RPE\n" + row + row);
    CHECK(log.sessions.size() == 2);
    CHECK_THAT(messages_of(log), Contains("log.csv:3: warning: the row is the same as line 2"));
    CHECK(messages_of(import_text("Date,Session,Player,Minutes,RPE\n2026-01-05,am,A,60,5\n"
                                  "2026-01-05,pm,A,60,5\n"))
              .empty());
}

TEST_CASE("a day far behind all others is doubted", "[import][doubts]") {
    const std::string header = "Date,Player,Minutes,RPE\n2026-01-05,A,60,5\n";
    // ten years and a day, of which two or three are leap years: 3652 + 1
    CHECK_THAT(messages_of(import_text(header + "2036-01-06,A,60,5\n")),
               Contains("log.csv:3: warning: 2036-01-06 is 3653 days after every other row"));
    CHECK(messages_of(import_text(header + "2027-02-09,A,60,5\n")).empty()); // 400 days
    CHECK(!messages_of(import_text(header + "2027-02-10,A,60,5\n")).empty());
}

TEST_CASE("of a multisport row and its legs in Garmin's list the legs count", "[import][doubts]") {
    const std::string header = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,"
                               "Max HR,Moving Time,Elapsed Time\n";
    const std::string sum =
        "Multisport,2025-06-01 08:00:00,false,x,51.5,1,02:20:00,150,170,02:20:00,02:20:00\n";
    const std::string legs =
        "Cycling,2025-06-01 08:32:00,false,x,40.00,1,01:06:00,150,170,01:06:00,01:06:00\n"
        "Running,2025-06-01 09:40:00,false,x,10.00,1,00:40:00,150,170,00:40:00,00:40:00\n";
    const TrainingLog both = import_text(header + sum + legs);
    CHECK(both.sessions.size() == 2);
    CHECK(both.files.at(0).counts.other == 1);
    CHECK_THAT(messages_of(both), Contains("1 multisport activity counts by its legs"));
    CHECK(import_text(header + sum).sessions.size() == 1);
}

TEST_CASE("a pool swim of 1,250 m in a list of kilometres is kept", "[import][units]") {
    const std::string label =
        GENERATE("\xE3\x83\x97\xE3\x83\xBC\xE3\x83\xAB\xE3\x82\xB9\xE3\x82\xA4"
                 "\xE3\x83\x9F\xE3\x83\xB3\xE3\x82\xB0",
                 "Paddling pool");
    const TrainingLog log = import_text(
        "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Moving Time,"
        "Elapsed Time\nRunning,2025-01-02 10:00:00,false,x,10.02,1,00:50:06,150,170,00:50:06,"
        "00:50:06\n" +
        label + ",2025-01-03 10:00:00,false,x,\"1,250\",1,00:30:06,150,170,00:30:06,00:30:06\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[1].distance_m == 1250.0);
}
