// SPDX-License-Identifier: Apache-2.0
#include "import/injuries_file.hpp"
#include "model/error.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using Catch::Matchers::Contains;
using test::day;

namespace {

ingest::InjuriesFile injuries_of(const std::string& text) {
    const auto bytes = ingest::from_memory("i.csv", text);
    return ingest::read_injuries(*bytes);
}

std::string refusal_of(const std::string& text) {
    try {
        injuries_of(text);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("injuries are read in order of the day, whatever the order of columns",
          "[import][injuries]") {
    const auto file = injuries_of("Severity,date,athlete,note,SITE\n"
                                  "major,2026-05-02,bob,x,calf_left\n"
                                  "minor,2026-05-01,\"ann, a\",,knee\n");
    CHECK(file.diagnostics.empty());
    REQUIRE(file.reports.size() == 2);
    CHECK(file.reports[0].athlete == "ann, a");
    CHECK(file.reports[0].day == day("2026-05-01"));
    CHECK(file.reports[0].site == "knee");
    CHECK(file.reports[0].severity == "minor");
    CHECK(file.reports[0].where.line == 3);
    CHECK(file.reports[0].where.column == 3);
    CHECK(file.reports[1].athlete == "bob");
}

TEST_CASE("an injuries file of one athlete needs only dates", "[import][injuries]") {
    const auto file = injuries_of("date\n2026-05-01\n\n");
    REQUIRE(file.reports.size() == 1);
    CHECK(file.reports[0].athlete.empty());
    CHECK(file.reports[0].site.empty());
    CHECK(injuries_of("date,athlete\n2026-05-01\n").reports[0].athlete.empty()); // a short row
}

TEST_CASE("a bad date costs its row and says where it stands", "[import][injuries]") {
    const auto file = injuries_of("athlete,date,site,severity\n"
                                  "ann,01.05.2026,knee,minor\n"
                                  "ann,2026-02-30,knee,minor\n"
                                  "ann,,knee,minor\n"
                                  "ann,2026-05-01,knee,minor\n");
    CHECK(file.reports.size() == 1);
    REQUIRE(file.diagnostics.size() == 3);
    CHECK(to_message(file.diagnostics[0]) ==
          "i.csv:2:2: error: date '01.05.2026' is not a date of the shape YYYY-MM-DD");
    CHECK(file.diagnostics[2].where.line == 4);
}

TEST_CASE("an injuries file that is empty or something else is refused", "[import][injuries]") {
    CHECK_THAT(refusal_of(""), Contains("i.csv: error: is empty"));
    CHECK_THAT(refusal_of("athlete,day\nann,2026-05-01\n"),
               Contains("i.csv:1: error: an injuries file needs the column date") &&
                   Contains("hint: the header is 'athlete,date,site,severity'"));
    CHECK(injuries_of("athlete,date,site,severity\n").reports.empty());
}
