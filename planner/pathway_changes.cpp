// Comparing two pathways.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_changes.hpp"

#include "model/error.hpp"
#include "planner/pathway_library.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace plimsoll::planner {
namespace {

// The item of the same id; of gates and exercises, for the same athletes, too.
template <class Item>
auto same_as(const Item& wanted, const std::vector<Item>& items) {
    return std::find_if(items.begin(), items.end(), [&](const Item& item) {
        bool same = item.id == wanted.id;
        if constexpr (requires { item.audience; }) {
            same = same && item.audience == wanted.audience;
        }
        return same;
    });
}

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

std::string limit_of(const Gate& gate) {
    return fmt::format("{} {}{}", gate.at_least ? "at least" : "at most",
                       in_words(gate.threshold, gate.quantity),
                       gate.norm ? ", or the norm of age and sex" : "");
}

bool is_same_measure(const Gate& a, const Gate& b) {
    return a.quantity == b.quantity && a.recorded == b.recorded && a.on == b.on &&
           a.at_least == b.at_least && a.from == b.from;
}

std::string amount_of(const Exercise& exercise) {
    const std::string dose = in_words(exercise.dose);
    return fmt::format("{}{}{}{}", dose, dose.empty() ? "" : ", ", how_often(exercise),
                       exercise.from_week > 1 ? fmt::format(" from week {}", exercise.from_week)
                                              : "");
}

std::string limit_of(const HoldRule& rule) {
    constexpr std::string_view names[] = {"hold", "step back", "plan again", "refer"};
    const std::string_view then = names[static_cast<std::size_t>(rule.then)];
    return rule.limit ? fmt::format("{:g}, then {}", *rule.limit, then) : std::string(then);
}

class Comparison {
public:
    std::vector<PathwayChange> take() { return std::move(changes_); }

    void compare(const Pathway& shipped, const Pathway& own) {
        for (const PathwayPhase& phase : shipped.phases) {
            const PathwayPhase* mine = own.phase_with(phase.id);
            if (mine == nullptr) {
                add(true, "phase {} is left out", phase.id);
            } else {
                compare(phase, *mine);
            }
        }
        for (const PathwayPhase& phase : own.phases) {
            if (shipped.phase_with(phase.id) == nullptr) {
                add(false, "phase {} is added", phase.id);
            }
        }
        compare_rules(shipped, own);
        if (shipped.sites != own.sites || shipped.starts_at_onset != own.starts_at_onset) {
            add(true, "it starts otherwise, or is for other injuries");
        }
    }

private:
    template <class... Args>
    void add(bool looser, fmt::format_string<Args...> format, Args&&... args) {
        changes_.push_back({fmt::format(format, std::forward<Args>(args)...), looser});
    }

    void compare(const PathwayPhase& shipped, const PathwayPhase& own) {
        if (own.running != shipped.running) {
            add(own.running > shipped.running, "phase {}: {} instead of {}", own.id,
                runs_in_words(own.running), runs_in_words(shipped.running));
        }
        if (own.expected_days() != shipped.expected_days()) {
            add(own.expected_days() < shipped.expected_days(),
                "phase {}: {} days expected instead of {}", own.id, own.expected_days(),
                shipped.expected_days());
        }
        compare_first_day(shipped, own);
        if (own.after_return != shipped.after_return) {
            add(true, "phase {}: {} the return to sport", own.id,
                own.after_return ? "behind" : "before");
        }
        compare_gates(shipped, own);
        compare_exercises(shipped, own);
    }

    void compare_first_day(const PathwayPhase& shipped, const PathwayPhase& own) {
        const int before = shipped.not_before ? shipped.not_before->day : 0;
        const int now = own.not_before ? own.not_before->day : 0;
        if (now != before) {
            add(now < before, "phase {}: not before day {} instead of day {}", own.id, now, before);
        }
    }

    void compare_gates(const PathwayPhase& shipped, const PathwayPhase& own) {
        for (const Gate& gate : shipped.gates) {
            const auto mine = same_as(gate, own.gates);
            if (mine == own.gates.end()) {
                add(true, "phase {}: the gate {} is left out", own.id, gate.id);
            } else if (!is_same_measure(gate, *mine)) {
                add(true, "phase {}: the gate {} is measured otherwise ({} instead of {})", own.id,
                    gate.id, limit_of(*mine), limit_of(gate));
            } else if (mine->threshold < gate.threshold || mine->threshold > gate.threshold ||
                       mine->norm != gate.norm) {
                const bool less = gate.at_least ? mine->threshold < gate.threshold
                                                : mine->threshold > gate.threshold;
                add(less || (mine->norm && !gate.norm), "phase {}: the gate {} is {} instead of {}",
                    own.id, gate.id, limit_of(*mine), limit_of(gate));
            }
        }
        for (const Gate& gate : own.gates) {
            if (same_as(gate, shipped.gates) == shipped.gates.end()) {
                add(false, "phase {}: the gate {} is added, {}", own.id, gate.id, limit_of(gate));
            }
        }
    }

    void compare_exercises(const PathwayPhase& shipped, const PathwayPhase& own) {
        for (const Exercise& exercise : shipped.exercises) {
            const auto mine = same_as(exercise, own.exercises);
            if (mine == own.exercises.end()) {
                add(false, "phase {}: {} is left out", own.id, exercise.id);
            } else if (mine->kind != exercise.kind) {
                add(has_impact(mine->kind), "phase {}: {} is {} instead of {}", own.id, exercise.id,
                    to_string(mine->kind), to_string(exercise.kind));
            } else if (amount_of(*mine) != amount_of(exercise)) {
                add(has_impact(mine->kind), "phase {}: {}, {} instead of {}", own.id, exercise.id,
                    amount_of(*mine), amount_of(exercise));
            }
        }
        for (const Exercise& exercise : own.exercises) {
            if (same_as(exercise, shipped.exercises) == shipped.exercises.end()) {
                add(has_impact(exercise.kind), "phase {}: {} is added, {}", own.id, exercise.id,
                    amount_of(exercise));
            }
        }
    }

    void compare_rules(const Pathway& shipped, const Pathway& own) {
        for (const HoldRule& rule : shipped.rules) {
            const auto mine = same_as(rule, own.rules);
            if (mine == own.rules.end()) {
                add(true, "the rule {} is left out", rule.id);
            } else if (mine->when != rule.when || limit_of(*mine) != limit_of(rule)) {
                const bool stricter = mine->when == rule.when && mine->then == rule.then &&
                                      mine->limit && rule.limit && *mine->limit < *rule.limit;
                add(!stricter, "the rule {} is {} instead of {}", rule.id, limit_of(*mine),
                    limit_of(rule));
            }
        }
        for (const HoldRule& rule : own.rules) {
            if (same_as(rule, shipped.rules) == shipped.rules.end()) {
                add(false, "the rule {} is added, {}", rule.id, limit_of(rule));
            }
        }
    }

    std::vector<PathwayChange> changes_;
};

} // namespace

std::vector<PathwayChange> changes_from(const Pathway& shipped, const Pathway& own) {
    Comparison comparison;
    comparison.compare(shipped, own);
    return comparison.take();
}

std::vector<PathwayChange> changes_from_shipped(const Pathway& pathway) {
    if (pathway.file.empty()) {
        return {};
    }
    return changes_from(shipped_library().with_id(pathway.id), pathway);
}

} // namespace plimsoll::planner
