// The page of the rules, and its JSON.
// SPDX-License-Identifier: Apache-2.0
#include "reports/rules_report.hpp"

#include "model/words.hpp"
#include "reports/json_head.hpp"

#include <fmt/format.h>

namespace plimsoll::reports {
namespace {

using planner::RuleInfo;

std::string in_words(const RuleInfo& rule) {
    std::string text = fmt::format("{} [{}; {}]", say_text(rule.statement), say_text(rule.source),
                                   say_text(rule.evidence));
    if (!rule.usual.empty()) {
        text += " " + say("Changed in the athlete's file; usually {}.", rule.usual);
    }
    if (!rule.key.empty()) {
        text +=
            " " + say("Set by {}{}.", rule.key.front() == '[' ? "" : say("[policy] "), rule.key);
    }
    return text;
}

void add(Document& document, const std::string& title, const std::string& note,
         std::span<const RuleInfo> rules) {
    if (rules.empty()) {
        return;
    }
    document.add(Heading{title});
    document.add(Paragraph{note});
    Table table;
    table.columns = {{say("rule"), Column::Align::left, Column::Fit::natural},
                     {say("value"), Column::Align::left, Column::Fit::wrap},
                     {"", Column::Align::left, Column::Fit::natural}};
    for (const RuleInfo& rule : rules) {
        table.rows.push_back(
            {{rule.id, rule.value, rule.usual.empty() ? "" : say("<- changed")}, in_words(rule)});
    }
    document.add(std::move(table));
}

Json json_of_rules(std::span<const RuleInfo> rules, std::string_view group) {
    Json json = Json::array();
    for (const RuleInfo& rule : rules) {
        Json entry;
        entry["id"] = rule.id;
        entry["group"] = group;
        entry["statement"] = rule.statement;
        entry["value"] = rule.value;
        entry["hard"] = rule.hard;
        entry["source"] = rule.source;
        entry["evidence"] = rule.evidence;
        entry["key"] = rule.key.empty() ? Json() : Json(rule.key);
        entry["usual"] = rule.usual.empty() ? Json() : Json(rule.usual);
        json.push_back(std::move(entry));
    }
    return json;
}

} // namespace

Document rules_report(const RulesInForce& rules, const std::string& subject,
                      std::optional<Date> as_of) {
    Document document;
    document.title = say("Rules of the planner");
    document.subject = subject;
    document.period = as_of ? say("in force on {}", long_day(*as_of)) : say("usual values");
    document.footer = say_text(not_advice);
    add(document, say("Hard rules of the runs"),
        say("No plan breaks one of these: the finished plan is checked against each of them anew, "
            "by "
            "other code than that which chose the distances."),
        rules.of_runs);
    add(document, say("Hard rules of the pathway"),
        say("Of {}; a file of --pathways changes them.", rules.pathway), rules.of_pathway);
    add(document, say("Hard rules of speed and turns"),
        say("Of {}, beside recovery_week; the metres and turns of the finished plan are checked "
            "anew, too.",
            rules.pathway),
        rules.of_speed);
    add(document, say("What is wished of the plans that keep them"),
        say("In this order, each without giving up what came before. They decide where no hard "
            "rule "
            "does; no key changes them."),
        rules.wishes);
    document.add(Paragraph{say("No rule here has been shown to prevent calf strain.")});
    return document;
}

std::string rules_json(const RulesInForce& rules, const std::string& program,
                       std::optional<Date> as_of) {
    Json json = json_head("rules", program, as_of);
    json["pathway"] = rules.pathway.empty() ? Json() : Json(rules.pathway);
    json["rules"] = json_of_rules(rules.of_runs, "runs");
    for (Json& rule : json_of_rules(rules.of_pathway, "pathway")) {
        json["rules"].push_back(std::move(rule));
    }
    for (Json& rule : json_of_rules(rules.of_speed, "speed")) {
        json["rules"].push_back(std::move(rule));
    }
    for (Json& rule : json_of_rules(rules.wishes, "wishes")) {
        json["rules"].push_back(std::move(rule));
    }
    return json_text(json);
}

std::vector<std::string> changed_rules(std::span<const RuleInfo> rules) {
    std::vector<std::string> texts;
    for (const RuleInfo& rule : rules) {
        if (!rule.usual.empty()) {
            texts.push_back(say("{} {} (usually {})", rule.id, rule.value, rule.usual));
        }
    }
    return texts;
}

} // namespace plimsoll::reports
