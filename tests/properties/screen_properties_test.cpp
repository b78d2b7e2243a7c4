// What holds of the screen whatever is answered.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <string_view>

using namespace plimsoll;
using namespace plimsoll::planner;
using K = ScreenKey;

namespace {

void answer_anything(ScreenAnswers& answers, const ScreenKeyInfo& key) {
    if (key.kind == ScreenKeyInfo::Kind::number) {
        if (*rc::gen::arbitrary<bool>()) {
            answers.set(key.key, static_cast<double>(*rc::gen::inRange(0, 11)));
        }
        return;
    }
    const auto words = static_cast<int>(key.words.size());
    const int word = *rc::gen::inRange(-1, words);
    if (word >= 0) {
        answers.set(key.key, key.words[static_cast<std::size_t>(word)]);
    }
}

ScreenAnswers any_answers() {
    ScreenAnswers answers;
    for (const ScreenKeyInfo& key : screen_keys()) {
        answer_anything(answers, key);
    }
    return answers;
}

K any_red_flag() {
    return static_cast<K>(*rc::gen::inRange(0, static_cast<int>(red_flag_count)));
}

ScreenAnswers answered(ScreenAnswers answers, K key, std::string_view word) {
    answers.forget(key);
    if (!word.empty()) {
        answers.set(key, word);
    }
    return answers;
}

} // namespace

TEST_CASE("no, unknown, yes: each answer to a red flag is at least as careful as the one before",
          "[properties][screen]") {
    CHECK(rc::check([] {
        const ScreenAnswers answers = any_answers();
        const K key = any_red_flag();
        const ScreenOutcome no = screen(answered(answers, key, "no")).outcome;
        const ScreenOutcome unknown = screen(answered(answers, key, "")).outcome;
        const ScreenOutcome yes = screen(answered(answers, key, "yes")).outcome;
        RC_ASSERT(no <= unknown);
        RC_ASSERT(unknown <= yes);
        RC_ASSERT(unknown >= ScreenOutcome::refer);
    }));
}

TEST_CASE("what the calf is like never makes up for a red flag", "[properties][screen]") {
    CHECK(rc::check([] {
        const ScreenAnswers answers = any_answers();
        ScreenAnswers flags_alone = answers;
        for (const ScreenKeyInfo& key : screen_keys().subspan(red_flag_count)) {
            flags_alone.forget(key.key);
        }
        const ScreenResult whole = screen(answers);
        const ScreenResult alone = screen(flags_alone);
        RC_ASSERT(whole.outcome >= alone.outcome);
        RC_ASSERT(whole.flags == alone.flags);
        RC_ASSERT(whole.unanswered == alone.unanswered);
        RC_ASSERT(whole.several_clot_signs == alone.several_clot_signs);
    }));
}

TEST_CASE("red flags leave the order of the kinds alone where nothing contradicts",
          "[properties][screen]") {
    CHECK(rc::check([] {
        const ScreenAnswers answers = any_answers();
        ScreenAnswers no_flags = answers;
        for (const ScreenKeyInfo& key : red_flag_keys()) {
            no_flags.set(key.key, "no");
        }
        const ScreenResult flagged = screen(answers);
        RC_PRE(flagged.contradictions.empty());
        const ScreenResult plain = screen(no_flags);
        for (std::size_t i = 0; i < condition_count; ++i) {
            RC_ASSERT(flagged.conditions.at(i).condition == plain.conditions.at(i).condition);
            RC_ASSERT(flagged.conditions.at(i).likelihood == plain.conditions.at(i).likelihood);
        }
    }));
}

TEST_CASE("the kinds stand in the order that the page explains", "[properties][screen]") {
    CHECK(rc::check([] {
        const ScreenResult result = screen(any_answers());
        for (std::size_t i = 0; i < condition_count; ++i) {
            const ConditionReasons& kind = result.conditions.at(i);
            const auto lead =
                static_cast<int>(kind.in_favour.size()) - static_cast<int>(kind.against.size());
            RC_ASSERT((kind.likelihood == Likelihood::more) == (lead >= 2));
            RC_ASSERT((kind.likelihood == Likelihood::less) == (lead < 0));
            for (const ScreenFinding* finding : kind.in_favour) {
                RC_ASSERT(finding->in_favour && finding->condition == kind.condition);
            }
            for (const ScreenFinding* finding : kind.against) {
                RC_ASSERT(!finding->in_favour && finding->condition == kind.condition);
            }
            if (i > 0) {
                const ConditionReasons& before = result.conditions.at(i - 1);
                RC_ASSERT(balance_of(before) > lead ||
                          (balance_of(before) == lead && before.condition < kind.condition));
            }
        }
    }));
}
