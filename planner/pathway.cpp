// Pathways in words.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway.hpp"

#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plimsoll::planner {
namespace {

constexpr std::array<std::string_view, 5> grades{"trial", "cohort", "expert", "convention",
                                                 "policy"};

std::string span_in_words(int from, std::optional<int> to) {
    return to && *to != from ? fmt::format("{} to {}", from, *to) : std::to_string(from);
}

} // namespace

std::string_view to_string(Evidence evidence) noexcept {
    return grades.at(static_cast<std::size_t>(evidence));
}

std::optional<Evidence> parse_evidence(std::string_view name) noexcept {
    const auto* const found = std::find(grades.begin(), grades.end(), name);
    if (found == grades.end()) {
        return std::nullopt;
    }
    return static_cast<Evidence>(found - grades.begin());
}

std::span<const std::string_view> evidence_names() noexcept {
    return grades;
}

std::string in_words(const Dose& dose) {
    std::vector<std::string> parts;
    if (dose.bouts_a_day) {
        parts.push_back(say("{} times a day", *dose.bouts_a_day));
    }
    if (dose.reps) {
        const std::string reps = span_in_words(*dose.reps, dose.reps_to);
        parts.push_back(dose.sets
                            ? fmt::format("{} x {}", span_in_words(*dose.sets, dose.sets_to), reps)
                        : reps == "1" ? say("once")
                                      : say("{} times", reps));
    }
    if (dose.landings) {
        parts.push_back(say("{} landings", span_in_words(*dose.landings, dose.landings_to)));
    }
    if (dose.distance_m) {
        parts.push_back(span_in_words(*dose.distance_m, dose.distance_to_m) + " m");
    }
    if (dose.hold_s) {
        parts.push_back(say("hold {} s", *dose.hold_s));
    }
    if (dose.effort_percent) {
        parts.push_back(
            say("{} % of top speed", span_in_words(*dose.effort_percent, dose.effort_to_percent)));
    }
    for (const std::string& text : {dose.load, dose.tempo}) {
        if (!text.empty()) {
            parts.push_back(say_text(text));
        }
    }
    return fmt::format("{}", fmt::join(parts, "; "));
}

std::string how_often(const Exercise& exercise) {
    if (exercise.every_days) {
        return *exercise.every_days == 1   ? say("every day")
               : *exercise.every_days == 2 ? say("every 2nd day")
               : *exercise.every_days == 3 ? say("every 3rd day")
                                           : say("every {}th day", *exercise.every_days);
    }
    const int times = exercise.per_week.value_or(1);
    return times == 1   ? say("once a week")
           : times == 2 ? say("twice a week")
                        : say("{} times a week", times);
}

bool is_sided(GateOn on) noexcept {
    return on == GateOn::injured || on == GateOn::both || on == GateOn::apart;
}

bool is_recorded(const Gate& gate) noexcept {
    return gate.on != GateOn::pain && gate.on != GateOn::since_return;
}

const PathwayPhase* Pathway::phase_with(std::string_view wanted) const noexcept {
    const auto found = std::find_if(phases.begin(), phases.end(),
                                    [&](const PathwayPhase& phase) { return phase.id == wanted; });
    return found == phases.end() ? nullptr : &*found;
}

const HoldRule* Pathway::rule_of(HoldRule::When when) const noexcept {
    const auto found = std::find_if(rules.begin(), rules.end(),
                                    [&](const HoldRule& rule) { return rule.when == when; });
    return found == rules.end() ? nullptr : &*found;
}

std::string_view Pathway::source_name(const Grounds& of) const noexcept {
    const auto found = std::find_if(citations.begin(), citations.end(),
                                    [&](const Citation& r) { return r.id == of.source; });
    return found == citations.end() ? policy_source : std::string_view(found->name);
}

std::string in_brackets(const Pathway& pathway, const Grounds& grounds) {
    if (grounds.source == policy_source) {
        return "[policy]";
    }
    const auto found =
        std::find_if(pathway.citations.begin(), pathway.citations.end(),
                     [&](const Citation& citation) { return citation.id == grounds.source; });
    const bool secondary = found != pathway.citations.end() && found->secondary;
    return fmt::format("[{}{}; {}{}]", pathway.source_name(grounds),
                       secondary ? ", secondary source" : "", to_string(grounds.evidence),
                       grounds.verified ? "" : ", unverified");
}

Pathway for_audience(const Pathway& pathway, Audience audience) {
    Pathway own = pathway;
    const auto of_others = [&](const auto& item) {
        return item.audience != Audience::all && item.audience != audience;
    };
    for (PathwayPhase& phase : own.phases) {
        std::erase_if(phase.exercises, of_others);
        std::erase_if(phase.gates, of_others);
    }
    return own;
}

} // namespace plimsoll::planner
