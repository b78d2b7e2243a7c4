// Comparing two phases.
// SPDX-License-Identifier: Apache-2.0
#include "planner/phase_changes.hpp"

#include "model/words.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace plimsoll::planner {
namespace {

std::string_view runs_in_words(Running running) {
    switch (running) {
    case Running::none:
        return "no running";
    case Running::content:
        return "short running";
    case Running::plan:
        break;
    }
    return "planned runs";
}

std::string threshold_of(const Gate& gate) {
    return fmt::format("{} {}{}", gate.at_least ? "at least" : "at most",
                       in_words(gate.threshold, gate.quantity),
                       gate.norm ? ", or the norm of age and sex" : "");
}

std::string noise_of(const Gate& gate) {
    return gate.noise ? fmt::format("{:g}", *gate.noise) : "none";
}

bool is_same_measure(const Gate& a, const Gate& b) {
    return a.quantity == b.quantity && a.recorded == b.recorded && a.on == b.on &&
           a.at_least == b.at_least && a.from == b.from;
}

std::string amount_of(const Exercise& exercise) {
    const std::string dose = in_words(exercise.dose);
    return fmt::format("{}{}{}{}", dose, dose.empty() ? "" : ", ", how_often(exercise),
                       exercise.from_week > 1 ? say(" from week {}", exercise.from_week) : "");
}

void add_threshold(const Gate& shipped, const Gate& own, const std::string& phase,
                   ChangeList& changes) {
    if (!is_same_measure(shipped, own)) {
        changes.add(true, "phase {}: the gate {} is measured otherwise ({} instead of {})", phase,
                    shipped.id, threshold_of(own), threshold_of(shipped));
    } else if (own.threshold < shipped.threshold || own.threshold > shipped.threshold ||
               own.norm != shipped.norm) {
        const bool less = shipped.at_least ? own.threshold < shipped.threshold
                                           : own.threshold > shipped.threshold;
        changes.add(less || (own.norm && !shipped.norm),
                    "phase {}: the gate {} is {} instead of {}", phase, shipped.id,
                    threshold_of(own), threshold_of(shipped));
    }
}

// A passed gate is lost, and two sides look swapped, by more than the noise alone.
void add_noise(const Gate& shipped, const Gate& own, const std::string& phase,
               ChangeList& changes) {
    if (own.noise != shipped.noise) {
        changes.add(own.noise.value_or(0.0) > shipped.noise.value_or(0.0),
                    "phase {}: the noise of the gate {} is {} instead of {}", phase, shipped.id,
                    noise_of(own), noise_of(shipped));
    }
}

void add_referral(const Gate& shipped, const Gate& own, const std::string& phase,
                  ChangeList& changes) {
    if (own.refer_if_failed.empty() && !shipped.refer_if_failed.empty()) {
        changes.add(false,
                    "phase {}: the gate {} no longer says refer_if_failed, without effect: what is "
                    "shipped refers all the same",
                    phase, shipped.id);
    } else if (!own.refer_if_failed.empty() && shipped.refer_if_failed.empty()) {
        changes.add(false, "phase {}: the gate {} refers if it fails", phase, shipped.id);
    }
}

void add_gates(const PathwayPhase& shipped, const PathwayPhase& own, ChangeList& changes) {
    for (const Gate& gate : shipped.gates) {
        const auto mine = same_as(gate, own.gates);
        if (mine == own.gates.end()) {
            changes.add(true, "phase {}: the gate {} is left out", own.id, gate.id);
            continue;
        }
        add_threshold(gate, *mine, own.id, changes);
        add_noise(gate, *mine, own.id, changes);
        add_referral(gate, *mine, own.id, changes);
    }
    for (const Gate& gate : own.gates) {
        if (same_as(gate, shipped.gates) == shipped.gates.end()) {
            changes.add(false, "phase {}: the gate {} is added, {}", own.id, gate.id,
                        threshold_of(gate));
        }
    }
}

// In which ways the amount of an exercise differs.
struct Amounts {
    bool more = false;
    bool less = false;
    bool other = false; ///< in words, or where one of them has no number
};

Amounts compare(const Exercise& shipped, const Exercise& own) {
    Amounts amounts;
    const auto take = [&](const std::optional<int>& before, const std::optional<int>& now) {
        if (before.has_value() != now.has_value()) {
            amounts.other = true;
        } else if (before) {
            amounts.more = amounts.more || *now > *before;
            amounts.less = amounts.less || *now < *before;
        }
    };
    const Dose& a = shipped.dose;
    const Dose& b = own.dose;
    constexpr std::array numbers{
        &Dose::bouts_a_day, &Dose::sets,          &Dose::sets_to,        &Dose::reps,
        &Dose::reps_to,     &Dose::hold_s,        &Dose::landings,       &Dose::landings_to,
        &Dose::distance_m,  &Dose::distance_to_m, &Dose::effort_percent, &Dose::effort_to_percent};
    for (const auto number : numbers) {
        take(a.*number, b.*number);
    }
    take(shipped.per_week, own.per_week);
    take(own.every_days, shipped.every_days); // fewer days between are more
    take(own.from_week, shipped.from_week);
    amounts.other = amounts.other || a.load != b.load || a.tempo != b.tempo;
    return amounts;
}

void add_exercises(const PathwayPhase& shipped, const PathwayPhase& own, ChangeList& changes) {
    for (const Exercise& exercise : shipped.exercises) {
        // Strength is what the gates before the return ask for.
        const bool needed_strength =
            exercise.kind == SessionKind::strength && !shipped.after_return;
        const auto mine = same_as(exercise, own.exercises);
        if (mine == own.exercises.end()) {
            changes.add(needed_strength, "phase {}: {} is left out", own.id, exercise.id);
        } else if (mine->kind != exercise.kind) {
            changes.add(has_impact(mine->kind) || needed_strength,
                        "phase {}: {} is {} instead of {}", own.id, exercise.id,
                        to_string(mine->kind), to_string(exercise.kind));
        } else if (amount_of(*mine) != amount_of(exercise)) {
            const Amounts differ = compare(exercise, *mine);
            changes.add((has_impact(mine->kind) && (differ.more || differ.other)) ||
                            (needed_strength && (differ.less || differ.other)),
                        "phase {}: {}, {} instead of {}", own.id, exercise.id, amount_of(*mine),
                        amount_of(exercise));
        }
    }
    for (const Exercise& exercise : own.exercises) {
        if (same_as(exercise, shipped.exercises) == shipped.exercises.end()) {
            changes.add(has_impact(exercise.kind), "phase {}: {} is added, {}", own.id, exercise.id,
                        amount_of(exercise));
        }
    }
}

} // namespace

void add_phase_changes(const PathwayPhase& shipped, const PathwayPhase& own, ChangeList& changes) {
    if (own.running != shipped.running) {
        changes.add(own.running > shipped.running, "phase {}: {} instead of {}", own.id,
                    runs_in_words(own.running), runs_in_words(shipped.running));
    }
    if (own.expected_days() != shipped.expected_days()) {
        changes.add(own.expected_days() < shipped.expected_days(),
                    "phase {}: {} days expected instead of {}", own.id, own.expected_days(),
                    shipped.expected_days());
    }
    const int before = shipped.not_before ? shipped.not_before->day : 0;
    const int now = own.not_before ? own.not_before->day : 0;
    if (now != before) {
        changes.add(now < before, "phase {}: not before day {} instead of day {}", own.id, now,
                    before);
    }
    if (own.after_return != shipped.after_return) {
        changes.add(true, "phase {}: {} the return to sport", own.id,
                    own.after_return ? "behind" : "before");
    }
    if (own.avoid.size() < shipped.avoid.size()) {
        changes.add(true, "phase {}: {} of what to avoid instead of {}", own.id, own.avoid.size(),
                    shipped.avoid.size());
    }
    add_gates(shipped, own, changes);
    add_exercises(shipped, own, changes);
}

void add_new_phase(const PathwayPhase& phase, const std::string& before, ChangeList& changes) {
    bool looser = phase.running != Running::none || phase.after_return;
    std::vector<std::string> held{std::string(runs_in_words(phase.running))};
    for (const Exercise& exercise : phase.exercises) {
        looser = looser || has_impact(exercise.kind);
        held.push_back(
            fmt::format("{} ({}), {}", exercise.id, to_string(exercise.kind), amount_of(exercise)));
    }
    for (const Gate& gate : phase.gates) {
        held.push_back(say("gate {}, {}", gate.id, threshold_of(gate)));
    }
    changes.add(looser, "phase {} is added {}: {}", phase.id,
                before.empty() ? "as the first" : "behind " + before, fmt::join(held, "; "));
}

} // namespace plimsoll::planner
