// The page for the fridge.
// SPDX-License-Identifier: Apache-2.0
#include "reports/fridge_report.hpp"

#include "model/error.hpp"
#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/pathway_sections.hpp"
#include "reports/plain_text.hpp"
#include "reports/plan_answer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using planner::PathwayPhase;
using planner::PathwayPlan;
using planner::PlannedDay;
using planner::PlannedSession;
using planner::PlanResult;
using planner::SessionKind;

constexpr std::size_t most_of_a_text = 320; // columns; policy

// What stands for a session in a box of a few letters.
std::string short_name(SessionKind kind) {
    switch (kind) {
    case SessionKind::plyometric:
        return say("jumps");
    case SessionKind::nerve_glide:
        return say("glides");
    case SessionKind::change_of_direction:
        return say("turns");
    case SessionKind::team_training:
        return say("team");
    default:
        return say_text(to_string(kind));
    }
}

std::string short_session(const PlannedSession& session, const Customs& customs) {
    if (session.kind == SessionKind::walk_run && !session.steps.empty()) {
        const planner::Step& step = session.steps.front();
        return step.walk_s == 0
                   ? say("run {}min", step.repeat * step.run_s / 60)
                   : fmt::format("{} x {}+{}", step.repeat, step.walk_s / 60, step.run_s / 60);
    }
    const std::string name = session.is_goal && session.kind == SessionKind::run
                                 ? say("race")
                                 : short_name(session.kind);
    return name + " " + distance_figure(session.distance_m, customs);
}

// Running first: strength comes after it.
std::vector<std::string> lines_of(const PlannedDay& day, const Customs& customs) {
    std::vector<std::string> lines;
    if (day.session.kind != SessionKind::rest) {
        lines.push_back(short_session(day.session, customs));
    }
    for (const bool running : {true, false}) {
        for (const PlannedSession& session : day.others) {
            if (has_running(session.kind) == running) {
                lines.push_back(short_name(session.kind));
            }
        }
    }
    if (lines.empty()) {
        lines.emplace_back(say("rest"));
    }
    return lines;
}

// By gates alone: other phases are parts of the planned runs.
bool has_gated_phases(const PathwayPlan& path) {
    return path.state.has_value();
}

WeekGrid grid_of(const PlanResult& plan, const PathwayPlan& path, const Customs& customs) {
    WeekGrid grid;
    const Date first = plan.schedule.days.front().date;
    const Date begin = customs.week_of(first);
    for (std::size_t d = 0; d < grid.days.size(); ++d) {
        grid.days.at(d) = say_text(to_string((begin + static_cast<int>(d)).weekday()));
    }
    std::string phase = plan.schedule.days.front().phase;
    double week_m = 0.0;
    for (const PlannedDay& day : plan.schedule.days) {
        const Date from = customs.week_of(day.date);
        const auto index = static_cast<std::size_t>(day.date - from);
        if (grid.weeks.empty() || index == 0) {
            grid.weeks.push_back({{day_month(from)}, {}});
            week_m = 0.0;
        }
        WeekGrid::Week& week = grid.weeks.back();
        week.days.at(index) = lines_of(day, customs);
        if (has_gated_phases(path) && day.phase != phase) {
            week.days.at(index).insert(week.days.at(index).begin(), "-> " + day.phase);
        }
        phase = day.phase;
        week_m += day.session.distance_m;
        if (week_m > 0.0) {
            week.head.resize(1);
            week.head.push_back(distance(week_m, customs));
        }
    }
    grid.left_out = say("not on this page. Print it again by then.");
    return grid;
}

bool some_line(const WeekGrid& grid, const auto& is_such) {
    return std::any_of(grid.weeks.begin(), grid.weeks.end(), [&](const WeekGrid::Week& week) {
        return std::any_of(week.days.begin(), week.days.end(), [&](const auto& lines) {
            return std::any_of(lines.begin(), lines.end(), is_such);
        });
    });
}

// The signs of the grid that need a word, those that it has.
std::string legend_of(const WeekGrid& grid, const Customs& customs) {
    const auto starts = [](const std::string& with) {
        return [with](const std::string& line) { return line.starts_with(with); };
    };
    std::string text = say("Strike out what is done.");
    if (some_line(grid,
                  [](const std::string& line) { return line.find('+') != std::string::npos; })) {
        text += " " + say("5 x 1+4: five times walk 1 minute, run 4.");
    }
    if (some_line(grid, starts(say("run") + " "))) {
        text += " " + say("run 6.2: {}s.", name_of_length(customs));
    }
    if (some_line(grid, starts(say("team") + " "))) {
        text += " " + say("team 6.2: the most that the session should hold of them.");
    }
    if (some_line(grid, starts("-> "))) {
        text +=
            " " +
            say("-> opens a phase: only when every gate before it is passed; until then the days "
                "are as those of the phase before.");
    }
    return text;
}

void add_goal(Document& document, const PlanResult& plan, const PathwayPlan& path) {
    std::string note;
    if (path.state) {
        const PathwayPhase& phase = path.pathway.phases[path.state->present().phase];
        note = say("Now in phase {}, {}. ", phase.id, say_text(phase.name));
    }
    const std::string as_expected = note + say("If all goes as expected: no deadline.");
    if (plan.kind != planner::GoalKind::base) {
        document.add(KeyFigure{goal_in_words(plan, document.customs),
                               say("on {}", long_day(*plan.goal_day)), as_expected});
    } else if (path.base_day) {
        document.add(KeyFigure{say("First game"), say("on {}", long_day(*plan.goal_day)), note});
    } else {
        document.add(KeyFigure{goal_in_words(plan, document.customs),
                               say("by {}", long_day(*plan.goal_day)), as_expected});
    }
    Points points{Points::Mark::attention, {}};
    if (path.state && path.state->hold) {
        points.texts.push_back(
            say("Hold: pain {:g} of 10 on {}. No run and no jump before {}, nor before a "
                "session hurts at most 2 of 10.",
                path.state->hold->score, long_day(path.state->hold->day),
                long_day(*path.state->hold_until)));
    }
    if (path.early_return) {
        points.texts.push_back(*path.early_return);
    }
    if (!points.texts.empty()) {
        document.add(std::move(points));
    }
}

// The first @p count of its sentences.
std::string sentences(const std::string& text, int count) {
    std::size_t end = 0;
    for (int i = 0; i < count && end != std::string::npos; ++i) {
        end = text.find(". ", end + 1);
    }
    return end == std::string::npos ? text : text.substr(0, end + 1);
}

// A file of pathways of one's own may tell a story; the page has one place for it.
std::string short_of(const std::string& text) {
    return cut_to(text, most_of_a_text);
}

// What goes to a clinician in full; of what holds two sentences, of the rest the first.
void add_stops(Document& document, const PathwayPlan& path) {
    Points points;
    for (const planner::HoldRule& rule : path.pathway.rules) {
        using Then = planner::HoldRule::Then;
        points.texts.push_back(
            short_of(rule.then == Then::refer
                         ? say_text(rule.text)
                         : sentences(say_text(rule.text), rule.then == Then::hold ? 2 : 1)));
    }
    for (const PathwayPhase& phase : path.pathway.phases) {
        for (const planner::Gate& gate : phase.gates) {
            if (!gate.refer_if_failed.empty()) {
                points.texts.push_back(short_of(say_text(gate.refer_if_failed)));
            }
        }
    }
    if (!points.texts.empty()) {
        document.add(Heading{say("Hold, step back, see a clinician")});
        document.add(std::move(points));
    }
}

// Of the present phase.
void add_open_gates(Document& document, const PathwayPlan& path) {
    if (!has_gated_phases(path)) {
        return;
    }
    const std::size_t present = path.state->present().phase;
    const PathwayPhase& phase = path.pathway.phases[present];
    Points points{Points::Mark::box, {}};
    for (std::size_t g = 0; g < phase.gates.size(); ++g) {
        if (path.gates[present][g].state != planner::GateState::passed) {
            points.texts.push_back(short_of(say_text(phase.gates[g].text)));
        }
    }
    if (points.texts.empty()) {
        return;
    }
    const bool last = present + 1 == path.pathway.phases.size();
    document.add(
        Heading{last ? say("To show")
                     : say("To show before {} begins", path.pathway.phases[present + 1].id)});
    document.add(std::move(points));
}

// The exercises of the first week, with their doses.
void add_doses(Document& document, const PlanResult& plan, const PathwayPlan& path) {
    std::set<std::string> phases;
    for (const PlannedDay& day : plan.schedule.days) {
        if (day.date - plan.start < planner::days_a_week) {
            phases.insert(day.phase);
        }
    }
    Points points;
    for (const PathwayPhase& phase : path.pathway.phases) {
        if (!phases.contains(phase.id)) {
            continue;
        }
        for (const planner::Exercise& exercise : phase.exercises) {
            planner::Dose bare = exercise.dose; // how heavy and how fast is on the plan's pages
            bare.load.clear();
            bare.tempo.clear();
            const std::string dose = planner::in_words(bare);
            points.texts.push_back(short_of(
                fmt::format("{}: {}, {}{}{}", short_name(exercise.kind), say_text(exercise.name),
                            how_often(exercise), dose.empty() ? "" : ": ", dose)));
        }
    }
    if (!points.texts.empty()) {
        document.add(Heading{say("Beside the runs, this week")});
        document.add(std::move(points));
    }
}

} // namespace

Document fridge_report(const PlanResult& plan, const PathwayPlan& path, const std::string& subject,
                       std::span<const std::string> remarks, const Customs& customs) {
    require(!plan.schedule.days.empty(), "fridge_report: a plan");
    Document document;
    document.title = say("Plan for the fridge");
    document.subject = subject;
    document.period = say("from {}", long_day(plan.start));
    document.footer = say_text(not_advice);
    document.customs = customs;
    document.one_page = true;
    if (!remarks.empty()) {
        document.add(Points{Points::Mark::attention, {remarks.begin(), remarks.end()}});
    }
    add_goal(document, plan, path);
    add_loosened(document, path);
    WeekGrid grid = grid_of(plan, path, customs);
    const std::string legend = legend_of(grid, customs);
    document.add(std::move(grid));
    document.add(Paragraph{legend});
    add_stops(document, path);
    add_open_gates(document, path);
    add_doses(document, plan, path);
    return document;
}

} // namespace plimsoll::reports
