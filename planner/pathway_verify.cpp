// Rules of pathways, from the finished plan backwards.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_verify.hpp"

#include "model/error.hpp"
#include "planner/gate_records.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr int pain_lasts_days = 7; // as the pages say

class PathwayCheck {
public:
    PathwayCheck(const Schedule& schedule, const Pathway& pathway, const Subject& subject,
                 std::span<const Event> events, Date start)
        : schedule_(schedule),
          pathway_(pathway),
          subject_(subject),
          events_(events),
          start_(start),
          records_(subject, events, start) {}

    std::vector<Violation> violations() {
        check_order();
        check_gates_before();
        check_running();
        check_pain();
        check_content();
        return std::move(out_);
    }

private:
    void note(const char* rule, Date date) { out_.push_back({rule, date, 0.0}); }

    // Phases as the chain has them, day after day, and each day in its phase.
    void check_order() {
        const PathwayPhase* before = nullptr;
        std::optional<Date> ended;
        for (const Phase& phase : schedule_.phases) {
            const PathwayPhase* known = pathway_.phase_with(phase.id);
            if (known == nullptr || (before != nullptr && before->next != phase.id) ||
                (ended && phase.from != *ended + 1) || phase.to < phase.from) {
                note(rule_of_order, phase.from);
            }
            before = known;
            ended = phase.to;
        }
        for (const PlannedDay& day : schedule_.days) {
            const bool inside = std::any_of(
                schedule_.phases.begin(), schedule_.phases.end(), [&](const Phase& phase) {
                    return phase.id == day.phase && phase.from <= day.date && day.date <= phase.to;
                });
            if (!inside) {
                note(rule_of_order, day.date);
            }
        }
    }

    // Behind every phase that is not the first of the chain stand gates that were passed, or the
    // return to sport.
    void check_gates_before() {
        const std::string& present = schedule_.phases.front().id;
        bool returned = false;
        for (const PathwayPhase& phase : pathway_.phases) {
            returned = returned ||
                       (phase.after_return && subject_.returned && *subject_.returned < start_);
            if (phase.id == present) {
                break;
            }
            const bool after =
                is_after_return(present) && subject_.returned && *subject_.returned < start_;
            const bool passed = std::all_of(phase.gates.begin(), phase.gates.end(),
                                            [&](const Gate& gate) { return records_.met(gate); });
            if (!passed && !after) {
                note(rule_of_order, schedule_.phases.front().from);
            }
        }
    }

    bool is_after_return(const std::string& id) const {
        bool after = false;
        for (const PathwayPhase& phase : pathway_.phases) {
            after = after || phase.after_return;
            if (phase.id == id) {
                return after;
            }
        }
        return false;
    }

    static bool runs_on(const PlannedDay& day) {
        return day.session.kind != SessionKind::rest ||
               std::any_of(day.others.begin(), day.others.end(),
                           [](const PlannedSession& session) { return has_running(session.kind); });
    }

    void check_running() {
        for (const PlannedDay& day : schedule_.days) {
            const PathwayPhase* phase = pathway_.phase_with(day.phase);
            const bool planned_run = day.session.kind != SessionKind::rest;
            if (!runs_on(day) || phase == nullptr) {
                continue;
            }
            const bool forbidden = phase->running == Running::none ||
                                   (phase->running == Running::content && planned_run);
            bool too_early = false;
            for (const PathwayPhase& other : pathway_.phases) {
                too_early = too_early || (other.not_before && subject_.onset &&
                                          day.date - *subject_.onset < other.not_before->day);
            }
            if (forbidden || too_early) {
                note(rule_of_running, day.date);
            }
        }
    }

    // No run while the newest score of a part of the body is too high, or rose overnight.
    void check_pain() {
        std::map<std::string, Date> newest;
        for (const Event& event : events_) {
            if (is_score(event)) {
                Date& day = newest.emplace(body_part(event.detail), event.day).first->second;
                day = std::max(day, event.day);
            }
        }
        for (const Event& event : events_) {
            if (!is_score(event) || newest.at(body_part(event.detail)) != event.day ||
                !is_too_much(event)) {
                continue;
            }
            for (const PlannedDay& day : schedule_.days) {
                if (runs_on(day) && day.date - event.day < pain_lasts_days) {
                    note(rule_of_pain, day.date);
                }
            }
        }
    }

    bool is_score(const Event& event) const {
        return (event.kind == EventKind::pain || event.kind == EventKind::morning_pain) &&
               event.value && event.day < start_;
    }

    bool is_too_much(const Event& event) const {
        const HoldRule* above = pathway_.rule_of(HoldRule::When::pain_above);
        const HoldRule* worse = pathway_.rule_of(HoldRule::When::morning_worse);
        const bool high = above != nullptr && *event.value > above->limit.value_or(0.0);
        const bool rose = worse != nullptr && event.kind == EventKind::morning_pain &&
                          std::any_of(events_.begin(), events_.end(), [&](const Event& other) {
                              return other.kind == EventKind::pain && other.value &&
                                     other.day + 1 == event.day && *other.value < *event.value &&
                                     body_part(other.detail) == body_part(event.detail);
                          });
        return high || rose;
    }

    // Only exercises of the phase, no more often than it says.
    void check_content() {
        std::map<std::pair<std::string, std::string>, std::vector<Date>> days;
        for (const PlannedDay& day : schedule_.days) {
            std::vector<const PlannedSession*> sessions{&day.session};
            for (const PlannedSession& session : day.others) {
                sessions.push_back(&session);
            }
            for (const PlannedSession* session : sessions) {
                for (const PlannedExercise& exercise : session->exercises) {
                    if (!has_exercise(day.phase, exercise.id, session->kind)) {
                        note(rule_of_content, day.date);
                    }
                    days[{day.phase, exercise.id}].push_back(day.date);
                }
                if (session->exercises.empty() && session != &day.session) {
                    note(rule_of_content, day.date);
                }
            }
        }
        for (const auto& [key, dates] : days) {
            check_frequency(key.first, key.second, dates);
        }
    }

    bool has_exercise(const std::string& phase, const std::string& id, SessionKind kind) const {
        const PathwayPhase* known = pathway_.phase_with(phase);
        return known != nullptr && std::any_of(known->exercises.begin(), known->exercises.end(),
                                               [&](const Exercise& exercise) {
                                                   return exercise.id == id &&
                                                          exercise.kind == kind;
                                               });
    }

    void check_frequency(const std::string& phase_id, const std::string& id,
                         const std::vector<Date>& dates) {
        const PathwayPhase* phase = pathway_.phase_with(phase_id);
        const auto planned = std::find_if(schedule_.phases.begin(), schedule_.phases.end(),
                                          [&](const Phase& p) { return p.id == phase_id; });
        if (phase == nullptr || planned == schedule_.phases.end()) {
            return;
        }
        for (const Exercise& exercise : phase->exercises) {
            if (exercise.id != id) {
                continue;
            }
            std::map<int, int> weeks;
            for (std::size_t i = 0; i < dates.size(); ++i) {
                const int times = ++weeks[(dates[i] - planned->from) / 7];
                const bool too_often = exercise.per_week && times > *exercise.per_week;
                const bool too_soon =
                    exercise.every_days && i > 0 && dates[i] - dates[i - 1] < *exercise.every_days;
                if (too_often || too_soon) {
                    note(rule_of_content, dates[i]);
                }
            }
        }
    }

    const Schedule& schedule_;
    const Pathway& pathway_;
    const Subject& subject_;
    std::span<const Event> events_;
    Date start_;
    GateRecords records_;
    std::vector<Violation> out_;
};

} // namespace

std::vector<Violation> pathway_violations(const Schedule& schedule, const Pathway& pathway,
                                          const Subject& subject, std::span<const Event> events,
                                          Date start) {
    if (schedule.phases.empty()) {
        return {};
    }
    return PathwayCheck(schedule, pathway, subject, events, start).violations();
}

void verify_pathway(const Schedule& schedule, const Pathway& pathway, const Subject& subject,
                    std::span<const Event> events, Date start) {
    const auto violations = pathway_violations(schedule, pathway, subject, events, start);
    if (!violations.empty()) {
        throw DisagreementError(fmt::format("the plan breaks rule {} on {}",
                                            violations.front().rule,
                                            to_string(violations.front().date)));
    }
}

} // namespace plimsoll::planner
