// SPDX-License-Identifier: Apache-2.0
#include "model/diagnostic.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;

TEST_CASE("a message has the GNU shape file:line:column: severity: text", "[model][diagnostic]") {
    const Diagnostic diagnostic{Severity::error,
                                {"runs.csv", 14, 3, "duration"},
                                "bad_number",
                                "'1:6O' is not H:MM:SS",
                                "write 1:06:00"};
    CHECK(to_message(diagnostic) ==
          "runs.csv:14:3: error: duration '1:6O' is not H:MM:SS\nhint: write 1:06:00");
}

TEST_CASE("a message leaves out what is not known", "[model][diagnostic]") {
    CHECK(to_message({Severity::warning, {"runs.csv", 0, 0, {}}, "utc", "times are in UTC", {}}) ==
          "runs.csv: warning: times are in UTC");
    CHECK(to_message({Severity::note, {}, "x", "a word", {}}) == "note: a word");
    CHECK(to_message({Severity::error, {"a.csv", 7, 0, {}}, "x", "bad", {}}) ==
          "a.csv:7: error: bad");
}

TEST_CASE("a message cannot steer the terminal", "[model][diagnostic]") {
    const std::string escape = "\x1b[2Jgone\a";
    const std::string reversed = "abc\xE2\x80\xAE"
                                 "fdp.exe";
    const std::string c1 = "x\xC2\x9By";
    CHECK(quoted(escape) == "'\\x1b[2Jgone\\x07'");
    CHECK(to_message({Severity::error, {escape, 1, 1, {}}, "x", reversed + c1, {}}) ==
          "\\x1b[2Jgone\\x07:1:1: error: abc\\xe2\\x80\\xaefdp.exex\\xc2\\x9by");
}

TEST_CASE("a long cell is cut at a whole character", "[model][diagnostic]") {
    const std::string cut = quoted(std::string(59, 'a') + "\xC3\xBC" + "rest");
    CHECK(cut == "'" + std::string(59, 'a') + "...'");
    CHECK(quoted(std::string(60, 'a')) == "'" + std::string(60, 'a') + "'");
}

TEST_CASE("an InputError says what its diagnostic says", "[model][error]") {
    const InputError error({"g.toml", 3, 0, "goal.kind"}, "is missing", "kind = \"base\"");
    CHECK(std::string(error.what()) ==
          "g.toml:3: error: goal.kind is missing\nhint: kind = \"base\"");
    CHECK(std::string(IoError("x.csv", "no such file").what()) == "x.csv: error: no such file");
    CHECK_THROWS_AS(require(false, "never"), PreconditionError);
    CHECK_NOTHROW(require(true, "always"));
}
