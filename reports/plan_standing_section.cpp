// The section of a plan on the week's page.
// SPDX-License-Identifier: Apache-2.0
#include "reports/plan_standing_section.hpp"

#include "model/words.hpp"
#include "reports/continued_section.hpp"
#include "reports/format.hpp"
#include "reports/json_continued.hpp"
#include "reports/plan_days.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;
using planner::DayAgainstPlan;
using planner::DayOutcome;
using planner::PlanStanding;
using planner::PlanTime;

std::string outcome_in_words(DayOutcome outcome) {
    switch (outcome) {
    case DayOutcome::as_planned:
        return say("as planned");
    case DayOutcome::more:
        return say("more");
    case DayOutcome::less:
        return say("less");
    case DayOutcome::otherwise:
        return say("run");
    case DayOutcome::missed:
        return say("not run");
    case DayOutcome::extra:
        return say("besides");
    case DayOutcome::ahead:
    case DayOutcome::rest:
        break;
    }
    return {};
}

bool is_run(const planner::PlannedDay& day) {
    return day.session.kind != planner::SessionKind::rest;
}

bool is_told(const DayAgainstPlan& day) {
    return is_run(day.planned) || !day.planned.others.empty() || day.done.sessions > 0;
}

Row row_of_standing(const DayAgainstPlan& day, const Customs& customs) {
    const std::string what = whole_day(day.planned);
    const bool planned = is_run(day.planned);
    const bool done = day.done.sessions > 0;
    return {{short_day(day.planned.date), what.empty() ? say("rest") : what,
             planned ? distance_figure(day.planned.session.distance_m, customs) : std::string(),
             planned ? whole(day.planned.session.duration_min) : std::string(),
             done ? distance_figure(day.done.distance_m, customs) : std::string(),
             done ? whole(day.done.minutes) : std::string(), outcome_in_words(day.outcome)}};
}

KeyFigure of_week(const PlanStanding& standing, const Customs& customs) {
    const int planned = standing.planned.sessions;
    const int missed = standing.missed();
    std::string note = missed > 0     ? say("{} of {} planned runs not run", missed, planned)
                       : planned == 1 ? say("The planned run was run")
                                      : say("All {} planned runs were run", planned);
    if (standing.cut_short() > 0) {
        note += say("; shorter than planned: {}", standing.cut_short());
    }
    if (standing.extra() > 0) {
        note += say("; days with a run and none planned: {}", standing.extra());
    }
    return {say("Run of the plan this week"),
            say("{} of {} {}", distance_figure(standing.done.distance_m, customs),
                distance_figure(standing.planned.distance_m, customs), symbol_of(customs.length)),
            note + "."};
}

// What is to be known before the next session.
Points before_next(const PlanStanding& standing, const Customs& customs) {
    Points points;
    points.mark = Points::Mark::attention;
    if (standing.hold && standing.next_run) {
        points.texts.push_back(say("the plan's next run, {}, waits: {}",
                                   short_day(standing.next_run->date), *standing.hold));
    }
    for (const planner::OffPlan& off : standing.off) {
        points.texts.push_back(off_plan_text(off, customs));
    }
    return points;
}

void add_times(Document& document, const PlanStanding& standing, StandingDetail detail) {
    if (standing.time == PlanTime::not_begun) {
        document.add(Paragraph{say("The plan begins on {}: nothing of it was due yet.",
                                   long_day(standing.first_day))});
    } else if (standing.time == PlanTime::over) {
        document.add(Paragraph{say("The plan ended on {}: 'plimsoll plan' makes the next.",
                                   long_day(standing.last_day))});
    } else if (!standing.off.empty() && detail == StandingDetail::full) {
        document.add(
            Paragraph{say("Whether the plan can go on as it is, 'plimsoll plan --continue' "
                          "says; it makes a new one where not.")});
    }
}

} // namespace

std::string off_plan_text(const planner::OffPlan& off, const Customs& customs) {
    switch (off.rule) {
    case planner::OffPlanRule::ceiling:
        return say("the plan's next run, {} on {}, is above the ceiling of {}",
                   distance(off.planned_m, customs), short_day(off.from),
                   distance(off.ceiling_m, customs));
    case planner::OffPlanRule::missed_time:
        return say("off plan: no run from {} to {}, {} days, the first a planned one",
                   short_day(off.from), short_day(off.to), off.to - off.from + 1);
    case planner::OffPlanRule::missed:
        return say("off plan: {} of {} planned runs from {} on not run", off.missed, off.planned,
                   short_day(off.from));
    case planner::OffPlanRule::more:
        break;
    }
    return say("off plan: {} run from {} on where {} were planned", distance(off.done_m, customs),
               short_day(off.from), distance(off.planned_m, customs));
}

std::string plan_in_words(const PlanStanding& standing) {
    if (!standing.off.empty()) {
        return say("off plan");
    }
    switch (standing.time) {
    case PlanTime::not_begun:
        return say("to come");
    case PlanTime::over:
        return say("over");
    case PlanTime::running:
        break;
    }
    return say("on plan");
}

void add_plan_standing(Document& document, const PlanStanding& standing, StandingDetail detail) {
    const Customs& customs = document.customs;
    const std::string unit(symbol_of(customs.length));
    Table table;
    table.columns = {{say("day"), Align::left, Fit::natural},
                     {say("planned"), Align::left, Fit::wrap},
                     {unit, Align::right, Fit::natural},
                     {say("min"), Align::right, Fit::natural},
                     {say("run {}", unit), Align::right, Fit::natural},
                     {say("min"), Align::right, Fit::natural},
                     {"", Align::left, Fit::natural}};
    for (const DayAgainstPlan& day : standing.days) {
        if (is_told(day)) {
            table.rows.push_back(row_of_standing(day, customs));
        }
    }
    document.add(
        Heading{table.rows.empty()
                    ? say("The plan")
                    : say("The plan: this week and the next 7 days (days not listed: rest)")});
    if (standing.planned.sessions > 0) {
        document.add(of_week(standing, customs));
    }
    Points points = before_next(standing, customs);
    if (!points.texts.empty()) {
        document.add(std::move(points));
    }
    add_times(document, standing, detail);
    if (table.rows.empty()) {
        return;
    }
    document.add(std::move(table));
    if (detail == StandingDetail::full) {
        document.add(Paragraph{runs_held_against_planned(customs)});
    }
}

Json json_of_standing(const PlanStanding& standing) {
    Json json;
    json["from"] = to_string(standing.first_day);
    json["to"] = to_string(standing.last_day);
    json["time"] = to_string(standing.time);
    json["goal_day"] = json_of(standing.goal_day);
    json["week"]["planned"] = json_of_dose(standing.planned);
    json["week"]["done"] = json_of_dose(standing.done);
    json["days"] = Json::array();
    for (const DayAgainstPlan& day : standing.days) {
        Json entry;
        entry["date"] = to_string(day.planned.date);
        entry["outcome"] = to_string(day.outcome);
        entry["planned"] = json_of_sessions(day.planned);
        entry["done"] = day.outcome == DayOutcome::ahead ? Json() : json_of_dose(day.done);
        json["days"].push_back(std::move(entry));
    }
    json["next_run"] = Json();
    if (standing.next_run) {
        json["next_run"]["date"] = to_string(standing.next_run->date);
        json["next_run"]["kind"] = to_string(standing.next_run->session.kind);
        json["next_run"]["distance_m"] = standing.next_run->session.distance_m;
    }
    json["off_plan"] = Json::array();
    for (const planner::OffPlan& off : standing.off) {
        Json entry;
        entry["id"] = planner::id_of(off.rule);
        entry["text"] = off_plan_text(off, {});
        json["off_plan"].push_back(std::move(entry));
    }
    return json;
}

} // namespace plimsoll::reports
