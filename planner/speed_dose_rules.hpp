// The rules of speed and turns: how much of them a plan holds.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SPEED_DOSE_RULES_HPP
#define PLIMSOLL_PLANNER_SPEED_DOSE_RULES_HPP

#include "planner/rule.hpp"

#include <vector>

namespace plimsoll::planner {

inline constexpr const char* rule_of_sprint_growth = "sprint_growth";
inline constexpr const char* rule_of_sprint_exposures = "sprint_exposures";
inline constexpr const char* rule_of_match_share = "match_share";

/// Days above 85 % of top speed in any seven.
inline constexpr int exposures_a_week = 2; // evidence.md 6.1 (Colby 2018): 1 to 2 a week

/// Whether a phase of @p pathway has strides, sprints, turns or team sessions.
bool has_speed_content(const Pathway& pathway);

/// Those that have a say along @p pathway, with what the athlete's file changed of them; none where
/// it has no such content. recovery_week, which holds for speed and turns as for runs, is a rule of
/// the runs.
std::vector<RuleInfo> speed_dose_rules(const Pathway& pathway, const PlanPolicy& policy,
                                       const PlanPolicy& usual);

} // namespace plimsoll::planner

#endif
