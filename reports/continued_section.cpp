// The sections of a plan that goes on.
// SPDX-License-Identifier: Apache-2.0
#include "reports/continued_section.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/plan_days.hpp"

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;
using planner::PlannedDay;
using planner::Replan;

std::string days_listed(const std::vector<Date>& days) {
    std::string text;
    for (const Date day : days) {
        text += (text.empty() ? "" : ", ") + short_day(day);
    }
    return text;
}

// The days that the plan before had, too; behind its last one all are new.
std::vector<const planner::DayChange*> told_changes(const Replan& continued) {
    std::vector<const planner::DayChange*> told;
    for (const planner::DayChange& change : continued.changes) {
        if (change.was) {
            told.push_back(&change);
        }
    }
    return told;
}

KeyFigure outcome_of(const Replan& continued) {
    const std::string label = say("Plan from {}", short_day(continued.from));
    if (continued.kept) {
        return {label, say("kept"),
                say("What was done up to {} leaves every rule and every phase of it as "
                    "planned: the days from {} on are those of that plan, word for word.",
                    long_day(continued.as_of), long_day(continued.as_of + 1))};
    }
    if (continued.ahead.status != planner::PlanStatus::planned) {
        return {label, say("ends here"),
                say("It cannot go on, and no other one is made; why is below.")};
    }
    const std::size_t differing = told_changes(continued).size();
    std::string note = differing == 0
                           ? say("No day that is left of it differs.")
                           : say("Of its days left {} differ; they stand at the end, each as "
                                 "it was and as it is now.",
                                 differing);
    const std::optional<Date> was = continued.goal_day_was;
    const std::optional<Date> is = continued.ahead.goal_day;
    if (was && is && was != is) {
        note += " " + say("The goal is on {} instead of {}.", long_day(*is), long_day(*was));
    } else if (was && is) {
        note += " " + say("The goal stays on {}.", long_day(*is));
    }
    return {label, say("made anew"), note};
}

std::string day_notes(const planner::WeekDone& week) {
    std::string note;
    if (!week.missed.empty()) {
        note = say("not run: {}", days_listed(week.missed));
    }
    if (!week.extra.empty()) {
        note += (note.empty() ? "" : "; ") + say("run besides: {}", days_listed(week.extra));
    }
    return note;
}

void add_done(std::vector<Block>& blocks, const Replan& continued, const Customs& customs) {
    if (continued.done.empty()) {
        return;
    }
    blocks.emplace_back(Heading{say("Done against planned")});
    Table table;
    table.columns = {{say("week"), Align::right, Fit::natural},
                     {say("from"), Align::left, Fit::natural},
                     {symbol_of(customs.length), Align::right, Fit::natural},
                     {say("of"), Align::right, Fit::natural},
                     {say("min"), Align::right, Fit::natural},
                     {say("of"), Align::right, Fit::natural},
                     {say("runs"), Align::right, Fit::natural},
                     {say("of"), Align::right, Fit::natural}};
    for (const planner::WeekDone& week : continued.done) {
        if (week.planned.sessions == 0 && week.done.sessions == 0) {
            continue; // before the first run, as planned
        }
        table.rows.push_back(
            {{week.number ? std::to_string(*week.number) : std::string(), short_day(week.from),
              distance_figure(week.done.distance_m, customs),
              distance_figure(week.planned.distance_m, customs), whole(week.done.minutes),
              whole(week.planned.minutes), std::to_string(week.done.sessions),
              std::to_string(week.planned.sessions)},
             day_notes(week)});
    }
    if (table.rows.empty()) {
        blocks.emplace_back(Paragraph{say("No run was planned yet, and none was run.")});
        return;
    }
    blocks.emplace_back(std::move(table));
    blocks.emplace_back(
        Paragraph{say("Run, of what was planned, up to {}. {}", long_day(continued.as_of),
                      runs_held_against_planned(customs))});
}

std::string score_in_words(const Event& event) {
    return say("{:g} of 10{} on {}{}", event.value.value_or(0.0),
               event.kind == EventKind::morning_pain ? say(" in the morning") : "",
               short_day(event.day), event.detail.empty() ? "" : " (" + event.detail + ")");
}

// The latest, so many that they fit on a line or two.
std::string scores_in_words(const std::vector<Event>& pain) {
    constexpr std::size_t most = 4;
    std::string text;
    const std::size_t first = pain.size() > most ? pain.size() - most : 0;
    for (std::size_t i = first; i < pain.size(); ++i) {
        text += (text.empty() ? "" : ", ") + score_in_words(pain[i]);
    }
    return first == 0 ? text : say("{}, and {} before", text, first);
}

void add_since(std::vector<Block>& blocks, const Replan& continued) {
    Points points;
    for (const planner::PassedGate& gate : continued.passed) {
        points.texts.push_back(say("gate of {} passed on {}: {}", gate.phase, short_day(gate.day),
                                   say_text(gate.text)));
    }
    if (!continued.pain.empty()) {
        points.texts.push_back(say("pain since: {}", scores_in_words(continued.pain)));
    }
    if (continued.missed && continued.missed->days() > 1) {
        points.texts.push_back(say("longest time without a run, from a missed one on: {} "
                                   "to {}, {} days",
                                   short_day(continued.missed->from),
                                   short_day(continued.missed->to), continued.missed->days()));
    }
    if (!points.texts.empty()) {
        blocks.emplace_back(std::move(points));
    }
}

void add_reasons(std::vector<Block>& blocks, const Replan& continued) {
    if (continued.reasons.empty()) {
        return;
    }
    blocks.emplace_back(Heading{say("Why it is made anew")});
    Points points;
    for (const planner::ReplanReason& reason : continued.reasons) {
        points.texts.push_back(reason.id + ": " + say_text(reason.text));
    }
    blocks.emplace_back(std::move(points));
}

std::string day_in_words(const std::optional<PlannedDay>& day) {
    if (!day) {
        return absent;
    }
    const std::string what = whole_day(*day);
    return what.empty() ? say("rest") : what;
}

std::string distance_of(const std::optional<PlannedDay>& day, const Customs& customs) {
    return day && day->session.kind != planner::SessionKind::rest
               ? distance_figure(day->session.distance_m, customs)
               : std::string();
}

void add_day_changes(Document& document, const Replan& continued) {
    const std::vector<const planner::DayChange*> told = told_changes(continued);
    if (told.empty() || continued.ahead.schedule.days.empty()) {
        return;
    }
    document.add(Heading{say("What changed, day by day")});
    Table table;
    table.columns = {{say("day"), Align::left, Fit::natural},
                     {say("is now"), Align::left, Fit::wrap},
                     {symbol_of(document.customs.length), Align::right, Fit::natural},
                     {say("limited by"), Align::left, Fit::natural}};
    for (const planner::DayChange* change : told) {
        const std::string was = distance_of(change->was, document.customs);
        table.rows.push_back(
            {{day_of_table(change->date, continued.ahead), day_in_words(change->is),
              distance_of(change->is, document.customs),
              change->is ? change->is->session.limited_by : std::string()},
             say("was: {}{}", day_in_words(change->was),
                 was.empty() ? was
                             : fmt::format(", {} {}", was, symbol_of(document.customs.length)))});
    }
    document.add(std::move(table));
    const bool is_shorter = continued.ahead.schedule.days.back().date < continued.last_day_was;
    document.add(Paragraph{say("The plan before ended on {}; {}.", long_day(continued.last_day_was),
                               is_shorter ? say("-: the new one does not reach that day")
                                          : say("every day behind it is new"))});
}

} // namespace

std::string runs_held_against_planned(const Customs& customs) {
    return say(
        "What phases add, such as strength, is in no log. A run counts as planned within {:.0f} % "
        "or {:.0f} m of its distance, a walk-run session by its minutes: its {} are those of the "
        "running, and a watch counts the walking, too [policy].",
        100.0 * planner::as_planned_share, planner::least_slack_m, symbol_of(customs.length));
}

void add_continued(Document& document, const Replan& continued) {
    std::vector<Block> blocks;
    blocks.emplace_back(outcome_of(continued));
    add_reasons(blocks, continued);
    add_done(blocks, continued, document.customs);
    add_since(blocks, continued);
    blocks.emplace_back(Heading{say("The plan from here")});
    document.blocks.insert(document.blocks.begin(), std::make_move_iterator(blocks.begin()),
                           std::make_move_iterator(blocks.end()));
    add_day_changes(document, continued);
}

} // namespace plimsoll::reports
