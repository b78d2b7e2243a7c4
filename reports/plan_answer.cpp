// The answer.
// SPDX-License-Identifier: Apache-2.0
#include "reports/plan_answer.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/speed_section.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;
using planner::GoalKind;
using planner::PlanResult;
using planner::PlanStatus;

constexpr double least_told_m = 50.0; // half of what a page prints

constexpr std::array<const char*, 7> weekdays{
    noted("Monday"), noted("Tuesday"),  noted("Wednesday"), noted("Thursday"),
    noted("Friday"), noted("Saturday"), noted("Sunday")};

std::string weekday_of(Date day) {
    return say_text(weekdays.at(static_cast<std::size_t>(day.weekday())));
}

std::string with_capital(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    }
    return text;
}

std::string length_of(const PlanResult& plan) {
    return say("{} from {}", counted(plan.schedule.weeks.size(), "week"),
               long_day(plan.schedule.weeks.front().from));
}

void add_short_of_match(Document& document, const PlanResult& plan) {
    if (const std::optional<std::string> text = short_of_match(plan)) {
        document.add(Points{Points::Mark::attention, {*text}});
    }
}

// A race or match on its day.
void add_event(Document& document, const PlanResult& plan) {
    std::string note = length_of(plan) + ": ";
    if (!plan.wished) {
        note += say("the earliest {} that was found under the rules below. Name another "
                    "day as date in the goal file.",
                    weekday_of(*plan.goal_day));
    } else if (plan.earliest_day && *plan.earliest_day < *plan.goal_day) {
        note += say("the day that you wish; the rules below allow it from {} on.",
                    long_day(*plan.earliest_day));
    } else if (!plan.earliest_day) {
        note += say("the day that you wish; an earlier one was not looked for as far.");
    } else {
        note += say("the day that you wish is the earliest that was found under the rules below.");
    }
    if (!plan.demand_from.empty() && plan.demand_from != planner::goal_file_itself) {
        note += " " + say("The distance is that of {}.", plan.demand_from);
    }
    document.add(KeyFigure{with_capital(goal_in_words(plan, document.customs)),
                           say("on {}", long_day(*plan.goal_day)), note});
    add_short_of_match(document, plan);
}

void add_day(Document& document, const PlanResult& plan, const planner::PathwayPlan* path) {
    if (plan.kind != GoalKind::base) {
        add_event(document, plan);
        return;
    }
    const std::string rules = length_of(plan) + say(": the earliest week under the rules below.");
    if (path == nullptr || !path->base_day) {
        document.add(KeyFigure{goal_in_words(plan, document.customs),
                               say("by {}", long_day(*plan.goal_day)), rules});
        return;
    }
    document.add(
        KeyFigure{say("First game"), say("on {}", long_day(*plan.goal_day)),
                  say("The earliest day is {}, behind the phases as expected and all their gates.",
                      long_day(*plan.earliest_day))});
    add_short_of_match(document, plan);
    document.add(KeyFigure{
        goal_in_words(plan, document.customs), say("by {}", long_day(*path->base_day)),
        *path->base_day > *plan.goal_day ? rules + " " + say("That is after the first game.")
                                         : rules});
}

// The same goal if the phases were as short or as long as others' were.
void add_range(Document& document, const PlanResult& plan, const planner::PathwayPlan& path) {
    const planner::ReturnRange& range = *path.range;
    document.add(KeyFigure{
        say("As others varied"), say("{} to {}", long_day(range.p10), long_day(range.p90)),
        say("The same goal if the phases before the return lasted, in proportion, as in the "
            "fastest and the slowest tenth of them (P10 and P90); in the middle (P50) {}. "
            "{}: {:g} +/- {:g} days from onset to return {}, taken as lognormal [policy]. "
            "{}The gates decide, not the days.",
            long_day(range.p50), with_capital(range.whose), range.mean_days, range.sd_days,
            in_brackets(path.pathway, range.grounds),
            range.p10 == *plan.goal_day
                ? say("Sooner than planned it is not: more than the days stands in the way. ")
                : "")});
}

std::string risk_in_words(const risk::AbsoluteRisk& risk) {
    return say("about {} ({} to {})", probability(risk.risk), probability(risk.ci.low),
               probability(risk.ci.high));
}

// Today against the planned day, by the rate that leads.
void add_goal_risk(Document& document, const PlanResult& plan) {
    const planner::GoalRisk& risk = *plan.goal_risk;
    if (!risk.on_goal_day) {
        return;
    }
    const std::string today =
        risk.at_once ? say("{} if it were tomorrow, ", risk_in_words(*risk.at_once))
                     : say("No figure for tomorrow: an injury is open, or no run of 30 "
                           "days is there to hold it against. On the day, ");
    document.add(KeyFigure{
        say("Risk per {}", risk.on_goal_day->per),
        say("{} on the day", risk_in_words(*risk.on_goal_day)),
        with_capital(say("{}by the same rate: {}. A rate of that study's athletes, not of "
                         "yours, with the factors of the day: it predicts nothing.",
                         today, risk.on_goal_day->baseline))});
}

std::string earliest_in_words(const PlanResult& plan, const Customs& customs) {
    return plan.kind == GoalKind::base
               ? say("is the last day of the first week that holds {} under the rules. "
                     "Leave the date out of the goal to see that plan.",
                     distance(plan.demand_m, customs))
               : say("is the first {} that was found for {} under the rules and behind the "
                     "phases. Make "
                     "it the date of the goal to see that plan.",
                     weekday_of(*plan.earliest_day), goal_in_words(plan, customs));
}

void add_conflicts(Document& document, const PlanResult& plan) {
    document.add(Heading{plan.wished ? say("What the wished date would break")
                                     : say("What stands in the way")});
    if (plan.together.size() > 1) {
        document.add(Paragraph{say("As far as was tried, {} cannot all be kept {}; without "
                                   "any one of them the others could. The least that "
                                   "has to give:",
                                   fmt::join(plan.together, ", "),
                                   plan.wished ? say("by then") : say("in that time"))});
    }
    Table table;
    table.columns = {{say("rule"), Align::left, Fit::natural},
                     {say("where it is worst"), Align::left, Fit::natural},
                     {plan.conflicts.front().by_days > 0
                          ? say("by")
                          : say("by {}", symbol_of(document.customs.length)),
                      Align::right, Fit::natural}};
    const auto prints_as_nothing = [](const planner::Conflict& conflict) {
        return conflict.by_days == 0 && conflict.by_m < least_told_m;
    };
    const bool any = !std::all_of(plan.conflicts.begin(), plan.conflicts.end(), prints_as_nothing);
    for (const planner::Conflict& conflict : plan.conflicts) {
        if (any && prints_as_nothing(conflict)) {
            continue;
        }
        table.rows.push_back(
            {{conflict.rule, long_day(conflict.date),
              conflict.by_days > 0 ? counted(static_cast<std::size_t>(conflict.by_days), "day")
                                   : distance_figure(conflict.by_m, document.customs)}});
    }
    document.add(table);
}

} // namespace

std::string goal_in_words(const PlanResult& plan, const Customs& customs) {
    switch (plan.kind) {
    case GoalKind::base:
        return say("{} a week", distance(plan.demand_m, customs));
    case GoalKind::race:
        return say("a race of {}", distance(plan.demand_m, customs));
    case GoalKind::match:
        break;
    }
    return say("a match of {}", distance(plan.demand_m, customs));
}

void add_answer(Document& document, const PlanResult& plan, const planner::PathwayPlan* path) {
    add_day(document, plan, path);
    if (path != nullptr && path->range) {
        add_range(document, plan, *path);
    }
    if (plan.goal_risk) {
        add_goal_risk(document, plan);
    }
}

void add_refusal(Document& document, const PlanResult& plan) {
    if (plan.status == PlanStatus::refer) {
        document.add(KeyFigure{say("Plan"), say("none"), plan.why + "."});
        return;
    }
    std::string note = retold(plan.why + ".", plan.demand_m, document.customs);
    if (!plan.earliest_day && plan.weeks_tried < planner::most_weeks) {
        note += " " + say("{} weeks were tried: --weeks takes up to {}.", plan.weeks_tried,
                          planner::most_weeks);
    }
    document.add(KeyFigure{
        say("Plan"), plan.wished ? say("none by {}", long_day(*plan.wished)) : say("none"), note});
    if (plan.earliest_day) {
        document.add(KeyFigure{say("Earliest"), long_day(*plan.earliest_day),
                               earliest_in_words(plan, document.customs)});
    }
    if (!plan.conflicts.empty()) {
        add_conflicts(document, plan);
    }
}

} // namespace plimsoll::reports
