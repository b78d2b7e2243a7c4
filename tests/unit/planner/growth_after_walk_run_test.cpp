// Behind the walk-run ladder no week leaps.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/growth_after_walk_run.hpp"
#include "planner/verify.hpp"
#include "tests/support/plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using test::day;
using test::Runner;

namespace {

bool names(const std::vector<RuleInfo>& rules, const std::string& id) {
    return std::any_of(rules.begin(), rules.end(),
                       [&](const RuleInfo& rule) { return rule.id == id; });
}

} // namespace

TEST_CASE("behind walk-run weeks a week grows by 30 % at most up to the fifth week back",
          "[planner][growth]") {
    // 40 km a week until 40 days ago: three weeks of walk-run, then weeks 4 and 5. By the shares of
    // the layoff ladder alone week 4 might hold 90 % of 40 km = 36 km.
    const Runner runner = test::runner_until(day("2026-09-27"));
    const Date as_of = day("2026-11-06");
    const PlanResult plan = runner.plan(as_of, {}, 52);
    REQUIRE(plan.status == PlanStatus::planned);
    CHECK(names(plan.rules, GrowthAfterWalkRun::id));
    const std::vector<PlannedWeek>& weeks = plan.schedule.weeks;
    int bound = 0;
    for (std::size_t w = 1; w < weeks.size() && weeks[w].week_back <= 5; ++w) {
        const bool walks = std::any_of(
            plan.schedule.days.begin(), plan.schedule.days.end(), [&](const PlannedDay& planned) {
                return planned.date >= weeks[w].from && planned.date <= weeks[w].to() &&
                       planned.session.kind == SessionKind::walk_run;
            });
        if (walks || weeks[w].recovery) {
            continue;
        }
        std::size_t before = w - 1;
        while (weeks[before].recovery) {
            --before;
        }
        CHECK(plan.schedule.week_distance_m(weeks[w]) <=
              1.30 * plan.schedule.week_distance_m(weeks[before]) + 0.5);
        ++bound;
    }
    CHECK(bound >= 1);
}

TEST_CASE("that growth behind the ladder binds is policy, and its study was not significant",
          "[planner][growth]") {
    // evidence.md 2: "secondary text only", over two weeks, 1.59 (0.96-2.66), p = 0.07.
    const RuleInfo info = GrowthAfterWalkRun(1.30).info();
    CHECK(info.evidence == "policy");
    CHECK_THAT(info.source, Contains("over two weeks, HR 1.59 (0.96-2.66), not significant"));
    CHECK_THAT(info.statement, Contains("a choice of ours"));
}

TEST_CASE("the verifier sees a leap behind the walk-run weeks", "[planner][growth]") {
    const Runner runner = test::runner_until(day("2026-09-27"));
    const Background background = runner.background(day("2026-11-06"));
    const PlanResult plan = make_plan(background, {}, 52);
    REQUIRE(plan.status == PlanStatus::planned);
    Schedule leaping = plan.schedule;
    bool first = true;
    for (PlannedDay& planned : leaping.days) {
        if (planned.session.kind == SessionKind::run && first) {
            planned.session.distance_m += 10'000.0;
            first = false;
        }
    }
    const Rules rules = base_rules(background, plan.policy);
    std::vector<std::string> broken;
    for (const Violation& violation : violations_of(leaping, background, plan.policy, rules)) {
        broken.push_back(violation.rule);
    }
    CHECK(std::find(broken.begin(), broken.end(), GrowthAfterWalkRun::id) != broken.end());
}

TEST_CASE("a return that needs no walk-run keeps the shares of its ladder", "[planner][growth]") {
    // 20 days off: 50 %, then 70 % of 40 km is 1.4 x, which the shares allow.
    const Runner runner = test::runner_until(day("2026-10-11"));
    const PlanResult plan = runner.plan(day("2026-10-31"));
    REQUIRE(plan.status == PlanStatus::planned);
    CHECK_FALSE(names(plan.rules, GrowthAfterWalkRun::id));
    CHECK(plan.schedule.week_distance_m(plan.schedule.weeks[1]) >
          1.30 * plan.schedule.week_distance_m(plan.schedule.weeks[0]));
}
