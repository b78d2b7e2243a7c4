// What holds of every plan: no rule is broken, the earliest week is earliest, more freedom is never
// later.
// SPDX-License-Identifier: Apache-2.0
#include "planner/verify.hpp"
#include "tests/support/plan_oracle.hpp"
#include "tests/support/plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using test::day;
using test::Runner;

namespace {

struct Case {
    Runner runner;
    Date as_of = Date::from_days(0);
    Goal goal;
};

// A runner of any habit who stopped some days ago, and what he wants.
Case any_case() {
    Case c;
    std::vector<std::pair<Weekday, double>> habit;
    for (int d = 0; d < 7; ++d) {
        if (*rc::gen::inRange(0, 2) == 0) {
            habit.emplace_back(static_cast<Weekday>(d), *rc::gen::inRange(20, 250) / 10.0);
        }
    }
    if (habit.empty()) {
        habit.emplace_back(Weekday::sun, 10.0);
    }
    const Date last = day("2026-06-01") + *rc::gen::inRange(0, 14);
    c.runner.sessions = test::weekly_runs(last - *rc::gen::inRange(30, 200), last, habit);
    if (c.runner.sessions.empty()) {
        c.runner.sessions.push_back(test::run_on(last, 8, 48));
    }
    c.as_of = last + *rc::gen::inRange(0, 120);
    if (*rc::gen::inRange(0, 2) == 0) {
        c.runner.athlete.birth_date = day("1960-01-01") + *rc::gen::inRange(0, 16'000);
    }
    if (*rc::gen::inRange(0, 4) == 0) {
        c.runner.athlete.policy.ratio_cap = *rc::gen::inRange(110, 200) / 100.0;
    }
    if (*rc::gen::inRange(0, 2) == 0) {
        c.goal.weekly_distance_m = 100.0 * *rc::gen::inRange(50, 800);
    }
    return c;
}

PlanResult plan_of(const Case& c) {
    return c.runner.plan(c.as_of, c.goal, 16);
}

} // namespace

TEST_CASE("properties: no plan breaks a hard rule", "[properties][planner]") {
    CHECK(rc::check("the verifier agrees", [] {
        const Case c = any_case();
        const PlanResult plan = plan_of(c); // throws where the verifier disagrees
        const Background background = c.runner.background(c.as_of);
        RC_TAG(std::string(to_string(plan.status)));
        if (plan.status == PlanStatus::planned) {
            const Rules rules = base_rules(background, plan.policy);
            RC_ASSERT(violations_of(plan.schedule, background, plan.policy, rules).empty());
            RC_ASSERT(test::broken_in(c.runner, c.as_of, plan, background.usual_weekly_m).empty());
            const PlannedWeek& last = plan.schedule.weeks.back();
            RC_ASSERT(plan.schedule.week_distance_m(last) >= plan.demand_m - 0.5);
            RC_ASSERT(plan.schedule.days.size() == 7 * plan.schedule.weeks.size());
        } else {
            RC_ASSERT(!plan.earliest_day.has_value());
            RC_ASSERT(plan.schedule.days.empty());
        }
    }));
}

TEST_CASE("properties: a date one day before the earliest is infeasible", "[properties][planner]") {
    CHECK(rc::check("earliest is earliest", [] {
        Case c = any_case();
        const PlanResult free = plan_of(c);
        RC_PRE(free.earliest_day.has_value());
        c.goal.date = *free.earliest_day;
        RC_ASSERT(plan_of(c).status == PlanStatus::planned);
        c.goal.date = *free.earliest_day - 1;
        const PlanResult late = plan_of(c);
        RC_ASSERT(late.status == PlanStatus::infeasible);
        RC_ASSERT(late.earliest_day == free.earliest_day);
    }));
}

TEST_CASE("properties: a looser rule is never later", "[properties][planner]") {
    CHECK(rc::check("growth, recovery, ratio", [] {
        Case c = any_case();
        const PlanResult strict = plan_of(c);
        RC_PRE(strict.earliest_day.has_value());
        c.runner.athlete.policy.ratio_cap.reset();
        c.runner.athlete.policy.weekly_growth = 1.25;
        const PlanResult loose = plan_of(c);
        RC_ASSERT(loose.earliest_day.has_value());
        RC_ASSERT(*loose.earliest_day <= *strict.earliest_day);
    }));
}

TEST_CASE("properties: the same input gives the same plan", "[properties][planner]") {
    CHECK(rc::check("deterministic", [] {
        const Case c = any_case();
        const PlanResult a = plan_of(c);
        const PlanResult b = plan_of(c);
        RC_ASSERT(a.status == b.status);
        RC_ASSERT(a.schedule.days.size() == b.schedule.days.size());
        for (std::size_t i = 0; i < a.schedule.days.size(); ++i) {
            RC_ASSERT(a.schedule.days[i].session.distance_m ==
                      b.schedule.days[i].session.distance_m);
        }
    }));
}
