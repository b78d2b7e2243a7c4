// The explanation of one factor.
// SPDX-License-Identifier: Apache-2.0
#include "reports/explain_report.hpp"

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

std::string_view formula_of(risk::FactorKind kind) {
    switch (kind) {
    case risk::FactorKind::hazard:
        return "ln HR = s x n x ln(hazard ratio of one unit); interval exp(ln HR +- 1.96 x s x n x "
               "SE), SE = (ln high - ln low) / 3.92";
    case risk::FactorKind::flag:
        return "none: the coefficient is zero, x is shown and multiplies nothing";
    case risk::FactorKind::gate:
        break;
    }
    return "none: a criterion to pass before a return; no hazard ratio is known";
}

void add_numbers(Document& document, const risk::Factor& factor, const risk::Statement& s) {
    Table table;
    table.columns = {{"quantity", Align::left, Fit::natural},
                     {"value", Align::right, Fit::natural},
                     {"what it is", Align::left, Fit::wrap}};
    const auto row = [&](std::string name, std::string value, std::string what) {
        table.rows.push_back({{std::move(name), std::move(value), std::move(what)}});
    };
    if (factor.value) {
        row("x", number(*factor.value), factor.value_unit);
    }
    if (factor.coefficient == nullptr) {
        if (factor.applies && factor.kind == risk::FactorKind::hazard) {
            row("HR", "1", "the reference level");
        }
        if (table.rows.empty()) {
            document.add(Paragraph{"None: it says nothing about this athlete."});
        } else {
            document.add(table);
        }
        return;
    }
    const risk::Coefficient& c = *factor.coefficient;
    row("HR",
        c.ci ? fmt::format("{:.2f} ({:.2f}-{:.2f})", c.hazard_ratio, c.ci->low, c.ci->high)
             : fmt::format("{:.2f}, no interval", c.hazard_ratio),
        fmt::format("of {}{}, {}", c.outcome, c.unit.empty() ? "" : ", a " + std::string(c.unit),
                    c.population));
    row("ln HR", fmt::format("{:.4f}", c.beta()), "");
    if (const std::optional<double> error = c.standard_error()) {
        row("SE", fmt::format("{:.4f}", *error),
            c.is_log_symmetric() ? "" : "the printed interval is not symmetric about ln HR");
    }
    if (factor.kind == risk::FactorKind::hazard) {
        row("n", std::to_string(factor.times), "units counted");
        row("s",
            fmt::format("{:g}",
                        s.transport && factor.extrapolated() ? *s.transport : factor.transport),
            factor.extrapolated() ? "weight outside the population studied, a declared policy"
                                  : "inside the population studied");
        const double s_used =
            s.transport && factor.extrapolated() ? *s.transport : factor.transport;
        row("adds", fmt::format("{:+.4f}", s_used * factor.times * c.beta()),
            "s x n x ln HR, to ln HR of the total where it enters");
    }
    document.add(table);
}

} // namespace

Document explain_report(const risk::Statement& statement, const Athlete* athlete,
                        std::string_view id) {
    const risk::Factor& factor = risk::factor_with(statement.factors, id);
    Document document;
    document.title = fmt::format("{}, {}", factor.id, factor.name);
    document.subject = subject_of(statement, athlete);
    document.period = "as of " + long_day(statement.as_of);
    document.footer = not_advice;
    document.add(Heading{"How it stands"});
    document.add(Paragraph{
        fmt::format("{}: {}.", factor.applies ? "Applies" : "Does not apply", factor.why)});
    if (!factor.would_change.empty()) {
        document.add(Paragraph{fmt::format("What would change it: {}.", factor.would_change)});
    }
    document.add(Heading{"Formula"});
    document.add(Paragraph{std::string(formula_of(factor.kind))});
    document.add(Heading{"The numbers put in"});
    if (!factor.working.empty()) {
        document.add(Paragraph{fmt::format("x: {}.", factor.working)});
    }
    add_numbers(document, factor, statement);
    const auto& members = statement.total.members;
    const bool enters = std::find(members.begin(), members.end(), factor.id) != members.end();
    if (factor.kind == risk::FactorKind::hazard) {
        document.add(Paragraph{
            enters ? fmt::format("It enters the total of {}.",
                                 hazard(statement.total.hazard_ratio, statement.total.ci))
            : !factor.part_of.empty()
                ? fmt::format("It enters only as a part of {}.", factor.part_of)
                : fmt::format("It does not enter the total: it adds nothing, or another factor of "
                              "the group '{}' adds more.",
                              factor.group)});
    }
    document.add(Heading{"Source and evidence"});
    Points points;
    points.texts.push_back(factor.source.empty() ? "policy of Plimsoll" : factor.source);
    points.texts.push_back(fmt::format("evidence: {}{}", factor.evidence,
                                       factor.extrapolated() ? ", extrapolated" : ""));
    if (factor.coefficient != nullptr) {
        points.texts.push_back(
            fmt::format("the number was {}", to_string(factor.coefficient->verification)));
    }
    document.add(points);
    return document;
}

} // namespace plimsoll::reports
