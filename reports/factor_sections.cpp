// The sections about factors: age, time off and sprint exposure, the table, the total, sources.
// SPDX-License-Identifier: Apache-2.0
#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;

std::string value_of(const risk::Factor& factor) {
    if (!factor.value) {
        return absent;
    }
    if (factor.id == "F3") {
        return fmt::format("x {:.2f}", *factor.value);
    }
    if (factor.id == "F10") {
        return fmt::format("{:.2f}", *factor.value);
    }
    const std::string unit = factor.value_unit.substr(0, factor.value_unit.find(' '));
    return fmt::format("{:.0f} {}", *factor.value, unit);
}

std::string evidence_of(std::string_view evidence, bool extrapolated) {
    return extrapolated ? say("{}, extrapolated", evidence) : std::string(evidence);
}

bool raises(const risk::Factor& factor) {
    return factor.applies && factor.kind == risk::FactorKind::hazard &&
           factor.coefficient != nullptr;
}

// The factors that say nothing about this athlete, those with the same reason together.
std::string not_applied(const std::vector<risk::Factor>& factors) {
    std::vector<std::pair<std::string, std::string>> by_reason; // reason, factors
    for (const risk::Factor& factor : factors) {
        if (factor.applies) {
            continue;
        }
        const std::string name = factor.id + " " + say_text(factor.name);
        const auto known = std::find_if(by_reason.begin(), by_reason.end(), [&](const auto& entry) {
            return entry.first == factor.why;
        });
        if (known == by_reason.end()) {
            by_reason.emplace_back(factor.why, name);
        } else {
            known->second += ", " + name;
        }
    }
    std::string text;
    for (const auto& [reason, names] : by_reason) {
        text += fmt::format("{}{}: {}", text.empty() ? say("Not applied") + " - " : "; ", names,
                            reason);
    }
    return text.empty() ? text : text + ".";
}

// The factors that add nothing, in a line.
std::string at_reference(const std::vector<risk::Factor>& factors) {
    std::string ids;
    for (const risk::Factor& factor : factors) {
        if (factor.applies && factor.kind == risk::FactorKind::hazard &&
            factor.coefficient == nullptr) {
            ids += (ids.empty() ? "" : ", ") + factor.id + " " + say_text(factor.name);
        }
    }
    return (ids.empty() ? "" : say("At the reference: {}.", ids) + " ") +
           say("'plimsoll risk' shows every factor, 'plimsoll risk --explain F3' one with its "
               "numbers.");
}

std::string list_of(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        text += (i == 0 ? "" : i + 1 == words.size() ? say(" and ") : ", ") + words[i];
    }
    return text;
}

void add_total(Document& document, const risk::Statement& s) {
    const auto all = std::count_if(s.factors.begin(), s.factors.end(), raises);
    if (all == 0 || s.total_full.members.empty()) {
        return; // a total of nothing is no finding
    }
    std::string text =
        say("Together ({}): {}",
            s.total.members.empty() ? say("none at its weight") : list_of(s.total.members),
            hazard(s.total.hazard_ratio, s.total.ci));
    text += s.total.members.size() > 1 ? say("; if their errors go together, {:.1f}-{:.1f}.",
                                             s.total.ci_worst_case.low, s.total.ci_worst_case.high)
                                       : std::string(".");
    const auto extrapolated =
        std::count_if(s.factors.begin(), s.factors.end(), [](const risk::Factor& factor) {
            return raises(factor) && factor.extrapolated();
        });
    if (extrapolated > 0) {
        text += " " + say("Factors from outside their own population weigh {} here, a declared "
                          "policy without "
                          "evidence; at half weight the total is {}, at full weight {}.",
                          s.transport ? fmt::format("{:g}", *s.transport)
                                      : say("0.5 (the same injury) or 0 (another)"),
                          hazard(s.total_half.hazard_ratio, s.total_half.ci),
                          hazard(s.total_full.hazard_ratio, s.total_full.ci));
    }
    text +=
        " " +
        say("The intervals are of the published figures only; people differ by more. All are from "
            "observational studies: what goes together need not be cause and effect.");
    std::vector<std::string> outcomes;
    for (const std::string& id : s.total.members) {
        const std::string outcome(risk::factor_with(s.factors, id).coefficient->outcome);
        if (std::find(outcomes.begin(), outcomes.end(), outcome) == outcomes.end()) {
            outcomes.push_back(outcome);
        }
    }
    if (outcomes.size() > 1) {
        text += " " + say("The total mixes hazards of different things: {}.", list_of(outcomes));
    }
    document.add(Paragraph{text});
}

void add_absolute(Document& document, const std::vector<risk::AbsoluteRisk>& all) {
    Points points;
    for (const risk::AbsoluteRisk& absolute : all) {
        std::string text =
            say("per {}: about {} ({} to {})", say_text(absolute.per), probability(absolute.risk),
                probability(absolute.ci.low), probability(absolute.ci.high));
        if (!absolute.members.empty()) {
            text +=
                say(", {} without {}", probability(absolute.reference), list_of(absolute.members));
        }
        for (const auto& [risk, weight] :
             {std::pair{absolute.half, say("half")}, std::pair{absolute.full, say("full")}}) {
            if (absolute.has_band() && std::fabs(risk - absolute.risk) > 1e-9) {
                text += say(", {} with them at {} weight", probability(risk), weight);
            }
        }
        points.texts.push_back(fmt::format("{}: {}", text, say_text(absolute.baseline)));
    }
    if (!points.texts.empty()) {
        document.add(points);
        document.add(
            Paragraph{say("Rates of those studies, not of this athlete: they may not carry "
                          "over. Nothing here predicts an injury.")});
    }
}

void add_detached(Document& document, const risk::Statement& s, FactorDetail detail) {
    document.add(Heading{say("Age, time off, sprint exposure, each apart")});
    std::string left_out;
    for (const risk::DetachedFactor& factor : s.detached) {
        if (detail == FactorDetail::brief && !factor.applies) {
            left_out += fmt::format("{}{}: {}", left_out.empty() ? "" : "; ", factor.title,
                                    say_text(factor.value_text));
            continue;
        }
        std::string text = say_text(factor.effect);
        if (factor.hazard_ratio) {
            text += ": x " + hazard(*factor.hazard_ratio, factor.ci);
        }
        text += fmt::format(". {}: {}.", factor.applies ? say("Applies") : say("Does not apply"),
                            say_text(factor.why));
        if (!factor.would_change.empty()) {
            text += " " + say("What would change it: {}.", say_text(factor.would_change));
        }
        text[0] =
            text[0] >= 'a' && text[0] <= 'z' ? static_cast<char>(text[0] - 'a' + 'A') : text[0];
        document.add(KeyFigure{factor.title, factor.value_text,
                               fmt::format("{} [{}]", text, say_text(factor.source))});
    }
    if (!left_out.empty()) {
        document.add(Paragraph{left_out + "."});
    }
}

} // namespace

void add_factors(Document& document, const risk::Statement& s, FactorDetail detail) {
    add_detached(document, s, detail);
    Table table;
    table.columns = {{"", Align::left, Fit::natural},
                     {say("factor"), Align::left, Fit::natural},
                     {say("you"), Align::right, Fit::natural},
                     {say("hazard ratio (95 % CI)"), Align::right, Fit::natural}};
    for (const risk::Factor& factor : s.factors) {
        if (!factor.applies || (detail != FactorDetail::full && factor.coefficient == nullptr)) {
            continue;
        }
        const std::optional<double> hr = factor.hazard_ratio();
        table.rows.push_back(
            {{factor.id, say_text(factor.name), value_of(factor),
              hr ? hazard(*hr, factor.interval()) : std::string(to_string(factor.kind))},
             fmt::format("{} [{}]", say_text(factor.why),
                         evidence_of(factor.evidence, factor.extrapolated()))});
    }
    if (detail == FactorDetail::brief && table.rows.empty()) {
        document.add(Paragraph{say("No factor is beside its reference.")});
        return;
    }
    document.add(Heading{say("What goes with a higher risk")});
    add_absolute(document, s.absolute); // absolute risk leads
    if (!table.rows.empty()) {
        document.add(table);
    }
    if (detail == FactorDetail::week) {
        document.add(Paragraph{at_reference(s.factors)});
    } else if (const std::string others = not_applied(s.factors);
               detail == FactorDetail::full && !others.empty()) {
        document.add(Paragraph{others});
    }
    add_total(document, s);
}

void add_sources(Document& document, const risk::Statement& s) {
    document.add(Heading{say("Sources")});
    std::vector<std::pair<std::string, std::string>> by_source; // source, ids
    for (const risk::Factor& factor : s.factors) {
        if (!factor.applies || factor.coefficient == nullptr) {
            continue;
        }
        const auto known = std::find_if(by_source.begin(), by_source.end(), [&](const auto& entry) {
            return entry.first == factor.source;
        });
        if (known == by_source.end()) {
            by_source.emplace_back(factor.source, factor.id);
        } else {
            known->second += ", " + factor.id;
        }
    }
    std::vector<std::string> sources;
    sources.reserve(by_source.size() + 1);
    for (const auto& [source, ids] : by_source) {
        sources.push_back(fmt::format("{}: {}", ids, source));
    }
    sources.emplace_back(
        say("Coupled ratio: Lolli et al. 2019, doi:10.1136/bjsports-2017-098110; "
            "uncoupled: Gabbett et al. 2019, doi:10.1055/a-0955-5589; EWMA: Williams "
            "et al. 2017, doi:10.1136/bjsports-2016-096589; monotony, strain: Foster "
            "1998, Med Sci Sports Exerc 30:1164"));
    document.add(Points{Points::Mark::plain, sources});
}

} // namespace plimsoll::reports
