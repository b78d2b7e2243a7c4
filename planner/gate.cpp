// Judging gates.
// SPDX-License-Identifier: Apache-2.0
#include "planner/gate.hpp"

#include "planner/pain_gate.hpp"
#include "risk/calf_norm.hpp"
#include "risk/factor.hpp"

#include <algorithm>
#include <string_view>

namespace plimsoll::planner {
namespace {

struct Record {
    double value;
    Date day;
};

class Records {
public:
    Records(std::span<const Event> events, Date after, Date day)
        : events_(events),
          after_(after),
          day_(day) {}

    // Of one day the last in the file; where a failure is referred, the worst.
    std::optional<Record> newest(const Gate& gate, const std::string& name) const {
        std::optional<Record> newest;
        for (const Event& event : events_) {
            if (event.kind != EventKind::gate || event.detail != name || !counts(event) ||
                (newest && event.day < newest->day)) {
                continue;
            }
            const double value = event.value.value_or(1.0);
            const bool keeps = newest && event.day == newest->day &&
                               !gate.refer_if_failed.empty() &&
                               (gate.at_least ? newest->value <= value : newest->value >= value);
            if (!keeps) {
                newest = {value, event.day};
            }
        }
        return newest;
    }

    bool counts(const Event& event) const noexcept {
        return event.day > after_ && event.day <= day_;
    }

private:
    std::span<const Event> events_;
    Date after_;
    Date day_;
};

struct Measured {
    double value;
    Date day;
    bool swapped = false;
    std::optional<double> apart = {};
};

constexpr double much_better = 1.1; // policy: the 10 % of the gates of two sides

bool look_swapped(const Gate& gate, double injured, double other) {
    return injured - other > gate.noise.value_or(0.0) && injured > much_better * other;
}

// What the gate is judged by, of one value or of two sides.
std::optional<Measured> measured(const Gate& gate, const Subject& subject, const Records& records) {
    const auto as_measured = [](const Record& record) {
        return Measured{record.value, record.day};
    };
    if (!is_sided(gate.on)) {
        const std::optional<Record> record = records.newest(gate, gate.from);
        return record ? std::optional(as_measured(*record)) : std::nullopt;
    }
    const std::optional<Record> left = records.newest(gate, gate.from + "_left");
    const std::optional<Record> right = records.newest(gate, gate.from + "_right");
    const bool of_right = subject.side == Side::right;
    const std::optional<Record>& own = of_right ? right : left;
    const std::optional<Record>& other = of_right ? left : right;
    const bool pair =
        left && right &&
        std::max(left->day, right->day) - std::min(left->day, right->day) <= sides_apart_days;
    const bool swapped = pair && subject.side != Side::unknown && gate.on != GateOn::both &&
                         look_swapped(gate, own->value, other->value);
    if (gate.on == GateOn::injured && subject.side != Side::unknown) {
        return own ? std::optional(Measured{own->value, own->day, swapped}) : std::nullopt;
    }
    if (!pair) {
        return std::nullopt;
    }
    const Date later = std::max(left->day, right->day);
    const double less = std::min(left->value, right->value);
    const double more = std::max(left->value, right->value);
    if (gate.on != GateOn::apart) {
        return Measured{less, later};
    }
    constexpr double percent = 100.0;
    return Measured{more > 0.0 ? percent * (1.0 - less / more) : percent, later, swapped,
                    more - less};
}

GateResult judge_return(const Gate& gate, const Subject& subject, Date day) {
    GateResult result;
    result.threshold = gate.threshold;
    if (subject.returned && *subject.returned <= day) {
        result.value = day - *subject.returned;
        if (*result.value >= gate.threshold) {
            result.state = GateState::passed;
            result.day = *subject.returned + static_cast<int>(gate.threshold);
        }
    }
    return result;
}

std::optional<int> norm_of(const Subject& subject, Date day) {
    if (!subject.sex || !subject.birth_date || *subject.birth_date > day) {
        return std::nullopt;
    }
    return risk::calf_raise_norm(*subject.sex, age_in_years(*subject.birth_date, day));
}

} // namespace

bool concerns(const Subject& subject, std::string_view site) {
    const std::string part = body_part(site);
    const bool of_parts =
        subject.parts.empty() ||
        std::find(subject.parts.begin(), subject.parts.end(), part) != subject.parts.end();
    const Side side = side_of(site);
    const bool other_side =
        side != Side::unknown && subject.side != Side::unknown && side != subject.side;
    return of_parts && !other_side;
}

Subject subject_of(const Pathway& pathway, const Athlete* athlete, std::span<const Injury> injuries,
                   Date day) {
    Subject subject;
    subject.parts = pathway.sites;
    if (athlete != nullptr) {
        const bool team = athlete->plays && is_team(*athlete->plays);
        subject.audience = team ? Audience::team : Audience::runner;
        subject.sex = athlete->sex;
        subject.birth_date = athlete->birth_date;
    }
    const Injury* chosen = nullptr;
    for (const Injury& injury : injuries) {
        const std::string part = is_calf(injury) ? "calf" : body_part(injury.site);
        const bool fits =
            std::find(pathway.sites.begin(), pathway.sites.end(), part) != pathway.sites.end();
        const bool lasts = is_open(injury, day) ||
                           (injury.returned && day - *injury.returned < risk::watch_strain_days);
        const bool better =
            chosen == nullptr || std::pair(is_open(injury, day), injury.onset) >=
                                     std::pair(is_open(*chosen, day), chosen->onset);
        if (fits && injury.onset <= day && lasts && better) {
            chosen = &injury;
        }
    }
    if (chosen != nullptr) {
        subject.site = chosen->site;
        subject.muscle = chosen->muscle;
        subject.mri_grade = chosen->mri_grade;
        subject.side = side_of(chosen->site);
        subject.onset = chosen->onset;
        subject.returned = chosen->returned;
    }
    return subject;
}

GateResult judge(const Gate& gate, const Subject& subject, std::span<const Event> events,
                 Date after, Date day) {
    const Records records(events, after, day);
    if (gate.on == GateOn::pain) {
        return judge_pain(gate, subject, events, after, day);
    }
    if (gate.on == GateOn::since_return) {
        return judge_return(gate, subject, day);
    }
    GateResult result;
    result.threshold = gate.threshold;
    if (const std::optional<int> norm = gate.norm ? norm_of(subject, day) : std::nullopt;
        norm && *norm < gate.threshold) {
        result.threshold = *norm;
        result.by_norm = true;
    }
    if (const std::optional<Measured> record = measured(gate, subject, records)) {
        const bool passes =
            gate.at_least ? record->value >= result.threshold : record->value <= result.threshold;
        result.state = passes && !record->swapped ? GateState::passed : GateState::failed;
        result.day = record->day;
        result.value = record->value;
        result.swapped = record->swapped;
        result.apart = record->apart;
    }
    return result;
}

std::optional<int> most_done_in(Quantity quantity, int days) {
    constexpr int days_between = 2;
    constexpr int sessions_a_rung = 2;
    const int sessions = days / days_between + 1;
    switch (quantity) {
    case Quantity::sessions:
        return sessions;
    case Quantity::rung:
        return sessions / sessions_a_rung;
    default:
        return std::nullopt;
    }
}

bool records(const Event& event, const Gate& gate) {
    if (event.kind != EventKind::gate || !is_recorded(gate)) {
        return false;
    }
    const std::string_view name = event.detail;
    if (!is_sided(gate.on)) {
        return name == gate.from;
    }
    return name == gate.from + "_left" || name == gate.from + "_right";
}

} // namespace plimsoll::planner
