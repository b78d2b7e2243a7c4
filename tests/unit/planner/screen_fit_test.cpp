// Whether answers of the screen stand for a day and a leg.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_fit.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using test::day;

namespace {

ScreenAnswers answers_of(const char* date, const char* side) {
    ScreenAnswers answers;
    answers.set_day(day(date));
    answers.set(ScreenKey::side, side);
    return answers;
}

ScreenedInjury left_calf() {
    return {"calf_left_soleus", day("2026-10-12")};
}

std::string reason(const ScreenAnswers& answers, const char* on,
                   const std::optional<ScreenedInjury>& injury = left_calf()) {
    return reason_against_answers(answers, day(on), injury).value_or("none");
}

} // namespace

TEST_CASE("answers count for seven days", "[planner][screen]") {
    const ScreenAnswers answers = answers_of("2026-10-25", "left");
    CHECK(reason(answers, "2026-10-25") == "none");
    CHECK(reason(answers, "2026-11-01") == "none"); // 7 days
    CHECK_THAT(reason(answers, "2026-11-02"),
               Contains("8 days before Mon 2 Nov 2026") && Contains("plimsoll screen -o"));
    CHECK(reason(answers, "2026-10-20") == "none"); // a plan of a day before
    CHECK_THAT(reason(answers, "2026-10-17"), Contains("8 days after Sat 17 Oct 2026"));
    CHECK_THAT(reason(ScreenAnswers(), "2026-10-25"), Contains("have no date"));
    CHECK_THAT(reason(ScreenAnswers(), "2026-10-25", std::nullopt), Contains("have no date"));
}

TEST_CASE("answers of before the onset are not of the injury", "[planner][screen]") {
    CHECK_THAT(reason(answers_of("2026-10-11", "left"), "2026-10-13"),
               Contains("began on Mon 12 Oct 2026"));
    CHECK(reason(answers_of("2026-10-12", "left"), "2026-10-13") == "none");
    CHECK(reason(answers_of("2026-10-11", "left"), "2026-10-13", std::nullopt) == "none");
}

TEST_CASE("answers are of the leg that is hurt", "[planner][screen]") {
    CHECK_THAT(reason(answers_of("2026-10-25", "right"), "2026-10-25"),
               Contains("of the right calf, the injury is calf_left_soleus"));
    CHECK_THAT(reason(answers_of("2026-10-25", "both"), "2026-10-25"),
               Contains("both calves") && Contains("sports physio"));
    ScreenAnswers no_side = answers_of("2026-10-25", "left");
    no_side.forget(ScreenKey::side);
    CHECK_THAT(reason(no_side, "2026-10-25"), Contains("do not say which calf"));
    const ScreenedInjury somewhere{"calf", day("2026-10-12")};
    CHECK(reason(no_side, "2026-10-25", somewhere) == "none");
    CHECK(reason(answers_of("2026-10-25", "right"), "2026-10-25", somewhere) == "none");
}

TEST_CASE("a pathway that the answers speak against is doubted", "[planner][screen]") {
    ScreenAnswers answers = answers_of("2026-10-25", "left");
    const auto doubt = [&](const char* pathway) {
        return doubt_about_pathway(screen(answers), pathway).value_or("none");
    };
    CHECK(doubt("acute_strain") == "none"); // nothing is answered
    answers.set(ScreenKey::onset, "next_day");
    answers.set(ScreenKey::during, "after_long_bout");
    answers.set(ScreenKey::site, "deep_lower");
    CHECK_THAT(doubt("acute_strain"), Contains("acute strain or tear is less likely than silent") &&
                                          Contains("See a sports physio"));
    CHECK(doubt("silent_strain") == "none");
    CHECK(doubt("preseason") == "none");
}

TEST_CASE("answers that tell of a sore calf need an injury to plan along", "[planner][screen]") {
    ScreenAnswers flags;
    flags.set_day(day("2026-10-25"));
    flags.set(ScreenKey::previous_calf_strain, "yes");
    flags.set(ScreenKey::pain_now, 0.0);
    CHECK_FALSE(reason_against_sore_calf(flags, false).has_value());
    CHECK_THAT(reason_against_sore_calf(answers_of("2026-10-25", "left"), false).value_or("none"),
               Contains("record its injury_onset"));
    flags.set(ScreenKey::pain_walking, 1.0);
    CHECK(reason_against_sore_calf(flags, false).has_value());
    CHECK_FALSE(reason_against_sore_calf(flags, true).has_value()); // back, and hardly sore
    flags.set(ScreenKey::pain_walking, 3.0);
    CHECK_THAT(reason_against_sore_calf(flags, true).value_or("none"), Contains("pain 3 of 10"));
}

TEST_CASE("pain that is told to the screen is a record of its day", "[planner][screen]") {
    ScreenAnswers answers = answers_of("2026-10-25", "left");
    CHECK_FALSE(pain_in(answers, "calf_left").has_value());
    answers.set(ScreenKey::pain_now, 2.0);
    CHECK_FALSE(pain_in(answers, "calf_left").has_value()); // calm at rest shows no calm session
    answers.set(ScreenKey::pain_walking, 7.0);
    const std::optional<Event> pain = pain_in(answers, "calf_left");
    REQUIRE(pain.has_value());
    CHECK(pain->value == 7.0);
    CHECK(pain->day == day("2026-10-25"));
    CHECK(pain->detail == "calf_left");
}

TEST_CASE("answers and records that tell of two injuries are refused", "[planner][screen]") {
    const auto reason_with = [](const ScreenAnswers& answers, const std::vector<Event>& events) {
        return reason_against_records(answers, left_calf(), events, day("2026-10-27"))
            .value_or("none");
    };
    ScreenAnswers answers = answers_of("2026-10-26", "left"); // 14 days after the onset
    answers.set(ScreenKey::days_since_onset, 11.0);
    CHECK(reason_with(answers, {}) == "none"); // 3 days apart: memory
    answers.set(ScreenKey::days_since_onset, 10.0);
    CHECK_THAT(reason_with(answers, {}), Contains("it began on Fri 16 Oct 2026"));
    answers.set(ScreenKey::days_since_onset, 30.0); // longer ago: the pathway is the earlier one
    CHECK(reason_with(answers, {}) == "none");
    answers.set(ScreenKey::single_leg_raises_injured, 20.0);
    CHECK(reason_with(answers, {test::gate_on("2026-10-24", "calf_raises_left", 26)}) == "none");
    CHECK_THAT(reason_with(answers, {test::gate_on("2026-10-24", "calf_raises_left", 27)}),
               Contains("20 single-leg raises") && Contains("27 on Sat 24 Oct 2026"));
    CHECK(reason_with(answers, {test::gate_on("2026-10-24", "calf_raises_right", 40)}) == "none");
    CHECK_THAT(reason_with(answers, {test::pain_on("2026-10-27", 6, "calf_left")}),
               Contains("pain 6 of 10") && Contains("screen again"));
    CHECK(reason_with(answers, {test::pain_on("2026-10-26", 6, "calf_left")}) == "none");
}

TEST_CASE("neural tension is no way round a likely tear", "[planner][screen]") {
    ScreenAnswers answers = answers_of("2026-10-25", "left");
    const auto refused = [&](const char* pathway) {
        return reason_against_pathway(screen(answers), pathway).has_value();
    };
    CHECK_FALSE(refused("neural_tension"));
    answers.set(ScreenKey::onset, "sudden");
    answers.set(ScreenKey::during, "push_off");
    answers.set(ScreenKey::felt_pop, "yes");
    CHECK(refused("neural_tension"));
    CHECK_FALSE(refused("acute_strain"));
    CHECK_FALSE(refused("silent_strain")); // doubted in a sentence: it is no sooner
}

TEST_CASE("an old injury that is told of is no sore calf, a new one is", "[planner][screen]") {
    ScreenAnswers answers = answers_of("2026-10-25", "left");
    answers.set(ScreenKey::onset, "sudden");
    answers.set(ScreenKey::felt_pop, "yes");
    answers.set(ScreenKey::pain_now, 0.0);
    answers.set(ScreenKey::pain_walking, 0.0);
    answers.set(ScreenKey::days_since_onset, 120.0);
    CHECK_FALSE(reason_against_sore_calf(answers, false).has_value());
    answers.set(ScreenKey::days_since_onset, 2.0);
    CHECK(reason_against_sore_calf(answers, false).has_value());
    answers.set(ScreenKey::days_since_onset, 120.0);
    answers.set(ScreenKey::single_leg_raises_injured, 5.0);
    answers.set(ScreenKey::single_leg_raises_other, 31.0);
    CHECK_THAT(reason_against_sore_calf(answers, true).value_or("none"), Contains("far fewer"));
    answers.set(ScreenKey::single_leg_raises_injured, 26.0);
    CHECK_FALSE(reason_against_sore_calf(answers, true).has_value());
}

TEST_CASE("after a return an onset behind it is a new injury", "[planner][screen]") {
    const ScreenedInjury back{"calf_left", day("2026-06-01"), false, day("2026-08-01")};
    ScreenAnswers answers = answers_of("2026-10-11", "left");
    answers.set(ScreenKey::days_since_onset, 132.0); // the old one
    CHECK_FALSE(reason_against_records(answers, back, {}, day("2026-10-11")).has_value());
    answers.set(ScreenKey::days_since_onset, 2.0);
    CHECK_THAT(reason_against_records(answers, back, {}, day("2026-10-11")).value_or("none"),
               Contains("record the new onset"));
    // Of both calves there is no plan while one is open; that one is back is no reason.
    CHECK(reason(answers_of("2026-10-11", "both"), "2026-10-11", back) == "none");
}
