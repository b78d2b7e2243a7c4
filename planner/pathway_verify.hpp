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
inline constexpr const char* rule_of_referral = "refer_first";
inline constexpr const char* rule_of_speed_days = "speed_apart";
inline constexpr const char* rule_of_speed_weeks = "volume_or_intensity";

/// The rules of the pathway for people: no running before the phase that allows it, content of the
/// phase alone, gates in order, and what holds or steps back.
std::vector<RuleInfo> pathway_rules(const Pathway& pathway);

/// What a plan along a pathway is checked against.
struct PathwayEvidence {
    const Pathway& pathway;
    const Subject& subject;
    std::span<const Event> events;
    std::span<const Session> runs;           ///< of the log, those that count for the way back
    Date start;                              ///< the first day of the plan
    std::span<const TeamDay> team_days = {}; ///< of the goal's calendar
};

/// What @p schedule breaks of them, and of speed_apart and volume_or_intensity, which are checked
/// by speed_violations(). Reads the pathway, the events, the schedule and its phases; nothing of
/// the state or the spans.
std::vector<Violation> pathway_violations(const Schedule& schedule,
                                          const PathwayEvidence& evidence);

/// Strides, sprints, changes of direction and team sessions on days in a row; the first three in a
/// week that grows too much to hold them.
std::vector<Violation> speed_violations(const Schedule& schedule, std::span<const Session> runs);

/// @throws DisagreementError  there is a violation.
void verify_pathway(const Schedule& schedule, const PathwayEvidence& evidence);

} // namespace plimsoll::planner

#endif
