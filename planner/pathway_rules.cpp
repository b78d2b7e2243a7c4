// The rules of a pathway in words.
// SPDX-License-Identifier: Apache-2.0
#include "model/words.hpp"
#include "planner/pathway_verify.hpp"
#include "planner/speed_weeks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace plimsoll::planner {
namespace {

const PathwayPhase* first_with_runs(const Pathway& pathway) {
    const auto found =
        std::find_if(pathway.phases.begin(), pathway.phases.end(),
                     [](const PathwayPhase& phase) { return phase.running == Running::plan; });
    return found == pathway.phases.end() ? nullptr : &*found;
}

bool has_speed(const Pathway& pathway) {
    return std::any_of(pathway.phases.begin(), pathway.phases.end(), [](const PathwayPhase& phase) {
        return std::any_of(
            phase.exercises.begin(), phase.exercises.end(),
            [](const Exercise& exercise) { return planner::has_speed(exercise.kind); });
    });
}

// Of all pathways with strides, sprints or changes of direction.
void add_rules_of_speed(std::vector<RuleInfo>& rules) {
    constexpr const char* source = "Green's six running rules (secondary source)";
    rules.push_back(
        {rule_of_speed_days,
         say("Strides, sprints, changes of direction and team sessions never stand on two "
             "days in a row."),
         "a day between", true, source, "expert"});
    rules.push_back(
        {rule_of_speed_weeks,
         say("Volume or intensity in a week, never both: a week that holds more than 1.15 x the "
             "longest of the three before it has no strides, sprints or changes of direction; the "
             "phase lasts as much longer. The number is a choice of ours."),
         fmt::format("{:.2f}", growth_without_speed), true, source, "expert"});
}

} // namespace

std::vector<RuleInfo> pathway_rules(const Pathway& pathway) {
    std::vector<RuleInfo> rules;
    const auto source = [&](const Grounds& grounds) {
        return grounds.source == policy_source ? "policy of Plimsoll"
                                               : std::string(pathway.source_name(grounds));
    };
    const auto add = [&](std::string id, std::string statement, std::string value,
                         const Grounds& grounds) {
        rules.push_back({std::move(id), std::move(statement), std::move(value), true,
                         source(grounds), std::string(to_string(grounds.evidence))});
    };
    if (const PathwayPhase* runs = first_with_runs(pathway);
        runs != nullptr && pathway.of_injury()) {
        std::string statement = say("No planned run before phase {}.", runs->id);
        std::string value = "from " + runs->id;
        Grounds grounds = runs->grounds;
        for (const PathwayPhase& phase : pathway.phases) {
            if (phase.not_before) {
                statement += " " + phase.not_before->text;
                value += say(", day {}", phase.not_before->day);
                grounds = phase.not_before->grounds;
            }
        }
        add(rule_of_running, statement, value, grounds);
    }
    add(rule_of_order, say("A phase begins when all gates of the one before it are passed."),
        say("{} phases", pathway.phases.size()), pathway.grounds);
    add(rule_of_content,
        say("A day has the content of its phase and no other, no more often than it says."),
        say("by phase"), {std::string(policy_source), Evidence::policy, true});
    if (has_speed(pathway)) {
        add_rules_of_speed(rules);
    }
    for (const PathwayPhase& phase : pathway.phases) {
        for (const Gate& gate : phase.gates) {
            if (!gate.refer_if_failed.empty()) {
                add(fmt::format("{}_refers", gate.from),
                    say("{}: if not, no plan is made. {}", gate.text, gate.refer_if_failed),
                    "refer", gate.grounds);
            }
        }
    }
    for (const HoldRule& rule : pathway.rules) {
        const bool pain = rule.when == HoldRule::When::pain_above;
        const Quantity quantity = pain ? Quantity::pain_score : Quantity::days;
        add(rule.id, rule.text,
            rule.limit ? in_words(*rule.limit, quantity)
                       : std::string(rule.then == HoldRule::Then::back ? "back" : "hold"),
            rule.grounds);
    }
    return rules;
}

} // namespace plimsoll::planner
