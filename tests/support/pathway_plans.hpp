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

} // namespace plimsoll::test

#endif
