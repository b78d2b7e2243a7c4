// A rule of the planner: one object that constrains the model and, by other means, checks the plan.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RULE_HPP
#define PLIMSOLL_PLANNER_RULE_HPP

#include "planner/background.hpp"
#include "planner/check_context.hpp"
#include "planner/frame.hpp"
#include "planner/horizon_model.hpp"

#include <memory>
#include <string>
#include <vector>

namespace plimsoll::planner {

struct RuleInfo {
    std::string id;
    std::string statement; ///< for people, with the value in force
    std::string value;     ///< the parameter, e.g. "1.10"
    bool hard = true;
    std::string source;
    std::string evidence; ///< trial, cohort, expert, convention, policy
    std::string key = {}; ///< of [policy] in the athlete's file, which changes the value; or empty
    std::string usual = {}; ///< the value without that file's change; empty: as usual
};

/// A hard rule that a schedule breaks.
struct Violation {
    std::string rule;
    Date date;
    double by_m; ///< too far by so many metres; 0 where it is not a matter of distance
};

class Rule {
public:
    Rule() = default;
    Rule(const Rule&) = delete;
    Rule& operator=(const Rule&) = delete;
    Rule(Rule&&) = delete;
    Rule& operator=(Rule&&) = delete;
    virtual ~Rule() = default;

    virtual RuleInfo info() const = 0;
    /// Adds the rule's rows to the model; nothing where the frame keeps it already.
    virtual void constrain(HorizonModel& model) const = 0;
    /// Re-derives the rule from the finished schedule through risk/, sharing no code with
    /// constrain().
    virtual void check(const CheckContext& context, std::vector<Violation>& out) const = 0;
};

using Rules = std::vector<std::unique_ptr<Rule>>;

/// Every rule of a plan of distances, in the order in which they are named as the limit of a
/// session when several bind. @param event  the race or match, where the plan leads to one.
Rules base_rules(const Background& background, const PlanPolicy& policy,
                 const std::optional<EventDay>& event = {});

/// What each of them says, and what the athlete's file changed of it.
std::vector<RuleInfo> rules_in_force(const Background& background, const PlanPolicy& policy,
                                     const std::optional<EventDay>& event = {});

/// Metres by which a finished plan may pass a limit: the rounding of the solver, never of the plan.
inline constexpr double check_tolerance_m = 0.5;

} // namespace plimsoll::planner

#endif
