// The plan's pages.
// SPDX-License-Identifier: Apache-2.0
#include "reports/plan_report.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/pathway_sections.hpp"
#include "reports/plan_answer.hpp"
#include "reports/plan_chart.hpp"
#include "reports/plan_days.hpp"
#include "reports/rules_report.hpp"
#include "reports/speed_section.hpp"
#include "risk/factor.hpp"
#include "risk/layoff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;
using planner::PlanResult;
using planner::PlanStatus;

// The return from a calf strain before the plan starts.
std::optional<Date> calf_return(const PlanResult& plan, const planner::Background& background) {
    risk::FactorContext context;
    context.injuries = background.injuries;
    context.injuries_known = background.injuries_known;
    context.day = plan.start - 1;
    return risk::last_calf_return(context);
}

std::string weeks_in_words(const PlanResult& plan) {
    const Date first = plan.schedule.weeks.front().from;
    if (first < plan.start) {
        return say(
            "Weeks are the seven days from the first of the plan that goes on; of the first one "
            "km and longest are of the days that are left.");
    }
    return first == plan.start
               ? say("Weeks are the seven days from the day after the day of the plan (--as-of).")
               : say("Weeks are the seven days from the first day that may have a run.");
}

void add_weeks(Document& document, const PlanResult& plan, const planner::Background& background,
               const planner::PathwayPlan* path) {
    if (plan.schedule.weeks.empty()) { // of a plan that goes on behind its runs
        return;
    }
    document.add(Heading{say("Week by week")});
    if (std::optional<Chart> chart = plan_chart(plan, path, document.customs)) {
        document.add(*std::move(chart));
    }
    Table table;
    table.columns = {{say("week"), Align::right, Fit::natural},
                     {say("back"), Align::right, Fit::natural},
                     {say("from"), Align::right, Fit::natural},
                     {symbol_of(document.customs.length), Align::right, Fit::natural},
                     {say("longest"), Align::right, Fit::natural},
                     {say("coupled"), Align::right, Fit::natural},
                     {say("hazard"), Align::right, Fit::natural},
                     {"", Align::left, Fit::natural},
                     {say("limited by"), Align::left, Fit::natural}};
    for (const planner::PlannedWeek& week : plan.schedule.weeks) {
        const auto last =
            std::find_if(plan.schedule.days.begin(), plan.schedule.days.end(),
                         [&](const planner::PlannedDay& day) { return day.date == week.to(); });
        const bool coming_back = week.week_back >= 1 && week.week_back <= risk::ladder_weeks + 1;
        table.rows.push_back(
            {{std::to_string(week.number),
              coming_back ? std::to_string(week.week_back) : std::string(),
              is_of_plan_year(week.from, plan) ? day_month(week.from) : day_month_year(week.from),
              distance_figure(plan.schedule.week_distance_m(week), document.customs),
              distance_figure(plan.schedule.longest_m(week), document.customs),
              two_digits(last->projected.coupled),
              hazard(last->projected.hazard_ratio, std::nullopt), week.recovery ? "R" : "",
              limit_of_week(plan, week)}});
    }
    document.add(table);
    document.add(Paragraph{
        weeks_in_words(plan) + " " +
        say("back: week of the return from time off. R: a week of recovery.") + " " +
        symbol_of(document.customs.length) +
        say(": running only. "
            "coupled: the ratio at "
            "the end of the week if "
            "the plan is followed, left out until 28 days of running stand behind it [convention]. "
            "hazard: the total of the factors on that day [Hagglund et al. 2013, Orchard et al. "
            "2020, "
            "Frandsen et al. 2025], in which steps of the walk-run ladder count as spikes; the "
            "factors, "
            "their intervals and sources are in 'plimsoll risk'.")});
    const std::optional<Date> returned = calf_return(plan, background);
    if (returned && *returned + risk::recent_strain_days + 1 <= plan.schedule.days.back().date &&
        *returned + risk::recent_strain_days >= plan.start) {
        document.add(Paragraph{say(
            "The hazard falls after {}, 8 weeks after the return from the calf strain. That is the "
            "calendar's step, not the plan's work: the coefficients know no days in between.",
            long_day(*returned + risk::recent_strain_days))});
    }
}

// The rules that hold, step back and refer stand on a page of their own, whole.
bool is_told_before(const planner::RuleInfo& rule, const planner::PathwayPlan* path) {
    return path != nullptr && path->state &&
           (rule.id.ends_with("_refers") ||
            std::any_of(path->pathway.rules.begin(), path->pathway.rules.end(),
                        [&](const planner::HoldRule& known) { return known.id == rule.id; }));
}

void add_rules(Document& document, const PlanResult& plan, const planner::PathwayPlan* path) {
    document.add(Heading{say("The rules, and where they come from")});
    Points points;
    for (const planner::RuleInfo& rule : plan.rules) {
        if (is_told_before(rule, path)) {
            continue;
        }
        const std::string usual =
            rule.usual.empty() ? std::string() : say(", usually {}", rule.usual);
        points.texts.push_back(fmt::format(
            "{} ({}{}): {} [{}; {}]", rule.id, retold(rule.value, plan.demand_m, document.customs),
            usual, say_text(rule.statement), say_text(rule.source), say_text(rule.evidence)));
    }
    if (plan.status == PlanStatus::planned) {
        points.texts.push_back(say("{}: no rule binds; of the plans that arrive on the "
                                   "same day this one has the smallest steps",
                                   planner::no_limit));
    }
    document.add(points);
    if (plan.status != PlanStatus::planned) {
        return;
    }
    document.add(Paragraph{say(
        "Every rule was checked again on the finished plan: from the log and the planned days "
        "alone, by other code than that which chose the distances; the values of the rules are the "
        "same for both. Runs under {:.0f} minutes are put together where the goal leaves room "
        "[policy]. "
        "No rule has been shown to prevent calf strain. Hold when it hurts: pain above 2 of 10 "
        "during a run, or more the next morning, repeats the step [policy, bounded by the 2 of 10 "
        "at which Moen's running test stops]; after more than 7 days missed make a new plan "
        "[policy].",
        planner::least_run_min)});
}

// What the athlete's file changed.
void add_changes(Document& document, const PlanResult& plan) {
    const std::vector<std::string> changes = changed_rules(plan.rules);
    if (!changes.empty()) {
        document.add(Points{Points::Mark::attention,
                            {say("Changed in the athlete's file: {}.", fmt::join(changes, "; "))}});
    }
}

// Where the steps lead; nothing where no week holds more than the usual ones.
std::string largest_week(const PlanResult& plan, const planner::Background& background,
                         const Customs& customs) {
    constexpr double shown = 0.05; // half of what the page prints
    double largest_m = 0.0;
    for (const planner::PlannedWeek& week : plan.schedule.weeks) {
        largest_m = std::max(largest_m, plan.schedule.week_distance_m(week));
    }
    if (largest_m < (1.0 + shown) * background.usual_weekly_m) {
        return {};
    }
    return say("the largest week of the plan holds {}, {:.1f} x the usual: the rules bound each "
               "step, not where the steps lead",
               distance(largest_m, customs), largest_m / background.usual_weekly_m);
}

void add_start(Document& document, const PlanResult& plan, const planner::Background& background) {
    document.add(Heading{say("Where it starts")});
    Points points;
    points.texts.push_back(say("usual distance {} a week ({})",
                               distance(background.usual_weekly_m, document.customs),
                               background.usual_from));
    if (const std::string largest = largest_week(plan, background, document.customs);
        !largest.empty()) {
        points.texts.push_back(largest);
    }
    if (background.time_off) {
        const risk::Break& off = *background.time_off;
        points.texts.push_back(
            off.first_back
                ? say("{} days off until {}; the first day of the plan is in week {} back",
                      off.days_off, long_day(*off.first_back - 1),
                      planner::week_back_on(plan.first_back, plan.start))
                : say("{} days off before the plan's first run; last run on {}", off.days_off,
                      long_day(off.last_before)));
    } else if (plan.first_back && *plan.first_back < plan.start) {
        points.texts.push_back(say("back since {}; the first day of the plan is in week {} back",
                                   long_day(*plan.first_back),
                                   planner::week_back_on(plan.first_back, plan.start)));
    } else if (plan.first_back) {
        points.texts.emplace_back(
            say("no run is known of the 30 days before the first of the plan"));
    } else {
        points.texts.emplace_back(say("no time off of 14 days or more in the last weeks"));
    }
    points.texts.push_back(
        say("run in the last 7 days: {}", distance(background.last_week_m, document.customs)));
    if (background.pace_s_m) {
        const std::string usual = pace(*background.pace_s_m * 1000.0, 1000.0, document.customs);
        const std::string planned =
            pace(*background.planned_pace_s_m * 1000.0, 1000.0, document.customs);
        points.texts.push_back(
            usual == planned
                ? say("minutes are at your usual pace, {} a {} ({})", usual,
                      name_of_length(document.customs), background.pace_from)
                : say("minutes are at {} a {}: usually {} ({}), slowed as after {} "
                      "days off Daniels takes {:.1f} % of the former VDOT [news.vdoto2.com; "
                      "convention]",
                      planned, name_of_length(document.customs), usual, background.pace_from,
                      background.days_off,
                      100.0 * risk::daniels_factor(background.days_off, false)));
    }
    points.texts.push_back(say("days of the plan: {}", background.run_days_from));
    if (const std::optional<Date> returned = calf_return(plan, background)) {
        const int days = plan.start - *returned;
        if (days < risk::watch_strain_days) {
            points.texts.push_back(say(
                "week {} of the {} after a calf strain in which recurrence is more "
                "frequent [Orchard et al. 2020, doi:10.1136/bjsports-2019-100755]",
                days / planner::days_a_week + 1, risk::watch_strain_days / planner::days_a_week));
        }
    }
    document.add(points);
}

// What a plan of distances does not hold of the phases.
void add_what_is_missing(Document& document, const PlanResult& plan,
                         const planner::PathwayPlan* path) {
    if (path == nullptr || !path->state) {
        return;
    }
    std::string text =
        say("Strides, sprints and turns are no part of the running distance. How much of them is "
            "planned; when it is enough, the gates say. Volume or speed in a week, never both: a "
            "week that grows by more than 15 % holds no speed.");
    if (path->last_distance && *path->last_distance < plan.schedule.days.back().date) {
        text += " " + say("Runs are planned to {}, the week that holds the distance; behind it "
                          "stay at that week.",
                          long_day(*path->last_distance));
    }
    document.add(Paragraph{text});
}

} // namespace

Document plan_report(const planner::PlanResult& plan, const planner::Background& background,
                     const std::string& subject, const planner::PathwayPlan* path,
                     std::span<const Event> events, const Customs& customs) {
    Document document;
    document.customs = customs;
    document.title = say("Plan");
    document.subject = subject;
    document.period = say("from {}", long_day(plan.start));
    document.footer = say_text(not_advice);
    const bool planned = plan.status == PlanStatus::planned;
    const bool on_pathway = path != nullptr && plan.status != PlanStatus::refer;
    if (!planned) {
        add_refusal(document, plan);
    }
    if (on_pathway) {
        add_place(document, plan, *path);
    }
    if (planned) {
        add_answer(document, plan, path);
    }
    if (on_pathway) {
        add_loosened(document, *path);
    }
    add_changes(document, plan);
    const bool by_gates = on_pathway && path->state;
    if (by_gates) {
        if (planned) {
            add_first_week(document, plan);
        }
        add_phase_content(document, *path, Phases::now);
        add_gates(document, *path, Phases::now);
        add_hold_rules(document, *path);
        add_phases(document, plan, *path);
    }
    if (plan.status == PlanStatus::refer) {
        return document;
    }
    add_start(document, plan, background);
    if (planned) {
        add_weeks(document, plan, background, path);
        add_speed(document, plan);
        path == nullptr ? add_days(document, plan) : add_phase_days(document, plan, by_gates);
        add_what_is_missing(document, plan, path);
    }
    if (by_gates) {
        add_phase_content(document, *path, Phases::later);
        add_gates(document, *path, Phases::later);
    } else if (on_pathway && planned) {
        add_phase_content(document, *path, Phases::all);
        add_gates(document, *path, Phases::all);
    }
    if (on_pathway) {
        add_calf_raises(document, *path, events, plan.start - 1);
        add_expected_days(document, *path);
        add_remarks(document, *path);
        add_pathway_changes(document, *path);
    }
    add_rules(document, plan, path);
    if (on_pathway) {
        add_pathway_sources(document, *path);
    }
    return document;
}

} // namespace plimsoll::reports
