// Rows of parts, of sums and of nothing. Made up; the sums are worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;

namespace {

const std::string summary_header =
    "Session Date,Session Title,Player Name,Drill Title,Max Speed,Total Time,Total Distance,"
    "High Speed Running (Absolute),Sprint Distance,Sprints,HML Distance\n";

double metres_of(const TrainingLog& log, const std::string& athlete) {
    double sum = 0.0;
    for (const Session& session : log.sessions) {
        sum += session.athlete == athlete ? session.distance_m.value_or(0.0) : 0.0;
    }
    return sum;
}

} // namespace

TEST_CASE("parts: a player who has no row of the whole keeps the parts", "[import][parts]") {
    const TrainingLog log = import_text(
        summary_header + "25/04/2026,MD,Ann,Entire Session,8.1,1:30:00,9000,600,150,8,1200\n"
                         "25/04/2026,MD,Ann,Half 1,8.1,0:45:00,4600,300,70,4,600\n"
                         "25/04/2026,MD,Ann,Half 2,8.0,0:45:00,4400,300,80,4,600\n"
                         "25/04/2026,MD,Bea,Half 1,8.0,0:45:00,4400,300,80,4,600\n"
                         "26/04/2026,Train,Ann,Drill,7.0,0:20:00,2000,100,20,1,100\n");
    CHECK(metres_of(log, "Ann") == 11000.0); // the whole match, and a drill of another day
    CHECK(metres_of(log, "Bea") == 4400.0);
    CHECK(log.sessions.size() == 3);
    CHECK(log.totals().adds_up());
    CHECK_THAT(messages_of(log), Contains("2 rows of parts of sessions"));
}

TEST_CASE("parts: a whole far down the table takes the place of its parts", "[import][parts]") {
    std::string text = summary_header;
    for (int i = 0; i < 20'100; ++i) {
        text += "25/04/2026,MD,Ann,Drill,8.1,0:01:00,90,0,0,0,0\n";
    }
    text += "25/04/2026,MD,Ann,Entire Session,8.1,1:30:00,9000,600,150,8,1200\n";
    const TrainingLog log = import_text(text);
    CHECK(log.sessions.size() == 1);
    CHECK(metres_of(log, "Ann") == 9000.0);
    CHECK(log.totals().adds_up());
}

TEST_CASE("blank rows at the end of a sheet cost nothing", "[import][rows]") {
    const TrainingLog log = import_text("date,player,duration_min,rpe\n"
                                        "2026-01-01,A,60,5\n,,,\n2026-01-02,B,60,5\n,,,\n");
    CHECK(log.sessions.size() == 2);
    CHECK(log.diagnostics.empty());
    CHECK(log.refused_rows.empty());
    CHECK(log.totals().adds_up());
}

TEST_CASE("rows of totals and means are no athletes", "[import][rows]") {
    const TrainingLog log = import_text("date,player,duration_min,rpe\n"
                                        "2026-01-01,Ann,60,5\n2026-01-01,Team average,60,5\n"
                                        "2026-01-01,AVERAGE,60,5\nTotal,,120,\n");
    CHECK(log.sessions.size() == 1);
    CHECK(log.refused_rows.empty());
    CHECK_THAT(messages_of(log), Contains("3 rows of totals or means over others: no session"));
    CHECK(import_text("date,player,duration_min\n2026-01-01,Team,60\n2026-01-01,Sumia,60\n")
              .sessions.size() == 2);
}

TEST_CASE("a refused row that names nobody loses no athlete of the file", "[import][rows]") {
    const TrainingLog log = import_text("date,player,duration_min,rpe\n"
                                        "2026-01-01,A,60,5\n,,60,5\n");
    CHECK(log.sessions.size() == 1);
    CHECK(log.refused_rows.empty());
    CHECK_THAT(messages_of(log), Contains("the row has no date"));
}
