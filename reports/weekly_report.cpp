// The weekly report.
// SPDX-License-Identifier: Apache-2.0
#include "reports/weekly_report.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/load_charts.hpp"
#include "reports/plan_standing_section.hpp"
#include "reports/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;

constexpr int weeks_shown = 12;

std::string name_of(const Session& session) {
    const std::string sport = say_text(to_string(session.sport));
    if (session.title.empty()) {
        return sport.empty() ? say("session") : sport;
    }
    return sport.empty() || is_run(session.sport) ? session.title
                                                  : fmt::format("{} ({})", session.title, sport);
}

std::string load_figure(const std::optional<risk::SessionLoad>& load) {
    return load ? (load->estimated ? "~" : "") + whole(load->amount) : std::string(absent);
}

enum class RestDays { left_out, listed };

// From the first day of the week to the last day that is known.
Table week_table(const AthleteWeek& week, const Customs& customs, RestDays rest_days) {
    const Date last = week.statement.as_of;
    const bool runner = week.statement.runner;
    Table table;
    table.columns = {{say("day"), Align::left, Fit::natural},
                     {say("session"), Align::left, Fit::cut}};
    if (runner) {
        table.columns.push_back({symbol_of(customs.length), Align::right, Fit::natural});
        table.columns.push_back({say("time"), Align::right, Fit::natural});
        table.columns.push_back(
            {say("min/{}", symbol_of(customs.length)), Align::right, Fit::natural});
        table.columns.push_back({say("bpm"), Align::right, Fit::natural});
    } else {
        table.columns.push_back({say("time"), Align::right, Fit::natural});
        table.columns.push_back({say("RPE"), Align::right, Fit::natural});
        table.columns.push_back({say("load AU"), Align::right, Fit::natural});
    }
    const auto loads = risk::session_loads(week.sessions, risk::Measure::srpe);
    for (Date day = customs.week_of(last); day <= last; day = day + 1) {
        bool rest = true;
        for (std::size_t i = 0; i < week.sessions.size(); ++i) {
            const Session& session = week.sessions[i];
            if (session.start.day != day) {
                continue;
            }
            std::vector<Cell> row{rest ? short_day(day) : std::string(), name_of(session)};
            if (runner) {
                row.emplace_back(distance_figure(session.distance_m, customs));
                row.emplace_back(clock(session.duration_s));
                row.emplace_back(is_run(session.sport)
                                     ? pace(session.duration_s, session.distance_m, customs)
                                     : std::string(absent));
                row.emplace_back(whole(session.avg_hr_bpm));
            } else {
                row.emplace_back(clock(session.duration_s));
                row.emplace_back(session.rpe ? fmt::format("{:g}", *session.rpe)
                                             : std::string(absent));
                row.emplace_back(load_figure(loads[i]));
            }
            table.rows.push_back({std::move(row)});
            rest = false;
        }
        if (rest && rest_days == RestDays::listed) {
            std::vector<Cell> row{short_day(day), std::string(absent)};
            row.resize(table.columns.size(), std::string());
            table.rows.push_back({std::move(row)});
        }
    }
    return table;
}

struct WeekSum {
    Date first;
    double load = 0.0;
    double longest_m = 0.0;
    std::size_t sessions = 0;
};

std::vector<WeekSum> last_weeks(const AthleteWeek& week, const Customs& customs) {
    const Date last = week.statement.as_of;
    std::vector<WeekSum> weeks;
    const auto& series = week.statement.load->series;
    for (int back = weeks_shown - 1; back >= 0; --back) {
        WeekSum sum{customs.week_of(last) - 7 * back};
        if (sum.first + 6 < series.first_day()) {
            continue;
        }
        for (int d = 0; d < 7; ++d) {
            const Date day = sum.first + d;
            if (series.contains(day)) {
                sum.load += series.loads()[series.index_of(day)];
            }
        }
        for (const Session& session : week.sessions) {
            if (session.start.day >= sum.first && session.start.day <= sum.first + 6 &&
                session.start.day <= last && counts(week.statement.filter, session.sport)) {
                ++sum.sessions;
                sum.longest_m = std::max(sum.longest_m, session.distance_m.value_or(0.0));
            }
        }
        weeks.push_back(sum);
    }
    return weeks;
}

Table weeks_table(const AthleteWeek& week, const Customs& customs) {
    const risk::Measure measure = week.statement.measure;
    const bool distance = measure == risk::Measure::distance;
    const std::vector<WeekSum> weeks = last_weeks(week, customs);
    double full = 0.0;
    for (const WeekSum& sum : weeks) {
        full = std::max(full, sum.load);
    }
    Table table;
    table.columns = {{say("week from"), Align::left, Fit::natural},
                     {distance ? say("runs") : say("sessions"), Align::right, Fit::natural},
                     {amount_unit(measure, customs), Align::right, Fit::natural}};
    if (distance) {
        table.columns.push_back({say("longest"), Align::right, Fit::natural});
    }
    table.columns.push_back({"", Align::left, Fit::cut});
    for (const WeekSum& sum : weeks) {
        std::vector<Cell> row{short_day(sum.first), std::to_string(sum.sessions),
                              amount_figure(sum.load, measure, customs)};
        if (distance) {
            row.emplace_back(sum.longest_m > 0.0 ? distance_figure(sum.longest_m, customs)
                                                 : std::string(absent));
        }
        row.emplace_back(Bar{sum.load, full});
        table.rows.push_back({std::move(row)});
    }
    return table;
}

void add_athlete(Document& document, const AthleteWeek& week, const TrainingLog& log,
                 bool one_of_several) {
    const risk::Statement& s = week.statement;
    if (one_of_several) {
        document.add(PageBreak{});
        document.add(Heading{subject_of(s, week.athlete), Heading::Level::part});
    }
    if (!s.load) {
        document.add(Paragraph{say("No session on or before {}.", long_day(s.as_of))});
        return;
    }
    add_answer(document, s);
    add_flags(document, s);
    add_lead_chart(document, s, week.sessions);
    document.add(Heading{say("This week")});
    document.add(week_table(week, document.customs, RestDays::listed));
    if (!s.runner && s.estimated_share > 0.0) {
        document.add(
            Paragraph{say("~ a load from an estimated RPE: the median of the athlete's earlier "
                          "ratings of that sport, 5 without any (policy).")});
    }
    if (week.plan) {
        add_plan_standing(document, *week.plan, StandingDetail::full);
    }
    document.add(Heading{say("Week by week")});
    document.add(weeks_table(week, document.customs));
    add_load(document, s, LoadDetail::full);
    add_factors(document, s, one_of_several ? FactorDetail::brief : FactorDetail::week);
    document.add(Heading{say("What the figures rest on")});
    Points basis = basis_of(s);
    if (!one_of_several) {
        const Points files = basis_of(log);
        basis.texts.insert(basis.texts.end(), files.texts.begin(), files.texts.end());
    }
    document.add(std::move(basis));
    if (!one_of_several) {
        add_sources(document, s);
    }
}

} // namespace

void add_athlete_page(Document& document, const AthleteWeek& athlete) {
    const risk::Statement& s = athlete.statement;
    document.add(PageBreak{});
    document.add(Heading{subject_of(s, athlete.athlete), Heading::Level::part});
    if (!s.load) {
        document.add(Paragraph{say("No session on or before {}.", long_day(s.as_of))});
        return;
    }
    add_answer(document, s);
    add_flags(document, s);
    std::optional<Chart> chart = s.runner ? ceiling_chart(s, athlete.sessions, document.customs)
                                          : load_chart(s, document.customs);
    if (chart) {
        document.add(*std::move(chart));
    }
    Table week = week_table(athlete, document.customs, RestDays::left_out);
    document.add(Heading{week.rows.empty() ? say("This week: no session")
                                           : say("This week (days not listed: no session)")});
    if (!week.rows.empty()) {
        document.add(std::move(week));
    }
    if (athlete.plan) {
        add_plan_standing(document, *athlete.plan, StandingDetail::brief);
    }
    add_load(document, s, LoadDetail::brief);
    add_factors(document, s, FactorDetail::brief);
    document.add(Heading{say("What the figures rest on")});
    document.add(basis_of(s));
}

Document weekly_report(std::span<const AthleteWeek> athletes, const TrainingLog& log, Date as_of,
                       const Customs& customs) {
    Document document;
    document.customs = customs;
    const bool several = athletes.size() > 1;
    const Date first = customs.week_of(as_of);
    const std::string week =
        customs.iso_weeks() ? to_string(iso_week_of(as_of)) + ", " : say("from") + " ";
    document.title = say("Weekly report");
    document.subject = several ? counted(athletes.size(), "athlete")
                               : subject_of(athletes.front().statement, athletes.front().athlete);
    document.period = as_of == first
                          ? say("week {}{}", week, long_day(as_of))
                          : say("week {}{} to {}", week, short_day(first), long_day(as_of));
    document.footer = say_text(not_advice);
    if (several) {
        std::vector<const risk::Statement*> statements;
        for (const AthleteWeek& athlete : athletes) {
            statements.push_back(&athlete.statement);
        }
        add_overview(document, statements);
    }
    for (const AthleteWeek& athlete : athletes) {
        add_athlete(document, athlete, log, several);
    }
    if (several) {
        document.add(PageBreak{});
        document.add(Heading{say("What the figures rest on")});
        document.add(basis_of(log));
        add_sources(document, athletes.front().statement);
    }
    return document;
}

} // namespace plimsoll::reports
