// The list of the rules: values in force, and what the athlete's file changed.
// SPDX-License-Identifier: Apache-2.0
#include "import/athlete_file.hpp"
#include "planner/objective.hpp"
#include "planner/pathway_library.hpp"
#include "planner/speed_dose_rules.hpp"
#include "reports/rules_report.hpp"
#include "reports/text_renderer.hpp"
#include "tests/support/plans.hpp"
#include "tests/support/schema.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using test::day;

namespace {

Athlete athlete_with(const std::string& policy) {
    return ingest::athlete_from(
        ingest::parse_toml("[athlete]\nbirth_date = 1990-01-01\n[policy]\n" + policy, "a.toml"));
}

std::vector<RuleInfo> rules_for(const Athlete& athlete) {
    test::Runner runner = test::runner_until(day("2026-09-27"));
    runner.athlete = athlete;
    const Background background = runner.background(day("2026-11-06"));
    return rules_in_force(background, PlanPolicy::of(&runner.athlete, background.start()));
}

} // namespace

TEST_CASE("each key of the policy changes one rule, and the change is told with the usual value",
          "[planner][rules]") {
    struct Change {
        const char* line;
        const char* rule;
        const char* value;
        const char* usual;
    };

    // Usual values by hand from evidence.md 2, 5.2, 7.5 and design 8.
    const std::vector<Change> changes{
        {"session_cap = 1.05", "session_cap", "1.05", "1.10"},
        {"weekly_growth = 1.2", "weekly_growth", "1.20", "1.10"},
        {"recovery_every = 3", "recovery_week", "every 3 weeks, 0.70", "every 4 weeks, 0.70"},
        {"recovery_fraction = 0.5", "recovery_week", "every 4 weeks, 0.50", "every 4 weeks, 0.70"},
        {"ratio_cap = 1.5", "ratio_ceiling", "1.50", "off"},
        {"growth_after_walk_run = 1.1", "growth_after_walk_run", "1.10", "1.30"},
        {"long_run_share = 2", "long_run_share", "2.00", "1.80"}, // 15 over (8 + 9 + 8) / 3
        {"walk_run_days = 3", "walk_run_ladder", "5 rungs, 3 days each", "5 rungs, 2 days each"},
        {"layoff_ladder = [0.4, 0.5, 0.6, 0.7]", "layoff_ladder", "40/50/60/70 %",
         "50/70/80/90 %"}};
    CHECK(reports::changed_rules(rules_for(athlete_with(""))).empty());
    for (const Change& change : changes) {
        INFO(change.line);
        std::size_t changed = 0;
        for (const RuleInfo& rule : rules_for(athlete_with(change.line))) {
            if (rule.usual.empty()) {
                continue;
            }
            ++changed;
            CHECK(rule.id == change.rule);
            CHECK(rule.value == change.value);
            CHECK(rule.usual == change.usual);
            CHECK_FALSE(rule.key.empty());
        }
        CHECK(changed == 1);
    }
}

TEST_CASE("a stricter policy is kept by the plan, and the verifier holds it", "[planner][rules]") {
    test::Runner runner = test::runner_until(day("2026-09-27"));
    const PlanResult usual = runner.plan(day("2026-11-06"), {}, 52);
    runner.athlete.policy.layoff_ladder = {0.3, 0.4, 0.5, 0.6};
    runner.athlete.policy.walk_run_days = 3;
    const PlanResult strict = runner.plan(day("2026-11-06"), {}, 52);
    REQUIRE(usual.status == PlanStatus::planned);
    REQUIRE(strict.status == PlanStatus::planned);
    CHECK(*usual.earliest_day < *strict.earliest_day);
    // 40 km usual: by hand at most 12, 16, 20, 24 km.
    for (std::size_t week = 0; week < 4; ++week) {
        CHECK(strict.schedule.week_distance_m(strict.schedule.weeks[week]) <=
              40'000.0 * runner.athlete.policy.layoff_ladder[week] + 0.5);
    }
    std::set<Date> continuous;
    std::set<Date> first_rung;
    for (const PlannedDay& planned : strict.schedule.days) {
        for (const Step& step : planned.session.steps) {
            (step.walk_s == 0 ? continuous : first_rung).insert(planned.date);
        }
    }
    CHECK(first_rung.size() >= 4 * 3);
    CHECK(continuous.size() >= 3);
}

TEST_CASE("a policy that cannot be is refused by its key", "[planner][rules]") {
    for (const char* line :
         {"session_cap = 1.2", "growth_after_walk_run = 1.4", "walk_run_days = 1",
          "layoff_ladder = [0.5, 0.7]", "layoff_ladder = [0.9, 0.8, 0.7, 0.5]",
          "layoff_ladder = [0.5, 0.7, 0.8, 1.2]", "layoff_ladder = 0.5", "long_run_share = 0.5",
          "sprint_growth_m = 76", "sprint_exposures = 16", "match_share = [0.5]",
          "match_share = [0.6, 0.5]"}) {
        INFO(line);
        CHECK_THROWS_WITH(athlete_with(line), Contains("a.toml:4"));
    }
}

TEST_CASE("the page and the document of the rules name each with value, source and key",
          "[reports][rules]") {
    const std::vector<RuleInfo> rules = rules_for(athlete_with("session_cap = 1.05"));
    const std::vector<RuleInfo> soft = wishes();
    reports::RulesInForce in_force;
    in_force.of_runs = rules;
    in_force.wishes = soft;
    const std::string page = reports::render_text(
        reports::rules_report(in_force, "Alex Example", day("2026-11-06")), {});
    for (const RuleInfo& rule : rules) {
        CHECK_THAT(page, Contains(rule.id) && Contains(rule.value));
        CHECK(rule.hard);
    }
    CHECK_THAT(page, Contains("<- changed") && Contains("usually 1.10"));
    CHECK(std::none_of(soft.begin(), soft.end(), [](const RuleInfo& wish) { return wish.hard; }));
    const std::string json = reports::rules_json(in_force, "plimsoll 0", day("2026-11-06"));
    CHECK(test::complaints("rules.schema.json", json) == "");
    CHECK_THAT(json, Contains("\"usual\": \"1.10\""));
}

TEST_CASE("the rules of speed say what the athlete's file changed of them", "[planner][rules]") {
    const PathwayLibrary library;
    const Pathway& pathway = library.with_id("acute_strain");
    const auto rules_of = [&](const std::string& line) {
        const Athlete athlete = athlete_with(line);
        const Date start = day("2026-11-07");
        return speed_dose_rules(pathway, PlanPolicy::of(&athlete, start),
                                PlanPolicy::usual(&athlete, start));
    };
    REQUIRE(rules_of("").size() == 3);
    CHECK(reports::changed_rules(rules_of("")).empty());
    CHECK(reports::changed_rules(rules_of("sprint_growth_m = 50")) ==
          std::vector<std::string>{"sprint_growth 50 m (usually 75 m)"});
    CHECK(reports::changed_rules(rules_of("sprint_exposures = 8")) ==
          std::vector<std::string>{
              "sprint_exposures 2 a week, 8 in 8 weeks (usually 2 a week, 12 in 8 weeks)"});
    CHECK(reports::changed_rules(rules_of("match_share = [0.25, 0.5]")) ==
          std::vector<std::string>{"match_share 25/50 % (usually 33/67 %)"});
    const PlanPolicy usual = PlanPolicy::usual(nullptr, day("2026-11-07"));
    CHECK(speed_dose_rules(library.with_id("time_off"), usual, usual).empty());
}
