// Plans for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/plans.hpp"

#include "tests/support/sessions.hpp"

namespace plimsoll::test {

Runner runner_until(Date last) {
    Runner runner;
    runner.sessions =
        weekly_runs(last - 200, last,
                    {{Weekday::tue, 8}, {Weekday::thu, 9}, {Weekday::sat, 8}, {Weekday::sun, 15}});
    return runner;
}

std::vector<planner::PlannedDay> runs_of(const planner::PlanResult& plan) {
    std::vector<planner::PlannedDay> runs;
    for (const planner::PlannedDay& day : plan.schedule.days) {
        if (day.session.kind != planner::SessionKind::rest) {
            runs.push_back(day);
        }
    }
    return runs;
}

} // namespace plimsoll::test
