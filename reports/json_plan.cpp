// plimsoll.plan/1
// SPDX-License-Identifier: Apache-2.0
#include "reports/json_continued.hpp"
#include "reports/json_head.hpp"
#include "reports/plan_calendar.hpp"
#include "reports/plan_report.hpp"

namespace plimsoll::reports {
namespace {

Json json_of_exercise(const planner::PlannedExercise& exercise) {
    const planner::Dose& dose = exercise.dose;
    Json json;
    json["id"] = exercise.id;
    json["name"] = exercise.name;
    json["sets"] = json_of(dose.sets);
    json["sets_to"] = json_of(dose.sets_to);
    json["reps"] = json_of(dose.reps);
    json["reps_to"] = json_of(dose.reps_to);
    json["bouts_a_day"] = json_of(dose.bouts_a_day);
    json["hold_s"] = json_of(dose.hold_s);
    json["landings"] = json_of(dose.landings);
    json["landings_to"] = json_of(dose.landings_to);
    json["distance_m"] = json_of(dose.distance_m);
    json["distance_to_m"] = json_of(dose.distance_to_m);
    json["effort_percent"] = json_of(dose.effort_percent);
    json["effort_to_percent"] = json_of(dose.effort_to_percent);
    json["load"] = dose.load.empty() ? Json() : Json(dose.load);
    json["tempo"] = dose.tempo.empty() ? Json() : Json(dose.tempo);
    return json;
}

Json json_of_session(const planner::PlannedSession& session) {
    // What a phase adds to the runs has no distance.
    const bool has_distance = session.kind == planner::SessionKind::run ||
                              session.kind == planner::SessionKind::walk_run ||
                              session.distance_m > 0.0;
    Json json;
    json["id"] = session.id;
    json["kind"] = to_string(session.kind);
    json["distance_m"] = has_distance ? Json(session.distance_m) : Json();
    json["high_speed_m"] = json_of(session.high_speed_m);
    json["sprint_m"] = json_of(session.sprint_m);
    json["changes_of_direction"] = json_of(session.changes_of_direction);
    json["duration_min"] = json_of(session.duration_min);
    json["rpe"] = json_of(session.rpe);
    json["load_au"] =
        session.rpe && session.duration_min ? Json(*session.rpe * *session.duration_min) : Json();
    json["steps"] = Json::array();
    for (const planner::Step& step : session.steps) {
        Json entry;
        entry["repeat"] = step.repeat;
        entry["run_s"] = step.run_s;
        entry["walk_s"] = step.walk_s;
        json["steps"].push_back(std::move(entry));
    }
    json["exercises"] = Json::array();
    for (const planner::PlannedExercise& exercise : session.exercises) {
        json["exercises"].push_back(json_of_exercise(exercise));
    }
    json["is_goal"] = session.is_goal;
    json["limited_by"] = session.limited_by.empty() ? Json() : Json(session.limited_by);
    return json;
}

Json json_of_day(const planner::PlannedDay& day) {
    Json json;
    json["date"] = to_string(day.date);
    json["phase"] = day.phase;
    json["sessions"] = Json::array();
    if (day.session.kind != planner::SessionKind::rest || day.others.empty()) {
        json["sessions"].push_back(json_of_session(day.session));
    }
    for (const planner::PlannedSession& session : day.others) {
        json["sessions"].push_back(json_of_session(session));
    }
    json["projected"]["coupled"] = json_of(day.projected.coupled);
    json["projected"]["uncoupled"] = json_of(day.projected.uncoupled);
    json["projected"]["ewma"] = json_of(day.projected.ewma);
    json["projected"]["hazard_ratio"] = day.projected.hazard_ratio;
    json["projected"]["absolute_risk"] = json_of(day.projected.absolute_risk);
    return json;
}

Json json_of_week(const planner::PlannedWeek& week) {
    Json json;
    json["number"] = week.number;
    json["from"] = to_string(week.from);
    json["recovery"] = week.recovery;
    json["week_back"] = week.week_back;
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
    json["key"] = rule.key.empty() ? Json() : Json(rule.key);
    json["usual"] = rule.usual.empty() ? Json() : Json(rule.usual);
    return json;
}

Json json_of_gate(const planner::PathwayPlan& path, const planner::Gate& gate,
                  const planner::GateResult& result) {
    const bool passed = result.state == planner::GateState::passed;
    const bool failed = result.state == planner::GateState::failed;
    Json json;
    json["id"] = gate.id;
    json["text"] = gate.text;
    json["threshold"] = result.threshold;
    json["unit"] = planner::info_of(gate.quantity).unit;
    json["at_least"] = gate.at_least;
    json["value"] = json_of(result.value);
    json["passed_on"] = passed ? json_of(result.day) : Json();
    json["failed_on"] = failed ? json_of(result.day) : Json();
    json["record"] = planner::is_recorded(gate) ? Json(gate.from) : Json();
    json["sides"] = planner::is_sided(gate.on);
    json["how"] = gate.how;
    json["source"] = path.pathway.source_name(gate.grounds);
    json["evidence"] = to_string(gate.grounds.evidence);
    return json;
}

Json json_of_phase(const planner::PathwayPlan* path, const planner::Phase& phase) {
    Json json;
    json["id"] = phase.id;
    json["name"] = phase.name;
    json["from"] = to_string(phase.from);
    json["to"] = to_string(phase.to);
    json["gates"] = Json::array();
    const planner::PathwayPhase* known =
        path == nullptr ? nullptr : path->pathway.phase_with(phase.id);
    if (known != nullptr) {
        const auto index = static_cast<std::size_t>(known - path->pathway.phases.data());
        for (std::size_t g = 0; g < known->gates.size(); ++g) {
            json["gates"].push_back(json_of_gate(*path, known->gates[g], path->gates[index][g]));
        }
    }
    return json;
}

// The phases as expected, where no days are planned; those of the schedule where they are.
std::vector<planner::Phase> phases_of(const planner::PlanResult& plan,
                                      const planner::PathwayPlan* path) {
    if (path == nullptr || !path->state || !plan.schedule.phases.empty()) {
        return plan.schedule.phases;
    }
    std::vector<planner::Phase> phases;
    for (const planner::PhaseSpan& span : path->spans) {
        const planner::PathwayPhase& phase = path->pathway.phases[span.phase];
        phases.push_back({phase.id, phase.name, span.from, span.to});
    }
    return phases;
}

Json json_of_place(const planner::PathwayPlan& path) {
    Json json;
    const planner::PhaseStay& present = path.state->present();
    json["phase"] = path.pathway.phases[present.phase].id;
    json["since"] = to_string(present.from);
    json["onset"] = json_of(path.subject.onset);
    json["site"] = path.subject.site.empty() ? Json() : Json(path.subject.site);
    json["hold_until"] = json_of(path.state->hold_until);
    json["waits_until"] = json_of(path.state->waits_until);
    json["running_from"] = json_of(path.running_from);
    return json;
}

} // namespace

namespace {

constexpr std::optional<risk::AbsoluteRisk> none;

Json json_of_speed(const planner::SpeedSummary& speed) {
    Json json;
    json["top_speed_mps"] = speed.top_speed_mps;
    json["top_speed_from"] = speed.top_speed_from;
    json["own_top_speed"] = speed.own_top_speed;
    json["last_week"] = json_of(speed.last_week);
    json["before_match"] = Json::array();
    for (const planner::SpeedWish& wish : speed.wishes) {
        Json entry;
        entry["measure"] = wish.measure;
        entry["asked"] = wish.asked;
        entry["from"] = wish.from;
        entry["planned"] = wish.planned;
        entry["limited_by"] = wish.limited_by.empty() ? Json() : Json(wish.limited_by);
        json["before_match"].push_back(std::move(entry));
    }
    json["left_out"] = Json::array();
    for (const planner::SpeedLeftOut& left : speed.left_out) {
        Json entry;
        entry["date"] = to_string(left.day);
        entry["kind"] = to_string(left.kind);
        entry["limited_by"] = left.limited_by;
        json["left_out"].push_back(std::move(entry));
    }
    return json;
}

Json json_of_risk(const std::optional<risk::AbsoluteRisk>& risk) {
    if (!risk) {
        return {};
    }
    Json json;
    json["per"] = risk->per;
    json["risk"] = risk->risk;
    json["low"] = risk->ci.low;
    json["high"] = risk->ci.high;
    json["baseline"] = risk->baseline;
    return json;
}

} // namespace

std::string plan_json(const planner::PlanResult& plan, const std::string& program, Date as_of,
                      const planner::PathwayPlan* path, const std::optional<std::string>& doubt,
                      const PlanIssue& issue) {
    Json json = json_head("plan", program, as_of);
    json["athlete"] = issue.athlete.empty() ? Json() : Json(issue.athlete);
    json["sequence"] = issue.continued == nullptr
                           ? calendar_sequence(as_of)
                           : calendar_sequence(as_of, issue.continued->sequence);
    json["continued"] = issue.continued == nullptr ? Json() : json_of_continued(*issue.continued);
    json["status"] = to_string(plan.status);
    json["why"] = plan.why.empty() ? Json() : Json(plan.why);
    json["pathway"] = plan.pathway;
    json["place"] = path == nullptr || !path->state ? Json() : json_of_place(*path);
    json["warnings"] = Json::array();
    if (doubt) {
        json["warnings"].push_back(*doubt);
    }
    if (path != nullptr) {
        for (std::string& warning : path->warnings()) {
            json["warnings"].push_back(std::move(warning));
        }
    }
    json["goal"]["kind"] = to_string(plan.kind);
    json["goal"]["date"] = json_of(plan.wished);
    const bool weekly = plan.kind == planner::GoalKind::base;
    json["goal"]["demand"][weekly ? "weekly_distance_m" : "distance_m"] =
        plan.demand_m > 0.0 ? Json(plan.demand_m) : Json();
    if (plan.speed) { // what the match asks beside its distance
        for (const planner::SpeedWish& wish : plan.speed->wishes) {
            json["goal"]["demand"][wish.measure] = wish.asked;
        }
    }
    json["speed"] = plan.speed ? json_of_speed(*plan.speed) : Json();
    json["start"] = to_string(plan.start);
    json["first_back"] = json_of(plan.first_back);
    json["weeks_from"] = json_of(plan.weeks_from);
    json["goal_day"] = json_of(plan.goal_day);
    json["earliest_day"] = json_of(plan.earliest_day);
    const auto range = path == nullptr ? std::nullopt : path->range;
    json["range"]["p10"] = range ? Json(to_string(range->p10)) : Json();
    json["range"]["p50"] = range ? Json(to_string(range->p50)) : Json();
    json["range"]["p90"] = range ? Json(to_string(range->p90)) : Json();
    json["phases"] = Json::array();
    for (const planner::Phase& phase : phases_of(plan, path)) {
        json["phases"].push_back(json_of_phase(path, phase));
    }
    json["weeks"] = Json::array();
    for (const planner::PlannedWeek& week : plan.schedule.weeks) {
        json["weeks"].push_back(json_of_week(week));
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
        entry["by"] = conflict.by_days > 0 ? Json(conflict.by_days) : Json(conflict.by_m);
        entry["unit"] = conflict.by_days > 0 ? "days" : "m";
        json["conflicts"].push_back(std::move(entry));
    }
    json["together"] = plan.together;
    json["goal_risk"]["at_once"] = json_of_risk(plan.goal_risk ? plan.goal_risk->at_once : none);
    json["goal_risk"]["on_goal_day"] =
        json_of_risk(plan.goal_risk ? plan.goal_risk->on_goal_day : none);
    return json_text(json);
}

} // namespace plimsoll::reports
