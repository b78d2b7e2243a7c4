// What the screen says: that each text has its source, and that next steps fit the answers.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/screen_next.hpp"
#include "planner/screen_questions.hpp"
#include "planner/screen_texts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using Catch::Matchers::EndsWith;
using K = ScreenKey;

namespace {

ScreenAnswers clear_answers() {
    ScreenAnswers answers;
    for (const ScreenKeyInfo& key : red_flag_keys()) {
        answers.set(key.key, "no");
    }
    return answers;
}

std::string all_of(const NextSteps& next) {
    std::string text;
    for (const std::string& step : next.in_words()) {
        text += step + "\n";
    }
    return text;
}

std::string next_of(const ScreenAnswers& answers) {
    return all_of(next_steps(answers, screen(answers)));
}

void check_sourced(const SourcedText& text) {
    INFO(text.text);
    CHECK(text.text.ends_with('.'));
    CHECK_FALSE(sources_in(text.source).empty());
    CHECK(std::set<std::string_view>{"trial", "cohort", "expert", "convention", "policy"}.count(
              text.evidence) == 1);
}

} // namespace

TEST_CASE("every question is asked in plain words and says why", "[planner][screen]") {
    std::set<std::string_view> questions;
    for (const ScreenKeyInfo& info : screen_keys()) {
        const ScreenQuestion& question = question_of(info.key);
        INFO(info.name);
        CHECK(question.key == info.key);
        CHECK(question.question.ends_with('?'));
        CHECK(question.why.ends_with('.'));
        CHECK(questions.insert(question.question).second);
        for (const std::string_view word : info.words) {
            CHECK(meaning_of(info.key, word).empty() == info.is_yes_no());
        }
    }
    CHECK_THROWS_AS(meaning_of(K::onset, "never"), PreconditionError);
}

TEST_CASE("every text of the screen names sources that are known", "[planner][screen]") {
    for (const RedFlag& flag : red_flags()) {
        CHECK_FALSE(sources_in(flag.source).empty());
    }
    for (const ScreenFinding& finding : findings()) {
        CHECK(sources_in(finding.source).size() == 1);
    }
    for (const auto condition : {CalfCondition::acute_strain, CalfCondition::silent_strain,
                                 CalfCondition::neural_tension}) {
        check_sourced(description_of(condition));
        for (const SourcedText& step : first_steps_of(condition)) {
            check_sourced(step);
        }
    }
    for (const auto& texts : {calf_anatomy(), calf_risks(), what_settles()}) {
        for (const SourcedText& text : texts) {
            check_sourced(text);
        }
    }
    std::set<std::string_view> names;
    for (const ScreenSource& source : screen_sources()) {
        CHECK(names.insert(source.name).second);
        CHECK_FALSE(source.reference.empty());
    }
    CHECK_THROWS_AS(sources_in("hearsay"), PreconditionError);
    CHECK(references_of("Moen; NHS 111 Wales").starts_with("Moen, a running test"));
}

TEST_CASE("a source of the screen without a checked copy is printed as unverified",
          "[planner][screen]") {
    // Those that the evidence base does not have, or has from memory alone.
    std::set<std::string_view> unverified;
    for (const ScreenSource& source : screen_sources()) {
        if (!source.verified) {
            unverified.insert(source.name);
        }
    }
    CHECK(unverified == std::set<std::string_view>{"Mayo Clinic", "Medscape", "NHS",
                                                   "NHS 111 Wales", "NICE NG12", "Ottawa rules"});
    CHECK(with_source("Seek help.", "NHS 111 Wales", "expert") ==
          "Seek help. [NHS 111 Wales; expert, unverified]");
    CHECK(with_source("A squeeze.", "Maffulli 1998; Reiman et al. 2014", "cohort") ==
          "A squeeze. [Maffulli 1998; Reiman et al. 2014; cohort]");
    CHECK_THAT(references_of("Ottawa rules"), EndsWith(", unverified"));
}

TEST_CASE("in every outcome the next steps say whom to see", "[planner][screen]") {
    const ScreenAnswers clear = clear_answers();
    CHECK_THAT(next_of(clear), Contains("See a sports physio") && Contains("plimsoll plan"));
    CHECK_THAT(next_of(ScreenAnswers()),
               Contains("a doctor or a sports physio") && !Contains("plimsoll plan"));
    for (const RedFlag& flag : red_flags()) {
        ScreenAnswers answers = clear;
        answers.set(flag.key, "yes");
        const ScreenResult result = screen(answers);
        INFO(to_string(flag.key));
        CHECK_THAT(next_of(answers), Contains("sports physio") && Contains("No running") &&
                                         !Contains("plimsoll plan"));
        CHECK_THAT(headline_of(result).note,
                   Contains(std::string(flag.text)) && Contains(std::string(flag.action)));
        // Nothing distracts from a flag that cannot wait.
        if (result.outcome == ScreenOutcome::refer_now) {
            CHECK(next_steps(answers, result).in_words().size() == 1);
        }
    }
}

TEST_CASE("two signs of a clot hurry more than one, and no points are shown", "[planner][screen]") {
    ScreenAnswers answers = clear_answers();
    answers.set(K::calf_swelling_3cm, "yes");
    CHECK(headline_of(screen(answers)).figure == "medical help, today");
    answers.set(K::active_cancer, "yes");
    const ScreenResult two = screen(answers);
    CHECK(headline_of(two).figure == "an emergency department, today");
    CHECK_THAT(std::string(action_of(red_flag(K::active_cancer), two)),
               Contains("several signs of a possible clot"));
    CHECK(action_of(red_flag(K::fever_or_unwell), two) == red_flag(K::fever_or_unwell).action);
    CHECK_THAT(headline_of(two).note, !Contains("points") && !Contains("score"));
    answers.set(K::breathless_or_chest_pain, "yes");
    CHECK(headline_of(screen(answers)).figure == "an emergency call");
}

TEST_CASE("next steps fit the numbers that were answered", "[planner][screen]") {
    ScreenAnswers answers = clear_answers();
    // 2 of 10 does not hold, more does (evidence.md 7.6).
    answers.set(K::pain_walking, 2.0);
    answers.set(K::pain_now, 2.0);
    CHECK_THAT(next_of(answers), !Contains("Walking hurts") && !Contains("at rest"));
    answers.set(K::pain_walking, 2.5);
    answers.set(K::pain_now, 3.0);
    CHECK_THAT(next_of(answers),
               Contains("Walking hurts 2.5 of 10") && Contains("It hurts 3 of 10 at rest"));
    // No running before day 5 (Stares et al. 2018, evidence.md 12.1).
    answers.set(K::days_since_onset, 4.0);
    CHECK_THAT(next_of(answers), Contains("It is day 4: no running before day 5"));
    answers.set(K::days_since_onset, 5.0);
    CHECK_THAT(next_of(answers), !Contains("no running before day"));
    // Counts differ by about 6 (evidence.md 7.4).
    answers.set(K::single_leg_raises_injured, 20.0);
    CHECK_THAT(next_of(answers), !Contains("Calf raises, 20"));
    answers.set(K::single_leg_raises_other, 26.0);
    CHECK_THAT(next_of(answers), Contains("20 on the sore leg and 26 on the other: 6 apart, which "
                                          "may be chance"));
    answers.set(K::single_leg_raises_other, 27.0);
    CHECK_THAT(next_of(answers),
               Contains("7 apart, more than the 6") && Contains("30 on each leg"));
}

TEST_CASE("first steps are those of the kinds that the answers speak for", "[planner][screen]") {
    ScreenAnswers answers = clear_answers();
    CHECK(next_steps(answers, screen(answers)).kinds.empty());
    answers.set(K::bruising, "yes"); // one reason: possible, and first
    NextSteps next = next_steps(answers, screen(answers));
    REQUIRE(next.kinds.size() == 1);
    CHECK(next.kinds[0].condition == CalfCondition::acute_strain);
    CHECK_THAT(all_of(next), Contains("If it is acute strain or tear: ") &&
                                 Contains("the article and the evidence differ") &&
                                 Contains("Nobody runs before day 5"));
    answers.forget(K::bruising);
    answers.set(K::numbness_or_tingling, "yes");
    answers.set(K::back_symptoms, "yes");
    answers.set(K::lingers_between_runs, "yes");
    answers.set(K::bent_knee_raise_hurts, "yes");
    next = next_steps(answers, screen(answers));
    REQUIRE(next.kinds.size() == 2); // both are 'more'
    CHECK_THAT(all_of(next),
               Contains("nerve stretches and glides") && Contains("Stop continuous running"));
}

TEST_CASE("the methods page has every red flag with its outcome", "[planner][screen]") {
    std::ifstream file(std::string(PLIMSOLL_SOURCE_DIR) + "/docs/methods.md");
    REQUIRE(file.good());
    std::map<std::string, std::string> rows; // of a key, its line
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("| `")) {
            rows.emplace(line.substr(3, line.find('`', 3) - 3), line);
        }
    }
    for (const RedFlag& flag : red_flags()) {
        INFO(to_string(flag.key));
        const std::string row = rows[std::string(to_string(flag.key))];
        CHECK_THAT(row,
                   Contains(outcome_of(flag.urgency) == ScreenOutcome::refer_now ? "| now |"
                                                                                 : "| soon |"));
        CHECK_THAT(row, Contains("| " + std::string(flag.evidence) + " |"));
    }
    for (const ScreenFinding& finding : findings()) {
        const auto has_key = [&](const auto& row) {
            return row.second.find("`" + std::string(to_string(finding.key)) + "`") !=
                   std::string::npos;
        };
        CHECK(std::any_of(rows.begin(), rows.end(), has_key));
    }
}
