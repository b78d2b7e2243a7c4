// From plimsoll.plan/1 to a schedule.
// SPDX-License-Identifier: Apache-2.0
#include "planner/plan_file.hpp"

#include "import/byte_source.hpp"
#include "import/json_node.hpp"

#include <fmt/format.h>

#include <utility>

namespace plimsoll::planner {
namespace {

using ingest::JsonNode;

constexpr const char* plan_schema = "plimsoll.plan/1";
// What no plan exceeds; a file with more was not written by this program.
constexpr double most_plan_m = 1e7;
constexpr double most_plan_ratio = 1e9;
constexpr double most_rpe = 10.0;
constexpr int most_plan_count = 1'000'000;

void require_plan(const JsonNode& root) {
    const JsonNode schema = root.is_object() ? root.find("schema") : root;
    const bool ours =
        root.is_object() && !schema.is_null() && schema.text().starts_with("plimsoll.");
    if (!ours) {
        root.refuse("this is no plan of plimsoll", "'plimsoll plan ... -o plan.json' writes one");
    }
    if (const std::string name = schema.text(); name != plan_schema) {
        const bool of_plan = name.starts_with("plimsoll.plan/");
        schema.refuse(fmt::format("is '{}'; what is read is '{}'", name, plan_schema),
                      of_plan ? "another version of the program wrote it: make a new plan" : "");
    }
    if (const JsonNode status = root["status"]; status.text() != to_string(PlanStatus::planned)) {
        status.refuse(fmt::format("is '{}': there is no plan in it to go on with", status.text()),
                      "make a new plan");
    }
}

SessionKind kind_from(const JsonNode& node) {
    const std::optional<SessionKind> kind = parse_session_kind(node.text());
    if (!kind) {
        node.refuse("is '" + node.text() + "', which is no kind of session");
    }
    return *kind;
}

PlannedExercise exercise_from(const JsonNode& node) {
    const auto count = [&](const char* key) { return node[key].whole_or_null(0, most_plan_count); };
    PlannedExercise exercise;
    exercise.id = node["id"].text();
    exercise.name = node["name"].text();
    Dose& dose = exercise.dose;
    dose.bouts_a_day = count("bouts_a_day");
    dose.sets = count("sets");
    dose.sets_to = count("sets_to");
    dose.reps = count("reps");
    dose.reps_to = count("reps_to");
    dose.hold_s = count("hold_s");
    dose.landings = count("landings");
    dose.landings_to = count("landings_to");
    dose.distance_m = count("distance_m");
    dose.distance_to_m = count("distance_to_m");
    dose.effort_percent = count("effort_percent");
    dose.effort_to_percent = count("effort_to_percent");
    dose.load = node["load"].text_or_null().value_or("");
    dose.tempo = node["tempo"].text_or_null().value_or("");
    return exercise;
}

PlannedSession session_from(const JsonNode& node) {
    PlannedSession session;
    session.id = node["id"].text();
    session.kind = kind_from(node["kind"]);
    session.distance_m = node["distance_m"].number_or_null(0.0, most_plan_m).value_or(0.0);
    session.high_speed_m = node["high_speed_m"].number_or_null(0.0, most_plan_m);
    session.sprint_m = node["sprint_m"].number_or_null(0.0, most_plan_m);
    session.changes_of_direction =
        node["changes_of_direction"].number_or_null(0.0, most_plan_count);
    session.duration_min = node["duration_min"].number_or_null(0.0, most_plan_m);
    session.rpe = node["rpe"].number_or_null(0.0, most_rpe);
    for (const JsonNode& step : node["steps"].items()) {
        session.steps.push_back({step["repeat"].whole(0, most_plan_count),
                                 step["run_s"].whole(0, most_plan_count),
                                 step["walk_s"].whole(0, most_plan_count)});
    }
    for (const JsonNode& exercise : node["exercises"].items()) {
        session.exercises.push_back(exercise_from(exercise));
    }
    session.is_goal = node["is_goal"].flag();
    session.limited_by = node["limited_by"].text_or_null().value_or("");
    if (session.kind == SessionKind::walk_run && session.steps.empty()) {
        node["steps"].refuse("is empty, of a walk-run session");
    }
    return session;
}

// The run of a day is the one with a distance; what a phase adds has none.
bool is_run_of_day(const JsonNode& node, const PlannedSession& session) {
    return session.kind == SessionKind::rest || !node["distance_m"].is_null();
}

PlannedDay day_from(const JsonNode& node) {
    PlannedDay day;
    day.date = node["date"].day();
    day.phase = node["phase"].text();
    day.session.id = fmt::format("{}-{}", to_string(day.date), to_string(SessionKind::rest));
    bool first = true;
    for (const JsonNode& entry : node["sessions"].items()) {
        PlannedSession session = session_from(entry);
        if (first && is_run_of_day(entry, session)) {
            day.session = std::move(session);
        } else {
            day.others.push_back(std::move(session));
        }
        first = false;
    }
    const JsonNode projected = node["projected"];
    day.projected.coupled = projected["coupled"].number_or_null(0.0, most_plan_ratio);
    day.projected.uncoupled = projected["uncoupled"].number_or_null(0.0, most_plan_ratio);
    day.projected.ewma = projected["ewma"].number_or_null(0.0, most_plan_ratio);
    day.projected.hazard_ratio = projected["hazard_ratio"].number(0.0, most_plan_ratio);
    day.projected.absolute_risk = projected["absolute_risk"].number_or_null(0.0, 1.0);
    return day;
}

void add_days(Schedule& schedule, const JsonNode& root, Date start) {
    for (const JsonNode& node : root["days"].items()) {
        PlannedDay day = day_from(node);
        const Date expected = start + static_cast<int>(schedule.days.size());
        if (day.date != expected) {
            node["date"].refuse(fmt::format("is {}, and the day after the one before is {}",
                                            to_string(day.date), to_string(expected)));
        }
        schedule.days.push_back(std::move(day));
    }
    if (schedule.days.empty()) {
        root["days"].refuse("is empty");
    }
}

void add_weeks(Schedule& schedule, const JsonNode& root) {
    for (const JsonNode& node : root["weeks"].items()) {
        PlannedWeek week;
        week.number = node["number"].whole(1, most_plan_count);
        week.from = node["from"].day();
        week.recovery = node["recovery"].flag();
        week.week_back = node["week_back"].whole(0, most_plan_count);
        const Date first =
            schedule.weeks.empty() ? schedule.days.front().date : schedule.weeks.back().to() + 1;
        const bool follows = schedule.weeks.empty() ? week.from >= first : week.from == first;
        if (!follows || week.to() > schedule.days.back().date) {
            node["from"].refuse("is no day on which a week of the plan begins");
        }
        schedule.weeks.push_back(week);
    }
    if (schedule.weeks.empty()) {
        root["weeks"].refuse("is empty");
    }
}

void add_phases(Schedule& schedule, const JsonNode& root) {
    for (const JsonNode& node : root["phases"].items()) {
        schedule.phases.push_back(
            {node["id"].text(), node["name"].text(), node["from"].day(), node["to"].day()});
    }
}

RuleInfo rule_from(const JsonNode& node) {
    RuleInfo rule;
    rule.id = node["id"].text();
    rule.statement = node["statement"].text();
    rule.value = node["value"].text();
    rule.hard = node["hard"].flag();
    rule.source = node["source"].text();
    rule.evidence = node["evidence"].text();
    rule.key = node["key"].text_or_null().value_or("");
    rule.usual = node["usual"].text_or_null().value_or("");
    return rule;
}

void add_goal(PlanResult& plan, const JsonNode& goal) {
    const JsonNode kind = goal["kind"];
    bool known = false;
    for (const GoalKind each : {GoalKind::base, GoalKind::race, GoalKind::match}) {
        if (kind.text() == to_string(each)) {
            plan.kind = each;
            known = true;
        }
    }
    if (!known) {
        kind.refuse("is '" + kind.text() + "', which is no kind of goal");
    }
    const char* key = plan.kind == GoalKind::base ? "weekly_distance_m" : "distance_m";
    plan.demand_m = goal["demand"][key].number(0.0, most_plan_m);
    plan.wished = goal["date"].day_or_null();
}

// Absent in a plan of a version that planned none.
std::optional<SpeedSummary> speed_from(const JsonNode& root) {
    const JsonNode node = root.find("speed");
    if (node.is_null()) {
        return std::nullopt;
    }
    SpeedSummary speed;
    speed.top_speed_mps = node["top_speed_mps"].number(0.0, fastest_mps);
    speed.top_speed_from = node["top_speed_from"].text();
    speed.own_top_speed = node["own_top_speed"].flag();
    speed.last_week = node["last_week"].day_or_null();
    for (const JsonNode& entry : node["before_match"].items()) {
        SpeedWish wish;
        wish.measure = entry["measure"].text();
        wish.asked = entry["asked"].number(0.0, most_plan_m);
        wish.from = entry["from"].text();
        wish.planned = entry["planned"].number(0.0, most_plan_m);
        wish.limited_by = entry["limited_by"].text_or_null().value_or("");
        speed.wishes.push_back(std::move(wish));
    }
    if (const JsonNode left_out = node.find("left_out"); !left_out.is_null()) {
        for (const JsonNode& entry : left_out.items()) {
            speed.left_out.push_back(
                {entry["date"].day(), kind_from(entry["kind"]), entry["limited_by"].text()});
        }
    }
    return speed;
}

std::optional<DayRange> range_from(const JsonNode& node) {
    if (node["p10"].is_null()) {
        return std::nullopt;
    }
    return DayRange{node["p10"].day(), node["p50"].day(), node["p90"].day()};
}

} // namespace

PlanFile plan_from_json(const std::string& bytes, const std::string& path) {
    const JsonNode root = JsonNode::parse(bytes, path);
    require_plan(root);
    PlanFile file;
    file.path = path;
    file.athlete = root["athlete"].text_or_null().value_or("");
    file.as_of = root["as_of"].day();
    file.sequence = root["sequence"].whole(0, most_plan_count);
    const JsonNode place = root["place"];
    file.onset = place.is_null() ? std::nullopt : place["onset"].day_or_null();
    PlanResult& plan = file.plan;
    plan.status = PlanStatus::planned;
    plan.pathway = root["pathway"].text();
    plan.start = root["start"].day();
    add_goal(plan, root["goal"]);
    file.range = range_from(root["range"]);
    plan.speed = speed_from(root);
    plan.goal_day = root["goal_day"].day_or_null();
    plan.earliest_day = root["earliest_day"].day_or_null();
    plan.first_back = root["first_back"].day_or_null();
    plan.weeks_from = root.find("weeks_from").day_or_null();
    add_days(plan.schedule, root, plan.start);
    add_weeks(plan.schedule, root);
    add_phases(plan.schedule, root);
    for (const JsonNode& rule : root["rules"].items()) {
        plan.rules.push_back(rule_from(rule));
    }
    plan.weeks_tried = static_cast<int>(plan.schedule.weeks.size());
    return file;
}

PlanFile read_plan_file(const std::string& path) {
    return plan_from_json(ingest::read_small_file(path, largest_plan_file), path);
}

} // namespace plimsoll::planner
