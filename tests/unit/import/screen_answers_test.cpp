// SPDX-License-Identifier: Apache-2.0
#include "import/screen_answers.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::ingest;
using Catch::Matchers::Contains;
using K = ScreenKey;

namespace {

ScreenAnswers read(const std::string& text) {
    return screen_answers_from(parse_toml(text, "S.toml"));
}

std::string refusal_of(const std::string& text) {
    try {
        read(text);
    } catch (const InputError& error) {
        return to_message(error.diagnostic());
    }
    return "accepted";
}

} // namespace

TEST_CASE("screen answers come from their tables, and what is not said is unknown",
          "[import][screen]") {
    const ScreenAnswers answers = read("[screen]\n"
                                       "date = 2026-11-01\n"
                                       "[red_flags]\n"
                                       "coughing_blood = false\n"
                                       "previous_dvt = true\n"
                                       "active_cancer = \"unknown\"\n"
                                       "[calf]\n"
                                       "side = \"left\"\n"
                                       "onset = \"next_day\"\n"
                                       "during = \"unknown\"\n"
                                       "felt_pop = false\n"
                                       "pain_now = 2.5\n"
                                       "pain_walking = 3\n"
                                       "days_since_onset = 4\n"
                                       "single_leg_raises_injured = \"unknown\"\n");
    ScreenAnswers want;
    want.set_day(*parse_date("2026-11-01"));
    want.set(K::side, "left");
    want.set(K::coughing_blood, "no");
    want.set(K::previous_dvt, "yes");
    want.set(K::onset, "next_day");
    want.set(K::felt_pop, "no");
    want.set(K::pain_now, 2.5);
    want.set(K::pain_walking, 3.0);
    want.set(K::days_since_onset, 4.0);
    CHECK(answers == want);
    CHECK(read("") == ScreenAnswers());
    CHECK(read("[calf]\n") == ScreenAnswers());
}

TEST_CASE("a slip in the answers file is named with its line", "[import][screen]") {
    CHECK_THAT(refusal_of("[red_flags]\ncoughing_blod = false\n"),
               Contains("S.toml:2") && Contains("red_flags.coughing_blod") &&
                   Contains("did you mean 'coughing_blood'"));
    CHECK_THAT(refusal_of("[calf]\n\ncoughing_blood = false\n"),
               Contains("S.toml:3") && Contains("not a key that is known here"));
    CHECK_THAT(refusal_of("[screen]\ndate = \"yesterday\"\n"), Contains("screen.date"));
    CHECK_THAT(refusal_of("[screen]\nday = 2026-11-01\n"), Contains("screen.day"));
    CHECK_THAT(refusal_of("[calf]\nside = \"leftt\"\n"), Contains("did you mean 'left'"));
    CHECK_THAT(refusal_of("[red_flag]\ncoughing_blood = false\n"),
               Contains("did you mean 'red_flags'"));
    CHECK_THAT(refusal_of("[red_flags]\ncoughing_blood = \"no\"\n"),
               Contains("is not true, false or \"unknown\""));
    CHECK_THAT(refusal_of("[red_flags]\ncoughing_blood = 0\n"),
               Contains("is not true, false or \"unknown\""));
    CHECK_THAT(refusal_of("[red_flags]\ncoughing_blood = no\n"), Contains("S.toml:2"));
    CHECK_THAT(refusal_of("red_flags = true\n"), Contains("is not a table [red_flags]"));
    CHECK_THAT(refusal_of("[calf]\nonset = \"suden\"\n"),
               Contains("S.toml:2") && Contains("calf.onset is 'suden'") &&
                   Contains("sudden, gradual, next_day, unknown") &&
                   Contains("did you mean 'sudden'"));
    CHECK_THAT(refusal_of("[calf]\nonset = true\n"), Contains("is not a text in quotes"));
    CHECK_THAT(refusal_of("[calf]\npain_now = 11\n"), Contains("it must be from 0 to 10"));
    CHECK_THAT(refusal_of("[calf]\npain_now = nan\n"), Contains("is not a number"));
    CHECK_THAT(refusal_of("[calf]\npain_walking = \"much\"\n"), Contains("is not a number"));
    CHECK_THAT(refusal_of("[calf]\ndays_since_onset = -3\n"),
               Contains("calf.days_since_onset is -3; it must be from 0"));
    CHECK_THAT(refusal_of("[calf]\ndays_since_onset = 1.5\n"), Contains("is not a whole number"));
    CHECK_THAT(refusal_of("[calf]\nsingle_leg_raises_other = 201\n"), Contains("from 0 to 200"));
    CHECK_THAT(refusal_of("[calf]\nonset = \"sudden\"\nonset = \"gradual\"\n"),
               Contains("S.toml:3"));
}

TEST_CASE("an answers file that is not there says so", "[import][screen]") {
    CHECK_THROWS_AS(read_screen_answers("/nowhere/answers.toml"), IoError);
}
