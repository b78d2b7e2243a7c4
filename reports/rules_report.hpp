// The rules of a plan with the values in force.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_RULES_REPORT_HPP
#define PLIMSOLL_REPORTS_RULES_REPORT_HPP

#include "planner/pathway.hpp"
#include "planner/rule.hpp"
#include "reports/document.hpp"

#include <optional>
#include <span>
#include <string>

namespace plimsoll::reports {

/// The rules in force for somebody.
struct RulesInForce {
    std::span<const planner::RuleInfo> of_runs;    ///< hard; the planner's
    std::span<const planner::RuleInfo> of_pathway; ///< hard; may be empty
    std::span<const planner::RuleInfo> of_speed; ///< hard; of strides, sprints, turns; may be empty
    std::span<const planner::RuleInfo> wishes;   ///< soft, in their order
    std::string pathway;                         ///< its id; empty: none was named
};

/// Each rule: value, what it says, where it is from, by which key of the athlete's file it is
/// changed, and what it would be without a change.
/// @param subject  whose; may be empty.
Document rules_report(const RulesInForce& rules, const std::string& subject,
                      std::optional<Date> as_of);

/// plimsoll.rules/1
std::string rules_json(const RulesInForce& rules, const std::string& program,
                       std::optional<Date> as_of);

/// "session_cap 1.05 (usually 1.10)", one a change; empty without any.
std::vector<std::string> changed_rules(std::span<const planner::RuleInfo> rules);

} // namespace plimsoll::reports

#endif
