// Of a plan that goes on: whether it was kept, what was done of it, what changed and why.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_CONTINUED_SECTION_HPP
#define PLIMSOLL_REPORTS_CONTINUED_SECTION_HPP

#include "planner/replan.hpp"
#include "reports/document.hpp"

#include <string>

namespace plimsoll::reports {

/// How runs are held against planned ones.
std::string runs_held_against_planned(const Customs& customs);

/// In front of the plan's page: kept or made anew and why, done against planned, gates and pain
/// since. Behind its last line: each day that differs, as it was and as it is.
void add_continued(Document& document, const planner::Replan& continued);

} // namespace plimsoll::reports

#endif
