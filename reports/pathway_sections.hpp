// The parts of a plan's pages that are about its pathway: phases, gates, what to do, what others
// took. SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PATHWAY_SECTIONS_HPP
#define PLIMSOLL_REPORTS_PATHWAY_SECTIONS_HPP

#include "planner/pathway_plan.hpp"
#include "reports/document.hpp"

#include <cstdint>

namespace plimsoll::reports {

/// The answer: the phase of today and until when, the first day of running, what holds.
void add_place(Document& document, const planner::PlanResult& plan,
               const planner::PathwayPlan& path);
/// Every phase with its days: those that were, the present one, those to come.
void add_phases(Document& document, const planner::PlanResult& plan,
                const planner::PathwayPlan& path);
/// Which phases a part of the page is about.
enum class Phases : std::uint8_t {
    now,   ///< the present one, and those that begin within the first week of the plan
    later, ///< the others; of gates also those that are passed
    all
};

/// Boxes to tick, phase by phase; behind those not ticked how to measure and what to record.
void add_gates(Document& document, const planner::PathwayPlan& path, Phases which);
/// What each day of the phases holds, with doses.
void add_phase_content(Document& document, const planner::PathwayPlan& path, Phases which);
/// What holds, what steps back, what goes to a clinician.
void add_hold_rules(Document& document, const planner::PathwayPlan& path);
/// Calf raises beside the norm of age and sex; nothing where none are recorded.
void add_calf_raises(Document& document, const planner::PathwayPlan& path,
                     std::span<const Event> events, Date as_of);
/// From onset to return in those who were studied; nothing where the pathway has no such days.
void add_expected_days(Document& document, const planner::PathwayPlan& path);
/// Where the article and the evidence differ; what else is to be known.
void add_remarks(Document& document, const planner::PathwayPlan& path);
/// That a file of a user's own loosens the pathway; nothing where it does not.
void add_loosened(Document& document, const planner::PathwayPlan& path);
/// What a file of a user's own has otherwise; nothing of a shipped pathway.
void add_pathway_changes(Document& document, const planner::PathwayPlan& path);
/// Sources of the pathway.
void add_pathway_sources(Document& document, const planner::PathwayPlan& path);

} // namespace plimsoll::reports

#endif
