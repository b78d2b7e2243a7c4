// Judging gates.
// SPDX-License-Identifier: Apache-2.0
#include "planner/gate.hpp"

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
    Records(const Subject& subject, std::span<const Event> events, Date day)
        : events_(events),
          from_(subject.onset.value_or(day - record_counts_days)),
          day_(day) {}

    std::optional<Record> newest(const std::string& name) const {
        std::optional<Record> newest;
        for (const Event& event : events_) {
            if (event.kind == EventKind::gate && event.detail == name && event.day >= from_ &&
                event.day <= day_ && (!newest || event.day >= newest->day)) {
                newest = {event.value.value_or(1.0), event.day};
            }
        }
        return newest;
    }

    std::span<const Event> events() const noexcept { return events_; }

    Date from() const noexcept { return from_; }

    Date day() const noexcept { return day_; }

private:
    std::span<const Event> events_;
    Date from_;
    Date day_;
};

// What the gate is judged by, of one value or of two sides.
std::optional<Record> measured(const Gate& gate, const Subject& subject, const Records& records) {
    if (!is_sided(gate.on)) {
        return records.newest(gate.from);
    }
    const std::optional<Record> left = records.newest(gate.from + "_left");
    const std::optional<Record> right = records.newest(gate.from + "_right");
    if (gate.on == GateOn::injured && subject.side != Side::unknown) {
        return subject.side == Side::left ? left : right;
    }
    if (!left || !right) {
        return std::nullopt;
    }
    const Date later = std::max(left->day, right->day);
    const double less = std::min(left->value, right->value);
    const double more = std::max(left->value, right->value);
    if (gate.on != GateOn::apart) {
        return Record{less, later};
    }
    constexpr double percent = 100.0;
    return Record{more > 0.0 ? percent * (1.0 - less / more) : 0.0, later};
}

// The latest session of the last days that has a score and one of the next morning.
GateResult judge_pain(const Gate& gate, const Records& records) {
    GateResult result;
    result.threshold = gate.threshold;
    const std::optional<PainReport> recent = recent_pain(records.events(), records.day());
    if (!recent) {
        return result;
    }
    result.day = recent->day;
    result.value = recent->score;
    if (recent->score > gate.threshold || recent->rose) {
        result.state = GateState::failed;
        return result;
    }
    for (const Event& morning : records.events()) {
        const bool counts = morning.kind == EventKind::morning_pain && morning.value &&
                            morning.day <= records.day() &&
                            records.day() - morning.day < recent_pain_days &&
                            morning.day > records.from();
        if (!counts) {
            continue;
        }
        for (const Event& session : records.events()) {
            const bool before = session.kind == EventKind::pain && session.value &&
                                session.day == morning.day - 1 &&
                                body_part(session.detail) == body_part(morning.detail);
            if (before && *session.value <= gate.threshold && *morning.value <= *session.value) {
                result.state = GateState::passed;
                result.day = morning.day;
                result.value = *session.value;
            }
        }
    }
    return result;
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

Subject subject_of(const Pathway& pathway, const Athlete* athlete, std::span<const Injury> injuries,
                   Date day) {
    Subject subject;
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
        subject.side = side_of(chosen->site);
        subject.onset = chosen->onset;
        subject.returned = chosen->returned;
    }
    return subject;
}

GateResult judge(const Gate& gate, const Subject& subject, std::span<const Event> events,
                 Date day) {
    const Records records(subject, events, day);
    if (gate.on == GateOn::pain) {
        return judge_pain(gate, records);
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
    if (const std::optional<Record> record = measured(gate, subject, records)) {
        const bool passes =
            gate.at_least ? record->value >= result.threshold : record->value <= result.threshold;
        result.state = passes ? GateState::passed : GateState::failed;
        result.day = record->day;
        result.value = record->value;
    }
    return result;
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
