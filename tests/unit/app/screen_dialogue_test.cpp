// The conversation, line by line.
// SPDX-License-Identifier: Apache-2.0
#include "app/screen_dialogue.hpp"
#include "model/error.hpp"
#include "planner/screen.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::app;
using Catch::Matchers::Contains;
using K = ScreenKey;
using End = ScreenDialogue::End;

namespace {

// What the dialogue says to the last of the lines.
std::string say(ScreenDialogue& dialogue, const std::vector<std::string>& lines) {
    std::string out;
    for (const std::string& line : lines) {
        out = dialogue.take(line);
    }
    return out;
}

ScreenDialogue begun() {
    ScreenDialogue dialogue;
    dialogue.start();
    return dialogue;
}

ScreenDialogue at_the_calf() {
    ScreenDialogue dialogue = begun();
    say(dialogue, std::vector<std::string>(red_flag_count, "no"));
    dialogue.take("left");
    return dialogue;
}

} // namespace

TEST_CASE("the dialogue asks every question once, red flags first", "[app][screen]") {
    ScreenDialogue dialogue;
    CHECK_THAT(dialogue.start(), Contains("not a diagnosis") && Contains("Red flag 1 of 20") &&
                                     Contains("[yes, no, unknown] > "));
    for (int i = 2; i <= 20; ++i) {
        CHECK_THAT(dialogue.take("no"), Contains("Red flag " + std::to_string(i) + " of 20"));
    }
    CHECK_THAT(dialogue.take("no"), Contains("Now the calf itself") && Contains("Calf 1 of 20") &&
                                        Contains("1  left") && Contains("the left one"));
    CHECK_THAT(dialogue.take("r"), Contains("1  sudden") && Contains("all at once"));
    const std::vector<std::string> calf{"next_day", "3", "deep", "n", "n", "n", "y",   "n", "n",
                                        "n",        "n", "n",    "y", "u", "2", "1,5", "6", "20"};
    for (std::size_t i = 0; i < calf.size(); ++i) {
        CHECK_THAT(dialogue.take(calf[i]), Contains("Calf " + std::to_string(i + 3) + " of 20"));
    }
    CHECK_FALSE(dialogue.over());
    dialogue.take("25");
    CHECK(dialogue.end() == End::finished);
    CHECK_THROWS_AS(dialogue.take("no"), PreconditionError);
    CHECK_THROWS_AS(dialogue.end_of_input(), PreconditionError);

    const ScreenAnswers& answers = dialogue.answers();
    CHECK(answers.is(K::side, "right"));
    CHECK(answers.is(K::onset, "next_day"));
    CHECK(answers.is(K::during, "steady_run"));
    CHECK(answers.is(K::site, "deep_lower"));
    CHECK(answers.is(K::felt_pop, "no"));
    CHECK(answers.yes(K::bent_knee_raise_hurts));
    CHECK(answers.yes(K::lingers_between_runs));
    CHECK_FALSE(answers.known(K::previous_calf_strain));
    CHECK(answers.number(K::pain_walking) == 1.5);
    CHECK(answers.number(K::single_leg_raises_injured) == 20.0);
    CHECK(answers.number(K::single_leg_raises_other) == 25.0);
    CHECK(planner::screen(answers).outcome == planner::ScreenOutcome::proceed);
}

TEST_CASE("an answer may be written in several ways", "[app][screen]") {
    for (const char* yes : {"yes", "y", "Y", "  YES  ", "ye", "yes\r"}) {
        ScreenDialogue dialogue = begun();
        dialogue.take(yes);
        CHECK(dialogue.answers().yes(K::breathless_or_chest_pain));
    }
    for (const char* unknown : {"unknown", "u", "skip", "Unknown"}) {
        ScreenDialogue dialogue = begun();
        CHECK_THAT(dialogue.take(unknown), Contains("Red flag 2"));
        CHECK_FALSE(dialogue.answers().known(K::breathless_or_chest_pain));
    }
    for (const char* later : {"next_day", "next day", "NEXT  DAY", "next", "3"}) {
        ScreenDialogue dialogue = at_the_calf();
        dialogue.take(later);
        CHECK(dialogue.answers().is(K::onset, "next_day"));
    }
}

TEST_CASE("what is not understood changes nothing and is asked again", "[app][screen]") {
    ScreenDialogue dialogue = begun();
    for (const char* odd : {"maybe", "", "1", "yesterday", "\x1b[31mno"}) {
        const std::string reply = dialogue.take(odd);
        CHECK_THAT(reply, Contains("Not understood") && Contains("[yes, no, unknown] > "));
        CHECK_THAT(reply, !Contains("\x1b"));
        CHECK(dialogue.answers() == ScreenAnswers());
    }
    ScreenDialogue calf = at_the_calf();
    for (const char* odd : {"0", "4", "tomorrow", "2.5"}) {
        CHECK_THAT(calf.take(odd), Contains("[1 to 3, unknown] > "));
        CHECK_FALSE(calf.answers().known(K::onset));
    }
    calf.take("1");
    calf.take("1");
    CHECK_THAT(calf.take("d"), Contains("Not understood")); // deep_lower or diffuse
    calf.take("di");
    CHECK(calf.answers().is(K::site, "diffuse"));
    say(calf, std::vector<std::string>(11, "n"));
    for (const char* odd : {"-1", "10.5", "11", "nan", "ten", "3 of 10"}) {
        CHECK_THAT(calf.take(odd), Contains("[0 to 10, unknown] > "));
    }
    say(calf, {"10", "0"});
    CHECK_THAT(calf.take("2.5"), Contains("Not understood") && Contains("whole"));
}

TEST_CASE("back goes to the question before, and Enter keeps its answer", "[app][screen]") {
    ScreenDialogue dialogue = begun();
    CHECK_THAT(dialogue.take("back"),
               Contains("This is the first question") && Contains("Red flag 1 of 20"));
    say(dialogue, {"no", "no"});
    CHECK_THAT(dialogue.take("b"), Contains("Red flag 2 of 20") && Contains("Enter keeps no"));
    CHECK_THAT(dialogue.take("back"), Contains("Red flag 1 of 20"));
    CHECK_THAT(dialogue.take("unknown"), Contains("Red flag 2 of 20"));
    CHECK_THAT(dialogue.take(""), Contains("Red flag 3 of 20"));
    CHECK_FALSE(dialogue.answers().known(K::breathless_or_chest_pain));
    CHECK(dialogue.answers().is(K::coughing_blood, "no"));
}

TEST_CASE("a question mark says why it is asked", "[app][screen]") {
    ScreenDialogue dialogue = begun();
    CHECK_THAT(dialogue.take("?"), Contains("clot can travel") &&
                                       Contains("[NHS 111 Wales, unverified]") &&
                                       Contains("[yes, no, unknown] > "));
    CHECK(dialogue.answers() == ScreenAnswers());
    ScreenDialogue calf = at_the_calf();
    CHECK_THAT(calf.take("why"), Contains("felt when it happens"));
}

TEST_CASE("a red flag that cannot wait says what to do and offers to stop", "[app][screen]") {
    ScreenDialogue dialogue = begun();
    const std::string stop = say(dialogue, {"no", "yes"});
    CHECK_THAT(stop, Contains("STOP.") && Contains("coughed up blood") &&
                         Contains("emergency number") && Contains("Stop? [yes, no, back] > "));
    SECTION("stopping keeps what was answered") {
        dialogue.take("yes");
        CHECK(dialogue.end() == End::stopped);
        CHECK(dialogue.answers().is(K::breathless_or_chest_pain, "no"));
        CHECK(dialogue.answers().yes(K::coughing_blood));
        CHECK_FALSE(dialogue.answers().known(K::entire_leg_swollen));
    }
    SECTION("going on asks the rest, and stops for no other") {
        CHECK_THAT(dialogue.take("no"), Contains("Red flag 3 of 20"));
        CHECK_THAT(dialogue.take("yes"), Contains("STOP.") && Contains("Red flag 4 of 20"));
        CHECK_THAT(dialogue.take("yes"), Contains("several signs of a"));
    }
    SECTION("a slip is taken back") {
        CHECK_THAT(dialogue.take("back"), Contains("Red flag 2 of 20"));
        CHECK_THAT(dialogue.take("no"), Contains("Red flag 3 of 20"));
        CHECK_FALSE(dialogue.answers().yes(K::coughing_blood));
        CHECK_THAT(dialogue.take("yes"), Contains("Stop? [yes, no, back] > "));
    }
    SECTION("what is not understood asks again whether to stop") {
        CHECK_THAT(dialogue.take("perhaps"), Contains("Not understood") && Contains("Stop? "));
        dialogue.end_of_input();
        CHECK(dialogue.end() == End::quit);
        CHECK(dialogue.answers().yes(K::coughing_blood));
    }
}

TEST_CASE("a red flag that can wait for days does not stop the dialogue", "[app][screen]") {
    ScreenDialogue dialogue = begun();
    say(dialogue, std::vector<std::string>(18, "no"));
    CHECK_THAT(dialogue.take("yes"), Contains("Red flag. You have a fever") &&
                                         Contains("Red flag 20 of 20") && !Contains("Stop?"));
}

TEST_CASE("a leg that bears no weight is asked for no raises", "[app][screen]") {
    ScreenDialogue dialogue = begun();
    std::vector<std::string> lines(12, "no");
    lines.insert(lines.end(), {"yes", "no"}); // cannot bear weight; go on
    lines.insert(lines.end(), 7, "no");
    const std::vector<std::string> calf{"left", "sudden", "jump", "inner", "yes", "yes"};
    lines.insert(lines.end(), calf.begin(), calf.end());
    CHECK_THAT(say(dialogue, lines), Contains("Calf 9 of 20") && Contains("lower back"));
    say(dialogue, std::vector<std::string>(7, "no"));
    say(dialogue, {"5", "9", "1"});
    CHECK(dialogue.end() == End::finished);
    CHECK_FALSE(dialogue.answers().known(K::straight_knee_raise_hurts));
    CHECK_FALSE(dialogue.answers().known(K::single_leg_raises_injured));
    CHECK(planner::screen(dialogue.answers()).contradictions.empty());
}

TEST_CASE("quitting and the end of the input keep the answers", "[app][screen]") {
    ScreenDialogue quit = begun();
    say(quit, {"no", "no", "quit"});
    CHECK(quit.end() == End::quit);
    CHECK(quit.answers().is(K::coughing_blood, "no"));
    ScreenDialogue cut = begun();
    say(cut, {"no", "no"});
    cut.end_of_input();
    CHECK(cut.end() == End::quit);
    CHECK(cut.answers() == quit.answers());
    CHECK(planner::screen(cut.answers()).outcome == planner::ScreenOutcome::refer);
}

TEST_CASE("lines that are never understood come to an end", "[app][screen]") {
    ScreenDialogue dialogue = begun();
    std::string reply;
    int taken = 0;
    while (!dialogue.over() && taken < 1000) {
        reply = dialogue.take("what");
        ++taken;
    }
    CHECK(taken == 20);
    CHECK(dialogue.end() == End::quit);
    CHECK_THAT(reply, Contains("20 lines in a row"));
    // In a row: an answer between them counts anew.
    ScreenDialogue patient = begun();
    for (int i = 0; i < 15; ++i) {
        say(patient, std::vector<std::string>(19, "what"));
        patient.take("no");
    }
    CHECK_FALSE(patient.over());
}

TEST_CASE("whatever is typed, the dialogue ends and every line fits 80 columns", "[app][screen]") {
    CHECK(rc::check([] {
        const std::vector<std::string> words{"yes", "no",   "unknown", "back", "?",  "1",  "2",
                                             "",    "jump", "7",       "x",    "no", "no", "no"};
        ScreenDialogue dialogue;
        std::string out = dialogue.start();
        for (int i = 0; i < 400 && !dialogue.over(); ++i) {
            const std::string word = *rc::gen::elementOf(words);
            out += word + "\n" + dialogue.take(word);
        }
        if (!dialogue.over()) {
            out += dialogue.end_of_input();
        }
        RC_ASSERT(out.back() == '\n');
        std::size_t column = 0;
        for (const char c : out) {
            column = c == '\n' ? 0 : column + 1;
            RC_ASSERT(column <= 80);
        }
        // Stopping early never makes up for what was not asked.
        const planner::ScreenResult result = planner::screen(dialogue.answers());
        RC_ASSERT(dialogue.end() == End::finished || !result.may_plan() ||
                  result.unanswered.empty());
    }));
}
