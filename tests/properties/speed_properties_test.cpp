// What holds of every plan of speed and turns.
// SPDX-License-Identifier: Apache-2.0
#include "planner/speed_model.hpp"
#include "tests/support/sessions.hpp"
#include "tests/support/speed_plans.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using test::SpeedPlan;

namespace {

SpeedPlan any_plan() {
    const int weeks = *rc::gen::inRange(1, 8);
    const bool known = *rc::gen::arbitrary<bool>();
    SpeedPlan plan(weeks, known ? std::optional(*rc::gen::inRange(50, 110) / 10.0) : std::nullopt);
    const auto effort = [] { return *rc::gen::inRange(10, 20) * 5; };
    for (const SessionKind kind :
         {SessionKind::strides, SessionKind::sprint, SessionKind::change_of_direction}) {
        const int low = *rc::gen::inRange(1, 8);
        const int from = effort();
        const bool turning = kind == SessionKind::change_of_direction;
        plan.exercise(std::string(to_string(kind)), kind, low, low + *rc::gen::inRange(0, 6),
                      turning ? 0 : *rc::gen::inRange(1, 9) * 10, from, std::max(from, effort()));
    }
    for (int week = 0; week < weeks; ++week) {
        for (int day = 0; day < 7; ++day) {
            switch (*rc::gen::inRange(0, 8)) {
            case 0:
                plan.put("strides", week, day);
                break;
            case 1:
                plan.put("sprint", week, day);
                break;
            case 2:
                plan.put("change_of_direction", week, day);
                break;
            case 3:
                plan.team_session(week, day);
                break;
            default:
                break;
            }
        }
        plan.schedule.weeks[static_cast<std::size_t>(week)].recovery = week % 4 == 3;
    }
    if (*rc::gen::arbitrary<bool>()) {
        plan.demand.sprint_m = SpeedFigure{*rc::gen::inRange(1, 600) * 1.0, "any"};
    }
    if (*rc::gen::arbitrary<bool>()) {
        plan.demand.high_speed_m = SpeedFigure{*rc::gen::inRange(1, 1500) * 1.0, "any"};
    }
    if (*rc::gen::arbitrary<bool>()) {
        plan.demand.changes_of_direction = SpeedFigure{*rc::gen::inRange(1, 200) * 1.0, "any"};
    }
    if (*rc::gen::arbitrary<bool>()) {
        plan.match(weeks - 1, 6);
    }
    const int logged = *rc::gen::inRange(0, 6);
    for (int i = 0; i < logged; ++i) {
        Session run = test::run_on(SpeedPlan::start() - *rc::gen::inRange(1, 30), 5.0);
        run.high_speed_m = *rc::gen::inRange(0, 400) * 1.0;
        run.max_speed_mps = *rc::gen::inRange(30, 90) / 10.0;
        plan.log.push_back(run);
    }
    std::sort(plan.log.begin(), plan.log.end(), earlier);
    return plan;
}

} // namespace

TEST_CASE("no plan of speed breaks a rule", "[properties][planner][speed_doses]") {
    CHECK(rc::check("no rule is broken, by the other code's judgement", [] {
        SpeedPlan plan = any_plan();
        plan.summary = set_speed_doses(plan.schedule, {plan.pathway, plan.policy, plan.demand,
                                                       &plan.athlete, plan.log, plan.log});
        RC_ASSERT(plan.violations().empty());
    }));
}

TEST_CASE("a larger growth of metres at speed never leaves less before the match",
          "[properties][planner][speed_doses]") {
    CHECK(rc::check("looser, never less", [] {
        const SpeedPlan plan = any_plan();
        // Of the first measure that is asked for; before amounts are made whole.
        const auto measure = plan.demand.sprint_m       ? &SpeedPart::sprint_m
                             : plan.demand.high_speed_m ? &SpeedPart::high_speed_m
                                                        : &SpeedPart::turns;
        const auto& asked = plan.demand.sprint_m       ? plan.demand.sprint_m
                            : plan.demand.high_speed_m ? plan.demand.high_speed_m
                                                       : plan.demand.changes_of_direction;
        RC_PRE(asked.has_value());
        const auto held = [&](double growth_m) {
            PlanPolicy policy = plan.policy;
            policy.sprint_growth_m = growth_m;
            const SpeedFrame frame =
                make_speed_frame(plan.schedule, {plan.pathway, policy, plan.demand, &plan.athlete,
                                                 plan.log, plan.log});
            const std::vector<SpeedRow> rows = speed_rows(frame, policy);
            const std::vector<double> amounts = wanted_amounts(frame, rows, plan.demand);
            double sum = 0.0;
            for (const auto& [part, factor] : before_match(frame, measure)) {
                sum += factor * amounts.at(part);
            }
            return std::min(sum, asked->value);
        };
        RC_ASSERT(held(75.0) >= held(40.0) - 1e-3);
    }));
}
