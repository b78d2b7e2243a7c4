// A plan as a page.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PLAN_REPORT_HPP
#define PLIMSOLL_REPORTS_PLAN_REPORT_HPP

#include "planner/pathway_plan.hpp"
#include "planner/plan.hpp"
#include "planner/replan.hpp"
#include "reports/document.hpp"

#include <optional>
#include <span>
#include <string>

namespace plimsoll::reports {

/// The answer, the weeks, the days with the rule that limits each, the rules. Without a plan: why,
/// what the wished date would break and by how much, and the earliest day. With a pathway also its
/// phases, gates and daily content, and its sources.
/// @param path    of the plan; null: a plan of runs alone.
/// @param events  of the athlete: what was counted of calf raises.
Document plan_report(const planner::PlanResult& plan, const planner::Background& background,
                     const std::string& subject, const planner::PathwayPlan* path = nullptr,
                     std::span<const Event> events = {}, const Customs& customs = {});

/// Whose plan it is, and what it goes on from.
struct PlanIssue {
    std::string athlete;                        ///< the id; empty: the log names nobody
    const planner::Replan* continued = nullptr; ///< null: a new plan
};

/// plimsoll.plan/1
/// @param path   of the plan; null: a plan of runs alone, after time off.
/// @param doubt  why the pathway may be the wrong one.
std::string plan_json(const planner::PlanResult& plan, const std::string& program, Date as_of,
                      const planner::PathwayPlan* path = nullptr,
                      const std::optional<std::string>& doubt = std::nullopt,
                      const PlanIssue& issue = {});

} // namespace plimsoll::reports

#endif
