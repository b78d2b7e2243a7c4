// Walking a pathway day by day.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_state.hpp"

#include "model/error.hpp"
#include "model/words.hpp"
#include "planner/expected_days.hpp"
#include "planner/frame.hpp"
#include "planner/pain_gate.hpp"
#include "risk/calf_norm.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace plimsoll::planner {
namespace {

bool is_of(const Event& event, const Pathway& pathway) {
    return std::any_of(
        pathway.phases.begin(), pathway.phases.end(), [&](const PathwayPhase& phase) {
            return std::any_of(phase.gates.begin(), phase.gates.end(),
                               [&](const Gate& gate) { return records(event, gate); });
        });
}

Date start_of(const Pathway& pathway, const Subject& subject, std::span<const Event> events,
              Date day) {
    if (pathway.starts_at_onset) {
        require(subject.onset && *subject.onset <= day, "state_of: no onset by that day");
        return *subject.onset;
    }
    std::set<Date> days;
    for (const Event& event : events) {
        if (event.day <= day && is_of(event, pathway)) {
            days.insert(event.day);
        }
    }
    Date start = day;
    for (auto at = days.rbegin(); at != days.rend() && start - *at <= record_counts_days; ++at) {
        start = *at;
    }
    return start;
}

constexpr int unsettled_wait_days = 3; // policy: a calm session and the morning after it
constexpr double limits_apart = 2.0;   // policy: no noise of a hop is in the evidence
constexpr std::string_view free_walk = "walk_pain_free";

class Walk {
public:
    Walk(const Pathway& pathway, const Subject& subject, std::span<const Event> events)
        : pathway_(pathway),
          subject_(subject),
          events_(events),
          pain_(pathway.rule_of(HoldRule::When::pain_above)),
          morning_(pathway.rule_of(HoldRule::When::morning_worse)),
          lost_(pathway.rule_of(HoldRule::When::gate_failed)) {}

    PathwayState to(Date day) {
        const Date start = start_of(pathway_, subject_, events_, day);
        // Without an onset the pathway begins with its first record, which counts.
        state_.stays.push_back(
            {0, start, {}, {}, false, pathway_.starts_at_onset ? start : start - 1});
        for (Date at = start; at <= day; at = at + 1) {
            step(at);
        }
        finish(day);
        return std::move(state_);
    }

private:
    std::size_t here() const { return state_.stays.back().phase; }

    const PathwayPhase& phase_of(const PhaseStay& stay) const {
        return pathway_.phases[stay.phase];
    }

    // A rung of the ladder stays done when pain restarts the phase.
    GateResult judged(const Gate& gate, const PhaseStay& stay, Date day) const {
        const bool is_rung = gate.quantity == Quantity::rung;
        const Date after = is_rung ? std::min(stay.from, stay.after) : stay.after;
        GateResult result = judge(gate, subject_, events_, after, day);
        if (result.value && result.day) {
            const std::optional<int> most =
                most_done_in(gate.quantity, std::max(0, *result.day - after));
            if (most && *result.value > *most) {
                result.recorded = result.value;
                result.value = *most;
                result.state = *most >= result.threshold ? result.state : GateState::failed;
            }
        }
        return result;
    }

    std::vector<GateResult> results_here(Date day) const {
        std::vector<GateResult> results;
        for (const Gate& gate : phase_of(state_.present()).gates) {
            results.push_back(judged(gate, state_.present(), day));
        }
        return results;
    }

    void enter(std::size_t phase, Date day, std::string why) {
        state_.stays.back().gates = results_here(day);
        const bool back = phase < here();
        state_.stays.push_back({phase, day, {}, std::move(why), back, day});
        state_.repeats_from.reset();
    }

    void step(Date day) {
        const bool recorded = std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
            return event.kind == EventKind::gate && event.day == day;
        });
        if (recorded && lost_ != nullptr) {
            step_back(day);
        }
        const bool blocked = is_blocked(day);
        while (!blocked && may_leave(day)) {
            enter(here() + 1, day, "all gates passed");
        }
    }

    // Whether pain forbids to go on; that of today restarts the phase.
    bool is_blocked(Date day) {
        const std::optional<PainReport> report = recent_pain(events_, day);
        const bool high = report && pain_ != nullptr && report->score > pain_->limit.value_or(0.0);
        const bool rose = report && morning_ != nullptr && report->rose;
        state_.hold.reset();
        if (!high && !rose) {
            state_.hold = unsettled(day);
            return state_.hold.has_value();
        }
        state_.hold = report;
        if (report->day == day && concerns(subject_, report->site)) {
            state_.repeats_from = day;
            state_.stays.back().after = day;
        }
        return true;
    }

    // Pain of the injury that no calm session has followed. Where nobody runs yet, walking without
    // pain is calm, too.
    std::optional<PainReport> unsettled(Date day) const {
        if (pain_ == nullptr || !pathway_.of_injury()) {
            return std::nullopt;
        }
        const auto pain = unsettled_pain(subject_, events_, pain_->limit.value_or(0.0),
                                         state_.stays.front().after, day);
        return pain && rests() && walked_since(pain->day, day) ? std::nullopt : pain;
    }

    // Neither a run nor a jump in the phase.
    bool rests() const {
        const PathwayPhase& phase = phase_of(state_.present());
        return phase.running == Running::none &&
               std::none_of(phase.exercises.begin(), phase.exercises.end(),
                            [](const Exercise& exercise) { return has_impact(exercise.kind); });
    }

    // By the newest record, of one day the worst.
    bool walked_since(Date since, Date day) const {
        std::optional<std::pair<Date, double>> newest;
        for (const Event& event : events_) {
            if (event.kind != EventKind::gate || event.detail != free_walk || event.day <= since ||
                event.day > day) {
                continue;
            }
            const double value = event.value.value_or(1.0);
            if (!newest || event.day > newest->first ||
                (event.day == newest->first && value < newest->second)) {
                newest = {event.day, value};
            }
        }
        return newest && newest->second > 0.0;
    }

    // By the calendar of the next phase; of one behind the return, by what a picture showed.
    std::optional<Date> earliest_next() const {
        const PathwayPhase& next = pathway_.phases[here() + 1];
        if (!subject_.onset) {
            return std::nullopt;
        }
        std::optional<int> days;
        if (next.not_before) {
            days = next.not_before->day;
        }
        if (next.after_return) {
            days = std::max(days, fewest_days(pathway_, subject_));
        }
        return days ? std::optional(*subject_.onset + *days) : std::nullopt;
    }

    bool all_passed(Date day) const {
        const std::vector<GateResult> results = results_here(day);
        return std::all_of(results.begin(), results.end(), [](const GateResult& result) {
            return result.state == GateState::passed;
        });
    }

    bool may_leave(Date day) const {
        if (here() + 1 == pathway_.phases.size() || !all_passed(day)) {
            return false;
        }
        const std::optional<Date> earliest = earliest_next();
        return !earliest || day >= *earliest;
    }

    // A gate of a phase left before that today's record fails by more than its noise.
    bool is_lost(std::size_t phase, std::size_t index, Date day) const {
        const Gate& gate = pathway_.phases[phase].gates[index];
        const PhaseStay* stay = state_.last_stay_in(phase);
        if (stay == nullptr || !is_recorded_on(gate, day)) {
            return false;
        }
        const GateResult now = judged(gate, *stay, day);
        const GateResult& then = stay->gates[index];
        if (now.state != GateState::failed || then.state != GateState::passed) {
            return false;
        }
        if (gate.on == GateOn::apart) {
            return !now.swapped && !keeps_its_strength(phase, gate, *stay, day) &&
                   are_far_apart(gate, now);
        }
        const double change = gate.at_least ? *then.value - *now.value : *now.value - *then.value;
        return change > gate.noise.value_or(0.0);
    }

    // Of counts by more than the noise of one; else, where no noise is known, by twice the limit.
    static bool are_far_apart(const Gate& gate, const GateResult& now) {
        return gate.recorded == Quantity::repetitions
                   ? *now.apart > std::max(gate.noise.value_or(0.0), risk::calf_raise_noise)
                   : *now.value > limits_apart * gate.threshold;
    }

    // The injured side still passes what the phase asks of it alone: the other one got better.
    bool keeps_its_strength(std::size_t phase, const Gate& apart, const PhaseStay& stay,
                            Date day) const {
        const std::vector<Gate>& gates = pathway_.phases[phase].gates;
        return std::any_of(gates.begin(), gates.end(), [&](const Gate& gate) {
            return gate.from == apart.from && gate.on != GateOn::apart &&
                   judged(gate, stay, day).state == GateState::passed;
        });
    }

    bool is_recorded_on(const Gate& gate, Date day) const {
        return std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
            return event.day == day && records(event, gate);
        });
    }

    void step_back(Date day) {
        for (std::size_t p = 0; p < here(); ++p) {
            for (std::size_t g = 0; g < pathway_.phases[p].gates.size(); ++g) {
                if (is_lost(p, g, day)) {
                    const Gate& gate = pathway_.phases[p].gates[g];
                    const GateResult now = judged(gate, *state_.last_stay_in(p), day);
                    enter(p, day,
                          say("{} is {} now", gate.from, in_words(*now.value, gate.quantity)));
                    return;
                }
            }
        }
    }

    void finish(Date day) {
        state_.stays.back().gates = results_here(day);
        if (state_.hold) {
            state_.hold_until =
                std::max(state_.hold->day + recent_pain_days, day + unsettled_wait_days);
        }
        if (here() + 1 < pathway_.phases.size() && all_passed(day)) {
            const std::optional<Date> earliest = earliest_next();
            if (earliest && *earliest > day) {
                state_.waits_until = earliest;
            }
        }
        refer_for_time(day);
        refer_for_gate(day);
    }

    // The first day of it: the onset, or pain and records of its first phase shortly before.
    Date first_sign(Date day) const {
        const Date start = state_.stays.front().from;
        Date first = start;
        for (const Event& event : events_) {
            const bool pain =
                (event.kind == EventKind::pain || event.kind == EventKind::morning_pain) &&
                event.value.value_or(0.0) > 0.0 && concerns(subject_, event.detail);
            const std::vector<Gate>& gates = pathway_.phases.front().gates;
            const bool record = std::any_of(gates.begin(), gates.end(),
                                            [&](const Gate& gate) { return records(event, gate); });
            if ((pain || record) && event.day <= day && start - event.day <= record_counts_days) {
                first = std::min(first, event.day);
            }
        }
        return first;
    }

    void refer_for_time(Date day) {
        const HoldRule* lasts = pathway_.rule_of(HoldRule::When::phase_lasts);
        if (lasts == nullptr || phase_of(state_.present()).id != lasts->phase) {
            return;
        }
        const Date since = state_.stays.size() == 1 ? first_sign(day) : state_.present().from;
        if (day - since > *lasts->limit) {
            state_.refers = {lasts->text, say("since {}", long_day(since))};
        }
    }

    void refer_for_gate(Date day) {
        const Date before = state_.stays.front().from - 1;
        for (const PathwayPhase& phase : pathway_.phases) {
            for (const Gate& gate : phase.gates) {
                if (gate.refer_if_failed.empty()) {
                    continue;
                }
                const GateResult result = judge(gate, subject_, events_, before, day);
                if (result.state == GateState::failed) {
                    state_.refers = {gate.refer_if_failed,
                                     say("{} is not so on {}", gate.from, long_day(*result.day))};
                }
            }
        }
    }

    const Pathway& pathway_;
    const Subject& subject_;
    std::span<const Event> events_;
    const HoldRule* pain_;
    const HoldRule* morning_;
    const HoldRule* lost_;
    PathwayState state_;
};

} // namespace

const PhaseStay* PathwayState::last_stay_in(std::size_t phase) const noexcept {
    const auto found = std::find_if(stays.rbegin(), stays.rend(),
                                    [&](const PhaseStay& stay) { return stay.phase == phase; });
    return found == stays.rend() ? nullptr : &*found;
}

PathwayState state_of(const Pathway& pathway, const Subject& subject, std::span<const Event> events,
                      Date day) {
    require(!pathway.phases_from_running, "state_of: the phases are those of the runs");
    return Walk(pathway, subject, events).to(day);
}

int rungs_done(const Pathway& pathway, const PathwayState& state) {
    const std::size_t here = state.present().phase;
    const PathwayPhase& present = pathway.phases[here];
    for (std::size_t g = 0; g < present.gates.size(); ++g) {
        if (present.gates[g].quantity == Quantity::rung) {
            return static_cast<int>(state.present().gates[g].value.value_or(0.0));
        }
    }
    const auto has_rungs = [](const PathwayPhase& phase) {
        return std::any_of(phase.gates.begin(), phase.gates.end(),
                           [](const Gate& gate) { return gate.quantity == Quantity::rung; });
    };
    const auto first = pathway.phases.begin();
    const bool behind = std::any_of(first, first + static_cast<std::ptrdiff_t>(here), has_rungs);
    return behind ? static_cast<int>(walk_run_ladder().size()) : 0;
}

} // namespace plimsoll::planner
