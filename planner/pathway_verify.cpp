// Rules of pathways, from the finished plan backwards.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_verify.hpp"

#include "model/error.hpp"
#include "risk/calf_norm.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr const char* running_rule = "phase_running";
constexpr const char* content_rule = "phase_content";
constexpr const char* order_rule = "gates_in_order";
constexpr const char* pain_rule = "pain_hold";
constexpr int pain_lasts_days = 7; // as the pages say

class PathwayCheck {
public:
    PathwayCheck(const Schedule& schedule, const Pathway& pathway, const Subject& subject,
                 std::span<const Event> events, Date start)
        : schedule_(schedule),
          pathway_(pathway),
          subject_(subject),
          events_(events),
          start_(start) {}

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
                note(order_rule, phase.from);
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
                note(order_rule, day.date);
            }
        }
    }

    // Whether some record since the onset, up to the plan, meets the gate.
    bool was_met(const Gate& gate) const {
        switch (gate.on) {
        case GateOn::pain:
            return pain_was_met(gate.threshold);
        case GateOn::since_return:
            return subject_.returned && start_ - 1 - *subject_.returned >= gate.threshold;
        case GateOn::apart:
            return any_of_two(gate, [&](double left, double right) {
                const double more = std::max(left, right);
                return more - std::min(left, right) <= gate.threshold / 100.0 * more + 1e-9;
            });
        case GateOn::both:
            return any_of_two(gate, [&](double left, double right) {
                return std::min(left, right) >= least(gate);
            });
        case GateOn::injured:
            return any_record(gate.from + "_left", gate) || any_record(gate.from + "_right", gate);
        case GateOn::one:
            break;
        }
        return any_record(gate.from, gate);
    }

    double least(const Gate& gate) const {
        double threshold = gate.threshold;
        if (gate.norm && subject_.sex && subject_.birth_date) {
            const auto norm =
                risk::calf_raise_norm(*subject_.sex, age_in_years(*subject_.birth_date, start_));
            threshold = std::min(threshold, static_cast<double>(norm.value_or(1000)));
        }
        return threshold;
    }

    bool counts(const Event& event) const {
        return event.day < start_ && (!subject_.onset || event.day >= *subject_.onset);
    }

    bool any_record(const std::string& name, const Gate& gate) const {
        return std::any_of(events_.begin(), events_.end(), [&](const Event& event) {
            const double value = event.value.value_or(1.0);
            return event.kind == EventKind::gate && event.detail == name && counts(event) &&
                   (gate.at_least ? value >= least(gate) : value <= gate.threshold);
        });
    }

    bool any_of_two(const Gate& gate, const auto& meets) const {
        for (const Event& left : events_) {
            if (left.kind != EventKind::gate || left.detail != gate.from + "_left" ||
                !counts(left)) {
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

    bool pain_was_met(double most) const {
        for (const Event& morning : events_) {
            for (const Event& session : events_) {
                if (morning.kind == EventKind::morning_pain && counts(morning) &&
                    session.kind == EventKind::pain && session.day + 1 == morning.day &&
                    session.value.value_or(11.0) <= most &&
                    morning.value.value_or(11.0) <= *session.value) {
                    return true;
                }
            }
        }
        return false;
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
                                            [&](const Gate& gate) { return was_met(gate); });
            if (!passed && !after) {
                note(order_rule, schedule_.phases.front().from);
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
                note(running_rule, day.date);
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
                    note(pain_rule, day.date);
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
                        note(content_rule, day.date);
                    }
                    days[{day.phase, exercise.id}].push_back(day.date);
                }
                if (session->exercises.empty() && session != &day.session) {
                    note(content_rule, day.date);
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
                    note(content_rule, dates[i]);
                }
            }
        }
    }

    const Schedule& schedule_;
    const Pathway& pathway_;
    const Subject& subject_;
    std::span<const Event> events_;
    Date start_;
    std::vector<Violation> out_;
};

const PathwayPhase* first_with_runs(const Pathway& pathway) {
    const auto found =
        std::find_if(pathway.phases.begin(), pathway.phases.end(),
                     [](const PathwayPhase& phase) { return phase.running == Running::plan; });
    return found == pathway.phases.end() ? nullptr : &*found;
}

} // namespace

std::vector<RuleInfo> pathway_rules(const Pathway& pathway) {
    std::vector<RuleInfo> rules;
    const auto source = [&](const Grounds& grounds) {
        return grounds.source == policy_source ? "policy of Plimsoll"
                                               : std::string(pathway.source_name(grounds));
    };
    const auto add = [&](std::string id, std::string statement, std::string value,
                         const Grounds& grounds) {
        rules.push_back({std::move(id), std::move(statement), std::move(value), true,
                         source(grounds), std::string(to_string(grounds.evidence))});
    };
    if (const PathwayPhase* runs = first_with_runs(pathway);
        runs != nullptr && pathway.of_injury()) {
        std::string statement = fmt::format("No planned run before phase {}.", runs->id);
        std::string value = "from " + runs->id;
        Grounds grounds = runs->grounds;
        for (const PathwayPhase& phase : pathway.phases) {
            if (phase.not_before) {
                statement += " " + phase.not_before->text;
                value += fmt::format(", day {}", phase.not_before->day);
                grounds = phase.not_before->grounds;
            }
        }
        add(running_rule, statement, value, grounds);
    }
    add(order_rule, "A phase begins when all gates of the one before it are passed.",
        fmt::format("{} phases", pathway.phases.size()), pathway.grounds);
    add(content_rule,
        "A day has the content of its phase and no other, no more often than it says.", "by phase",
        {std::string(policy_source), Evidence::policy, true});
    for (const HoldRule& rule : pathway.rules) {
        const bool pain = rule.when == HoldRule::When::pain_above;
        const Quantity quantity = pain ? Quantity::pain_score : Quantity::days;
        add(rule.id, rule.text,
            rule.limit ? in_words(*rule.limit, quantity)
                       : std::string(rule.then == HoldRule::Then::back ? "back" : "hold"),
            rule.grounds);
    }
    return rules;
}

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
