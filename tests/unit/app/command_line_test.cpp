// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::app;
using Catch::Matchers::Contains;

namespace {

Invocation parse(const std::vector<const char*>& words) {
    std::vector<const char*> argv{"plimsoll"};
    argv.insert(argv.end(), words.begin(), words.end());
    return parse_command_line(static_cast<int>(argv.size()), argv.data());
}

std::string refusal(const std::vector<const char*>& words) {
    try {
        parse(words);
    } catch (const UsageError& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("options go before, between and behind the inputs", "[app][command]") {
    const Invocation i = parse({"risk", "--as-of", "2026-11-22", "a.csv", "--series", "b.csv",
                                "--format=json", "-o", "out.json", "-"});
    CHECK(i.command == "risk");
    CHECK(i.inputs == std::vector<std::string>{"a.csv", "b.csv", "-"});
    CHECK(i.as_of == "2026-11-22");
    CHECK(i.format == "json");
    CHECK(i.output == "out.json");
    CHECK(i.series);
    CHECK_FALSE(i.strict);
    CHECK(parse({"import", "--", "--odd-name.csv"}).inputs ==
          std::vector<std::string>{"--odd-name.csv"});
    CHECK(parse({"plan", "x", "--weeks", "12"}).weeks == 12);
    CHECK(parse({"plan", "x", "--continue", "p.json"}).continue_from == "p.json");
}

TEST_CASE("what is not known is refused with what is near", "[app][command]") {
    CHECK_THAT(refusal({}), Contains("a command is missing") && Contains("Usage:"));
    CHECK_THAT(refusal({"reprot", "x"}), Contains("did you mean 'report'"));
    CHECK_THAT(refusal({"risk", "x", "--serie"}), Contains("did you mean '--series'"));
    CHECK_THAT(refusal({"risk", "x", "--week=2026-W47"}), Contains("has no option '--week'"));
    CHECK_THAT(refusal({"risk"}), Contains("needs at least one INPUT"));
    CHECK_THAT(refusal({"screen", "x"}), Contains("takes no INPUT"));
    CHECK(parse({"screen", "--answers", "s.toml"}).answers == "s.toml");
    CHECK_THAT(refusal({"plan", "x", "--weeks", "many"}), Contains("--weeks"));
    CHECK_THAT(refusal({"report", "x", "--as-of"}), Contains("--as-of"));
}

TEST_CASE("help is asked for in every usual way", "[app][command]") {
    for (const auto& words : std::vector<std::vector<const char*>>{
             {"help", "risk"}, {"risk", "--help"}, {"risk", "-h"}, {"risk", "x.csv", "--help"}}) {
        const Invocation i = parse(words);
        CHECK(i.command == "help");
        CHECK(i.inputs == std::vector<std::string>{"risk"});
    }
    CHECK(parse({"--help"}).command == "help");
    CHECK(parse({"--version"}).command == "--version");
}

TEST_CASE("every command's help has its options, and fits 80 columns", "[app][command]") {
    std::set<std::string_view> used;
    for (const Command& command : commands()) {
        const std::string help = help_text(command);
        CHECK_THAT(help_text(), Contains(std::string(command.name)));
        for (const std::string_view name : command.options) {
            CHECK_THAT(help, Contains(std::string(name)));
            used.insert(name);
        }
        std::size_t column = 0;
        for (const char c : help) {
            column = c == '\n' ? 0 : column + 1;
            CHECK(column <= 80);
        }
    }
    CHECK(used.size() == 43); // every option of the table belongs to some command
    CHECK_THROWS_AS(option("--nonsense"), PreconditionError);
    CHECK(find_command("log") == nullptr); // later releases are not stubbed
}
