// The screen against a decision table that is written out a second time, by hand, below.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/screen.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using K = ScreenKey;

namespace {

// By hand, from evidence.md 8.1 and 8.2 and the keys of the contract; shares nothing with the
// table of the program. "now": an emergency call, a hospital at once, or a review on the same day,
// which 8.1 asks for at any item of the Wells score. "soon": a doctor before the next run.
const std::map<std::string, std::string> want_of{
    {"breathless_or_chest_pain", "now"},
    {"coughing_blood", "now"},
    {"entire_leg_swollen", "now"},
    {"calf_swelling_3cm", "now"},
    {"tender_deep_vein", "now"},
    {"pitting_oedema", "now"},
    {"superficial_veins", "now"},
    {"recent_immobilisation", "now"},
    {"recent_surgery_or_bedridden", "now"},
    {"active_cancer", "now"},
    {"previous_dvt", "now"},
    {"pop_and_no_push_off", "now"},
    {"cannot_bear_weight", "now"},
    {"pain_out_of_proportion", "now"},
    {"bladder_or_bowel", "now"},
    {"saddle_numbness", "now"},
    {"both_legs_weak_or_painful", "now"},
    {"progressive_weakness", "now"},
    {"fever_or_unwell", "soon"},
    {"unexplained_night_pain", "soon"},
};

// evidence.md 8.1: nine items of one point; the tenth, -2, must never be counted.
const std::set<std::string> wells_items{
    "active_cancer",    "recent_immobilisation", "recent_surgery_or_bedridden",
    "tender_deep_vein", "entire_leg_swollen",    "calf_swelling_3cm",
    "pitting_oedema",   "superficial_veins",     "previous_dvt"};

ScreenAnswers no_flags() {
    ScreenAnswers answers;
    for (const ScreenKeyInfo& key : red_flag_keys()) {
        answers.set(key.key, "no");
    }
    return answers;
}

ScreenAnswers with(ScreenAnswers answers, const std::map<K, std::string>& words) {
    for (const auto& [key, word] : words) {
        answers.set(key, word);
    }
    return answers;
}

} // namespace

TEST_CASE("every combination of red flags has the outcome of the decision table",
          "[planner][screen]") {
    std::uint32_t now = 0;
    std::uint32_t soon = 0;
    std::uint32_t wells = 0;
    REQUIRE(want_of.size() == red_flag_count);
    for (const ScreenKeyInfo& key : red_flag_keys()) {
        const std::string name(key.name);
        const std::uint32_t bit = 1U << static_cast<unsigned>(key.key);
        (want_of.at(name) == "now" ? now : soon) |= bit;
        wells |= wells_items.count(name) != 0 ? bit : 0U;
    }
    REQUIRE(std::popcount(now) == 18);
    REQUIRE(std::popcount(soon) == 2);
    REQUIRE(std::popcount(wells) == 9);

    ScreenAnswers answers = no_flags();
    std::uint32_t gray = 0;
    std::size_t wrong = 0;
    std::size_t seen[3] = {};
    for (std::uint32_t i = 0; i < (1U << red_flag_count); ++i) {
        if (i > 0) { // the next Gray code differs in one flag
            const auto flipped = static_cast<unsigned>(std::countr_zero(i));
            gray ^= 1U << flipped;
            answers.set(static_cast<K>(flipped), (gray >> flipped & 1U) != 0 ? "yes" : "no");
        }
        const ScreenResult result = screen(answers);
        const ScreenOutcome want = (gray & now) != 0    ? ScreenOutcome::refer_now
                                   : (gray & soon) != 0 ? ScreenOutcome::refer
                                                        : ScreenOutcome::proceed;
        std::uint32_t told = 0;
        bool sorted = true;
        for (std::size_t f = 0; f < result.flags.size(); ++f) {
            told |= 1U << static_cast<unsigned>(result.flags[f]->key);
            sorted = sorted && (f == 0 || result.flags[f - 1]->urgency >= result.flags[f]->urgency);
        }
        const bool right = result.outcome == want && told == gray && sorted &&
                           result.unanswered.empty() && result.contradictions.empty() &&
                           wells_points(answers) == std::popcount(gray & wells) &&
                           result.several_clot_signs == (std::popcount(gray & wells) >= 2) &&
                           result.may_plan() == (gray == 0);
        wrong += right ? 0 : 1;
        ++seen[static_cast<std::size_t>(result.outcome)];
    }
    CHECK(wrong == 0);
    CHECK(seen[0] == 1); // no flag at all
    CHECK(seen[1] == 3); // fever, night pain, both
    CHECK(seen[2] == (1U << red_flag_count) - 4);
}

TEST_CASE("a red flag that is not answered is no 'no'", "[planner][screen]") {
    // Nothing answered: 20 open questions, and nobody proceeds.
    const ScreenResult nothing = screen(ScreenAnswers());
    CHECK(nothing.outcome == ScreenOutcome::refer);
    CHECK(nothing.unanswered.size() == red_flag_count);
    CHECK(nothing.flags.empty());
    for (const ScreenKeyInfo& key : red_flag_keys()) {
        INFO(key.name);
        ScreenAnswers answers = no_flags();
        CHECK(screen(answers).outcome == ScreenOutcome::proceed);
        answers.forget(key.key);
        const ScreenResult open = screen(answers);
        CHECK(open.outcome == ScreenOutcome::refer);
        CHECK(open.unanswered == std::vector<K>{key.key});
        CHECK_FALSE(open.may_plan());
        // A flag beside it still says how urgent it is.
        answers.set(key.key == K::saddle_numbness ? K::bladder_or_bowel : K::saddle_numbness,
                    "yes");
        CHECK(screen(answers).outcome == ScreenOutcome::refer_now);
    }
}

namespace {

// The decision table by hand: yes beats not answered, now beats soon.
ScreenOutcome outcome_by_hand(const std::map<std::string, std::string>& answered) {
    ScreenOutcome outcome = ScreenOutcome::proceed;
    for (const auto& [name, want] : want_of) {
        const auto found = answered.find(name);
        if (found == answered.end()) {
            outcome = std::max(outcome, ScreenOutcome::refer);
        } else if (found->second == "yes") {
            outcome =
                std::max(outcome, want == "now" ? ScreenOutcome::refer_now : ScreenOutcome::refer);
        }
    }
    return outcome;
}

ScreenOutcome outcome_of_screen(const std::map<std::string, std::string>& answered) {
    ScreenAnswers answers;
    for (const ScreenKeyInfo& key : red_flag_keys()) {
        const auto found = answered.find(std::string(key.name));
        if (found != answered.end()) {
            answers.set(key.key, found->second);
        }
    }
    return screen(answers).outcome;
}

} // namespace

TEST_CASE("every pair of red flags, answered or not, has the outcome of the decision table",
          "[planner][screen]") {
    std::map<std::string, std::string> no;
    for (const auto& [name, want] : want_of) {
        no[name] = "no";
    }
    for (const auto& [first, want_first] : want_of) {
        for (const auto& [second, want_second] : want_of) {
            for (const char* of_first : {"no", "", "yes"}) {
                for (const char* of_second : {"no", "", "yes"}) {
                    auto answered = no;
                    for (const auto& [name, word] :
                         {std::pair{first, of_first}, std::pair{second, of_second}}) {
                        answered[name] = word;
                        if (answered[name].empty()) {
                            answered.erase(name);
                        }
                    }
                    INFO(first << " " << of_first << ", " << second << " " << of_second);
                    CHECK(outcome_of_screen(answered) == outcome_by_hand(answered));
                }
            }
        }
    }
}

TEST_CASE("answers at random, some missing, have the outcome of the decision table",
          "[planner][screen]") {
    std::mt19937 random(20261122);
    std::size_t seen[3] = {};
    for (int i = 0; i < 20'000; ++i) {
        // Few flags and few gaps, so that every outcome is met.
        const auto one_in = 2U + random() % 60U;
        std::map<std::string, std::string> answered;
        for (const auto& [name, want] : want_of) {
            if (random() % one_in != 0) {
                answered[name] = random() % one_in == 0 ? "yes" : "no";
            }
        }
        const ScreenOutcome got = outcome_of_screen(answered);
        REQUIRE(got == outcome_by_hand(answered));
        ++seen[static_cast<std::size_t>(got)];
    }
    CHECK(seen[0] > 100);
    CHECK(seen[1] > 100);
    CHECK(seen[2] > 100);
}

TEST_CASE("every red flag has words, an action and a source", "[planner][screen]") {
    for (const RedFlag& flag : red_flags()) {
        INFO(to_string(flag.key));
        CHECK(flag.text.size() > 20);
        CHECK(flag.text.ends_with('.'));
        CHECK(flag.action.size() > 40);
        CHECK(flag.action.ends_with('.'));
        CHECK_FALSE(flag.source.empty());
        CHECK(std::set<std::string_view>{"trial", "cohort", "expert", "convention", "policy"}.count(
                  flag.evidence) == 1);
        CHECK(flag.wells == (wells_items.count(std::string(to_string(flag.key))) == 1));
        CHECK(&red_flag(flag.key) == &flag);
    }
    CHECK_THROWS_AS(red_flag(K::onset), PreconditionError);
}

TEST_CASE("the most urgent red flag comes first", "[planner][screen]") {
    ScreenAnswers answers = no_flags();
    for (const K key :
         {K::fever_or_unwell, K::previous_dvt, K::saddle_numbness, K::coughing_blood}) {
        answers.set(key, "yes");
    }
    const ScreenResult result = screen(answers);
    REQUIRE(result.flags.size() == 4);
    CHECK(result.flags[0]->key == K::coughing_blood);
    CHECK(result.flags[1]->key == K::saddle_numbness);
    CHECK(result.flags[2]->key == K::previous_dvt);
    CHECK(result.flags[3]->key == K::fever_or_unwell);
    CHECK_FALSE(result.several_clot_signs);
}

TEST_CASE("answers that cannot both be right are named and refer", "[planner][screen]") {
    struct Case {
        std::map<K, std::string> words;
        std::map<K, double> numbers;
        std::string text;
    };

    const std::vector<Case> cases{
        {{{K::cannot_bear_weight, "yes"}}, {{K::pain_walking, 0}}, "walking hurts 0 of 10"},
        {{{K::cannot_bear_weight, "yes"}},
         {{K::single_leg_raises_injured, 1}},
         "single-leg raises"},
        {{{K::cannot_bear_weight, "yes"}, {K::straight_knee_raise_hurts, "no"}}, {}, "straight"},
        {{{K::cannot_bear_weight, "yes"}, {K::bent_knee_raise_hurts, "no"}}, {}, "bent"},
        {{{K::pop_and_no_push_off, "yes"}, {K::felt_pop, "no"}}, {}, "felt no pop"},
        {{{K::pop_and_no_push_off, "yes"}},
         {{K::single_leg_raises_injured, 5}},
         "push off or rise"},
        {{{K::felt_pop, "yes"}}, {{K::single_leg_raises_injured, 0}}, "squeeze the calf"},
        {{{K::onset, "sudden"}}, {{K::single_leg_raises_injured, 0}}, "squeeze the calf"},
        {{{K::side, "both"}, {K::back_symptoms, "yes"}}, {}, "look at the back"},
        {{{K::side, "both"}, {K::numbness_or_tingling, "yes"}}, {}, "look at the back"},
        {{}, {{K::pain_walking, 8}}, "walking hurts 8 of 10"},
        {{}, {{K::pain_now, 9}}, "as you answer"},
        {{{K::onset, "sudden"}, {K::during, "none"}}, {}, "nothing in particular"},
        {{{K::onset, "sudden"}, {K::during, "after_long_bout"}}, {}, "only after a long bout"},
        {{{K::onset, "next_day"}, {K::during, "push_off"}}, {}, "only later"},
        {{{K::onset, "next_day"}, {K::during, "jump"}}, {}, "only later"},
        {{{K::onset, "gradual"}, {K::felt_pop, "yes"}}, {}, "gradually"},
        {{{K::onset, "next_day"}, {K::felt_pop, "yes"}}, {}, "only later"},
        {{}, {{K::single_leg_raises_injured, 27}, {K::single_leg_raises_other, 20}}, "swapped"},
    };
    std::set<const Contradiction*> met;
    for (const Case& c : cases) {
        INFO(c.text);
        ScreenAnswers answers = with(no_flags(), c.words);
        for (const auto& [key, number] : c.numbers) {
            answers.set(key, number);
        }
        const ScreenResult result = screen(answers);
        REQUIRE(result.contradictions.size() == 1);
        CHECK_THAT(std::string(result.contradictions[0]->text), Contains(c.text));
        CHECK(result.outcome >= ScreenOutcome::refer);
        CHECK_FALSE(result.may_plan());
        met.insert(result.contradictions[0]);
    }
    CHECK(met.size() == contradictions().size());

    // What only looks odd is none: a run after which the calf hurt at once, equal raises, a count
    // that differs within the noise, a leg that bears weight and hurts.
    ScreenAnswers fine = with(no_flags(), {{K::onset, "gradual"},
                                           {K::during, "push_off"},
                                           {K::felt_pop, "no"},
                                           {K::comes_and_goes, "yes"},
                                           {K::lingers_between_runs, "yes"}});
    fine.set(K::pain_walking, 7.0);
    fine.set(K::pain_now, 0.0);
    fine.set(K::single_leg_raises_injured, 26.0);
    fine.set(K::single_leg_raises_other, 20.0);
    CHECK(screen(fine).contradictions.empty());
    CHECK(screen(fine).may_plan());
}

TEST_CASE("an answer that another contradicts counts for nothing", "[planner][screen]") {
    const ScreenResult result =
        screen(with(no_flags(), {{K::onset, "sudden"}, {K::during, "none"}, {K::bruising, "yes"}}));
    for (const ConditionReasons& kind : result.conditions) {
        for (const auto* side : {&kind.in_favour, &kind.against}) {
            for (const ScreenFinding* finding : *side) {
                CHECK(finding->key == K::bruising);
            }
        }
    }
    // Contradicted flags still stand: the careful reading wins.
    ScreenAnswers leg = with(no_flags(), {{K::cannot_bear_weight, "yes"}});
    leg.set(K::pain_walking, 0.0);
    CHECK(screen(leg).outcome == ScreenOutcome::refer_now);
    CHECK(screen(leg).flags.size() == 1);
}

TEST_CASE("each kind of calf pain is recognised from its description", "[planner][screen]") {
    // The clinic's three descriptions, in answers.
    const ScreenAnswers acute = with(no_flags(), {{K::onset, "sudden"},
                                                  {K::during, "push_off"},
                                                  {K::site, "inner_upper"},
                                                  {K::felt_pop, "yes"},
                                                  {K::straight_knee_raise_hurts, "yes"},
                                                  {K::numbness_or_tingling, "no"}});
    const ScreenAnswers neural = with(no_flags(), {{K::onset, "gradual"},
                                                   {K::back_symptoms, "yes"},
                                                   {K::previous_back_injury, "yes"},
                                                   {K::numbness_or_tingling, "yes"},
                                                   {K::comes_and_goes, "yes"},
                                                   {K::bent_knee_raise_hurts, "no"}});
    const ScreenAnswers silent = with(no_flags(), {{K::onset, "next_day"},
                                                   {K::during, "after_long_bout"},
                                                   {K::site, "deep_lower"},
                                                   {K::bent_knee_raise_hurts, "yes"},
                                                   {K::lingers_between_runs, "yes"},
                                                   {K::numbness_or_tingling, "no"}});
    const std::vector<std::pair<ScreenAnswers, CalfCondition>> cases{
        {acute, CalfCondition::acute_strain},
        {neural, CalfCondition::neural_tension},
        {silent, CalfCondition::silent_strain}};
    for (const auto& [answers, want] : cases) {
        const ScreenResult result = screen(answers);
        INFO(to_string(want));
        CHECK(result.outcome == ScreenOutcome::proceed);
        CHECK(result.conditions[0].condition == want);
        CHECK(result.conditions[0].likelihood == Likelihood::more);
        CHECK_FALSE(result.conditions[0].in_favour.empty());
        CHECK(result.conditions[1].likelihood != Likelihood::more);
        CHECK(result.conditions[2].likelihood == Likelihood::less);
    }
}

TEST_CASE("without answers all kinds are possible, a strain first", "[planner][screen]") {
    const ScreenResult result = screen(no_flags());
    CHECK(result.outcome == ScreenOutcome::proceed);
    CHECK(result.conditions[0].condition == CalfCondition::acute_strain);
    CHECK(result.conditions[1].condition == CalfCondition::silent_strain);
    CHECK(result.conditions[2].condition == CalfCondition::neural_tension);
    for (const ConditionReasons& kind : result.conditions) {
        CHECK(kind.likelihood == Likelihood::possible);
        CHECK(kind.in_favour.empty());
        CHECK(kind.against.empty());
    }
    // No pop rules nothing out (evidence.md 11.5, 9), and one answer alone makes nothing clear.
    CHECK(screen(with(no_flags(), {{K::felt_pop, "no"}})).conditions[1].likelihood ==
          Likelihood::possible);
    CHECK(screen(with(no_flags(), {{K::bruising, "yes"}})).conditions[0].likelihood ==
          Likelihood::possible);
}

TEST_CASE("the table of findings is whole", "[planner][screen]") {
    std::set<std::pair<std::pair<K, std::string_view>, CalfCondition>> rows;
    std::map<CalfCondition, std::set<bool>> sides;
    for (const ScreenFinding& finding : findings()) {
        INFO(finding.reason);
        CHECK_FALSE(info_of(finding.key).is_red_flag());
        ScreenAnswers answers;
        CHECK_NOTHROW(answers.set(finding.key, finding.word)); // the word is one of the question's
        CHECK(rows.insert({{finding.key, finding.word}, finding.condition}).second);
        CHECK(finding.reason.ends_with('.'));
        CHECK_FALSE(finding.source.empty());
        CHECK(std::set<std::string_view>{"trial", "cohort", "expert"}.count(finding.evidence) == 1);
        sides[finding.condition].insert(finding.in_favour);
    }
    CHECK(sides.size() == condition_count);
    for (const auto& [condition, both] : sides) {
        CHECK(both.size() == 2); // each kind has reasons for and against
    }
}

TEST_CASE("a plan waits for the screen", "[planner][screen]") {
    CHECK_FALSE(reason_against_plan(false, std::nullopt));
    CHECK_THAT(reason_against_plan(true, std::nullopt).value_or(""),
               Contains("plimsoll screen -o answers.toml") && Contains("--answers answers.toml"));
    CHECK_FALSE(reason_against_plan(true, screen(no_flags())));
    CHECK_FALSE(reason_against_plan(false, screen(no_flags())));
    for (const bool injured : {false, true}) {
        const auto flagged =
            reason_against_plan(injured, screen(with(no_flags(), {{K::coughing_blood, "yes"}})));
        CHECK_THAT(flagged.value_or(""), Contains("red flag stands (coughing_blood)") &&
                                             Contains("Call the emergency number"));
        const auto open = reason_against_plan(injured, screen(ScreenAnswers()));
        CHECK_THAT(open.value_or(""),
                   Contains("not answered (breathless_or_chest_pain") && Contains("and 17 more"));
        const auto odd = reason_against_plan(
            injured, screen(with(no_flags(), {{K::onset, "gradual"}, {K::felt_pop, "yes"}})));
        CHECK_THAT(odd.value_or(""), Contains("contradict"));
    }
}
