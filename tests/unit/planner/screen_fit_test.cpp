// Whether answers of the screen stand for a day and a leg.
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_fit.hpp"
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
    CHECK(reason(answers_of("2026-10-25", "both"), "2026-10-25") == "none");
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
