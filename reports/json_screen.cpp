// plimsoll.screen/1
// SPDX-License-Identifier: Apache-2.0
#include "planner/screen_next.hpp"
#include "planner/screen_texts.hpp"
#include "reports/json_head.hpp"
#include "reports/screen_report.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace plimsoll::reports {
namespace {

Json json_of_flag(const planner::RedFlag& flag, const planner::ScreenResult& result) {
    Json json;
    json["id"] = to_string(flag.key);
    json["text"] = flag.text;
    json["action"] = action_of(flag, result);
    json["outcome"] = to_string(outcome_of(flag.urgency));
    json["source"] = planner::references_of(flag.source);
    json["evidence"] = flag.evidence;
    return json;
}

Json json_of_reasons(const std::vector<const planner::ScreenFinding*>& reasons) {
    Json json = Json::array();
    for (const planner::ScreenFinding* finding : reasons) {
        json.push_back(planner::with_source(finding->reason, finding->source, finding->evidence));
    }
    return json;
}

} // namespace

std::string screen_json(const ScreenAnswers& answers, const planner::ScreenResult& result,
                        const std::string& program, std::optional<Date> as_of) {
    Json json = json_head("screen", program, as_of);
    json["outcome"] = to_string(result.outcome);
    json["red_flags"] = Json::array();
    for (const planner::RedFlag* flag : result.flags) {
        json["red_flags"].push_back(json_of_flag(*flag, result));
    }
    json["unanswered"] = Json::array();
    for (const ScreenKey key : result.unanswered) {
        json["unanswered"].push_back(to_string(key));
    }
    json["contradictions"] = Json::array();
    for (const planner::Contradiction* contradiction : result.contradictions) {
        Json entry;
        entry["keys"] =
            Json::array({to_string(contradiction->first), to_string(contradiction->second)});
        entry["text"] = contradiction->text;
        json["contradictions"].push_back(std::move(entry));
    }
    json["pathways"] = Json::array();
    for (const planner::ConditionReasons& kind : result.conditions) {
        Json entry;
        entry["id"] = to_string(kind.condition);
        entry["name"] = name_of(kind.condition);
        entry["likelihood"] = to_string(kind.likelihood);
        entry["for"] = json_of_reasons(kind.in_favour);
        entry["against"] = json_of_reasons(kind.against);
        json["pathways"].push_back(std::move(entry));
    }
    json["settles"] = Json::array();
    for (const planner::SourcedText& text : planner::what_settles()) {
        json["settles"].push_back(planner::with_source(text));
    }
    json["next"] = planner::next_steps(answers, result).in_words();
    return json_text(json);
}

} // namespace plimsoll::reports
