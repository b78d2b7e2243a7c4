// Rules of pathways, from the finished plan backwards.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_verify.hpp"

#include "model/error.hpp"
#include "planner/expected_days.hpp"
#include "planner/gate_records.hpp"
#include "planner/refer_first.hpp"
#include "planner/team_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr int pain_lasts_days = 7; // as the pages say

class PathwayCheck {
public:
    PathwayCheck(const Schedule& schedule, const PathwayEvidence& evidence)
        : schedule_(schedule),
          pathway_(evidence.pathway),
          subject_(evidence.subject),
          events_(evidence.events),
          start_(evidence.start),
          records_(subject_, events_, start_) {}

    std::vector<Violation> violations() {
        check_order();
        check_gates_before();
        check_referrals();
        check_running();
        check_return();
        check_pain();
        check_content();
        check_landings();
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

    // Behind every phase that is not the first of the chain, that after the return too, stand gates
    // that were passed one phase after the other, each by records behind the day on which its phase
    // can have begun.
    void check_gates_before() {
        const std::string& present = schedule_.phases.front().id;
        constexpr int long_ago = 10'000; // days: without an onset every record counts
        Date begun = subject_.onset.value_or(start_ - long_ago);
        for (const PathwayPhase& phase : pathway_.phases) {
            if (phase.id == present) {
                break;
            }
            Date passed = begun;
            for (const Gate& gate : phase.gates) {
                const std::optional<Date> met = records_.first_met(gate, begun);
                if (!met) {
                    note(rule_of_order, schedule_.phases.front().from);
                }
                passed = met && passed < *met ? *met : passed;
            }
            begun = passed;
        }
    }

    // Nothing is planned while the newest record of such a gate says no, of the shipped ones too.
    void check_referrals() {
        for (const Gate& gate : shipped_referring_gates()) {
            if (records_.newest_fails(gate)) {
                note(rule_of_referral, start_);
            }
        }
        for (const PathwayPhase& phase : pathway_.phases) {
            for (const Gate& gate : phase.gates) {
                if (!gate.refer_if_failed.empty() && records_.newest_fails(gate)) {
                    note(rule_of_referral, start_);
                }
            }
        }
    }

    // Anything with a landing: a run, or a jump.
    static bool lands_on(const PlannedDay& day) {
        return day.session.kind != SessionKind::rest ||
               std::any_of(day.others.begin(), day.others.end(), [](const PlannedSession& session) {
                   return session.kind == SessionKind::plyometric || has_running(session.kind);
               });
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
            if (phase == nullptr) {
                continue;
            }
            const bool forbidden = (runs_on(day) && phase->running == Running::none) ||
                                   (phase->running == Running::content && planned_run);
            bool too_early = false;
            for (const PathwayPhase& other : pathway_.phases) {
                too_early = too_early || (other.not_before && subject_.onset && lands_on(day) &&
                                          day.date - *subject_.onset < other.not_before->day);
            }
            if (forbidden || too_early) {
                note(rule_of_running, day.date);
            }
        }
    }

    // No phase behind the return before the days that a picture of the injury lets expect.
    void check_return() {
        double fewest = 0.0;
        double more = 0.0;
        for (const ExpectedDays& row : pathway_.expected) {
            const bool of_picture = row.mri_grade || !row.named.empty();
            if (is_like(row, subject_) && of_picture && row.mean_days) {
                fewest = std::max(fewest, *row.mean_days);
            }
            if (is_like(row, subject_) && row.add_days) {
                more += *row.add_days;
            }
        }
        for (const Phase& phase : schedule_.phases) {
            const PathwayPhase* known = pathway_.phase_with(phase.id);
            if (fewest > 0.0 && subject_.onset && known != nullptr && known->after_return &&
                phase.from - *subject_.onset < std::lround(fewest + more)) {
                note(rule_of_order, phase.from);
            }
        }
    }

    // No run and no jump while the newest score of a place is too high, or rose overnight.
    void check_pain() {
        for (const Event& event : events_) {
            const bool newest =
                std::none_of(events_.begin(), events_.end(), [&](const Event& other) {
                    const bool settles =
                        !pathway_.of_injury() || !concerns(subject_, event.detail) ||
                        other.kind == EventKind::pain || event.kind == EventKind::morning_pain ||
                        walked_after(event.day);
                    return is_score(other) && settles && other.day > event.day &&
                           may_be_of_one_place(other.detail, event.detail);
                });
            if (!is_score(event) || !newest || !is_too_much(event)) {
                continue;
            }
            for (const PlannedDay& day : schedule_.days) {
                if (lands_on(day) && day.date - event.day < pain_lasts_days) {
                    note(rule_of_pain, day.date);
                }
            }
        }
    }

    static bool may_be_of_one_place(const std::string& a, const std::string& b) {
        const bool left_and_right = (side_of(a) == Side::left && side_of(b) == Side::right) ||
                                    (side_of(a) == Side::right && side_of(b) == Side::left);
        return body_part(a) == body_part(b) && !left_and_right;
    }

    bool walked_after(Date day) const {
        return std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
            return event.kind == EventKind::gate && event.detail == "walk_pain_free" &&
                   event.day > day && event.value.value_or(1.0) > 0.0;
        });
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
                                     may_be_of_one_place(other.detail, event.detail);
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
                    std::vector<Date>& dates = days[{day.phase, exercise.id}];
                    if (dates.empty() || dates.back() != day.date) { // at two efforts: once
                        dates.push_back(day.date);
                    }
                }
                const bool first_match = session->kind == SessionKind::match &&
                                         (is_first_match(day) || is_behind_return(day, *session));
                const bool is_match = session->kind == SessionKind::match;
                if ((is_match && !first_match) ||
                    (session->is_goal && !is_behind_return(day, *session))) {
                    note(rule_of_order, day.date);
                }
                if (session->exercises.empty() && session != &day.session && !first_match) {
                    note(rule_of_content, day.date);
                }
            }
        }
        for (const auto& [key, dates] : days) {
            check_frequency(key.first, key.second, dates);
        }
        for (const SessionKind kind :
             {SessionKind::strides, SessionKind::sprint, SessionKind::change_of_direction}) {
            check_any_seven_days(kind);
        }
    }

    // Jumps on two days in a row are too many, whatever the exercise or the phase.
    void check_landings() {
        std::optional<Date> last;
        for (const PlannedDay& day : schedule_.days) {
            if (std::none_of(day.others.begin(), day.others.end(), [](const auto& session) {
                    return session.kind == SessionKind::plyometric;
                })) {
                continue;
            }
            if (last && day.date - *last < 2) {
                note(rule_of_content, day.date);
            }
            last = day.date;
        }
    }

    // Speed of one kind: over the borders of weeks and phases no more than the most of any phase.
    void check_any_seven_days(SessionKind kind) {
        int most = 0;
        for (const PathwayPhase& phase : pathway_.phases) {
            for (const Exercise& exercise : phase.exercises) {
                most = exercise.kind == kind ? std::max(most, exercise.per_week.value_or(7)) : most;
            }
        }
        std::vector<Date> dates;
        for (const PlannedDay& day : schedule_.days) {
            if (std::any_of(day.others.begin(), day.others.end(),
                            [&](const PlannedSession& session) { return session.kind == kind; })) {
                dates.push_back(day.date);
            }
        }
        for (std::size_t i = 0; i + static_cast<std::size_t>(most) < dates.size(); ++i) {
            const Date one_more = dates[i + static_cast<std::size_t>(most)];
            if (one_more - dates[i] < 7) {
                note(rule_of_content, one_more);
            }
        }
    }

    // A match stands on the day that begins its phase, and nowhere before.
    bool is_first_match(const PlannedDay& day) const {
        const auto phase = std::find_if(schedule_.phases.begin(), schedule_.phases.end(),
                                        [&](const Phase& known) { return known.id == day.phase; });
        return day.phase == pathway_.goal_day_starts && phase != schedule_.phases.end() &&
               phase->from == day.date;
    }

    // The race or match of the goal: behind the return to sport, where the pathway has such a
    // phase.
    bool is_behind_return(const PlannedDay& day, const PlannedSession& session) const {
        const auto is_back = [&](const PathwayPhase& phase) {
            return phase.after_return || phase.id == pathway_.goal_day_starts;
        };
        const bool has_return =
            std::any_of(pathway_.phases.begin(), pathway_.phases.end(), is_back);
        const PathwayPhase* phase = pathway_.phase_with(day.phase);
        return session.is_goal && (!has_return || (phase != nullptr && is_back(*phase)));
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
                const bool too_often = (exercise.per_week && times > *exercise.per_week) ||
                                       (dates[i] - planned->from) / 7 + 1 < exercise.from_week;
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

std::vector<Violation> pathway_violations(const Schedule& schedule,
                                          const PathwayEvidence& evidence) {
    if (schedule.phases.empty()) {
        return {};
    }
    std::vector<Violation> out = PathwayCheck(schedule, evidence).violations();
    for (const Violation& violation : speed_violations(schedule, evidence.runs)) {
        out.push_back(violation);
    }
    for (const Violation& violation : team_day_violations(schedule, evidence.team_days)) {
        out.push_back(violation);
    }
    return out;
}

void verify_pathway(const Schedule& schedule, const PathwayEvidence& evidence) {
    const auto violations = pathway_violations(schedule, evidence);
    if (!violations.empty()) {
        throw DisagreementError(fmt::format("the plan breaks rule {} on {}",
                                            violations.front().rule,
                                            to_string(violations.front().date)));
    }
}

} // namespace plimsoll::planner
