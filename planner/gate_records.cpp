// Records behind gates.
// SPDX-License-Identifier: Apache-2.0
#include "planner/gate_records.hpp"

#include "risk/calf_norm.hpp"

#include <algorithm>

namespace plimsoll::planner {
namespace {

constexpr double no_score = 11.0; // above every score of 10

} // namespace

bool GateRecords::met(const Gate& gate) const {
    switch (gate.on) {
    case GateOn::pain:
        return pain_met(gate.threshold);
    case GateOn::since_return:
        return subject_.returned && start_ - 1 - *subject_.returned >= gate.threshold;
    case GateOn::apart:
        return any_of_two(gate, [&](double left, double right) {
            const double more = std::max(left, right);
            return more - std::min(left, right) <= gate.threshold / 100.0 * more + 1e-9;
        });
    case GateOn::both:
        return any_of_two(
            gate, [&](double left, double right) { return std::min(left, right) >= least(gate); });
    case GateOn::injured:
        return any_record(gate.from + "_left", gate) || any_record(gate.from + "_right", gate);
    case GateOn::one:
        break;
    }
    return any_record(gate.from, gate);
}

double GateRecords::least(const Gate& gate) const {
    if (!gate.norm || !subject_.sex || !subject_.birth_date) {
        return gate.threshold;
    }
    const auto norm =
        risk::calf_raise_norm(*subject_.sex, age_in_years(*subject_.birth_date, start_));
    return norm ? std::min(gate.threshold, static_cast<double>(*norm)) : gate.threshold;
}

bool GateRecords::counts(const Event& event) const {
    return event.day < start_ && (!subject_.onset || event.day >= *subject_.onset);
}

bool GateRecords::any_record(const std::string& name, const Gate& gate) const {
    return std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
        const double value = event.value.value_or(1.0);
        return event.kind == EventKind::gate && event.detail == name && counts(event) &&
               (gate.at_least ? value >= least(gate) : value <= gate.threshold);
    });
}

bool GateRecords::any_of_two(const Gate& gate, const auto& meets) const {
    for (const Event& left : events_) {
        if (left.kind != EventKind::gate || left.detail != gate.from + "_left" || !counts(left)) {
            continue;
        }
        for (const Event& right : events_) {
            if (right.kind == EventKind::gate && right.detail == gate.from + "_right" &&
                counts(right) && meets(left.value.value_or(1.0), right.value.value_or(1.0))) {
                return true;
            }
        }
    }
    return false;
}

bool GateRecords::pain_met(double most) const {
    for (const Event& morning : events_) {
        for (const Event& session : events_) {
            if (morning.kind == EventKind::morning_pain && counts(morning) &&
                session.kind == EventKind::pain && session.day + 1 == morning.day &&
                session.value.value_or(no_score) <= most &&
                morning.value.value_or(no_score) <= *session.value) {
                return true;
            }
        }
    }
    return false;
}

} // namespace plimsoll::planner
