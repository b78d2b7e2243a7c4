// The days of a plan as a table to tick.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PLAN_DAYS_HPP
#define PLIMSOLL_REPORTS_PLAN_DAYS_HPP

#include "planner/plan.hpp"
#include "reports/document.hpp"

#include <string>

namespace plimsoll::reports {

/// Whether @p day is in the year of the day of the plan.
bool is_of_plan_year(Date day, const planner::PlanResult& plan);
/// Without the year of the day of the plan; with any other year.
std::string day_of_table(Date day, const planner::PlanResult& plan);

/// A run in words: "5 x walk 1 + run 4 min", "run".
std::string session_name(const planner::PlannedSession& session);
/// What else a day holds, in words: "nerve glides".
std::string session_name(planner::SessionKind kind);

/// The same with its dose, where it has one: "4 sprints of 30 m at 90 %".
std::string content_name(const planner::PlannedSession& session);

/// The run and what else a day holds, running first; empty of a day of rest.
std::string whole_day(const planner::PlannedDay& day);

/// Runs alone, week by week, with the rule that limits each.
void add_days(Document& document, const planner::PlanResult& plan);

/// The first seven days, each in a row.
void add_first_week(Document& document, const planner::PlanResult& plan);

/// Runs and what the pathway adds: by week, a day a row; or by phase behind the first week, a row
/// for each run, and those days of a phase together that hold no run.
void add_phase_days(Document& document, const planner::PlanResult& plan, bool by_phase);

} // namespace plimsoll::reports

#endif
