// The screen as page, JSON and answers file.
// SPDX-License-Identifier: Apache-2.0
#include "import/screen_answers.hpp"
#include "planner/screen_questions.hpp"
#include "reports/screen_report.hpp"
#include "reports/text_renderer.hpp"
#include "tests/support/logs.hpp"
#include "tests/support/schema.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <string>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;
using K = ScreenKey;
using test::complaints;

namespace {

ScreenAnswers answers_with(const std::map<K, std::string>& words) {
    ScreenAnswers answers;
    for (const ScreenKeyInfo& key : red_flag_keys()) {
        answers.set(key.key, "no");
    }
    for (const auto& [key, word] : words) {
        answers.set(key, word);
    }
    return answers;
}

// On one line, so that a line break hides nothing.
std::string page_of(const ScreenAnswers& answers) {
    std::string text = render_text(
        screen_report(answers, planner::screen(answers), test::day("2026-11-22")), TextStyle());
    std::string flat;
    for (const char c : text) {
        const char blank = c == '\n' || c == '\f' ? ' ' : c;
        if (blank != ' ' || flat.empty() || flat.back() != ' ') {
            flat += blank;
        }
    }
    return flat;
}

std::string json_of(const ScreenAnswers& answers) {
    return screen_json(answers, planner::screen(answers), "plimsoll test", std::nullopt);
}

ScreenAnswers any_answers() {
    ScreenAnswers answers;
    for (const ScreenKeyInfo& key : screen_keys()) {
        if (key.kind == ScreenKeyInfo::Kind::number) {
            if (*rc::gen::arbitrary<bool>()) {
                const int tenths = *rc::gen::inRange(0, 101);
                answers.set(key.key, key.whole ? tenths : tenths / 10.0);
            }
            continue;
        }
        const int word = *rc::gen::inRange(-1, static_cast<int>(key.words.size()));
        if (word >= 0) {
            answers.set(key.key, key.words[static_cast<std::size_t>(word)]);
        }
    }
    return answers;
}

} // namespace

TEST_CASE("the screen's page leads with what to do now", "[reports][screen]") {
    const std::string proceed = page_of(answers_with({{K::onset, "sudden"}, {K::felt_pop, "yes"}}));
    CHECK_THAT(proceed, Contains("What to do now: see a sports physio") &&
                            Contains("WHICH KIND IT MAY BE (NOT A DIAGNOSIS)") &&
                            Contains("acute strain or tear: more likely") &&
                            Contains("for: It began all at once. [clinic's article; expert]") &&
                            Contains("A normal ultrasound settles nothing") &&
                            Contains("How the order is made") && Contains("gastrocnemius") &&
                            Contains("Achilles tendon") && Contains("Heavier weight") &&
                            Contains("See a sports physio.") && Contains("as of Sun 22 Nov 2026"));
    CHECK(proceed.find("What to do now") < proceed.find("WHICH KIND"));
    CHECK(proceed.find("WHICH KIND") < proceed.find("WHAT WOULD SETTLE IT"));
    CHECK(proceed.find("WHAT WOULD SETTLE IT") < proceed.find("WHAT TO DO NEXT"));
    // Every source that a line names is at the end.
    CHECK_THAT(proceed, Contains("Green et al. 2022: Sports Med Open 8:10, doi:10.1186"));

    const std::string flagged =
        page_of(answers_with({{K::saddle_numbness, "yes"}, {K::fever_or_unwell, "yes"}}));
    CHECK_THAT(flagged, Contains("What to do now: an emergency department, now") &&
                            Contains("MORE RED FLAGS") && Contains("[BMJ Best Practice; expert]") &&
                            !Contains("THE CALF IN BRIEF") && !Contains("plimsoll plan") &&
                            Contains("sports physio"));

    ScreenAnswers open = answers_with({});
    open.forget(K::active_cancer);
    CHECK_THAT(page_of(open), Contains("1 of 20 red flags is not answered") &&
                                  Contains("[ ] Do you have cancer") &&
                                  Contains("(active_cancer)") &&
                                  Contains("No answer tells the three kinds apart yet"));
    CHECK_THAT(page_of(answers_with({{K::onset, "gradual"}, {K::felt_pop, "yes"}})),
               Contains("ANSWERS THAT CONTRADICT EACH OTHER") && Contains("(onset, felt_pop)") &&
                   Contains("mend the answers"));
    CHECK_THAT(page_of(answers_with({{K::onset, "gradual"}})),
               Contains("The answers do not tell the first two apart"));
}

TEST_CASE("no screen page says more than it may", "[reports][screen]") {
    CHECK(rc::check([] {
        const ScreenAnswers answers = any_answers();
        std::string text = page_of(answers) + json_of(answers);
        std::transform(text.begin(), text.end(), text.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        // The word stands only where it is denied.
        for (auto at = text.find("diagnos"); at != std::string::npos;
             at = text.find("diagnos", at + 1)) {
            RC_ASSERT(at >= 6 && text.substr(at - 6, 6) == "not a ");
        }
        for (const char* word :
             {"probab", "score", "points", "you have a dvt", "rules out", "% chance", "cleared"}) {
            RC_ASSERT(text.find(word) == std::string::npos);
        }
        RC_ASSERT(text.find("sports physio") != std::string::npos);
    }));
}

TEST_CASE("the screen's JSON keeps its schema", "[reports][screen]") {
    CHECK(rc::check([] {
        const std::string json = json_of(any_answers());
        const std::string wrong = complaints("screen.schema.json", json);
        RC_ASSERT(wrong.empty());
    }));
    const auto json = nlohmann::json::parse(json_of(
        answers_with({{K::coughing_blood, "yes"}, {K::onset, "sudden"}, {K::felt_pop, "yes"}})));
    CHECK(json["schema"] == "plimsoll.screen/1");
    CHECK(json["outcome"] == "refer_now");
    REQUIRE(json["red_flags"].size() == 1);
    CHECK(json["red_flags"][0]["id"] == "coughing_blood");
    CHECK_THAT(json["red_flags"][0]["action"].get<std::string>(), Contains("emergency number"));
    REQUIRE(json["pathways"].size() == 3);
    CHECK(json["pathways"][0]["id"] == "acute_strain");
    CHECK(json["pathways"][0]["likelihood"] == "more");
    CHECK(json["pathways"][0]["for"].size() == 2);
    CHECK(json["pathways"][2]["likelihood"] == "less");
    CHECK(json["next"].size() == 1);
    // The schema can refuse.
    auto broken = json;
    broken["outcome"] = "fine";
    CHECK_FALSE(complaints("screen.schema.json", broken.dump()).empty());
}

TEST_CASE("the answers file reads back as it was written", "[reports][screen]") {
    CHECK(rc::check([] {
        const ScreenAnswers answers = any_answers();
        const std::string toml = screen_answers_toml(answers);
        RC_ASSERT(ingest::screen_answers_from(ingest::parse_toml(toml, "a.toml")) == answers);
        std::size_t column = 0;
        for (const char c : toml) {
            column = c == '\n' ? 0 : column + 1;
            RC_ASSERT(column <= 80);
        }
    }));
    const std::string empty = screen_answers_toml(ScreenAnswers());
    CHECK_THAT(empty, Contains("[red_flags]") && Contains("\ncoughing_blood = \"unknown\"\n") &&
                          Contains("# Have you coughed up blood?") &&
                          Contains("push_off: pushing off") &&
                          Contains("\npain_now = \"unknown\"\n") && Contains("(0 to 10)"));
}

TEST_CASE("a plan that the screen stops says what to do now", "[reports][screen]") {
    const auto page = [](const std::optional<planner::ScreenResult>& result) {
        return render_text(
            screened_plan_report(result, "no answers", "Ann", test::day("2026-11-23")),
            TextStyle());
    };
    CHECK_THAT(page(planner::screen(answers_with({{K::previous_dvt, "yes"}}))),
               Contains("Plimsoll  Plan") && Contains("What to do now: medical help, today") &&
                   Contains("no option makes one"));
    CHECK_THAT(page(planner::screen(ScreenAnswers())), Contains("20 of 20 red flags are not"));
    CHECK_THAT(page(std::nullopt), Contains("Plan: none") && Contains("no answers."));
}
