// Plans that go on, for tests.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_FOLLOWED_HPP
#define PLIMSOLL_TESTS_SUPPORT_FOLLOWED_HPP

#include "planner/plan_file.hpp"
#include "planner/replan.hpp"
#include "tests/support/plans.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::test {

/// The plan of @p runner along @p pathway as plimsoll.plan/1, of 26 weeks at most.
std::string plan_document(const Runner& runner, const std::string& pathway, Date as_of,
                          std::optional<double> weekly_m = {});
/// The same, read back.
planner::PlanFile plan_file(const Runner& runner, const std::string& pathway, Date as_of);

/// Adds to the log what @p schedule has from @p from to @p to, exactly: a session of soccer for a
/// team session, a run for any other distance.
void follow(Runner& runner, const planner::Schedule& schedule, Date from, Date to);

/// Records that pass every gate of each phase of @p schedule on its last day, and those of the
/// first phase again every four weeks where records are forgotten.
void pass_as_expected(Runner& runner, const planner::Schedule& schedule,
                      const std::string& pathway);

planner::Replan replanned(const Runner& runner, const planner::PlanFile& file, Date as_of);
/// What the program writes of it.
std::string document_of(const planner::Replan& continued, Date as_of);

/// The days of a document behind @p as_of, byte by byte.
std::string days_behind(const std::string& document, Date as_of);

} // namespace plimsoll::test

#endif
