// Referrals before a plan.
// SPDX-License-Identifier: Apache-2.0
#include "planner/refer_first.hpp"

#include "model/words.hpp"
#include "planner/background.hpp"
#include "planner/gate.hpp"
#include "planner/pathway_library.hpp"
#include "risk/calf_norm.hpp"
#include "risk/factor.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace plimsoll::planner {
namespace {

void add_referring_gates(const Pathway& pathway, std::vector<Gate>& gates) {
    for (const PathwayPhase& phase : pathway.phases) {
        for (const Gate& gate : phase.gates) {
            if (!gate.refer_if_failed.empty()) {
                gates.push_back(gate);
            }
        }
    }
}

bool is_watched(const Injury& injury, Date day) {
    return injury.onset <= day && injury.returned && *injury.returned <= day &&
           day - *injury.returned < risk::watch_strain_days;
}

std::string part_of(const Injury& injury) {
    return is_calf(injury) ? "calf" : body_part(injury.site);
}

bool is_for(const Pathway& pathway, const Injury& injury) {
    return std::find(pathway.sites.begin(), pathway.sites.end(), part_of(injury)) !=
           pathway.sites.end();
}

std::optional<Referral> referral_by_two(const Pathway& pathway, std::span<const Injury> injuries,
                                        Date day) {
    const Injury* first = nullptr;
    for (const Injury& injury : injuries) {
        if (!is_open(injury, day) || !is_for(pathway, injury)) {
            continue;
        }
        if (first == nullptr) {
            first = &injury;
            continue;
        }
        if (part_of(*first) != part_of(injury) || side_of(first->site) != side_of(injury.site)) {
            return Referral{say("A plan along a pathway follows one injury and would pass over the "
                                "other. See a "
                                "sports physio; where one is over, record its injury_return."),
                            say("two injuries are open, {} since {} and {} since {}", first->site,
                                long_day(first->onset), injury.site, long_day(injury.onset))};
        }
    }
    return std::nullopt;
}

bool has_passed_gates(const Pathway& pathway, const Athlete* athlete, const Injury& injury,
                      std::span<const Event> events, Date day) {
    const Subject subject = subject_of(pathway, athlete, std::span(&injury, 1), day);
    const Pathway own = for_audience(pathway, subject.audience);
    const PathwayState state = state_of(own, subject, events, day);
    const auto last = own.phases.begin() + static_cast<std::ptrdiff_t>(state.present().phase) + 1;
    return std::any_of(own.phases.begin(), last,
                       [](const PathwayPhase& phase) { return phase.after_return; });
}

constexpr int weeks_back = 4;          // policy: the length of the layoff ladder
constexpr double least_run_m = 1000.0; // policy: a run, no strides

// A place on that leg, or on none that is said.
bool is_of_leg(const std::string& site, const Injury& injury) {
    const Side side = side_of(site);
    return body_part(site) == body_part(injury.site) &&
           (side == Side::unknown || side_of(injury.site) == Side::unknown ||
            side == side_of(injury.site));
}

// A record of the last weeks says no to a gate of the way back: a hop that hurts, sides that are
// further apart than two counts vary.
bool fails_a_gate(const Injury& injury, std::span<const Event> events, Date after, Date day) {
    for (const Pathway& pathway : shipped_library().pathways()) {
        if (!is_for(pathway, injury)) {
            continue;
        }
        const Subject subject = subject_of(pathway, nullptr, std::span(&injury, 1), day);
        for (const PathwayPhase& phase : pathway.phases) {
            for (const Gate& gate : phase.gates) {
                const bool judges = gate.on == GateOn::apart || gate.quantity == Quantity::yes_no;
                const GateResult result = judge(gate, subject, events, after, day);
                const bool by_noise = gate.on == GateOn::apart &&
                                      gate.recorded == Quantity::repetitions &&
                                      result.apart.value_or(0.0) <= risk::calf_raise_noise;
                if (judges && !by_noise && result.state == GateState::failed) {
                    return true;
                }
            }
        }
    }
    return false;
}

// A run in each of the four weeks up to the day, all behind the return, and no pain in them.
bool runs_again(const Injury& injury, std::span<const Session> sessions,
                std::span<const Event> events, Date day) {
    const Date from = day - days_a_week * weeks_back + 1;
    if (from <= *injury.returned) {
        return false;
    }
    const bool hurt = std::any_of(events.begin(), events.end(), [&](const Event& event) {
        const bool pain = event.kind == EventKind::pain || event.kind == EventKind::morning_pain;
        return pain && event.value.value_or(0.0) > pain_to_hold && event.day >= from &&
               event.day <= day && is_of_leg(event.detail, injury);
    });
    if (hurt || fails_a_gate(injury, events, from - 1, day)) {
        return false;
    }
    std::array<bool, weeks_back> run{};
    for (const Session& session : sessions) {
        const Date at = session.start.day;
        if (at >= from && at <= day && is_run(session.sport) &&
            session.distance_m.value_or(0.0) >= least_run_m) {
            run.at(static_cast<std::size_t>((at - from) / days_a_week)) = true;
        }
    }
    return std::find(run.begin(), run.end(), false) == run.end();
}

// Walking that hurts is no calf to plan runs for, whatever injury is recorded or not.
std::optional<Referral> referral_by_walking(std::span<const Event> events, Date day) {
    const Event* newest = nullptr;
    for (const Event& event : events) {
        if (event.kind == EventKind::gate && event.detail == "walk_pain_free" && event.day <= day &&
            day - event.day < recent_pain_days && (newest == nullptr || event.day >= newest->day)) {
            newest = &event;
        }
    }
    if (newest == nullptr || newest->value.value_or(1.0) > 0.0) {
        return std::nullopt;
    }
    return Referral{
        say("Record the injury's onset and plan along its pathway, or see a sports physio."),
        say("walking was not free of pain on {}", long_day(newest->day))};
}

std::optional<Referral> referral_by_return(const Athlete* athlete, std::span<const Injury> injuries,
                                           std::span<const Event> events,
                                           std::span<const Session> sessions, Date day) {
    for (const Injury& injury : injuries) {
        if (!is_calf(injury) || !is_watched(injury, day) ||
            runs_again(injury, sessions, events, day)) {
            continue;
        }
        std::vector<std::string> ids;
        bool passed = false;
        for (const Pathway& pathway : shipped_library().pathways()) {
            if (is_for(pathway, injury)) {
                ids.push_back(pathway.id);
                passed = passed || has_passed_gates(pathway, athlete, injury, events, day);
            }
        }
        if (!passed) {
            return Referral{
                say("A return date alone does not show that the leg is ready. Plan along "
                    "the injury's pathway ({}) and record its gates in the events file, "
                    "or see a sports physio.",
                    fmt::join(ids, ", ")),
                say("the return of {} on {} is less than {} weeks ago and gates before it "
                    "are open",
                    injury.site, long_day(*injury.returned), risk::watch_strain_days / 7)};
        }
    }
    return std::nullopt;
}

} // namespace

const std::vector<Gate>& shipped_referring_gates() {
    static const std::vector<Gate> gates = [] {
        std::vector<Gate> found;
        for (const Pathway& pathway : shipped_library().pathways()) {
            add_referring_gates(pathway, found);
        }
        return found;
    }();
    return gates;
}

std::optional<Referral> referral_by_gates(const Pathway& pathway, std::span<const Injury> injuries,
                                          std::span<const Event> events, Date day) {
    Date after = day - risk::watch_strain_days;
    for (const Injury& injury : injuries) {
        if (is_open(injury, day) || is_watched(injury, day)) {
            after = std::min(after, injury.onset - risk::watch_strain_days);
        }
    }
    std::vector<Gate> gates = shipped_referring_gates();
    add_referring_gates(pathway, gates);
    const Subject subject = subject_of(pathway, nullptr, injuries, day);
    for (const Gate& gate : gates) {
        const GateResult result = judge(gate, subject, events, after, day);
        if (result.state == GateState::failed) {
            return Referral{gate.refer_if_failed,
                            say("{} is not so on {}", gate.from, long_day(*result.day))};
        }
    }
    return std::nullopt;
}

const Injury* calf_on_watch(std::span<const Injury> injuries, Date day) {
    const Injury* newest = nullptr;
    for (const Injury& injury : injuries) {
        if (is_calf(injury) && is_watched(injury, day) &&
            (newest == nullptr || *injury.returned >= *newest->returned)) {
            newest = &injury;
        }
    }
    return newest;
}

std::optional<Referral> refer_first(const Pathway& pathway, const Athlete* athlete,
                                    std::span<const Injury> injuries, std::span<const Event> events,
                                    std::span<const Session> sessions, Date day) {
    if (auto referral = referral_by_gates(pathway, injuries, events, day)) {
        return referral;
    }
    if (pathway.of_injury()) {
        return referral_by_two(pathway, injuries, day);
    }
    if (auto referral = referral_by_walking(events, day)) {
        return referral;
    }
    return referral_by_return(athlete, injuries, events, sessions, day);
}

} // namespace plimsoll::planner
