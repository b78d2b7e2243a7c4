// The key "continued" of plimsoll.plan/1.
// SPDX-License-Identifier: Apache-2.0
#include "reports/json_continued.hpp"

namespace plimsoll::reports {
namespace {

Json json_of_dates(const std::vector<Date>& dates) {
    Json json = Json::array();
    for (const Date date : dates) {
        json.push_back(to_string(date));
    }
    return json;
}

Json json_of_week_done(const planner::WeekDone& week) {
    Json json;
    json["week"] = json_of(week.number);
    json["from"] = to_string(week.from);
    json["to"] = to_string(week.to);
    json["planned"] = json_of_dose(week.planned);
    json["done"] = json_of_dose(week.done);
    json["missed"] = json_of_dates(week.missed);
    json["extra"] = json_of_dates(week.extra);
    return json;
}

Json json_of_reason(const planner::ReplanReason& reason) {
    Json json;
    json["id"] = reason.id;
    json["date"] = to_string(reason.date);
    json["by_m"] = json_of(reason.by_m);
    json["text"] = reason.text;
    return json;
}

// Null where the plan does not reach it.
Json json_of_sessions_or_null(const std::optional<planner::PlannedDay>& day) {
    return day ? json_of_sessions(*day) : Json();
}

} // namespace

Json json_of_dose(const planner::RunDose& dose) {
    Json json;
    json["distance_m"] = dose.distance_m;
    json["duration_min"] = json_of(dose.minutes);
    json["sessions"] = dose.sessions;
    return json;
}

Json json_of_sessions(const planner::PlannedDay& day) {
    Json json = Json::array();
    const auto add = [&](const planner::PlannedSession& session, bool run) {
        Json entry;
        entry["kind"] = to_string(session.kind);
        entry["distance_m"] = run ? Json(session.distance_m) : Json();
        entry["duration_min"] = json_of(session.duration_min);
        json.push_back(std::move(entry));
    };
    if (day.session.kind != planner::SessionKind::rest) {
        add(day.session, true);
    }
    for (const planner::PlannedSession& session : day.others) {
        add(session, false);
    }
    return json;
}

Json json_of_continued(const planner::Replan& continued) {
    Json json;
    json["from"] = to_string(continued.from);
    json["status"] = continued.kept ? "kept" : "changed";
    json["done"] = Json::array();
    for (const planner::WeekDone& week : continued.done) {
        json["done"].push_back(json_of_week_done(week));
    }
    json["missed"] = Json();
    if (continued.missed) {
        json["missed"]["from"] = to_string(continued.missed->from);
        json["missed"]["to"] = to_string(continued.missed->to);
        json["missed"]["days"] = continued.missed->days();
    }
    json["gates"] = Json::array();
    for (const planner::PassedGate& gate : continued.passed) {
        Json entry;
        entry["phase"] = gate.phase;
        entry["id"] = gate.gate;
        entry["passed_on"] = to_string(gate.day);
        json["gates"].push_back(std::move(entry));
    }
    json["pain"] = Json::array();
    for (const Event& event : continued.pain) {
        Json entry;
        entry["date"] = to_string(event.day);
        entry["kind"] = to_string(event.kind);
        entry["score"] = json_of(event.value);
        entry["site"] = event.detail.empty() ? Json() : Json(event.detail);
        json["pain"].push_back(std::move(entry));
    }
    json["reasons"] = Json::array();
    for (const planner::ReplanReason& reason : continued.reasons) {
        json["reasons"].push_back(json_of_reason(reason));
    }
    json["changes"] = Json::array();
    for (const planner::DayChange& change : continued.changes) {
        Json entry;
        entry["date"] = to_string(change.date);
        entry["was"] = json_of_sessions_or_null(change.was);
        entry["is"] = json_of_sessions_or_null(change.is);
        json["changes"].push_back(std::move(entry));
    }
    return json;
}

} // namespace plimsoll::reports
