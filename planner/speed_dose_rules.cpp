// The rules of speed and turns in words.
// SPDX-License-Identifier: Apache-2.0
#include "planner/speed_dose_rules.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace plimsoll::planner {
namespace {

bool holds_kind(const Pathway& pathway, bool (*is_one)(SessionKind)) {
    return std::any_of(
        pathway.phases.begin(), pathway.phases.end(), [&](const PathwayPhase& phase) {
            return std::any_of(phase.exercises.begin(), phase.exercises.end(),
                               [&](const Exercise& exercise) { return is_one(exercise.kind); });
        });
}

bool is_fast(SessionKind kind) {
    return kind == SessionKind::strides || kind == SessionKind::sprint;
}

bool is_team_session(SessionKind kind) {
    return kind == SessionKind::team_training;
}

RuleInfo sprint_growth(double metres) {
    return {rule_of_sprint_growth,
            say("Metres above 19.8 km/h in a week rise by less than {:g} m over the last week that "
                "was none of recovery and held some, at most three weeks back; without one by less "
                "than that from nothing. In soccer players a rise of 75 to 105 m went with more "
                "injuries (OR 6.12, 90 % CI 4.66-8.29). The match itself is not counted.",
                metres),
            fmt::format("{:g} m", metres),
            true,
            "Malone et al. 2018, doi:10.1016/j.jsams.2017.05.016",
            "cohort",
            "sprint_growth_m"};
}

RuleInfo sprint_exposures(int most) {
    return {rule_of_sprint_exposures,
            say("At most {} days with an effort of 85 % of top speed or more in any seven, "
                "at most {} in any 8 weeks. 11 to 12 in 8 weeks went with the fewest "
                "injuries of Australian footballers. Days of the log count where the "
                "athlete's file has max_speed_mps; team sessions and matches do not.",
                exposures_a_week, most),
            say("{} a week, {} in 8 weeks", exposures_a_week, most),
            true,
            "Colby et al. 2018, Int J Sports Physiol Perform 13:1130",
            "cohort",
            "sprint_exposures"};
}

RuleInfo match_share(const std::array<double, 2>& shares) {
    return {
        rule_of_match_share,
        say("A team session holds at most {:.0f} % of the match's turns and metres at speed in "
            "the first week of team sessions, {:.0f} % in the second, then all of it; and of its "
            "metres at speed no larger part is sprinted than in the match.",
            100.0 * shares.front(), 100.0 * shares.back()),
        fmt::format("{:.0f}/{:.0f} %", 100.0 * shares.front(), 100.0 * shares.back()),
        true,
        "policy of Plimsoll",
        "policy",
        "match_share"};
}

} // namespace

bool has_speed_content(const Pathway& pathway) {
    return holds_kind(pathway, [](SessionKind kind) { return has_speed(kind); }) ||
           holds_kind(pathway, is_team_session);
}

std::vector<RuleInfo> speed_dose_rules(const Pathway& pathway, const PlanPolicy& policy,
                                       const PlanPolicy& usual) {
    std::vector<RuleInfo> rules;
    const auto add = [&](RuleInfo rule, const RuleInfo& as_usual) {
        if (rule.value != as_usual.value) {
            rule.usual = as_usual.value;
        }
        rules.push_back(std::move(rule));
    };
    const bool team = holds_kind(pathway, is_team_session);
    if (holds_kind(pathway, is_fast)) {
        add(sprint_growth(policy.sprint_growth_m), sprint_growth(usual.sprint_growth_m));
        add(sprint_exposures(policy.sprint_exposures), sprint_exposures(usual.sprint_exposures));
    }
    if (team) {
        add(match_share(policy.match_share), match_share(usual.match_share));
    }
    return rules;
}

} // namespace plimsoll::planner
