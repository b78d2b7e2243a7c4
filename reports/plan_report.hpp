// A plan as a page.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PLAN_REPORT_HPP
#define PLIMSOLL_REPORTS_PLAN_REPORT_HPP

#include "planner/plan.hpp"
#include "reports/document.hpp"

#include <string>

namespace plimsoll::reports {

/// The answer, the weeks, the days with the rule that limits each, the rules. Without a plan: why,
/// what the wished date would break and by how much, and the earliest day.
Document plan_report(const planner::PlanResult& plan, const planner::Background& background,
                     const std::string& subject);

/// plimsoll.plan/1
std::string plan_json(const planner::PlanResult& plan, const std::string& program, Date as_of);

} // namespace plimsoll::reports

#endif
