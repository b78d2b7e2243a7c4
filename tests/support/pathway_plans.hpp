// Plans along pathways for tests.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_PATHWAY_PLANS_HPP
#define PLIMSOLL_TESTS_SUPPORT_PATHWAY_PLANS_HPP

#include "planner/pathway_library.hpp"
#include "planner/pathway_plan.hpp"
#include "tests/support/plans.hpp"

#include <string>

namespace plimsoll::test {

/// The shipped pathways, read once.
const planner::PathwayLibrary& pathways();

/// What is asked of a plan for @p runner; keeps nothing alive.
planner::PathwayRequest request_for(const Runner& runner, const std::string& pathway, Date as_of,
                                    int weeks = 26);

/// The first day with running of any kind; fails where there is none.
Date first_running(const planner::Schedule& schedule);

inline constexpr const char* onset = "2026-10-12"; // the day after the last run of 40 km a week

/// A runner who tore the left calf on the day after a last run of 15 km.
Runner hurt_runner();
/// The same, with a pain that began at @p site.
Runner sore_runner(const char* site);
/// The records that pass A0 on day 2, A1 on day 7, A2 on day 14 and A3 on day 21.
std::vector<Event> passed_to_walk_run();
const planner::Phase& phase_of(const planner::Schedule& schedule, const std::string& id);
std::vector<planner::PlannedDay> runs_of(const planner::Schedule& schedule,
                                         planner::SessionKind kind);

} // namespace plimsoll::test

#endif
