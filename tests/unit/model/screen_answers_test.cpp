// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "model/screen_answers.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <string_view>

using namespace plimsoll;
using K = ScreenKey;

TEST_CASE("the questions are those of the contract", "[model][screen]") {
    // By hand from the contract, which fixes the keys of the answers file.
    const std::set<std::string_view> flags{"breathless_or_chest_pain",
                                           "coughing_blood",
                                           "entire_leg_swollen",
                                           "calf_swelling_3cm",
                                           "tender_deep_vein",
                                           "pitting_oedema",
                                           "superficial_veins",
                                           "recent_immobilisation",
                                           "recent_surgery_or_bedridden",
                                           "active_cancer",
                                           "previous_dvt",
                                           "pop_and_no_push_off",
                                           "cannot_bear_weight",
                                           "pain_out_of_proportion",
                                           "bladder_or_bowel",
                                           "saddle_numbness",
                                           "both_legs_weak_or_painful",
                                           "progressive_weakness",
                                           "fever_or_unwell",
                                           "unexplained_night_pain"};
    const std::set<std::string_view> yes_no{"felt_pop",
                                            "bruising",
                                            "straight_knee_raise_hurts",
                                            "bent_knee_raise_hurts",
                                            "back_symptoms",
                                            "comes_and_goes",
                                            "previous_back_injury",
                                            "numbness_or_tingling",
                                            "worse_sitting_or_slumping",
                                            "lingers_between_runs",
                                            "previous_calf_strain"};
    const std::set<std::string_view> numbers{"pain_now", "pain_walking", "days_since_onset",
                                             "single_leg_raises_injured",
                                             "single_leg_raises_other"};
    std::set<std::string_view> seen_flags;
    std::set<std::string_view> seen_yes_no;
    std::set<std::string_view> seen_numbers;
    std::set<std::string_view> seen_words;
    for (const ScreenKeyInfo& info : screen_keys()) {
        CHECK(to_string(info.key) == info.name);
        CHECK(info.is_red_flag() == (info.table == "red_flags"));
        auto& set = info.is_red_flag()                         ? seen_flags
                    : info.is_yes_no()                         ? seen_yes_no
                    : info.kind == ScreenKeyInfo::Kind::number ? seen_numbers
                                                               : seen_words;
        set.insert(info.name);
    }
    CHECK(seen_flags == flags);
    CHECK(seen_yes_no == yes_no);
    CHECK(seen_numbers == numbers);
    CHECK(seen_words == std::set<std::string_view>{"side", "onset", "during", "site"});
    CHECK(red_flag_keys().size() == 20);
    CHECK(screen_keys().size() == 40);
}

TEST_CASE("every answer is unknown until it is given", "[model][screen]") {
    ScreenAnswers answers;
    for (const ScreenKeyInfo& info : screen_keys()) {
        CHECK_FALSE(answers.known(info.key));
        CHECK(answer_text(answers, info.key) == "unknown");
    }
    CHECK(answers.word(K::onset).empty());
    CHECK_FALSE(answers.is(K::onset, "")); // unknown is no answer, not the empty one
    CHECK_FALSE(answers.number(K::pain_now));

    answers.set(K::onset, "next_day");
    answers.set(K::felt_pop, "no");
    answers.set(K::pain_now, 2.5);
    answers.set(K::single_leg_raises_other, 30.0);
    CHECK(answers.is(K::onset, "next_day"));
    CHECK_FALSE(answers.yes(K::felt_pop));
    CHECK(answers.known(K::felt_pop));
    CHECK(answer_text(answers, K::felt_pop) == "no");
    CHECK(answer_text(answers, K::pain_now) == "2.5");
    CHECK(answer_text(answers, K::single_leg_raises_other) == "30");

    ScreenAnswers other = answers;
    CHECK(other == answers);
    other.forget(K::pain_now);
    CHECK_FALSE(other == answers);
    CHECK_FALSE(other.known(K::pain_now));
}

TEST_CASE("an answer outside its question is refused", "[model][screen]") {
    ScreenAnswers answers;
    CHECK_THROWS_AS(answers.set(K::onset, "yes"), PreconditionError);
    CHECK_THROWS_AS(answers.set(K::felt_pop, "sudden"), PreconditionError);
    CHECK_THROWS_AS(answers.set(K::felt_pop, ""), PreconditionError);
    CHECK_THROWS_AS(answers.set(K::felt_pop, 1.0), PreconditionError);
    CHECK_THROWS_AS(answers.set(K::pain_now, "yes"), PreconditionError);
    CHECK_THROWS_AS(answers.set(K::pain_now, -0.1), PreconditionError);
    CHECK_THROWS_AS(answers.set(K::pain_now, 10.1), PreconditionError);
    CHECK_THROWS_AS(answers.set(K::days_since_onset, -1.0), PreconditionError);
    CHECK_THROWS_AS(answers.set(K::days_since_onset, 1.5), PreconditionError);
    CHECK_THROWS_AS(answers.word(K::pain_now), PreconditionError);
    CHECK_THROWS_AS(answers.number(K::onset), PreconditionError);
    CHECK(answers == ScreenAnswers());
}
