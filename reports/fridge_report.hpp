// A plan on a single page for the fridge.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_FRIDGE_REPORT_HPP
#define PLIMSOLL_REPORTS_FRIDGE_REPORT_HPP

#include "planner/pathway_plan.hpp"
#include "planner/plan.hpp"
#include "reports/document.hpp"

#include <span>
#include <string>

namespace plimsoll::reports {

/// The weeks of a plan with what each day holds, when to hold, the gates before the next phase, and
/// the doses of the first week. Reasons, rules and sources stay on the pages of plan_report().
///
/// A day of a phase to come is marked: its phase begins only when every gate
/// before it is passed. A document for one page: weeks that do not fit are left out, and it says
/// from when on.
///
/// @param remarks  that stand above everything else.
/// @throws PreconditionError  there is no plan.
Document fridge_report(const planner::PlanResult& plan, const planner::PathwayPlan& path,
                       const std::string& subject, std::span<const std::string> remarks = {},
                       const Customs& customs = {});

} // namespace plimsoll::reports

#endif
