// Records behind gates.
// SPDX-License-Identifier: Apache-2.0
#include "planner/gate_records.hpp"

#include "risk/calf_norm.hpp"

#include <algorithm>

namespace plimsoll::planner {
namespace {

constexpr double no_score = 11.0;     // above every score of 10
constexpr int days_between_sides = 3; // as the pages say
constexpr int days_of_referral = 105; // 15 weeks, as the pages say

bool of_injury(const Subject& subject, const std::string& site) {
    if (side_of(site) == Side::left && subject.side == Side::right) {
        return false;
    }
    if (side_of(site) == Side::right && subject.side == Side::left) {
        return false;
    }
    return subject.parts.empty() ||
           std::count(subject.parts.begin(), subject.parts.end(), body_part(site)) > 0;
}

} // namespace

std::optional<Date> GateRecords::first_met(const Gate& gate, Date after) const {
    switch (gate.on) {
    case GateOn::pain:
        return first_calm(gate.threshold, after);
    case GateOn::since_return: {
        if (!subject_.returned) {
            return std::nullopt;
        }
        const Date over = *subject_.returned + static_cast<int>(gate.threshold);
        return over < start_ ? std::optional(over) : std::nullopt;
    }
    case GateOn::apart:
    case GateOn::both:
        return first_pair(gate, after);
    case GateOn::injured:
    case GateOn::one:
        break;
    }
    std::vector<std::string> names{gate.from};
    if (gate.on == GateOn::injured) {
        names = {gate.from + "_left", gate.from + "_right"};
        if (subject_.side != Side::unknown) {
            names = {gate.from + (subject_.side == Side::left ? "_left" : "_right")};
        }
    }
    std::optional<Date> first;
    for (const std::string& name : names) {
        for (const Event* event : named(name, after)) {
            if (meets(gate, event->value.value_or(1.0)) && (!first || event->day < *first)) {
                first = event->day;
            }
        }
    }
    return first;
}

bool GateRecords::newest_fails(const Gate& gate) const {
    Date after = start_ - (days_of_referral + 1);
    if (subject_.onset && *subject_.onset < start_) {
        after = *subject_.onset - days_of_referral;
    }
    const std::vector<const Event*> found = named(gate.from, after);
    return std::any_of(found.begin(), found.end(), [&](const Event* event) {
        const bool last = std::none_of(found.begin(), found.end(),
                                       [&](const Event* other) { return event->day < other->day; });
        return last && !meets(gate, event->value.value_or(1.0));
    });
}

bool GateRecords::meets(const Gate& gate, double value) const {
    return gate.at_least ? value >= least(gate) : value <= gate.threshold;
}

double GateRecords::least(const Gate& gate) const {
    if (!gate.norm || !subject_.sex || !subject_.birth_date) {
        return gate.threshold;
    }
    const auto norm =
        risk::calf_raise_norm(*subject_.sex, age_in_years(*subject_.birth_date, start_));
    return norm ? std::min(gate.threshold, static_cast<double>(*norm)) : gate.threshold;
}

std::vector<const Event*> GateRecords::named(const std::string& name, Date after) const {
    std::vector<const Event*> found;
    for (const Event& event : events_) {
        if (event.kind == EventKind::gate && event.detail == name && event.day < start_ &&
            after < event.day) {
            found.push_back(&event);
        }
    }
    return found;
}

std::optional<Date> GateRecords::first_pair(const Gate& gate, Date after) const {
    std::optional<Date> first;
    for (const Event* left : named(gate.from + "_left", after)) {
        for (const Event* right : named(gate.from + "_right", after)) {
            const double a = left->value.value_or(1.0);
            const double b = right->value.value_or(1.0);
            const int days =
                left->day < right->day ? right->day - left->day : left->day - right->day;
            const bool good =
                gate.on == GateOn::both
                    ? a >= least(gate) && b >= least(gate)
                    : a + b > 0.0 && (a < b ? b - a : a - b) <=
                                         gate.threshold / 100.0 * (a < b ? b : a) + 1e-9;
            const Date later = left->day < right->day ? right->day : left->day;
            if (good && days <= days_between_sides && (!first || later < *first)) {
                first = later;
            }
        }
    }
    return first;
}

std::optional<Date> GateRecords::first_calm(double most, Date after) const {
    std::optional<Date> first;
    for (const Event& morning : events_) {
        for (const Event& session : events_) {
            const bool calm =
                morning.kind == EventKind::morning_pain && morning.day < start_ &&
                session.kind == EventKind::pain && after < session.day &&
                session.day + 1 == morning.day && session.value.value_or(no_score) <= most &&
                morning.value.value_or(no_score) <= *session.value &&
                body_part(session.detail) == body_part(morning.detail) &&
                of_injury(subject_, session.detail) && of_injury(subject_, morning.detail);
            if (calm && (!first || morning.day < *first)) {
                first = morning.day;
            }
        }
    }
    return first;
}

} // namespace plimsoll::planner
