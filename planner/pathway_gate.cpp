// Gates and hold rules of pathway files.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_items.hpp"

#include <fmt/format.h>

#include <array>

namespace plimsoll::planner {
namespace {

using ingest::TomlTable;

constexpr double most_days = 1000.0;
constexpr double most_pain_limit = 5.0; // of 10: above it nothing is held; policy

// In the order of the enumerators.
constexpr std::array<std::string_view, 6> ways{"one",   "injured", "both",
                                               "apart", "pain",    "since_return"};
constexpr std::array<std::string_view, 5> triggers{"pain_above", "morning_worse", "gate_failed",
                                                   "missed", "phase_lasts"};
constexpr std::array<std::string_view, 4> outcomes{"hold", "back", "replan", "refer"};

} // namespace

Gate PathwayItems::gate(TomlTable table) const {
    Gate gate;
    gate.id = needed_id(table);
    gate.text = needed(table, "text");
    gate.how = needed(table, "how");
    const std::string quantity = needed(table, "quantity");
    const auto known = parse_quantity(quantity);
    if (!known) {
        refuse_name(table, "quantity", quantity, "is no quantity that is known", quantity_names());
    }
    gate.quantity = *known;
    const QuantityInfo& info = info_of(*known);
    const std::string unit = needed(table, "unit");
    if (unit != info.unit) {
        table.refuse("unit",
                     fmt::format("is '{}'; the unit of {} is '{}'", unit, info.name, info.unit));
    }
    const auto least = table.number("at_least", info.least, info.most);
    const auto most = table.number("at_most", info.least, info.most);
    if (least.has_value() == most.has_value()) {
        table.refuse("at_least", "or 'at_most': one of the two is the threshold");
    }
    gate.at_least = least.has_value();
    gate.threshold = least ? *least : *most;
    const std::string on = table.text("on").value_or("one");
    const auto way = index_in(ways, on);
    if (!way) {
        refuse_name(table, "on", on, "is no way to judge a gate", ways);
    }
    gate.on = static_cast<GateOn>(*way);
    const bool fits = (gate.on == GateOn::apart) == (gate.quantity == Quantity::asymmetry) &&
                      (gate.on == GateOn::pain) == (gate.quantity == Quantity::pain_score) &&
                      (gate.on == GateOn::since_return) == (gate.quantity == Quantity::days);
    if (!fits) {
        table.refuse("on", fmt::format("is '{}', which does not go with {}", on, info.name),
                     "asymmetry is judged on 'apart', pain_score on 'pain', days on "
                     "'since_return'");
    }
    gate.from = table.text("from").value_or(gate.id);
    gate.recorded = gate.quantity;
    if (const auto of = table.text("of")) {
        const auto recorded = parse_quantity(*of);
        if (!recorded) {
            refuse_name(table, "of", *of, "is no quantity that is known", quantity_names());
        }
        if (gate.on != GateOn::apart) {
            table.refuse("of", "is for gates on 'apart': what is recorded of each side");
        }
        gate.recorded = *recorded;
    }
    gate.noise = table.number("noise", 0, info.most);
    gate.norm = table.flag("norm").value_or(false);
    if (gate.norm && (gate.quantity != Quantity::repetitions || !gate.at_least)) {
        table.refuse("norm", "is of single-leg calf raises, at least so many repetitions");
    }
    if (const auto refer = table.text("refer_if_failed")) {
        if (refer->empty()) {
            table.refuse("refer_if_failed", "is empty", "it says what to do at once");
        }
        gate.refer_if_failed = *refer;
    }
    gate.audience = audience_of(table);
    gate.grounds = grounds(table);
    table.finish();
    return gate;
}

HoldRule PathwayItems::rule(TomlTable table) const {
    HoldRule rule;
    rule.id = needed_id(table);
    const std::string when = needed(table, "when");
    const auto trigger = index_in(triggers, when);
    if (!trigger) {
        refuse_name(table, "when", when, "is nothing that a rule can wait for", triggers);
    }
    rule.when = static_cast<HoldRule::When>(*trigger);
    const std::string then = needed(table, "then");
    const auto outcome = index_in(outcomes, then);
    if (!outcome) {
        refuse_name(table, "then", then, "is nothing that a rule can do", outcomes);
    }
    rule.then = static_cast<HoldRule::Then>(*outcome);
    using When = HoldRule::When;
    using Then = HoldRule::Then;
    const bool fits = rule.when == When::gate_failed   ? rule.then == Then::back
                      : rule.when == When::missed      ? rule.then == Then::replan
                      : rule.when == When::phase_lasts ? rule.then == Then::refer
                                                       : rule.then == Then::hold;
    if (!fits) {
        table.refuse("then", fmt::format("is '{}', which does not go with '{}'", then, when),
                     "pain_above and morning_worse hold, gate_failed goes back, missed is replan, "
                     "phase_lasts is refer");
    }
    const bool of_pain = rule.when == When::pain_above;
    const bool of_days = rule.when == When::missed || rule.when == When::phase_lasts;
    if (of_pain || of_days) {
        const Quantity quantity = of_pain ? Quantity::pain_score : Quantity::days;
        rule.limit =
            table.number("limit", info_of(quantity).least, of_pain ? most_pain_limit : most_days);
        const std::string unit = needed(table, "unit");
        if (!rule.limit) {
            table.refuse("limit", "is missing");
        }
        if (unit != info_of(quantity).unit) {
            table.refuse("unit", fmt::format("is '{}'; the limit of '{}' is in '{}'", unit, when,
                                             info_of(quantity).unit));
        }
    }
    if (rule.when == When::phase_lasts) {
        rule.phase = needed(table, "phase");
    }
    rule.text = needed(table, "text");
    rule.grounds = grounds(table);
    table.finish();
    return rule;
}

} // namespace plimsoll::planner
