// The rules of a pathway, checked again on the finished plan by other code than that which made it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_VERIFY_HPP
#define PLIMSOLL_PLANNER_PATHWAY_VERIFY_HPP

#include "planner/pathway_plan.hpp"
#include "planner/rule.hpp"

#include <vector>

namespace plimsoll::planner {

/// Ids of its rules.
inline constexpr const char* rule_of_running = "phase_running";
inline constexpr const char* rule_of_content = "phase_content";
inline constexpr const char* rule_of_order = "gates_in_order";
inline constexpr const char* rule_of_pain = "pain_hold";

/// The rules of the pathway for people: no running before the phase that allows it, content of the
/// phase alone, gates in order, and what holds or steps back.
std::vector<RuleInfo> pathway_rules(const Pathway& pathway);

/// What @p schedule breaks of them: `phase_running`, `phase_content`, `gates_in_order`,
/// `pain_hold`. Reads the pathway, the events, the schedule and its phases; nothing of the state or
/// the spans.
/// @param start  the first day of the plan.
std::vector<Violation> pathway_violations(const Schedule& schedule, const Pathway& pathway,
                                          const Subject& subject, std::span<const Event> events,
                                          Date start);

/// @throws DisagreementError  there is a violation.
void verify_pathway(const Schedule& schedule, const Pathway& pathway, const Subject& subject,
                    std::span<const Event> events, Date start);

} // namespace plimsoll::planner

#endif
