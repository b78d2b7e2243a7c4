// Calendars and rows of plans.
// SPDX-License-Identifier: Apache-2.0
#include "reports/plan_calendar.hpp"

#include "model/error.hpp"
#include "model/words.hpp"
#include "reports/csv.hpp"
#include "reports/format.hpp"
#include "reports/plain_text.hpp"
#include "reports/plan_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <set>
#include <vector>

namespace plimsoll::reports {
namespace {

using planner::PlannedDay;
using planner::PlannedSession;
using planner::PlanResult;
using planner::SessionKind;

constexpr std::size_t octets_a_line = 75; // RFC 5545, 3.1

std::string digits_of(Date day) {
    const auto ymd = day.ymd();
    return fmt::format("{:04}{:02}{:02}", ymd.year, ymd.month, ymd.day);
}

// FNV-1a: stable over versions and machines, which std::hash is not.
std::uint64_t fingerprint(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    return hash;
}

std::vector<std::string> exercises_of(const PlannedSession& session) {
    std::vector<std::string> texts;
    for (const planner::PlannedExercise& exercise : session.exercises) {
        const std::string dose = planner::in_words(exercise.dose);
        texts.push_back(exercise.name + (dose.empty() ? "" : ": " + dose));
    }
    return texts;
}

class Calendar {
public:
    Calendar(const PlanResult& plan, const CalendarStyle& style)
        : plan_(plan),
          style_(style),
          owner_(fmt::format("{:016x}", fingerprint(style.athlete))),
          sequence_(style.continued == nullptr
                        ? calendar_sequence(style.as_of)
                        : calendar_sequence(style.as_of, style.continued->sequence)) {
        out_ = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" +
               ics_line("PRODID", {"-//Plimsoll//" + style.program + "//EN"}) +
               "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n" +
               ics_line("X-WR-CALNAME", {say("Plan: {}", style.subject)});
    }

    // The run of a day is one event whatever its kind is: a walk-run session that becomes a run
    // keeps its place.
    void add(const PlannedDay& day, const PlannedSession& session, bool run) {
        std::string summary = run ? session_name(session) : content_name(session);
        std::vector<std::string> texts{say("Phase {}", day.phase)};
        for (std::string& exercise : exercises_of(session)) {
            texts.push_back(std::move(exercise));
        }
        if (run) {
            if (session.distance_m > 0.0) {
                summary += ", " + km(session.distance_m);
            }
            if (session.duration_min) {
                texts.push_back(say("{} min in all", whole(session.duration_min)));
            }
            texts.push_back(say("Limited by {}", rule_in_words(session.limited_by)));
        }
        event(slot_of(day, session, run), day.date, summary, std::move(texts));
    }

    // The events of the days that changed, as far as the plan has none in their place.
    void withdraw(const planner::Replan& continued) {
        for (const planner::DayChange& change : continued.changes) {
            if (!change.was) {
                continue;
            }
            const PlannedDay& was = *change.was;
            if (was.session.kind != SessionKind::rest) {
                withdraw(slot_of(was, was.session, true), was.date, session_name(was.session));
            }
            for (const PlannedSession& session : was.others) {
                withdraw(slot_of(was, session, false), was.date, session_name(session.kind));
            }
        }
    }

    void add_gates(const planner::PathwayPlan& path) {
        for (const planner::PhaseSpan& span : path.spans) {
            const planner::PathwayPhase& phase = path.pathway.phases.at(span.phase);
            std::vector<std::string> texts{
                say("To show before the next phase; the day is the expected one, no deadline")};
            for (std::size_t g = 0; g < phase.gates.size(); ++g) {
                if (path.gates.at(span.phase).at(g).state != planner::GateState::passed) {
                    texts.push_back("- " + phase.gates[g].text);
                }
            }
            if (texts.size() > 1 && span.to >= plan_.start) {
                event("gates-" + phase.id, span.to, say("Gates of phase {}", phase.id),
                      std::move(texts));
            }
        }
    }

    std::string take() { return out_ + "END:VCALENDAR\r\n"; }

private:
    static std::string slot_of(const PlannedDay& day, const PlannedSession& session, bool run) {
        return fmt::format("{}-{}", to_string(day.date),
                           run ? say("run") : say_text(to_string(session.kind)));
    }

    void withdraw(const std::string& slot, Date day, const std::string& summary) {
        if (!slots_.contains(slot)) {
            event(slot, day, summary, {say("No longer planned.")}, "STATUS:CANCELLED\r\n");
        }
    }

    std::string rule_in_words(const std::string& id) const {
        const auto rule = std::find_if(plan_.rules.begin(), plan_.rules.end(),
                                       [&](const auto& known) { return known.id == id; });
        return rule == plan_.rules.end() ? id : fmt::format("{}: {}", id, rule->statement);
    }

    void event(const std::string& slot, Date day, const std::string& summary,
               std::vector<std::string> texts, std::string_view status = {}) {
        slots_.insert(slot);
        texts.emplace_back(say("Information, not medical advice."));
        out_ += "BEGIN:VEVENT\r\n" + ics_line("UID", {slot + "." + owner_ + "@plimsoll"});
        fmt::format_to(std::back_inserter(out_),
                       "DTSTAMP:{}T000000Z\r\nSEQUENCE:{}\r\nDTSTART;VALUE=DATE:{}\r\n"
                       "DTEND;VALUE=DATE:{}\r\n",
                       digits_of(style_.as_of), sequence_, digits_of(day), digits_of(day + 1));
        out_ += ics_line("SUMMARY", {summary});
        out_ += ics_line("DESCRIPTION", texts);
        out_ += status;
        out_ += "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n";
    }

    const PlanResult& plan_;
    const CalendarStyle& style_;
    std::string owner_;
    int sequence_;
    std::set<std::string> slots_;
    std::string out_;
};

void append_row(std::string& out, const PlannedDay& day, const PlannedSession& session,
                const std::string& what) {
    std::string exercises;
    for (const std::string& text : exercises_of(session)) {
        exercises += (exercises.empty() ? "" : "; ") + text;
    }
    const std::vector<std::string> cells{
        to_string(day.date),
        to_string(day.date.weekday()),
        day.phase,
        std::string(to_string(session.kind)),
        what,
        session.distance_m > 0.0 ? whole(session.distance_m) : std::string(),
        session.duration_min ? whole(session.duration_min) : std::string(),
        exercises,
        session.limited_by};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        out += (i == 0 ? "" : ",") + csv_cell(cells[i]);
    }
    out += '\n';
}

} // namespace

std::string ics_line(std::string_view name, const std::vector<std::string>& texts) {
    std::string line = std::string(name) + ":";
    for (std::size_t i = 0; i < texts.size(); ++i) {
        line += i == 0 ? "" : "\\n";
        for (const char c : printable(texts[i], Charset::unicode)) {
            if (c == '\\' || c == ';' || c == ',') {
                line += '\\';
            }
            line += c;
        }
    }
    std::string out;
    std::size_t used = 0;
    for (std::size_t at = 0; at < line.size();) {
        std::size_t length = 1;
        while (at + length < line.size() &&
               (static_cast<unsigned char>(line[at + length]) & 0xC0U) == 0x80U) {
            ++length;
        }
        if (used + length > octets_a_line) {
            out += "\r\n ";
            used = 1;
        }
        out.append(line, at, length);
        used += length;
        at += length;
    }
    return out + "\r\n";
}

int calendar_sequence(Date as_of, std::optional<int> before) {
    const int by_day = std::max(0, as_of - Date::from_ymd(2000, 1, 1));
    return before ? std::max(by_day, *before + 1) : by_day;
}

std::string plan_ics(const PlanResult& plan, const planner::PathwayPlan* path,
                     const CalendarStyle& style) {
    require(!plan.schedule.days.empty(), "plan_ics: the plan has days");
    Calendar calendar(plan, style);
    for (const PlannedDay& day : plan.schedule.days) {
        if (day.session.kind != SessionKind::rest) {
            calendar.add(day, day.session, true);
        }
        for (const PlannedSession& session : day.others) {
            calendar.add(day, session, false);
        }
    }
    if (path != nullptr && path->state) {
        calendar.add_gates(*path);
    }
    if (style.continued != nullptr) {
        calendar.withdraw(*style.continued);
    }
    return calendar.take();
}

std::string plan_csv(const PlanResult& plan) {
    std::string out = "date,weekday,phase,kind,what,distance_m,duration_min,exercises,limited_by\n";
    for (const PlannedDay& day : plan.schedule.days) {
        const bool runs = day.session.kind != SessionKind::rest;
        if (runs || day.others.empty()) {
            append_row(out, day, day.session, runs ? session_name(day.session) : "rest");
        }
        for (const PlannedSession& session : day.others) {
            append_row(out, day, session, session_name(session.kind));
        }
    }
    return out;
}

} // namespace plimsoll::reports
