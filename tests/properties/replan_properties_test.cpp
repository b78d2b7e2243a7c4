// What holds of every plan that goes on: a log that followed it exactly changes nothing.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_library.hpp"
#include "tests/support/followed.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <cstdint>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using test::day;
using test::Runner;

namespace {

struct Case {
    Runner runner;
    std::string pathway = "time_off";
    Date as_of = Date::from_days(0);
};

Runner any_runner(Date last) {
    std::vector<std::pair<Weekday, double>> habit;
    for (int d = 0; d < 7; ++d) {
        if (*rc::gen::inRange(0, 2) == 0) {
            habit.emplace_back(static_cast<Weekday>(d), *rc::gen::inRange(40, 100) / 10.0);
        }
    }
    if (habit.empty()) {
        habit.emplace_back(Weekday::sun, 10.0);
    }
    Runner runner;
    runner.sessions = test::weekly_runs(last - 120, last, habit);
    runner.athlete.id = "alex";
    if (*rc::gen::inRange(0, 2) == 0) {
        runner.athlete.birth_date = day("1960-01-01") + *rc::gen::inRange(0, 16'000);
    }
    if (*rc::gen::inRange(0, 3) == 0) {
        runner.athlete.policy.ratio_cap = 1.3;
    }
    return runner;
}

// After time off of any length, or at the start of a way back.
Case any_case(const std::string& pathway) {
    Case c;
    const Date last = day("2026-10-11");
    c.runner = any_runner(last);
    c.pathway = pathway;
    const bool injured = test::pathways().with_id(c.pathway).of_injury();
    c.as_of = last + *rc::gen::inRange(1, injured ? 6 : 60);
    if (injured) {
        c.runner.injuries = {{"calf_left_soleus", "", last + 1, std::nullopt, std::nullopt}};
    }
    if (c.pathway != "time_off" && *rc::gen::inRange(0, 2) == 0) {
        c.runner.athlete.plays = Sport::soccer;
    }
    return c;
}

// On two days of it, one of them the last that leaves a day to plan. False: there is no plan.
bool follow_exactly(const Case& c, int seed) {
    const std::string before = test::plan_document(c.runner, c.pathway, c.as_of, 15'000.0);
    if (before.find("\"status\": \"planned\"") == std::string::npos) {
        return false;
    }
    const PlanFile file = plan_from_json(before, "plan.json");
    const int days = file.last_day() - c.as_of;
    for (const int after : {seed * 7 % days, days - 1}) {
        const Date today = c.as_of + after;
        INFO(c.pathway << " made on " << to_string(c.as_of) << ", today " << to_string(today));
        Runner runner = c.runner;
        test::follow(runner, file.plan.schedule, c.as_of + 1, today);
        test::pass_as_expected(runner, file.plan.schedule, c.pathway);
        const Replan continued = test::replanned(runner, file, today);
        for (const ReplanReason& reason : continued.reasons) {
            UNSCOPED_INFO(reason.id << ": " << reason.text);
        }
        CHECK(continued.kept);
        CHECK(continued.changes.empty());
        const std::string after_it = test::document_of(continued, today);
        CHECK(test::days_behind(after_it, today) == test::days_behind(before, today));
    }
    return true;
}

// So few that they take a second or two; RC_PARAMS does not reach them.
void check_cases(int count, const std::vector<std::string>& pathways) {
    int planned = 0;
    for (int i = 0; i < count; ++i) {
        const Case c = rc::gen::exec([&] {
                           return any_case(pathways[static_cast<std::size_t>(i) % pathways.size()]);
                       })(rc::Random(static_cast<std::uint64_t>(i) + 20261122), 50)
                           .value();
        planned += follow_exactly(c, i) ? 1 : 0;
    }
    CHECK(2 * planned > count);
}

} // namespace

TEST_CASE("properties: a plan after time off that was followed exactly stays byte for byte",
          "[properties][replan]") {
    check_cases(6, {"time_off"});
}

TEST_CASE("properties: a plan along gates that was followed exactly stays byte for byte",
          "[properties][replan]") {
    check_cases(5,
                {"acute_strain", "silent_strain", "neural_tension", "preseason", "conditioning"});
}
