// Plans for tests.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_PLANS_HPP
#define PLIMSOLL_TESTS_SUPPORT_PLANS_HPP

#include "planner/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::test {

/// A runner and what a plan for him needs; keeps the sessions and the athlete alive.
struct Runner {
    std::vector<Session> sessions;
    Athlete athlete;
    std::vector<Injury> injuries;
    std::vector<Event> events;
    std::optional<std::string> hold;

    planner::Background background(Date as_of) const {
        return planner::background_of(sessions, &athlete, injuries, true, as_of, events, hold);
    }

    planner::PlanResult plan(Date as_of, const planner::Goal& goal = {}, int weeks = 26) const {
        return planner::make_plan(background(as_of), goal, weeks);
    }
};

/// 40 km a week on four days (8, 9, 8 and 15 km on Tue, Thu, Sat and Sun) up to @p last, six
/// minutes a kilometre.
Runner runner_until(Date last);

/// The days with a session.
std::vector<planner::PlannedDay> runs_of(const planner::PlanResult& plan);

} // namespace plimsoll::test

#endif
