// Goal files.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/goal.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;
using test::day;

namespace {

Goal goal_of(const std::string& text) {
    return goal_from(ingest::parse_toml(text, "g.toml"));
}

std::string refusal_of(const std::string& text) {
    try {
        goal_of(text);
    } catch (const InputError& error) {
        return error.what();
    }
    return "accepted";
}

} // namespace

TEST_CASE("a goal is a weekly distance and perhaps a day", "[planner][goal]") {
    const Goal goal = goal_of("[goal]\nkind = \"base\"\npathway = \"time_off\"\ndate = 2026-12-31\n"
                              "[goal.demand]\nweekly_distance_m = 40000\n");
    CHECK(goal.date == day("2026-12-31"));
    CHECK(goal.weekly_distance_m == 40000.0);
    CHECK_FALSE(goal_of("[goal]\nkind = \"base\"\n").weekly_distance_m.has_value());
}

TEST_CASE("a goal that this version does not plan for is refused in words", "[planner][goal]") {
    CHECK_THAT(refusal_of(""), Contains("goal is missing"));
    CHECK_THAT(refusal_of("[goal]\n"), Contains("goal.kind is missing"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"matsch\"\n"), Contains("no kind of goal"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"base\"\npathway = \"acute_strian\"\n"),
               Contains("did you mean 'acute_strain'?"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"base\"\npathway = \"yoga\"\n"),
               Contains("one of acute_strain, conditioning"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"base\"\n[goal.demand]\nweekly_distance_m = 40\n"),
               Contains("40 km are 40000"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"base\"\ndat = 2026-12-31\n"),
               Contains("g.toml:3") && Contains("did you mean 'date'"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"base\"\n[goal.demand]\nsprint_m = 5\n"),
               Contains("goal.demand.sprint_m is not a key"));
}

TEST_CASE("a race has a distance, and perhaps a day", "[planner][goal]") {
    const Goal goal = goal_of("[goal]\nkind = \"race\"\ndate = 2027-03-14\n"
                              "[goal.demand]\ndistance_m = 21097.5\n");
    CHECK(goal.kind == GoalKind::race);
    CHECK(goal.has_event());
    CHECK(goal.date == day("2027-03-14"));
    CHECK_THAT(goal.event_distance_m, WithinAbs(21097.5, 1e-9));
}

TEST_CASE("a match has the published distance of its sport, or one of its own", "[planner][goal]") {
    // evidence.md 6.3: veterans about 6,000 m, the AFL 12,939 m, rugby union 5,000 to 7,000 m.
    const Goal veterans = goal_of(
        "[goal]\nkind = \"match\"\npathway = \"preseason\"\ndemand = \"soccer_veterans\"\n");
    CHECK_THAT(veterans.event_distance_m, WithinAbs(6000, 1e-9));
    CHECK_THAT(veterans.event_from, Contains("Egger et al. 2025"));
    CHECK_THAT(
        goal_of(
            "[goal]\nkind = \"match\"\npathway = \"preseason\"\ndemand = \"australian_football\"\n")
            .event_distance_m,
        WithinAbs(12939, 1e-9));
    CHECK_THAT(goal_of("[goal]\nkind = \"match\"\npathway = \"preseason\"\ndemand = \"rugby\"\n")
                   .event_distance_m,
               WithinAbs(7000, 1e-9));
    const Goal own = goal_of(
        "[goal]\nkind = \"match\"\npathway = \"preseason\"\n[goal.demand]\nsport = \"soccer\"\n"
        "distance_m = 9000\n[[fixture]]\nweekday = \"sat\"\nkind = \"match\"\n");
    CHECK_THAT(own.event_distance_m, WithinAbs(9000, 1e-9));
    CHECK(own.event_from == "the goal file");
    CHECK(own.event_weekday == Weekday::sat);
}

TEST_CASE("a goal that makes no sense is refused with what to write", "[planner][goal]") {
    const auto race = [](const std::string& distance) {
        return "[goal]\nkind = \"race\"\n[goal.demand]\ndistance_m = " + distance + "\n";
    };
    CHECK_THAT(refusal_of(race("0")), Contains("less than 1000 metres"));
    CHECK_THAT(refusal_of(race("21.1")), Contains("the unit is metres"));
    CHECK_THAT(refusal_of(race("2110000")), Contains("it must be from 0 to 200000"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"race\"\n"), Contains("a half marathon is 21097.5"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"race\"\ndemand = \"soccer\"\n"),
               Contains("names a match, and the goal is none"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"race\"\n[goal.demand]\nweekly_distance_m = 40000\n"),
               Contains("goal.demand"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"race\"\npathway = \"preseason\"\n[goal.demand]\n"
                          "distance_m = 10000\n"),
               Contains("the goal is a race"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"match\"\n"), Contains("distance_m is missing"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"match\"\ndemand = \"hurling\"\n"),
               Contains("no distance of such a match was found") &&
                   Contains("sport = \"hurling\""));
    CHECK_THAT(refusal_of("[goal]\nkind = \"match\"\ndemand = \"chess\"\n"),
               Contains("it is one of soccer_veterans, australian_football"));
}

TEST_CASE("no match without a pathway that has its speed and turns", "[planner][goal]") {
    CHECK_THAT(refusal_of("[goal]\nkind = \"match\"\ndemand = \"rugby\"\n"),
               Contains("g.toml:2") && Contains("without the speed and turns"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"match\"\npathway = \"conditioning\"\n"
                          "demand = \"rugby\"\n"),
               Contains("pathway = \"preseason\" leads to a match"));
}

TEST_CASE("fixtures that contradict each other or the goal are refused", "[planner][goal]") {
    const std::string match =
        "[goal]\nkind = \"match\"\npathway = \"preseason\"\ndemand = \"rugby\"\n";
    const auto fixture = [](const std::string& weekday, const std::string& kind) {
        return "[[fixture]]\nweekday = \"" + weekday + "\"\nkind = \"" + kind + "\"\n";
    };
    CHECK_THAT(refusal_of(match + fixture("sat", "match") + fixture("sun", "match")),
               Contains("second day of matches"));
    CHECK_THAT(refusal_of(match + fixture("someday", "match")), Contains("no day of the week"));
    CHECK_THAT(refusal_of(match + fixture("tue", "gym")),
               Contains("no kind of fixture") && Contains("\"team_training\""));
    CHECK_THAT(
        refusal_of(match + fixture("tue", "team_training") + fixture("tue", "team_training")),
        Contains("has a team session already"));
    CHECK_THAT(
        refusal_of(match + fixture("sun", "team_training") + fixture("mon", "team_training")),
        Contains("next to the team session on Sun"));
    for (const char* day : {"fri", "sat"}) { // the day before the match, and its own
        CHECK_THAT(refusal_of(match + fixture("sat", "match") + fixture(day, "team_training")),
                   Contains("the match is on Sat"));
    }
    CHECK_THAT(refusal_of("[goal]\nkind = \"base\"\n" + fixture("sat", "match")),
               Contains("the goal is none"));
    // 14 March 2027 is a Sunday.
    CHECK_THAT(refusal_of("[goal]\nkind = \"match\"\npathway = \"preseason\"\ndemand = "
                          "\"rugby\"\ndate = 2027-03-14\n" +
                          fixture("sat", "match")),
               Contains("says Sat, and the goal's date is a Sun"));
}

TEST_CASE("a match asks metres at speed and turns, published or one's own", "[planner][goal]") {
    const auto match = [](const std::string& demand) {
        return goal_of("[goal]\nkind = \"match\"\npathway = \"preseason\"\n" + demand);
    };
    // evidence.md 6.3: Barnes et al. 2014 for the Premier League, Egger et al. 2025 for veterans.
    const SpeedDemand soccer =
        match("[goal.demand]\nsport = \"soccer\"\ndistance_m = 9000\n").speed;
    CHECK_THAT(soccer.high_speed_m->value, WithinAbs(1151.0, 1e-9));
    CHECK_THAT(soccer.sprint_m->value, WithinAbs(350.0, 1e-9));
    CHECK_FALSE(soccer.changes_of_direction);
    CHECK_THAT(soccer.sprint_m->from, Contains("Premier League") && Contains("Barnes"));
    const SpeedDemand veterans = match("demand = \"soccer_veterans\"\n").speed;
    CHECK_FALSE(veterans.sprint_m);
    CHECK_THAT(veterans.changes_of_direction->value, WithinAbs(120.0, 1e-9));
    // Metres above 17 km/h are more than those above 19.8; those above 22 than those above 25.2.
    const SpeedDemand gaelic = match("demand = \"gaelic_football\"\n").speed;
    CHECK_FALSE(gaelic.high_speed_m);
    CHECK_FALSE(gaelic.sprint_m); // above 22 km/h, and a sprint here is above 25.2
    const SpeedDemand own =
        match("[goal.demand]\ndistance_m = 9000\nhigh_speed_m = 600\nsprint_m = 150\n"
              "changes_of_direction = 90\n")
            .speed;
    CHECK_THAT(own.high_speed_m->value, WithinAbs(600.0, 1e-9));
    CHECK(own.sprint_m->from == "the goal file");
    CHECK_THAT(own.changes_of_direction->value, WithinAbs(90.0, 1e-9));
    CHECK_THAT(refusal_of("[goal]\nkind = \"match\"\npathway = \"preseason\"\n[goal.demand]\n"
                          "distance_m = 9000\nhigh_speed_m = 100\nsprint_m = 150\n"),
               Contains("goal.demand.high_speed_m") && Contains("less than the metres sprinted"));
    CHECK_THAT(refusal_of("[goal]\nkind = \"match\"\npathway = \"preseason\"\n[goal.demand]\n"
                          "distance_m = 9000\nsprint_m = 0\n"),
               Contains("goal.demand.sprint_m"));
}

TEST_CASE("a calendar of team training is read in the order of the week", "[planner][goal]") {
    const Goal goal =
        goal_of("[goal]\nkind = \"match\"\npathway = \"preseason\"\ndemand = \"rugby\"\n"
                "[[fixture]]\nweekday = \"Thu\"\nkind = \"team_training\"\n"
                "[[fixture]]\nweekday = \"Tue\"\nkind = \"team_training\"\nduration_min = 90\n"
                "rpe = 5.5\n[[fixture]]\nweekday = \"Sat\"\nkind = \"match\"\n");
    REQUIRE(goal.team_days.size() == 2);
    CHECK(goal.team_days[0].weekday == Weekday::tue);
    CHECK_THAT(goal.team_days[0].duration_min.value_or(0.0), WithinAbs(90.0, 1e-9));
    CHECK_THAT(goal.team_days[0].rpe.value_or(0.0), WithinAbs(5.5, 1e-9));
    CHECK(goal.team_days[1].weekday == Weekday::thu);
    CHECK_FALSE(goal.team_days[1].rpe);
    CHECK(goal.event_weekday == Weekday::sat);
}
