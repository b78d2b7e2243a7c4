// Rows that end before the header does, and files that were cut off. Made up.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;

TEST_CASE("rows with fewer cells than the header are told once, with their lines",
          "[import][short]") {
    const TrainingLog log = import_text("date,athlete,duration_min,rpe,notes\n"
                                        "2026-01-01,A,60,5,good\n2026-01-02,A,60,5\n"
                                        "2026-01-03,A,60,5\n2026-01-04,A,60\n2026-01-05,A,60,5\n");
    CHECK(log.sessions.size() == 5);
    CHECK_THAT(messages_of(log),
               Contains("note: 4 rows have fewer cells than the header's 5 (lines 3, 4, 5, ...)"));
    CHECK(log.diagnostics.size() == 1);
    const TrainingLog one = import_text("date,athlete,duration_min,rpe,notes\n"
                                        "2026-01-01,A,60,5\n2026-01-02,A,60,5,\n");
    CHECK_THAT(messages_of(one), Contains("1 row has fewer cells than the header's 5 (line 2)"));
}

TEST_CASE("a header that ends in empty cells promises none", "[import][short]") {
    const TrainingLog log =
        import_text("date,athlete,duration_min,,\n2026-01-01,A,60\n2026-01-02,A,60,,\n");
    CHECK(log.sessions.size() == 2);
    CHECK(log.diagnostics.empty());
}

TEST_CASE("a last line that is short and has no end is told as cut", "[import][short]") {
    // The second text holds a quote, so that it takes the road through TextSource.
    const std::string title = GENERATE("x", "\"x, y\"");
    const std::string text = "date,athlete,duration_min,notes\n2026-01-01,A,60," + title + "\n";
    const TrainingLog cut = import_text(text + "2026-01-02,A,4");
    CHECK(cut.sessions.size() == 2);
    CHECK_THAT(messages_of(cut), Contains("log.csv:3: warning: the last line has 3 of 4 cells and "
                                          "no end"));
    CHECK_THAT(messages_of(import_text(text + "2026-01-02,A,4\n")), !Contains("no end"));
    CHECK_THAT(messages_of(import_text(text + "2026-01-02,A,4\n")), Contains("1 row has fewer"));
    CHECK(import_text(text + "2026-01-02,A,40,y").diagnostics.empty());
}

TEST_CASE("a cut last line is told in UTF-16, too", "[import][short]") {
    const auto wide = [](const std::string& text) {
        std::string out = "\xFF\xFE";
        for (const char c : text) {
            out += c;
            out += '\0';
        }
        return out;
    };
    const std::string text = "date,athlete,duration_min\n2026-01-01,A,60\n2026-01-02,A";
    CHECK_THAT(messages_of(import_text(wide(text))), Contains("2 of 3 cells and no end"));
    CHECK_THAT(messages_of(import_text(wide(text + "\n"))), !Contains("no end"));
}
