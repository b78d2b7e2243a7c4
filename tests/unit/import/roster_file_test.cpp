// Rosters: what is read, and what is refused and why.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/roster_file.hpp"
#include "model/error.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::ingest;
using Catch::Matchers::Contains;
using test::day;

namespace {

const std::string header =
    "athlete,name,birth_date,sex,sport,level,group,max_speed_mps,resting_hr_bpm,max_hr_bpm\n";

RosterFile roster_of(const std::string& text) {
    const auto bytes = from_memory("r.csv", text);
    return read_roster(*bytes);
}

// The messages of a roster with one row, and that the row costs itself.
std::string why(const std::string& row) {
    const RosterFile roster = roster_of(header + row + "\n");
    CHECK(roster.entries.empty());
    REQUIRE(roster.refused.size() == 1);
    std::string text;
    for (const Diagnostic& diagnostic : roster.diagnostics) {
        CHECK(diagnostic.severity == Severity::error);
        text += to_message(diagnostic) + "\n";
    }
    return text;
}

std::string refusal(const std::string& text) {
    try {
        roster_of(text);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no error";
}

} // namespace

TEST_CASE("a roster's row is an athlete without injuries", "[import][roster]") {
    const RosterFile roster =
        roster_of(header + "p1,Ann Example,1998-04-30,F,soccer,club,U23,8.4,52,196\n"
                           "p2,,,,,,,,,\n");
    CHECK(roster.diagnostics.empty());
    REQUIRE(roster.entries.size() == 2);
    const Athlete& ann = roster.entries[0].athlete;
    CHECK(ann.id == "p1");
    CHECK(ann.name == "Ann Example");
    CHECK(ann.birth_date == day("1998-04-30"));
    CHECK(ann.sex == Sex::female);
    CHECK(ann.plays == Sport::soccer);
    CHECK(ann.level == "club");
    CHECK(ann.max_speed_mps == 8.4);
    CHECK(ann.resting_hr_bpm == 52.0);
    CHECK(ann.max_hr_bpm == 196.0);
    CHECK(ann.injuries.empty());
    CHECK(roster.entries[0].where.line == 2);
    const Athlete& nobody = roster.entries[1].athlete;
    CHECK_FALSE(nobody.birth_date.has_value());
    CHECK_FALSE(nobody.sex.has_value());
    CHECK_FALSE(nobody.plays.has_value());
    CHECK_FALSE(nobody.max_speed_mps.has_value());
}

TEST_CASE("columns may stand in any order, parted as a spreadsheet parts them",
          "[import][roster]") {
    const RosterFile roster = roster_of("\xEF\xBB\xBFMax_Speed_Mps;Sex;Athlete\r\n8,4;m;p1\r\n");
    REQUIRE(roster.entries.size() == 1);
    CHECK(roster.entries[0].athlete.id == "p1");
    CHECK(roster.entries[0].athlete.sex == Sex::male);
    CHECK(roster.entries[0].athlete.max_speed_mps == 8.4);
    CHECK(roster_of("athlete\tsex\nann lee\tf\n").entries.at(0).athlete.id == "ann lee");
}

TEST_CASE("each cell that cannot be meant is named with line and column", "[import][roster]") {
    CHECK(why("p1,,30.4.1998,,,,,,,") ==
          "r.csv:2:3: error: birth_date '30.4.1998' is not a date of the shape YYYY-MM-DD\nhint: "
          "such as 1998-04-30\n");
    CHECK_THAT(why("p1,,1998-02-30,,,,,,,"), Contains("is not a date"));
    CHECK_THAT(why("p1,,1850-01-01,,,,,,,"), Contains("is before 1900"));
    CHECK_THAT(why("p1,,,x,,,,,,"), Contains("neither female (f) nor male (m)"));
    CHECK_THAT(why("p1,,,,socer,,,,,"), Contains("did you mean 'soccer'"));
    CHECK_THAT(why("p1,,,,quidditch,,,,,"), Contains("no sport that is known"));
    CHECK_THAT(why("p1,,,,,,,14,,"), Contains("max_speed_mps '14' is not from 1 to 13"));
    CHECK_THAT(why("p1,,,,,,,nan,,"), Contains("is not a number"));
    CHECK_THAT(why("p1,,,,,,,,10,"), Contains("is not from 20 to 120"));
    CHECK_THAT(why("p1,,,,,,,,,99"), Contains("is not from 100 to 250"));
    CHECK_THAT(why("p1,,,,,,,,110,105"), Contains("110 is not below max_hr_bpm, 105"));
    CHECK_THAT(why(",Ann,,,,,,,,"), Contains("is empty; the row is of nobody"));
    CHECK_THAT(why("p1,Lee, Ann,1998-04-30,f,,,,,50,190"),
               Contains("11 cells where the header has 10"));
    const std::string both = why("p1,,1998-13-01,x,,,,,,");
    CHECK_THAT(both, Contains("r.csv:2:3"));
    CHECK_THAT(both, Contains("r.csv:2:4"));
}

TEST_CASE("an athlete stands once: the rows behind the first are refused", "[import][roster]") {
    const RosterFile roster = roster_of(header + "p1,Ann,,,,,,,,\n"
                                                 "p2,Bob,,,,,,,,\n"
                                                 "p1,Another,,,,,,,,\n");
    REQUIRE(roster.entries.size() == 2);
    CHECK(roster.entries[0].athlete.name == "Ann");
    CHECK(roster.refused == std::vector<std::string>{"p1"});
    CHECK(to_message(roster.diagnostics.at(0)) ==
          "r.csv:4:1: error: athlete 'p1' stands in line 2 already");
    // P1 is somebody else: names are not folded.
    CHECK(roster_of(header + "p1,,,,,,,,,\nP1,,,,,,,,,\n").entries.size() == 2);
}

TEST_CASE("one broken row costs nobody else", "[import][roster]") {
    const RosterFile roster = roster_of(header + "p1,,1998-04-30,f,,,,,,\n"
                                                 "p2,,1998-04-31,f,,,,,,\n"
                                                 "p3,,1998-04-30,f,,,,,,\n");
    CHECK(roster.entries.size() == 2);
    CHECK(roster.refused == std::vector<std::string>{"p2"});
}

TEST_CASE("a header that cannot be meant is refused, a foreign column noted", "[import][roster]") {
    CHECK_THAT(refusal("name,sex\nAnn,f\n"), Contains("a roster needs the column athlete"));
    CHECK_THAT(refusal("athlete,birthdate\n"), Contains("did you mean 'birth_date'?"));
    CHECK_THAT(refusal("athlete,sex,sex\n"), Contains("stands twice in the header"));
    CHECK_THAT(refusal(""), Contains("is empty"));
    const RosterFile roster = roster_of("athlete,telephone\np1,123\n");
    CHECK(roster.entries.size() == 1);
    REQUIRE(roster.diagnostics.size() == 1);
    CHECK(roster.diagnostics[0].severity == Severity::note);
    CHECK_THAT(to_message(roster.diagnostics[0]), Contains("telephone"));
}
