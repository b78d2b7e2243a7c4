// Texts in another language.
// SPDX-License-Identifier: Apache-2.0
#include "import/language_file.hpp"
#include "model/error.hpp"
#include "model/words.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;
using Catch::Matchers::Contains;

TEST_CASE("without a language every text is English", "[model][language]") {
    CHECK(installed_language().language == "en");
    CHECK(say("{} of {:.1f} km", 2, 3.0) == "2 of 3.0 km");
    CHECK(say("100 %") == "100 %");
    CHECK(say_text("a {b") == "a {b");
}

TEST_CASE("a pack says what it has, in its own order, and else English", "[model][language]") {
    LanguagePack pack;
    pack.texts = {{"{} of {:.1f} km", "von {1:.1f} km {0}"}, {"rest", "Ruhe"}};
    const int runs = 2;
    const double km = 3.25;
    CHECK(pack.say("{} of {:.1f} km", fmt::make_format_args(runs, km)) == "von 3.2 km 2");
    CHECK(pack.say("{} runs", fmt::make_format_args(runs)) == "2 runs");
    CHECK(pack.say_text("rest") == "Ruhe");
    CHECK(pack.say_text("run") == "run");
}

TEST_CASE("a translation that cannot be formatted falls back to English", "[model][language]") {
    LanguagePack pack;
    pack.texts = {{"{} runs", "{} Einheiten, {}"}, {"{} days", "{:s} Tage"}, {"{} h", "{"}};
    const int count = 2;
    CHECK(pack.say("{} runs", fmt::make_format_args(count)) == "2 runs");
    CHECK(pack.say("{} days", fmt::make_format_args(count)) == "2 days");
    CHECK(pack.say("{} h", fmt::make_format_args(count)) == "2 h");
}

TEST_CASE("placeholders are the same in any order that numbers tell", "[model][language]") {
    const auto same = [](const char* english, const char* translated) {
        return !placeholders_differ(english, translated);
    };
    CHECK(same("{} of {:.1f}", "{1:.1f} {0}"));
    CHECK(same("{} of {}", "{} aus {}"));
    CHECK(same("{}", "{0}, {0}")); // said twice
    CHECK(same("a", "b {{}}"));
    CHECK_FALSE(same("{} of {}", "{} aus"));
    CHECK_FALSE(same("{}", "{} {}"));
    CHECK_FALSE(same("{:.1f}", "{:.2f}"));
    CHECK_FALSE(same("{}", "{1}"));
    CHECK_FALSE(same("{} {}", "{0} {}"));
    CHECK_FALSE(same("a", "b {"));
    CHECK_FALSE(same("a", "b }"));
    CHECK_FALSE(same("a", "{a}"));
    CHECK_FALSE(same("{}", "{{}}"));
    CHECK(same("no { format string", "whatever {"));
}

TEST_CASE("a pack's file keeps what is sound and tells the rest with line and key",
          "[import][language]") {
    const auto file = ingest::language_from_toml("language = \"pt-BR\"\n[texts]\n"
                                                 "\"rest\" = \"descanso\"\n"
                                                 "\"{} runs\" = \"corridas\"\n"
                                                 "\"run\" = 1\n"
                                                 "\"day\" = \"\"\n",
                                                 "pt.toml");
    CHECK(file.pack.language == "pt-BR");
    CHECK(file.pack.texts == decltype(file.pack.texts){{"rest", "descanso"}});
    REQUIRE(file.diagnostics.size() == 2);
    std::string all = to_message(file.diagnostics[0]) + to_message(file.diagnostics[1]);
    CHECK_THAT(all, Contains("pt.toml:4: error: texts.{} runs has the placeholders none"));
    CHECK_THAT(all, Contains("pt.toml:5: error: texts.run is not a text"));
}

TEST_CASE("a pack without a language, or with another key, is none", "[import][language]") {
    for (const char* text : {"", "language = 1", "language = \"\"", "language = \"a\\\"b\"",
                             "language = \"de\"\ntext = 1", "language = \"de\"\ntexts = 1"}) {
        INFO(text);
        CHECK_THROWS_AS(ingest::language_from_toml(text, "a.toml"), InputError);
    }
    CHECK(ingest::language_from_toml("language = \"de\"", "a.toml").pack.texts.empty());
    CHECK_THROWS_AS(ingest::read_language_file("/nowhere/de.toml"), IoError);
}
