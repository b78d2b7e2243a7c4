// The names of columns in sheets that people made. Made up; the expected values stand in the rows
// themselves.
// SPDX-License-Identifier: Apache-2.0
#include "import/plain_heading.hpp"
#include "import/plain_words.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::ingest;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

TEST_CASE("a heading is its key, its unit and its scale", "[import][headings]") {
    struct Case {
        std::string cell;
        std::string name;
        std::optional<Unit> unit;
    };

    const Case heading = GENERATE(
        Case{"Distance (yds)", "distance", Unit::yards},
        Case{"Distance (mi.)", "distance", Unit::miles},
        Case{"Distance/km", "distance", Unit::kilometres},
        Case{"distanceKm", "distance", Unit::kilometres},
        Case{"Dist [kms]", "dist", Unit::kilometres},
        Case{"distance_km", "distance", Unit::kilometres},
        Case{"Distance - km", "distance", Unit::kilometres}, Case{"TD (mtrs)", "td", Unit::metres},
        Case{"Trainingsdauer in Minuten", "trainingsdauer", Unit::minutes},
        Case{"Max Speed (km/h)", "maxspeed", Unit::kilometres_per_hour},
        Case{"Dauer (h:mm)", "dauer", Unit::hours_minutes},
        Case{"Total.Distance..m.", "totaldistance", Unit::metres},
        Case{"Str\xC3\xA4"
             "cka",
             "stracka", std::nullopt},
        Case{"Duration (planned)", "durationplanned", std::nullopt},
        Case{"Max HR %", "maxhr%", std::nullopt}, Case{"Session-RPE", "sessionrpe", {}});
    CAPTURE(heading.cell);
    const PlainHeading read = plain_heading_of(heading.cell);
    CHECK(read.name == heading.name);
    CHECK(read.unit == heading.unit);
}

TEST_CASE("a heading's scale is taken off and kept", "[import][headings]") {
    const std::string cell = GENERATE("RPE (0-10)", "RPE 1-10", "RPE 1 - 10", "RPE /10", "RPE/10",
                                      "RPE (1 to 10)", "rpe_0_to_10", "RPE out of 10");
    CAPTURE(cell);
    const PlainHeading read = plain_heading_of(cell);
    CHECK(read.name == "rpe");
    REQUIRE(read.scale);
    CHECK(read.scale->highest == 10);
    CHECK(plain_heading_of("RPE (6-20)").scale->highest == 20);
    CHECK(!plain_heading_of("Zone 4").scale);
    CHECK(!plain_heading_of("").scale);
}

TEST_CASE("ratings are known by all the names that coaches give them", "[import][headings]") {
    const std::string name = GENERATE(
        "RPE (0-10)", "RPE 1-10", "s-RPE", "RPE score", "Post-session RPE", "PSE", "Rating",
        "Exertion", "Effort", "Intensity", "Anstrengung", "Esfuerzo", "session_rpe", "SessionRPE",
        "RPE (CR-10)", "RPE [Borg]", "Rating of Perceived Exertion", "How hard was the session?");
    CAPTURE(name);
    const TrainingLog log =
        import_text("Date,Player,Minutes," + name + "\n2026-01-05,A,60,7\n2026-01-06,A,90,5\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[0].rpe == 7.0);
    CHECK(!log.sessions[0].load_au);
    CHECK(log.sessions[1].rpe == 5.0);
}

TEST_CASE("sRPE up to ten is a rating, above it a load", "[import][headings]") {
    const TrainingLog rated =
        import_text("Date,Player,Minutes,sRPE\n2026-01-05,A,60,7\n2026-01-06,A,90,6\n");
    CHECK(rated.sessions.at(0).rpe == 7.0);
    CHECK(!rated.sessions.at(0).load_au);
    CHECK_THAT(messages_of(rated), Contains("read as the rating, not the load"));
    const TrainingLog loads =
        import_text("Date,Player,Minutes,sRPE\n2026-01-05,A,60,420\n2026-01-06,A,90,540\n");
    CHECK(loads.sessions.at(0).load_au == 420.0);
    CHECK(!loads.sessions.at(0).rpe);
}

TEST_CASE("ratings on another scale, or in words, are left out and said so", "[import][headings]") {
    const TrainingLog borg = import_text("Date,Player,Minutes,RPE (6-20)\n2026-01-05,A,60,9\n");
    CHECK(!borg.sessions.at(0).rpe);
    CHECK_THAT(messages_of(borg), Contains("their scale ends at 20"));
    const TrainingLog words =
        import_text("Date,Player,Minutes,Intensity\n2026-01-05,A,60,hard\n2026-01-06,A,60,easy\n");
    CHECK(!words.sessions.at(0).rpe);
    CHECK_THAT(messages_of(words), Contains("columns not read: Intensity"));
}

TEST_CASE("athletes are known by all the names that coaches give them", "[import][headings]") {
    const std::string name = GENERATE("Full Name", "Spielername", "Sportler", "Nom", "Athlet",
                                      "Participant", "Subject", "Initials", "Email", "Speler",
                                      "Jogador", "ID", "First Name", "Surname", "Joueuse");
    CAPTURE(name);
    const TrainingLog log = import_text("Date," + name +
                                        ",Minutes,RPE\n2026-01-05,Ann,60,7\n2026-01-05,Bea,90,5\n"
                                        "2026-01-06,Ann,60,7\n2026-01-06,Bea,90,5\n");
    REQUIRE(log.sessions.size() == 4);
    CHECK(log.sessions[0].athlete == "Ann");
    CHECK(log.sessions[2].athlete == "Bea");
}

TEST_CASE("a given and a family name are one athlete's", "[import][headings]") {
    const std::string header =
        GENERATE("Date,First Name,Last Name,Minutes,RPE", "Date,Name,Last Name,Minutes,RPE",
                 "Date,Vorname,Name,Minutes,RPE", "Date,Player,Surname,Minutes,RPE");
    CAPTURE(header);
    const TrainingLog log =
        import_text(header + "\n2026-01-05,Ann,Lee,60,7\n2026-01-05,Ann,Ray,90,5\n"
                             "2026-01-06,Ann,,90,5\n2026-01-06,,Lee,90,5\n");
    REQUIRE(log.sessions.size() == 4);
    CHECK(log.sessions[0].athlete == "Ann");
    CHECK(log.sessions[1].athlete == "Ann Lee");
    CHECK(log.sessions[2].athlete == "Ann Ray");
    CHECK(log.sessions[3].athlete == "Lee");
    const TrainingLog family_first =
        import_text("Date,Nachname,Vorname,Minutes,RPE\n2026-01-05,Lee,Ann,60,7\n");
    CHECK(family_first.sessions.at(0).athlete == "Ann Lee");
    const TrainingLog twice =
        import_text("Date,Player,Last Name,Minutes,RPE\n2026-01-05,Ann Lee,Lee,60,7\n");
    CHECK(twice.sessions.at(0).athlete == "Ann Lee");
}

TEST_CASE("a number that no two rows share is no athlete's", "[import][headings]") {
    const TrainingLog log =
        import_text("ID,Date,Minutes,RPE\n1,2026-01-05,60,7\n"
                    "2,2026-01-06,60,7\n3,2026-01-07,60,7\n4,2026-01-08,60,7\n");
    REQUIRE(log.sessions.size() == 4);
    CHECK(log.sessions[0].athlete == log.sessions[3].athlete);
    CHECK_THAT(messages_of(log), Contains("taken for numbers of rows"));
}

TEST_CASE("distances and durations are known with their units", "[import][headings]") {
    struct Case {
        std::string name;
        std::string cell;
        double metres;
    };

    const Case distance =
        GENERATE(Case{"Distance (yds)", "5000", 4572.0}, Case{"Distance (kms)", "5.1", 5100.0},
                 Case{"Distance (mi.)", "3", 4828.032}, Case{"Distance (mtrs)", "5100", 5100.0},
                 Case{"Dist (km)", "5.1", 5100.0}, Case{"Distance/km", "5.1", 5100.0},
                 Case{"distanceKm", "5.1", 5100.0}, Case{"distancekm", "5.1", 5100.0},
                 Case{"TD (m)", "5100", 5100.0}, Case{"Mileage", "3", 4828.032},
                 Case{"Str\xC3\xA4"
                      "cka (km)",
                      "5.1", 5100.0},
                 Case{"Matka (km)", "5.1", 5100.0});
    CAPTURE(distance.name);
    const TrainingLog log = import_text("Date,Player,Mins," + distance.name + "\n2026-01-13,A,60," +
                                        distance.cell + "\n");
    REQUIRE(log.sessions.size() == 1);
    REQUIRE(log.sessions[0].distance_m);
    CHECK_THAT(*log.sessions[0].distance_m, WithinAbs(distance.metres, 0.001));
    CHECK(log.sessions[0].duration_s == 3600.0);

    struct Lasts {
        std::string name;
        std::string cell;
    };

    const Lasts lasts = GENERATE(Lasts{"Mins", "90"}, Lasts{"Hours", "1.5"}, Lasts{"Minuten", "90"},
                                 Lasts{"Trainingsdauer (min)", "90"}, Lasts{"durationmin", "90"},
                                 Lasts{"Time (hrs)", "1.5"}, Lasts{"Min", "90"},
                                 Lasts{"How long? (minutes)", "90"});
    CAPTURE(lasts.name);
    const TrainingLog timed =
        import_text("Date,Player,RPE," + lasts.name + "\n2026-01-13,A,7," + lasts.cell + "\n");
    CHECK(timed.sessions.at(0).duration_s == 5400.0);
}

TEST_CASE("what a sheet holds beside is told in one note", "[import][headings]") {
    const TrainingLog log =
        import_text("Date,Player,Minutes,RPE,Sleep,Planned Duration\n2026-01-13,A,60,7,8,75\n");
    CHECK_THAT(messages_of(log), Contains("note: columns not read: Sleep, Planned Duration"));
    const TrainingLog all = import_text("Date,Player,Minutes,RPE\n2026-01-13,A,60,7\n");
    CHECK(messages_of(all).empty());
}

TEST_CASE("a column that speaks of the load and is not read costs a warning",
          "[import][headings]") {
    const std::string name = GENERATE("RPE of the keepers", "Drill load", "Distances by zone");
    CAPTURE(name);
    const TrainingLog log = import_text("Date,Player,Minutes," + name + "\n2026-01-13,A,60,7\n");
    CHECK_THAT(messages_of(log), Contains("warning: columns not read: " + name));
}

TEST_CASE("a second pair of duration and rating in a row is told", "[import][headings]") {
    const std::string header = GENERATE("Duration (min),RPE,Duration (min),RPE",
                                        "Duration (min) 1,RPE 1,Duration (min) 2,RPE 2");
    CAPTURE(header);
    const TrainingLog log = import_text("Date,Player,Minutes,RPE,Minutes 2,RPE 2\n"
                                        "2026-01-13,A,60,5,90,7\n");
    CHECK(log.sessions.at(0).rpe == 5.0);
    CHECK_THAT(messages_of(log), Contains("not read: Minutes 2, RPE 2"));
}

TEST_CASE("a squad's sheet without athletes is doubted", "[import][headings]") {
    const TrainingLog squad = import_text("Date,Who,Minutes,RPE\n2026-01-13,Ann,60,5\n"
                                          "2026-01-13,Bea,60,6\n");
    CHECK_THAT(messages_of(squad), Contains("'Who' differs within a day"));
    const TrainingLog one = import_text("Date,Mood,Minutes,RPE\n2026-01-13,good,60,5\n"
                                        "2026-01-14,bad,60,6\n");
    CHECK_THAT(messages_of(one), !Contains("differs within a day"));
}

TEST_CASE("distances of a rated log that names no sport are no runs, and that is said",
          "[import][headings]") {
    const std::string told =
        "no column names the sport: rows with a distance are sessions, not runs";
    const TrainingLog rated = import_text("Date,Name,Minutes,Distance (km),RPE\n"
                                          "2026-01-13,Ann,60,10,5\n");
    CHECK(rated.sessions.at(0).sport == Sport::unknown);
    CHECK_THAT(messages_of(rated), Contains(told));
    CHECK_THAT(messages_of(import_text("Date,Sport,Minutes,Distance (km),RPE\n"
                                       "2026-01-13,run,60,10,5\n")),
               !Contains(told));
    CHECK_THAT(messages_of(import_text("Date,Name,Minutes,Distance (m),HSR (m),RPE\n"
                                       "2026-01-13,Ann,60,6100,400,5\n")),
               !Contains(told));
}

TEST_CASE("a heading may name the order of its dates", "[import][headings]") {
    const TrainingLog months =
        import_text("Date (mm/dd/yyyy),Player,Minutes,RPE\n05/04/2026,A,60,5\n");
    CHECK(months.sessions.at(0).start.day == Date::from_ymd(2026, 5, 4));
    const TrainingLog days =
        import_text("Date (dd/mm/yyyy),Player,Minutes,RPE\n05/04/2026,A,60,5\n");
    CHECK(days.sessions.at(0).start.day == Date::from_ymd(2026, 4, 5));
    CHECK(messages_of(days).empty());
    // two dates that cannot be so speak louder
    const TrainingLog wrong =
        import_text("Date (dd/mm/yyyy),Player,Minutes,RPE\n05/14/2026,A,60,5\n"
                    "05/15/2026,A,60,5\n");
    CHECK(wrong.sessions.size() == 2);
}

TEST_CASE("a form's time stamp is the day where no other column tells it", "[import][headings]") {
    const TrainingLog form =
        import_text("Timestamp,Name,How hard was the session? (0-10),"
                    "How long did you train? (minutes)\n"
                    "2/3/2026 18:33:10,Ann,6,90\n2/14/2026 18:40:10,Bea,7,90\n");
    REQUIRE(form.sessions.size() == 2);
    CHECK(form.sessions[0].rpe == 6.0);
    CHECK(form.sessions[0].duration_s == 5400.0);
    CHECK(form.sessions[0].start.day == Date::from_ymd(2026, 2, 3));
    const TrainingLog told = import_text("Timestamp,Date of session,Name,RPE,Minutes\n"
                                         "2/15/2026 8:33:10,2/14/2026,Ann,6,90\n");
    CHECK(told.sessions.at(0).start.day == Date::from_ymd(2026, 2, 14));
    // a track has time stamps and distances: no log
    CHECK_THROWS(import_text("Timestamp,Distance\n2026-01-05,100\n"));
}
