// Scores of sessions and mornings, part by part of the body.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pain_gate.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace plimsoll::planner {
namespace {

// Of one part of the body the worst score of each day.
struct PartScores {
    std::map<Date, double> sessions;
    std::map<Date, double> mornings;

    void add(const Event& event) {
        auto& scores = event.kind == EventKind::pain ? sessions : mornings;
        double& worst = scores.try_emplace(event.day, *event.value).first->second;
        worst = std::max(worst, *event.value);
    }
};

struct PainVerdict {
    GateState state = GateState::open;
    Date day = Date::from_days(0);
    double value = 0.0;
};

PainVerdict verdict_of(const PartScores& part, double most) {
    PainVerdict bad;
    PainVerdict good;
    const auto take = [](PainVerdict& kept, GateState state, Date day, double value) {
        if (kept.state == GateState::open || day > kept.day ||
            (day == kept.day && value > kept.value)) {
            kept = {state, day, value};
        }
    };
    for (const auto& [day, score] : part.sessions) {
        if (score > most) {
            take(bad, GateState::failed, day, score);
        }
    }
    for (const auto& [day, score] : part.mornings) {
        const auto session = part.sessions.find(day - 1);
        const bool rose = session != part.sessions.end() && score > session->second;
        if (score > most || rose) {
            take(bad, GateState::failed, day, score);
        } else if (session != part.sessions.end() && session->second <= most) {
            take(good, GateState::passed, day, session->second);
        }
    }
    const bool ends_well =
        good.state == GateState::passed && (bad.state == GateState::open || good.day > bad.day);
    return ends_well ? good : bad;
}

} // namespace

GateResult judge_pain(const Gate& gate, const Subject& subject, std::span<const Event> events,
                      Date after, Date day) {
    std::map<std::string, PartScores> parts;
    for (const Event& event : events) {
        const bool is_score =
            event.kind == EventKind::pain || event.kind == EventKind::morning_pain;
        if (is_score && event.value && event.day > after && event.day <= day &&
            day - event.day < recent_pain_days && concerns(subject, event.detail)) {
            parts[body_part(event.detail)].add(event);
        }
    }
    GateResult result;
    result.threshold = gate.threshold;
    const std::string own = concerns(subject, subject.site) ? body_part(subject.site)
                            : subject.parts.empty()         ? std::string()
                                                            : subject.parts.front();
    bool all_pass = subject.site.empty() ? !parts.empty() : parts.contains(own);
    for (const auto& [name, part] : parts) {
        const PainVerdict verdict = verdict_of(part, gate.threshold);
        all_pass = all_pass && verdict.state == GateState::passed;
        if (verdict.state == GateState::open) {
            continue;
        }
        const bool fails = verdict.state == GateState::failed;
        const bool failed = result.state == GateState::failed;
        const bool says_more =
            !result.day || (fails && !failed) || (fails == failed && verdict.day > *result.day);
        if (says_more) {
            result.state = verdict.state;
            result.day = verdict.day;
            result.value = verdict.value;
        }
    }
    if (result.state == GateState::passed && !all_pass) {
        result.state = GateState::open;
    }
    return result;
}

std::optional<PainReport> unsettled_pain(const Subject& subject, std::span<const Event> events,
                                         double most, Date after, Date day) {
    std::optional<PainReport> worst;
    std::optional<Date> calm;
    for (const Event& event : events) {
        const bool morning = event.kind == EventKind::morning_pain;
        if ((event.kind != EventKind::pain && !morning) || !event.value || event.day <= after ||
            event.day > day || !concerns(subject, event.detail)) {
            continue;
        }
        if (*event.value > most) {
            if (!worst ||
                std::pair(event.day, *event.value) > std::pair(worst->day, worst->score)) {
                worst = PainReport{event.day, *event.value, morning, false, event.detail};
            }
        } else if (!morning) {
            calm = std::max(calm.value_or(event.day), event.day);
        }
    }
    return worst && calm && *calm > worst->day ? std::nullopt : worst;
}

} // namespace plimsoll::planner
