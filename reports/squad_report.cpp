// The squad's pages.
// SPDX-License-Identifier: Apache-2.0
#include "reports/squad_report.hpp"

#include "model/error.hpp"
#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/json_head.hpp"
#include "reports/json_statement.hpp"
#include "reports/plan_standing_section.hpp"
#include "reports/sections.hpp"
#include "risk/triage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;
using risk::Triage;
using risk::TriageLevel;

constexpr int heat_weeks = 8;

std::string in_words(TriageLevel level) {
    switch (level) {
    case TriageLevel::see_today:
        return say("see today");
    case TriageLevel::watch:
        return say("watch");
    case TriageLevel::ok:
        return say("ok");
    case TriageLevel::no_data:
        break;
    }
    return say("no data");
}

// Who is off plan is to be watched; the rules of the plan stand behind all others.
void add_plan(const planner::PlanStanding& plan, const Customs& customs, Triage& triage) {
    for (const planner::OffPlan& off : plan.off) {
        if (triage.level == TriageLevel::ok) {
            triage.level = TriageLevel::watch;
            triage.rule += static_cast<std::size_t>(off.rule);
        }
        triage.reasons.push_back(off_plan_text(off, customs));
    }
}

std::vector<Triage> triages_of(std::span<const AthleteWeek> athletes, const Customs& customs) {
    std::vector<Triage> all;
    for (const AthleteWeek& athlete : athletes) {
        all.push_back(risk::triage_of(athlete.statement));
        if (athlete.plan) {
            add_plan(*athlete.plan, customs, all.back());
        }
    }
    return all;
}

std::string joined(const std::vector<std::string>& texts, const char* sign) {
    std::string out;
    for (const std::string& text : texts) {
        out += (out.empty() ? "" : sign) + text;
    }
    return out;
}

std::string name_of(const AthleteWeek& week) {
    const risk::Statement& s = week.statement;
    return s.name.empty() || s.name == s.athlete ? s.athlete : s.athlete + " " + s.name;
}

bool has_plans(const Squad& squad) {
    return std::any_of(squad.athletes.begin(), squad.athletes.end(),
                       [](const AthleteWeek& week) { return week.plan.has_value(); });
}

void add_triage(Document& document, const Squad& squad, const std::vector<Triage>& triages,
                const std::vector<std::size_t>& order) {
    std::array<std::size_t, 4> counts{};
    for (const Triage& triage : triages) {
        ++counts.at(static_cast<std::size_t>(triage.level));
    }
    counts.at(3) += squad.not_in_log.size();
    document.add(KeyFigure{
        say("See today"), counts[0] == 0 ? say("nobody") : counted(counts[0], "athlete"),
        say("{} to watch, {} ok, {} without data. Declared rules, no score: 'ok' says only "
            "that none of them holds.",
            counts[1], counts[2], counts[3])});
    document.add(Heading{say("Who first")});
    Table table;
    table.columns = {{"", Align::left, Fit::natural},
                     {say("athlete"), Align::left, Fit::cut},
                     {say("7 days"), Align::right, Fit::natural},
                     {say("mean week"), Align::right, Fit::natural},
                     {say("last session"), Align::right, Fit::natural}};
    const bool with_plans = has_plans(squad);
    if (with_plans) {
        table.columns.push_back({say("plan"), Align::left, Fit::natural});
    }
    const auto week = static_cast<double>(risk::acute_days);
    std::string level;
    for (const std::size_t index : order) {
        const risk::Statement& s = squad.athletes[index].statement;
        const std::string of_row = in_words(triages[index].level);
        const std::string figure =
            s.load ? amount(s.acute * week, s.measure, document.customs) : std::string(absent);
        const std::string usual =
            s.load ? amount(s.chronic * week, s.measure, document.customs) : std::string(absent);
        const auto sessions = squad.athletes[index].sessions;
        const auto last = std::find_if(sessions.rbegin(), sessions.rend(), [&](const Session& one) {
            return one.start.day <= squad.as_of;
        });
        std::vector<Cell> row{of_row == level ? std::string() : of_row,
                              name_of(squad.athletes[index]), figure, usual,
                              last == sessions.rend() ? absent : short_day(last->start.day)};
        if (with_plans) {
            const std::optional<planner::PlanStanding>& plan = squad.athletes[index].plan;
            row.emplace_back(plan ? plan_in_words(*plan) : std::string(absent));
        }
        table.rows.push_back({std::move(row), joined(triages[index].reasons, "; ")});
        level = of_row;
    }
    for (const std::string& athlete : squad.not_in_log) {
        const std::string of_row = in_words(TriageLevel::no_data);
        std::vector<Cell> row{of_row == level ? std::string() : of_row, athlete};
        row.resize(table.columns.size(), std::string(absent));
        table.rows.push_back({std::move(row), say("in the roster, not in the log")});
        level = of_row;
    }
    document.add(std::move(table));
    if (counts[3] > 0) {
        document.add(Paragraph{say("Athletes without data have no page.")});
    }
    if (!squad.not_in_roster.empty()) {
        document.add(Paragraph{say("Not in the roster (age, sex and sport are not known): {}",
                                   joined(squad.not_in_roster, ", "))});
    }
}

// Loads of the last weeks: how much of the athlete's own largest of them.
void add_heat(Document& document, const Squad& squad, const std::vector<std::size_t>& order) {
    HeatChart chart;
    const Date first = document.customs.week_of(squad.as_of);
    for (int back = heat_weeks - 1; back >= 0; --back) {
        chart.columns.push_back(day_month(first - 7 * back));
    }
    for (const std::size_t index : order) {
        const risk::Statement& s = squad.athletes[index].statement;
        if (!s.load) {
            continue;
        }
        const DailySeries& series = s.load->series;
        std::vector<std::optional<double>> weeks;
        double most = 0.0;
        for (int back = heat_weeks - 1; back >= 0; --back) {
            std::optional<double> sum;
            for (Date day = first - 7 * back; day <= first - 7 * back + 6; day = day + 1) {
                if (series.contains(day)) {
                    sum = sum.value_or(0.0) + series.loads()[series.index_of(day)];
                }
            }
            most = std::max(most, sum.value_or(0.0));
            weeks.push_back(sum);
        }
        HeatChart::Row row{s.athlete + ", " + amount_unit(s.measure, document.customs), {}};
        for (const std::optional<double>& sum : weeks) {
            HeatChart::Cell cell{absent, std::nullopt};
            if (sum) {
                cell.figure = amount_figure(*sum, s.measure, document.customs);
                cell.shade =
                    most > 0.0 ? static_cast<int>(std::lround(*sum / most * HeatChart::most_shade))
                               : 0;
            }
            row.cells.push_back(std::move(cell));
        }
        chart.rows.push_back(std::move(row));
    }
    if (chart.rows.empty()) {
        return;
    }
    // As many rows as a page holds.
    constexpr std::size_t most_rows = 40;
    for (std::size_t from = 0; from < chart.rows.size(); from += most_rows) {
        HeatChart part{chart.columns,
                       {chart.rows.begin() + static_cast<std::ptrdiff_t>(from),
                        chart.rows.begin() + static_cast<std::ptrdiff_t>(
                                                 std::min(chart.rows.size(), from + most_rows))}};
        Chart out;
        out.id = "weeks";
        out.title = from == 0 ? say("Load by week") : say("Load by week, continued");
        out.reading = say("The load of {} in each of {} weeks, week beginning {} to {}",
                          counted(part.rows.size(), "athlete"), heat_weeks, chart.columns.front(),
                          chart.columns.back());
        out.note = say("Weeks from {}. The darker, the nearer to the athlete's own largest "
                       "week of the eight.",
                       document.customs.iso_weeks() ? say("Monday") : say("Sunday"));
        out.body = std::move(part);
        document.add(std::move(out));
    }
}

void add_alike(Document& document, const Squad& squad) {
    if (squad.alike.empty()) {
        return;
    }
    document.add(Heading{say("Names that may be one person")});
    Points points;
    points.mark = Points::Mark::attention;
    for (const auto& [a, b] : squad.alike) {
        points.texts.push_back(say("{} and {}", a, b));
    }
    document.add(std::move(points));
    document.add(
        Paragraph{say("They differ by case, accents or order only, and are told apart here. If "
                      "they are one, write them alike in the files: until then each has half "
                      "the load.")});
}

} // namespace

std::vector<std::size_t> triage_order(std::span<const AthleteWeek> athletes) {
    const std::vector<Triage> triages = triages_of(athletes, {});
    std::vector<std::size_t> order(athletes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(triages[a].level, triages[a].rule) <
               std::pair(triages[b].level, triages[b].rule);
    });
    return order;
}

Document squad_report(const Squad& squad) {
    require(squad.log != nullptr, "squad_report: a log");
    const std::vector<Triage> triages = triages_of(squad.athletes, squad.customs);
    const std::vector<std::size_t> order = triage_order(squad.athletes);
    Document document;
    document.customs = squad.customs;
    document.title = say("Squad");
    document.subject = counted(squad.athletes.size() + squad.not_in_log.size(), "athlete");
    document.period =
        squad.customs.iso_weeks()
            ? say("week {}, as of {}", to_string(iso_week_of(squad.as_of)), long_day(squad.as_of))
            : say("week from {}, as of {}", short_day(squad.customs.week_of(squad.as_of)),
                  long_day(squad.as_of));
    document.footer = say_text(not_advice);
    add_triage(document, squad, triages, order);
    add_alike(document, squad);
    add_heat(document, squad, order);
    for (const std::size_t index : order) {
        if (triages[index].level != TriageLevel::no_data) {
            add_athlete_page(document, squad.athletes[index]);
        }
    }
    document.add(PageBreak{});
    document.add(Heading{say("What the figures rest on")});
    document.add(basis_of(*squad.log));
    document.add(Heading{say("The rules of the first page")});
    Points rules;
    for (const risk::TriageRule& rule : risk::triage_rules()) {
        rules.texts.push_back(say("{}: {} [policy]", in_words(rule.level), say_text(rule.words)));
    }
    if (has_plans(squad)) {
        for (const planner::OffPlanRuleInfo& rule : planner::off_plan_rules()) {
            rules.texts.push_back(say("{}, off plan: {} [policy]", in_words(TriageLevel::watch),
                                      say_text(rule.words)));
        }
    }
    rules.texts.emplace_back(
        say("no data: no load in 28 days, or no session at all; a ratio raises no "
            "level [policy]"));
    document.add(std::move(rules));
    const auto with_load =
        std::find_if(squad.athletes.begin(), squad.athletes.end(),
                     [](const AthleteWeek& week) { return week.statement.load.has_value(); });
    if (with_load != squad.athletes.end()) {
        add_sources(document, with_load->statement);
    }
    return document;
}

std::string squad_json(const Squad& squad) {
    const std::vector<Triage> triages = triages_of(squad.athletes, {});
    Json json = json_head("squad", squad.program, squad.as_of);
    json["athletes"] = Json::array();
    for (const AthleteWeek& athlete : squad.athletes) {
        Json entry = json_of_statement(athlete.statement, false);
        entry["plan"] = athlete.plan ? json_of_standing(*athlete.plan) : Json();
        json["athletes"].push_back(std::move(entry));
    }
    json["triage"] = Json::array();
    const auto add = [&](const std::string& athlete, TriageLevel level,
                         const std::vector<std::string>& reasons) {
        Json entry;
        entry["athlete"] = athlete;
        entry["level"] = to_string(level);
        entry["reasons"] = reasons;
        json["triage"].push_back(std::move(entry));
    };
    for (const std::size_t index : triage_order(squad.athletes)) {
        add(squad.athletes[index].statement.athlete, triages[index].level, triages[index].reasons);
    }
    for (const std::string& athlete : squad.not_in_log) {
        add(athlete, TriageLevel::no_data, {say("in the roster, not in the log")});
    }
    json["alike"] = Json::array();
    for (const auto& [a, b] : squad.alike) {
        json["alike"].push_back({a, b});
    }
    return json_text(json);
}

} // namespace plimsoll::reports
