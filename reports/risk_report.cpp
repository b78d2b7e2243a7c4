// The risk report.
// SPDX-License-Identifier: Apache-2.0
#include "reports/risk_report.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/load_charts.hpp"
#include "reports/sections.hpp"

#include <fmt/format.h>

#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;

void add_series(Document& document, const risk::Statement& s) {
    document.add(Heading{say("Day by day")});
    Table table;
    table.columns = {{say("day"), Align::left, Fit::natural},
                     {"", Align::left, Fit::natural},
                     {amount_unit(s.measure, document.customs), Align::right, Fit::natural},
                     {say("coupled"), Align::right, Fit::natural},
                     {say("uncoupled"), Align::right, Fit::natural},
                     {say("EWMA"), Align::right, Fit::natural}};
    const DailySeries& series = s.load->series;
    for (std::size_t i = 0; i < series.size(); ++i) {
        const risk::DayRatios& day = s.days[i];
        table.rows.push_back({{to_string(series.day(i)), std::string(to_string(series.kinds()[i])),
                               amount_figure(series.loads()[i], s.measure, document.customs),
                               two_digits(day.coupled.value), two_digits(day.uncoupled.value),
                               two_digits(day.ewma.ratio.value)}});
    }
    document.add(std::move(table));
}

std::span<const Session> sessions_of(const risk::Statement& s, const TrainingLog& log) {
    for (const AthleteSessions& athlete : log.by_athlete()) {
        if (athlete.athlete == s.athlete) {
            return athlete.sessions;
        }
    }
    return {};
}

void add_chart(Document& document, std::optional<Chart> chart) {
    if (chart) {
        document.add(*std::move(chart));
    }
}

void add_one(Document& document, const risk::Statement& s, const TrainingLog& log, bool series) {
    if (!s.load) {
        document.add(Paragraph{say("No session on or before {}.", long_day(s.as_of))});
        return;
    }
    add_answer(document, s);
    add_flags(document, s);
    add_lead_chart(document, s, sessions_of(s, log));
    add_load(document, s, LoadDetail::full);
    add_conventions(document, s);
    add_chart(document, ratio_chart(s));
    add_factors(document, s, FactorDetail::full);
    add_chart(document, factor_chart(s));
    if (series) {
        add_series(document, s);
    }
    document.add(Heading{say("What the figures rest on")});
    Points basis = basis_of(s);
    const Points files = basis_of(log);
    basis.texts.insert(basis.texts.end(), files.texts.begin(), files.texts.end());
    document.add(std::move(basis));
    add_sources(document, s);
}

} // namespace

Document risk_report(std::span<const risk::Statement> statements, const TrainingLog& log,
                     const Athlete* athlete, bool series, const Customs& customs) {
    Document document;
    document.customs = customs;
    document.title = say("Risk");
    document.footer = say_text(not_advice);
    const risk::Statement& first = statements.front();
    document.period = say("as of {}", long_day(first.as_of));
    if (statements.size() == 1) {
        document.subject = subject_of(first, athlete);
        add_one(document, first, log, series);
        return document;
    }
    document.subject = counted(statements.size(), "athlete");
    std::vector<const risk::Statement*> all;
    for (const risk::Statement& statement : statements) {
        all.push_back(&statement);
    }
    add_overview(document, all);
    document.add(Heading{say("What the figures rest on")});
    document.add(basis_of(log));
    document.add(Paragraph{say(
        "What stands out is told in full on each athlete's page ('--athlete ID', 'plimsoll "
        "report') and in the JSON. "
        "no base: 28 days without load, so the ratio does not exist. Ratios describe, they do not "
        "warn.")});
    return document;
}

} // namespace plimsoll::reports
