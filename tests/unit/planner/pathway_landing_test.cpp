// Jumps along a pathway: never on neighbouring days, and a hold that gives the phase its days back.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_plan.hpp"
#include "planner/phase_spans.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using test::day;
using test::gate_on;
using test::request_for;
using test::Runner;

namespace {

std::vector<Date> days_with_jumps(const Schedule& schedule) {
    std::vector<Date> days;
    for (const PlannedDay& planned : schedule.days) {
        for (const PlannedSession& other : planned.others) {
            if (other.kind == SessionKind::plyometric) {
                days.push_back(planned.date);
            }
        }
    }
    return days;
}

} // namespace

TEST_CASE("jumps never stand on two days in a row, whatever the days of training",
          "[planner][pathway]") {
    using W = Weekday;
    const std::vector<std::vector<Weekday>> weeks{
        {},
        {W::mon, W::wed, W::fri},
        {W::fri, W::sat, W::sun},
        {W::tue, W::wed, W::sat, W::sun},
    };
    for (const char* pathway : {"acute_strain", "silent_strain"}) {
        for (const std::vector<Weekday>& open : weeks) {
            for (const int shift : {0, 1, 3}) { // where the phases end in the week
                Runner runner = test::sore_runner("calf_left");
                runner.athlete.days = open;
                const PlanOnPathway plan =
                    plan_on_pathway(request_for(runner, pathway, day("2026-10-13") + shift, 40));
                INFO(pathway << " " << open.size() << " days, " << shift);
                const std::vector<Date> jumps = days_with_jumps(plan.result.schedule);
                CHECK((plan.result.status != PlanStatus::planned || jumps.size() >= 4));
                for (std::size_t i = 1; i < jumps.size(); ++i) {
                    CHECK(jumps[i] - jumps[i - 1] != 1);
                }
            }
        }
    }
}

TEST_CASE("pain gives the phase its days back from the end of the hold", "[planner][pathway]") {
    Runner runner = test::sore_runner("calf_left");
    runner.events = {gate_on("2026-10-13", "walk_pain_free", 1),
                     test::pain_on("2026-10-13", 0),
                     test::morning_on("2026-10-14", 0),
                     gate_on("2026-10-15", "calf_raises_left", 27),
                     gate_on("2026-10-15", "calf_raises_right", 27),
                     gate_on("2026-10-15", "bent_raises_left", 27),
                     gate_on("2026-10-15", "bent_raises_right", 27),
                     test::pain_on("2026-10-20", 4)};
    const PlanOnPathway plan =
        plan_on_pathway(request_for(runner, "silent_strain", day("2026-10-20"), 40));
    const PathwayPhase& present = plan.path.pathway.phases[plan.path.state->present().phase];
    REQUIRE(present.id == "S3");
    REQUIRE(plan.path.state->hold_until == day("2026-10-27")); // seven days
    // The first jumps come before the first run, as the phase has it: not both on the same day.
    CHECK(plan.path.spans.front().to >= day("2026-10-27") + expected_length(present) - 1);
    const std::vector<Date> jumps = days_with_jumps(plan.result.schedule);
    REQUIRE_FALSE(jumps.empty());
    CHECK(jumps.front() >= day("2026-10-27"));
    CHECK(jumps.front() < test::first_running(plan.result.schedule));
}
