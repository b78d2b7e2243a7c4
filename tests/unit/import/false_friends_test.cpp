// Columns whose names promise what they do not hold. Made up; the expected values stand in the
// rows themselves.
// SPDX-License-Identifier: Apache-2.0
#include "import/time_zone.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;

TEST_CASE("loads that a watch made are never session RPE", "[import][loads]") {
    const std::string header = GENERATE("Training Load", "Load", "TSS", "Training Stress Score",
                                        "TRIMP", "Suffer Score", "Relative Effort", "EPOC");
    const TrainingLog log =
        import_text("Date,Type,Duration (min),Distance (km),Avg Pace," + header +
                    "\n2026-01-05,Run,60,12,5:00,240\n"
                    "2026-01-06,Run,30,6,5:00,90\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[0].load_au == 240.0);
    CHECK(log.sessions[0].load_kind == LoadKind::vendor);
    CHECK(log.sessions[1].load_kind == LoadKind::vendor);
    CHECK_THAT(messages_of(log), Contains("count for no measure"));
}

TEST_CASE("a load is session RPE where it is the rating times the minutes", "[import][loads]") {
    const TrainingLog log =
        import_text("Date,Player,Minutes,RPE,Load,Calories\n2026-01-05,A,60,5,300,700\n"
                    "2026-01-06,A,45,6,270,500\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[0].load_kind == LoadKind::srpe);
    CHECK(messages_of(log) == "log.csv: note: columns not read: Calories\n");
    const TrainingLog other = import_text("Date,Player,Minutes,RPE,Load\n2026-01-05,A,60,5,88\n"
                                          "2026-01-06,A,45,6,70\n");
    CHECK(other.sessions[0].load_kind == LoadKind::vendor);
    CHECK(other.sessions[0].rpe == 5.0); // the rating itself counts
    CHECK_THAT(messages_of(other), Contains("2 of 2 are not the rating x minutes"));
}

TEST_CASE("a load without a rating is taken by its size a minute, and said so", "[import][loads]") {
    const TrainingLog coach =
        import_text("Date,Player,Minutes,Load\n2026-01-05,A,60,300\n2026-01-06,A,45,270\n");
    CHECK(coach.sessions[0].load_kind == LoadKind::srpe);
    CHECK_THAT(messages_of(coach), Contains("are taken for RPE x minutes"));
    const TrainingLog watch =
        import_text("Date,Player,Minutes,Load\n2026-01-05,A,60,50\n2026-01-06,A,45,40\n");
    CHECK(watch.sessions[0].load_kind == LoadKind::vendor);
    const TrainingLog named =
        import_text("Date,Player,Minutes,sRPE Load\n2026-01-05,A,60,50\n2026-01-06,A,45,40\n");
    CHECK(named.sessions[0].load_kind == LoadKind::srpe);
    CHECK(messages_of(named).empty());
}

TEST_CASE("of two columns of loads the one that says session RPE counts", "[import][loads]") {
    const TrainingLog log = import_text("Date,Player,Minutes,Training Load,Session Load\n"
                                        "2026-01-05,A,60,55,300\n2026-01-06,A,45,40,270\n");
    CHECK(log.sessions[0].load_au == 300.0);
    CHECK(log.sessions[0].load_kind == LoadKind::srpe);
}

TEST_CASE("a table of nothing but a vendor's load is no log", "[import][loads]") {
    CHECK_THROWS(import_text("Date,TSS,CTL\n2026-01-05,60,50\n"));
}

TEST_CASE("tempo is a pace beside distances that nobody runs so fast", "[import][pace]") {
    const TrainingLog log =
        import_text("Datum;Distanz;Tempo\n05.01.2026;10,2;5:30\n16.01.2026;12,1;5:10\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(!log.sessions[0].duration_s);
    CHECK(log.sessions[0].distance_m == 10200.0);
    CHECK_THAT(messages_of(log), Contains("it holds paces, no durations"));
    const TrainingLog both = import_text("Datum;Distanz;Tempo;Zeit\n05.01.2026;10,2;5:30;56:06\n"
                                         "16.01.2026;12,1;5:10;62:31\n");
    CHECK(both.sessions[0].duration_s == 3366.0);
    const TrainingLog italian =
        import_text("Data;Distanza;Tempo\n05/01/2026;10,2;56:06\n16/01/2026;12,1;62:31\n");
    CHECK(italian.sessions[0].duration_s == 3366.0);
}

TEST_CASE("names that name sports are titles, and no athletes", "[import][names]") {
    const TrainingLog log = import_text("Date,Name,Type,Distance (km)\n"
                                        "2026-01-05,Morning Run,Run,10\n"
                                        "2026-01-06,Lunch,Run,8\n2026-01-07,Long one,Run,20\n");
    REQUIRE(log.sessions.size() == 3);
    CHECK(log.sessions[0].athlete == log.sessions[1].athlete);
    CHECK(log.sessions[0].title == "Morning Run");
    CHECK_THAT(messages_of(log), Contains("taken for titles of sessions: 1 of 3"));
    const TrainingLog squad =
        import_text("Date,Name,Type,Minutes\n2026-01-05,Ann,Match,90\n2026-01-05,Bea,Match,45\n");
    CHECK(squad.sessions[0].athlete == "Ann");
}

TEST_CASE("a sprint column without a unit may be a count and is not read", "[import][sprint]") {
    const TrainingLog log =
        import_text("Date,Player,Minutes,Sprint,Sprint (m)\n2026-01-05,A,90,12,180\n");
    CHECK(log.sessions[0].sprint_m == 180.0);
    const TrainingLog count = import_text("Date,Player,Minutes,Sprint\n2026-01-05,A,90,12\n");
    CHECK(!count.sessions[0].sprint_m);
    CHECK(!count.sessions[0].sprints);
}

TEST_CASE("high-speed distance without a unit is in that of the distances", "[import][speed]") {
    const TrainingLog log = import_text("Date,Player,Minutes,Total Distance,HSR\n"
                                        "2026-01-05,A,90,9.5,0.6\n2026-01-06,A,90,10.25,0.75\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[0].distance_m == 9500.0);
    CHECK(log.sessions[0].high_speed_m == 600.0);
    CHECK_THAT(messages_of(log), Contains("read as km (the highest is 0.75)"));
    const TrainingLog metres =
        import_text("Date,Player,Minutes,Distance (km),HSR\n2026-01-05,A,90,9.5,600\n");
    CHECK(metres.sessions[0].high_speed_m == 600.0);
}

TEST_CASE("two units in one column of speeds are told, not guessed", "[import][speed]") {
    const std::string header = "athlete_name,activity_name,period_name,date,start_time,"
                               "total_duration,total_distance,total_player_load,max_vel\n";
    const TrainingLog log =
        import_text(header + "Ann,MD,Session,2026-05-04,18:22:37,6605,9000,500,31.5\n"
                             "Bob,MD,Session,2026-05-04,18:22:37,6605,9000,500,8.2\n");
    REQUIRE(log.sessions.size() == 2);
    CHECK(!log.sessions[0].max_speed_mps);
    CHECK(!log.sessions[1].max_speed_mps);
    CHECK_THAT(messages_of(log), Contains("two units stand in one column"));
    const TrainingLog one =
        import_text(header + "Ann,MD,Session,2026-05-04,18:22:37,6605,9000,500,28.8\n");
    CHECK_THAT(one.sessions[0].max_speed_mps.value(), Catch::Matchers::WithinAbs(8.0, 0.001));
}

TEST_CASE("a start in Unix time tells the order of the date, and with a zone the time of day",
          "[import][dates]") {
    // 1777915357 is 2026-05-04 17:22:37 UTC (date -u -d @1777915357).
    const std::string text = "athlete_name,activity_name,period_name,date,start_time,"
                             "total_duration,total_distance,total_player_load,max_vel\n"
                             "Ann,MD,,05/04/2026,1777915357,6605,9000,500,8.5\n";
    const TrainingLog log = import_text(text);
    REQUIRE(log.sessions.size() == 1);
    CHECK(to_string(log.sessions[0].start.day) == "2026-05-04");
    CHECK(!log.sessions[0].start.second);
    ingest::ImportOptions options;
    options.zone = ingest::TimeZone("Europe/Vienna");
    CHECK(import_text(text, options).sessions[0].start.second == 19 * 3600 + 22 * 60 + 37);
}
