// Days of plans.
// SPDX-License-Identifier: Apache-2.0
#include "reports/plan_days.hpp"

#include "reports/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;

std::string session_name(const planner::PlannedSession& session) {
    if (session.kind == planner::SessionKind::team_training) {
        return "team session, at most";
    }
    if (session.kind != planner::SessionKind::walk_run) {
        return "run";
    }
    const planner::Step& step = session.steps.front();
    if (step.walk_s == 0) {
        return fmt::format("run {} min without a walk", step.repeat * step.run_s / 60);
    }
    return fmt::format("{} x walk {} + run {} min", step.repeat, step.walk_s / 60, step.run_s / 60);
}

std::string name_of(planner::SessionKind kind) {
    switch (kind) {
    case planner::SessionKind::plyometric:
        return "jumps";
    case planner::SessionKind::nerve_glide:
        return "nerve glides";
    case planner::SessionKind::easy:
        return "easy movement";
    case planner::SessionKind::change_of_direction:
        return "turns";
    case planner::SessionKind::team_training:
        return "team session";
    default:
        return std::string(to_string(kind));
    }
}

// What the pathway adds to a day, with running or without: its kinds, one behind the other.
std::string names_of(const std::vector<planner::PlannedSession>& sessions, bool running) {
    std::string names;
    for (const planner::PlannedSession& session : sessions) {
        if (has_running(session.kind) == running) {
            names += (names.empty() ? "" : " + ") + name_of(session.kind);
        }
    }
    return names;
}

} // namespace

std::string day_of_table(Date day, const planner::PlanResult& plan) {
    const bool this_year = day.ymd().year == (plan.start - 1).ymd().year;
    return this_year ? short_day(day) : long_day(day);
}

// Day by day with the content of the phases, runs first: strength comes after running.
void add_phase_days(Document& document, const planner::PlanResult& plan, bool by_phase) {
    document.add(Heading{"Day by day (days not listed are rest)"});
    Table table;
    table.columns = {
        {by_phase ? "phase" : "week", by_phase ? Align::left : Align::right, Fit::natural},
        {"day", Align::left, Fit::natural},
        {"done", Align::left, Fit::natural},
        {"session", Align::left, Fit::cut},
        {"km", Align::right, Fit::natural},
        {"min", Align::right, Fit::natural},
        {"limited by", Align::left, Fit::natural}};
    std::string group;
    for (const planner::PlannedDay& day : plan.schedule.days) {
        bool first = true;
        const int week = (day.date - plan.start) / planner::days_a_week + 1;
        const std::string of_day = by_phase ? day.phase : std::to_string(week);
        const auto add = [&](const std::string& what, const std::string& km_text,
                             const std::string& minutes, const std::string& limit) {
            table.rows.push_back({{of_day == group ? std::string() : of_day,
                                   first ? short_day(day.date) : std::string(), "[ ]", what,
                                   km_text, minutes, limit}});
            group = of_day;
            first = false;
        };
        if (day.session.kind != planner::SessionKind::rest) {
            add(session_name(day.session), km_figure(day.session.distance_m),
                whole(day.session.duration_min), day.session.limited_by);
        }
        for (const bool running : {true, false}) {
            if (const std::string names = names_of(day.others, running); !names.empty()) {
                add(names, "", "", "");
            }
        }
    }
    document.add(table);
    const bool team = std::any_of(
        plan.schedule.days.begin(), plan.schedule.days.end(), [](const planner::PlannedDay& day) {
            return day.session.kind == planner::SessionKind::team_training;
        });
    document.add(Paragraph{
        std::string("km: the running part") +
        (team ? "; of a team session, which takes the place of a run, the most that it should "
                "hold: a full one that holds more waits."
              : ".") +
        " min: the whole session, in a walk-run session with its walking. Sessions without km are "
        "those of the phase, under 'What to do'."});
}

void add_days(Document& document, const planner::PlanResult& plan) {
    document.add(Heading{"Day by day (days not listed are rest)"});
    Table table;
    table.columns = {{"week", Align::right, Fit::natural},     {"day", Align::left, Fit::natural},
                     {"done", Align::left, Fit::natural},      {"session", Align::left, Fit::cut},
                     {"km", Align::right, Fit::natural},       {"min", Align::right, Fit::natural},
                     {"limited by", Align::left, Fit::natural}};
    for (const planner::PlannedWeek& week : plan.schedule.weeks) {
        bool first = true;
        for (const planner::PlannedDay& day : plan.schedule.days) {
            if (day.date < week.from || day.date > week.to() ||
                day.session.kind == planner::SessionKind::rest) {
                continue;
            }
            table.rows.push_back(
                {{first ? std::to_string(week.number) : std::string(), day_of_table(day.date, plan),
                  "[ ]", session_name(day.session), km_figure(day.session.distance_m),
                  whole(day.session.duration_min), day.session.limited_by}});
            first = false;
        }
    }
    document.add(table);
    document.add(Paragraph{
        "km: the running part. min: the whole session, in a walk-run session with its walking."});
}

} // namespace plimsoll::reports
