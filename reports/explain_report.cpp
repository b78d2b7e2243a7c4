// The explanation of one factor.
// SPDX-License-Identifier: Apache-2.0
#include "reports/explain_report.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <utility>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;

std::string number(double value) {
    return fmt::format("{:.4g}", value);
}

std::string formula_of(risk::FactorKind kind) {
    switch (kind) {
    case risk::FactorKind::hazard:
        return say(
            "ln HR = s x n x ln(hazard ratio of one unit); interval exp(ln HR +- 1.96 x s x n x "
            "SE), SE = (ln high - ln low) / 3.92");
    case risk::FactorKind::flag:
        return say("none: the coefficient is zero, x is shown and multiplies nothing");
    case risk::FactorKind::gate:
        break;
    }
    return say("none: a criterion to pass before a return; no hazard ratio is known");
}

void add_numbers(Document& document, const risk::Factor& factor, const risk::Statement& s) {
    Table table;
    table.columns = {{say("quantity"), Align::left, Fit::natural},
                     {say("value"), Align::right, Fit::natural},
                     {say("what it is"), Align::left, Fit::wrap}};
    const auto row = [&](std::string name, std::string value, std::string what) {
        table.rows.push_back({{std::move(name), std::move(value), std::move(what)}});
    };
    if (factor.value) {
        row("x", number(*factor.value), factor.value_unit);
    }
    if (factor.coefficient == nullptr) {
        if (factor.applies && factor.kind == risk::FactorKind::hazard) {
            row(say("HR"), "1", say("the reference level"));
        }
        if (table.rows.empty()) {
            document.add(Paragraph{say("None: it says nothing about this athlete.")});
        } else {
            document.add(table);
        }
        return;
    }
    const risk::Coefficient& c = *factor.coefficient;
    row(say("HR"),
        c.ci ? fmt::format("{:.2f} ({:.2f}-{:.2f})", c.hazard_ratio, c.ci->low, c.ci->high)
             : say("{:.2f}, no interval", c.hazard_ratio),
        say("of {}{}, {}", c.outcome, c.unit.empty() ? "" : ", a " + std::string(c.unit),
            c.population));
    row(say("ln HR"), fmt::format("{:.4f}", c.beta()), "");
    if (const std::optional<double> error = c.standard_error()) {
        row(say("SE"), fmt::format("{:.4f}", *error),
            c.is_log_symmetric() ? "" : say("the printed interval is not symmetric about ln HR"));
    }
    if (factor.kind == risk::FactorKind::hazard) {
        row("n", std::to_string(factor.times), say("units counted"));
        row("s",
            fmt::format("{:g}",
                        s.transport && factor.extrapolated() ? *s.transport : factor.transport),
            factor.extrapolated() ? say("weight outside the population studied, a declared policy")
                                  : say("inside the population studied"));
        const double s_used =
            s.transport && factor.extrapolated() ? *s.transport : factor.transport;
        row(say("adds"), fmt::format("{:+.4f}", s_used * factor.times * c.beta()),
            say("s x n x ln HR, to ln HR of the total where it enters"));
    }
    document.add(table);
}

} // namespace

Document explain_report(const risk::Statement& statement, const Athlete* athlete,
                        std::string_view id) {
    const risk::Factor& factor = risk::factor_with(statement.factors, id);
    Document document;
    document.title = fmt::format("{}, {}", factor.id, say_text(factor.name));
    document.subject = subject_of(statement, athlete);
    document.period = say("as of {}", long_day(statement.as_of));
    document.footer = say_text(not_advice);
    document.add(Heading{say("How it stands")});
    document.add(Paragraph{fmt::format(
        "{}: {}.", factor.applies ? say("Applies") : say("Does not apply"), say_text(factor.why))});
    if (!factor.would_change.empty()) {
        document.add(Paragraph{say("What would change it: {}.", say_text(factor.would_change))});
    }
    document.add(Heading{say("Formula")});
    document.add(Paragraph{formula_of(factor.kind)});
    document.add(Heading{say("The numbers put in")});
    if (!factor.working.empty()) {
        document.add(Paragraph{fmt::format("x: {}.", factor.working)});
    }
    add_numbers(document, factor, statement);
    const auto& members = statement.total.members;
    const bool enters = std::find(members.begin(), members.end(), factor.id) != members.end();
    if (factor.kind == risk::FactorKind::hazard) {
        document.add(Paragraph{
            enters ? say("It enters the total of {}.",
                         hazard(statement.total.hazard_ratio, statement.total.ci))
            : !factor.part_of.empty()
                ? say("It enters only as a part of {}.", factor.part_of)
                : say("It does not enter the total: it adds nothing, or another factor of "
                      "the group '{}' adds more.",
                      factor.group)});
    }
    document.add(Heading{say("Source and evidence")});
    Points points;
    points.texts.push_back(factor.source.empty() ? say("policy of Plimsoll")
                                                 : say_text(factor.source));
    points.texts.push_back(
        say("evidence: {}{}", factor.evidence, factor.extrapolated() ? say(", extrapolated") : ""));
    if (factor.coefficient != nullptr) {
        points.texts.push_back(
            say("the number was {}", to_string(factor.coefficient->verification)));
    }
    document.add(points);
    return document;
}

} // namespace plimsoll::reports
