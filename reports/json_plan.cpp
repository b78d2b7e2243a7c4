// plimsoll.plan/1
// SPDX-License-Identifier: Apache-2.0
#include "reports/json_head.hpp"
#include "reports/plan_report.hpp"

namespace plimsoll::reports {
namespace {

Json json_of_session(const planner::PlannedSession& session) {
    const bool rest = session.kind == planner::SessionKind::rest;
    Json json;
    json["id"] = session.id;
    json["kind"] = to_string(session.kind);
    json["distance_m"] = rest ? Json() : Json(session.distance_m);
    json["high_speed_m"] = Json();
    json["sprint_m"] = Json();
    json["changes_of_direction"] = Json();
    json["duration_min"] = json_of(session.duration_min);
    json["rpe"] = Json();
    json["load_au"] = Json();
    json["steps"] = Json::array();
    for (const planner::Step& step : session.steps) {
        Json entry;
        entry["repeat"] = step.repeat;
        entry["run_s"] = step.run_s;
        entry["walk_s"] = step.walk_s;
        json["steps"].push_back(std::move(entry));
    }
    json["exercises"] = Json::array();
    json["limited_by"] = session.limited_by.empty() ? Json() : Json(session.limited_by);
    return json;
}

Json json_of_day(const planner::PlannedDay& day) {
    Json json;
    json["date"] = to_string(day.date);
    json["phase"] = day.phase;
    json["sessions"] = Json::array({json_of_session(day.session)});
    json["projected"]["coupled"] = json_of(day.projected.coupled);
    json["projected"]["uncoupled"] = json_of(day.projected.uncoupled);
    json["projected"]["ewma"] = json_of(day.projected.ewma);
    json["projected"]["hazard_ratio"] = day.projected.hazard_ratio;
    return json;
}

Json json_of_rule(const planner::RuleInfo& rule) {
    Json json;
    json["id"] = rule.id;
    json["statement"] = rule.statement;
    json["value"] = rule.value;
    json["hard"] = rule.hard;
    json["source"] = rule.source;
    json["evidence"] = rule.evidence;
    return json;
}

} // namespace

std::string plan_json(const planner::PlanResult& plan, const std::string& program, Date as_of) {
    Json json = json_head("plan", program, as_of);
    json["status"] = to_string(plan.status);
    json["why"] = plan.why.empty() ? Json() : Json(plan.why);
    json["pathway"] = "time_off";
    json["goal"]["kind"] = "base";
    json["goal"]["date"] = json_of(plan.wished);
    json["goal"]["demand"]["weekly_distance_m"] =
        plan.demand_m > 0.0 ? Json(plan.demand_m) : Json();
    json["start"] = to_string(plan.start);
    json["goal_day"] = json_of(plan.goal_day);
    json["earliest_day"] = json_of(plan.earliest_day);
    json["range"]["p10"] = Json(); // time off has no distribution of phase lengths
    json["range"]["p50"] = Json();
    json["range"]["p90"] = Json();
    json["phases"] = Json::array();
    for (const planner::Phase& phase : plan.schedule.phases) {
        Json entry;
        entry["id"] = phase.id;
        entry["name"] = phase.name;
        entry["from"] = to_string(phase.from);
        entry["to"] = to_string(phase.to);
        entry["gates"] = Json::array();
        json["phases"].push_back(std::move(entry));
    }
    json["days"] = Json::array();
    for (const planner::PlannedDay& day : plan.schedule.days) {
        json["days"].push_back(json_of_day(day));
    }
    json["rules"] = Json::array();
    for (const planner::RuleInfo& rule : plan.rules) {
        json["rules"].push_back(json_of_rule(rule));
    }
    json["conflicts"] = Json::array();
    for (const planner::Conflict& conflict : plan.conflicts) {
        Json entry;
        entry["rule"] = conflict.rule;
        entry["date"] = to_string(conflict.date);
        entry["by"] = conflict.by_m;
        json["conflicts"].push_back(std::move(entry));
    }
    return json_text(json);
}

} // namespace plimsoll::reports
