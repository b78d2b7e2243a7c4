// Days of plans.
// SPDX-License-Identifier: Apache-2.0
#include "reports/plan_days.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/speed_section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;

std::string run_of(const planner::PlannedDay& day) {
    return day.session.kind == planner::SessionKind::rest ? std::string()
                                                          : session_name(day.session);
}

// What the pathway adds to a day, running first: strength comes after it.
std::string added_to(const planner::PlannedDay& day) {
    std::string names;
    for (const bool running : {true, false}) {
        for (const planner::PlannedSession& session : day.others) {
            if (has_running(session.kind) == running) {
                names += (names.empty() ? "" : ", ") + content_name(session);
            }
        }
    }
    return names;
}

std::vector<Column> columns_of_days(bool by_phase, const Customs& customs) {
    return {{by_phase ? say("phase") : say("week"), by_phase ? Align::left : Align::right,
             Fit::natural},
            {say("day"), Align::left, Fit::natural},
            {say("done"), Align::left, Fit::natural},
            {say("session"), Align::left, Fit::wrap},
            {symbol_of(customs.length), Align::right, Fit::natural},
            {say("min"), Align::right, Fit::natural},
            {say("limited by"), Align::left, Fit::natural}};
}

Row row_of(const planner::PlannedDay& day, const std::string& group, const Customs& customs) {
    const bool runs = day.session.kind != planner::SessionKind::rest;
    const std::string what = whole_day(day);
    return {{group, short_day(day.date), what.empty() ? "" : "[ ]",
             what.empty() ? say("rest") : what,
             runs ? distance_figure(day.session.distance_m, customs) : std::string(),
             runs ? whole(day.session.duration_min) : std::string(), day.session.limited_by}};
}

// The plan's week that a day is in; a plan that goes on counts them from its own start.
int week_of(Date day, const planner::PlanResult& plan) {
    const auto& weeks = plan.schedule.weeks;
    const auto found = std::find_if(weeks.begin(), weeks.end(), [&](const auto& week) {
        return week.from <= day && day <= week.to();
    });
    return found == weeks.end() ? (day - plan.start) / planner::days_a_week + 1 : found->number;
}

// Days of a phase that hold no run, told together: by what they hold the days, a box each.
class DaysTogether {
public:
    void take(const planner::PlannedDay& day) {
        const std::string what = added_to(day);
        const auto known = std::find_if(kinds_.begin(), kinds_.end(),
                                        [&](const auto& kind) { return kind.first == what; });
        std::string& days =
            known == kinds_.end() ? kinds_.emplace_back(what, "").second : known->second;
        days += (days.empty() ? "[ ] " : "  [ ] ") + short_day(day.date);
    }

    void flush(Table& table, std::string group, const Customs& customs) {
        for (auto& [what, days] : kinds_) {
            table.rows.push_back({{std::exchange(group, ""),
                                   say("no {}", symbol_of(customs.length)), "", what, "", "", ""},
                                  days});
        }
        kinds_.clear();
    }

private:
    std::vector<std::pair<std::string, std::string>> kinds_;
};

} // namespace

std::string whole_day(const planner::PlannedDay& day) {
    const std::string run = run_of(day);
    const std::string added = added_to(day);
    return run + (run.empty() || added.empty() ? "" : ", ") + added;
}

std::string session_name(const planner::PlannedSession& session) {
    if (session.kind == planner::SessionKind::team_training) {
        const std::string dose = speed_dose(session);
        return dose.empty() ? say("team session, at most") : say("team session, {}", dose);
    }
    if (session.is_goal) {
        return session.kind == planner::SessionKind::match ? say("the match") : say("the race");
    }
    if (session.kind == planner::SessionKind::match) {
        return say("match, at most");
    }
    if (session.kind != planner::SessionKind::walk_run) {
        return say("run");
    }
    const planner::Step& step = session.steps.front();
    if (step.walk_s == 0) {
        return say("run {} min without a walk", step.repeat * step.run_s / 60);
    }
    return say("{} x walk {} + run {} min", step.repeat, step.walk_s / 60, step.run_s / 60);
}

std::string content_name(const planner::PlannedSession& session) {
    const std::string dose = speed_dose(session);
    const std::string kind = session_name(session.kind);
    return dose.empty()                                          ? kind
           : session.kind == planner::SessionKind::team_training ? kind + ", " + dose
                                                                 : dose;
}

std::string session_name(planner::SessionKind kind) {
    switch (kind) {
    case planner::SessionKind::plyometric:
        return say("jumps");
    case planner::SessionKind::nerve_glide:
        return say("nerve glides");
    case planner::SessionKind::easy:
        return say("easy movement");
    case planner::SessionKind::change_of_direction:
        return say("turns");
    case planner::SessionKind::team_training:
        return say("team session");
    default:
        return say_text(to_string(kind));
    }
}

bool is_of_plan_year(Date day, const planner::PlanResult& plan) {
    return day.ymd().year == (plan.start - 1).ymd().year;
}

std::string day_of_table(Date day, const planner::PlanResult& plan) {
    return is_of_plan_year(day, plan) ? short_day(day) : long_day(day);
}

void add_first_week(Document& document, const planner::PlanResult& plan) {
    document.add(Heading{say("This week")});
    Table table;
    table.columns = columns_of_days(true, document.customs);
    std::string group;
    std::string next;
    for (const planner::PlannedDay& day : plan.schedule.days) {
        if (day.date - plan.start < planner::days_a_week) {
            table.rows.push_back(
                row_of(day, day.phase == group ? std::string() : day.phase, document.customs));
            if (!group.empty() && group != day.phase) {
                next += say("{}{} begins only when every gate of {} is passed; until then "
                            "the days are as those of {}.",
                            next.empty() ? "" : " ", day.phase, group, group);
            }
            group = day.phase;
        }
    }
    document.add(table);
    if (!next.empty()) {
        document.add(Paragraph{next});
    }
}

void add_phase_days(Document& document, const planner::PlanResult& plan, bool by_phase) {
    document.add(Heading{by_phase ? say("The weeks after it (days not listed are rest)")
                                  : say("Day by day (days not listed are rest)")});
    Table table;
    table.columns = columns_of_days(by_phase, document.customs);
    std::string group;
    DaysTogether together;
    bool named = false; // the group stands in a row already
    for (const planner::PlannedDay& day : plan.schedule.days) {
        if (by_phase && day.date - plan.start < planner::days_a_week) {
            continue;
        }
        const std::string of_day = by_phase ? day.phase : std::to_string(week_of(day.date, plan));
        if (of_day != group) {
            together.flush(table, named ? std::string() : group, document.customs);
            group = of_day;
            named = false;
        }
        const bool runs = day.session.kind != planner::SessionKind::rest;
        if (runs || (!by_phase && !day.others.empty())) {
            table.rows.push_back(row_of(day, named ? std::string() : group, document.customs));
            named = true;
        } else if (!day.others.empty()) {
            together.take(day);
        }
    }
    together.flush(table, named ? std::string() : group, document.customs);
    document.add(table);
    const bool team = std::any_of(
        plan.schedule.days.begin(), plan.schedule.days.end(), [](const planner::PlannedDay& day) {
            return day.session.kind == planner::SessionKind::team_training;
        });
    document.add(Paragraph{
        std::string(symbol_of(document.customs.length)) + say(": the running part") +
        (team ? say("; of a team session, which takes the place of a run, the most that it should "
                    "hold: a full one that holds more waits.")
              : ".") +
        say(" min: the whole session, in a walk-run session with its walking. What else a day "
            "holds is "
            "of the phase, under 'What to do'") +
        (by_phase ? say("; no {}: days for which no distance is planned.",
                        symbol_of(document.customs.length))
                  : std::string("."))});
}

void add_days(Document& document, const planner::PlanResult& plan) {
    document.add(Heading{say("Day by day (days not listed are rest)")});
    Table table;
    table.columns = {{say("week"), Align::right, Fit::natural},
                     {say("day"), Align::left, Fit::natural},
                     {say("done"), Align::left, Fit::natural},
                     {say("session"), Align::left, Fit::cut},
                     {symbol_of(document.customs.length), Align::right, Fit::natural},
                     {say("min"), Align::right, Fit::natural},
                     {say("limited by"), Align::left, Fit::natural}};
    for (const planner::PlannedWeek& week : plan.schedule.weeks) {
        bool first = true;
        for (const planner::PlannedDay& day : plan.schedule.days) {
            if (day.date < week.from || day.date > week.to() ||
                day.session.kind == planner::SessionKind::rest) {
                continue;
            }
            table.rows.push_back({{first ? std::to_string(week.number) : std::string(),
                                   day_of_table(day.date, plan), "[ ]", session_name(day.session),
                                   distance_figure(day.session.distance_m, document.customs),
                                   whole(day.session.duration_min), day.session.limited_by}});
            first = false;
        }
    }
    document.add(table);
    document.add(Paragraph{say("{}: the running part. min: the whole session, in a walk-run "
                               "session with its walking.",
                               symbol_of(document.customs.length))});
}

} // namespace plimsoll::reports
