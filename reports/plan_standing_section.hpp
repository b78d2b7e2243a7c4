// A week held against the plan that was made for it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PLAN_STANDING_SECTION_HPP
#define PLIMSOLL_REPORTS_PLAN_STANDING_SECTION_HPP

#include "planner/plan_standing.hpp"
#include "reports/document.hpp"
#include "reports/json_head.hpp"

#include <string>

namespace plimsoll::reports {

/// A rule of planner::off_plan_rules() that holds, in words.
std::string off_plan_text(const planner::OffPlan& off, const Customs& customs);

/// "on plan", "off plan", "begins later", "over".
std::string plan_in_words(const planner::PlanStanding& standing);

enum class StandingDetail : std::uint8_t {
    brief, ///< on the page of one athlete of a squad
    full   ///< and how runs are held against planned ones
};

/// What the plan asked of the week and what was run of it, what the next seven days ask for, and
/// whether the next run is above the ceiling.
void add_plan_standing(Document& document, const planner::PlanStanding& standing,
                       StandingDetail detail);

/// The key "plan" of an athlete of plimsoll.squad/1.
Json json_of_standing(const planner::PlanStanding& standing);

} // namespace plimsoll::reports

#endif
