// Schedules with speed and turns, by hand.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/speed_plans.hpp"

#include "planner/phase_content.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>

namespace plimsoll::test {

using planner::PlannedDay;
using planner::PlannedSession;
using planner::SessionKind;

SpeedPlan::SpeedPlan(int weeks, std::optional<double> top_speed_mps) {
    athlete.max_speed_mps = top_speed_mps;
    policy = planner::PlanPolicy::usual(&athlete, start());
    planner::PathwayPhase phase;
    phase.id = "S";
    pathway.phases.push_back(std::move(phase));
    schedule.phases.push_back({"S", "speed", start(), start() + (7 * weeks - 1)});
    for (int w = 0; w < weeks; ++w) {
        planner::PlannedWeek week;
        week.number = w + 1;
        week.from = start() + 7 * w;
        schedule.weeks.push_back(week);
        for (int d = 0; d < 7; ++d) {
            PlannedDay day;
            day.date = week.from + d;
            day.phase = "S";
            schedule.days.push_back(std::move(day));
        }
    }
}

Date SpeedPlan::start() {
    return day("2026-11-02");
}

void SpeedPlan::exercise(const std::string& id, SessionKind kind, int reps, int reps_to, int metres,
                         int effort, int effort_to) {
    planner::Exercise exercise;
    exercise.id = id;
    exercise.kind = kind;
    exercise.dose.reps = reps;
    exercise.dose.reps_to = reps_to;
    if (metres > 0) {
        exercise.dose.distance_m = metres;
        exercise.dose.effort_percent = effort;
        exercise.dose.effort_to_percent = effort_to;
    }
    pathway.phases.front().exercises.push_back(std::move(exercise));
}

void SpeedPlan::put(const std::string& id, int week, int day) {
    for (const planner::Exercise& exercise : pathway.phases.front().exercises) {
        if (exercise.id != id) {
            continue;
        }
        PlannedSession session;
        session.kind = exercise.kind;
        session.limited_by = planner::phase_content;
        session.exercises.push_back({exercise.id, exercise.name, exercise.dose});
        schedule.days.at(static_cast<std::size_t>(7 * week + day)).others.push_back(session);
        return;
    }
    FAIL("no such exercise");
}

void SpeedPlan::team_session(int week, int day) {
    auto& exercises = pathway.phases.front().exercises;
    if (std::none_of(exercises.begin(), exercises.end(),
                     [](const auto& e) { return e.kind == SessionKind::team_training; })) {
        planner::Exercise team;
        team.id = "team";
        team.kind = SessionKind::team_training;
        exercises.push_back(std::move(team));
    }
    PlannedSession& run = schedule.days.at(static_cast<std::size_t>(7 * week + day)).session;
    run.kind = SessionKind::team_training;
    run.distance_m = 5000.0;
}

void SpeedPlan::match(int week, int day) {
    PlannedSession& run = schedule.days.at(static_cast<std::size_t>(7 * week + day)).session;
    run.kind = SessionKind::match;
    run.is_goal = true;
}

void SpeedPlan::plan() {
    summary = planner::set_speed_doses(schedule, {pathway, policy, demand, &athlete, log, log});
    for (const planner::Violation& violation : violations()) {
        FAIL_CHECK("breaks " << violation.rule << " on " << to_string(violation.date));
    }
}

std::vector<planner::Violation> SpeedPlan::violations() const {
    return planner::speed_dose_violations(
        schedule,
        {pathway, policy, demand, &athlete, planner::top_speed_of(&athlete, log).mps, log, log});
}

const PlannedSession* SpeedPlan::find(SessionKind kind, int week, int day) const {
    const PlannedDay& at = schedule.days.at(static_cast<std::size_t>(7 * week + day));
    const auto found = std::find_if(at.others.begin(), at.others.end(),
                                    [&](const PlannedSession& s) { return s.kind == kind; });
    if (found != at.others.end()) {
        return &*found;
    }
    return at.session.kind == kind ? &at.session : nullptr;
}

PlannedSession& SpeedPlan::session(SessionKind kind, int week, int day) {
    PlannedDay& at = schedule.days.at(static_cast<std::size_t>(7 * week + day));
    for (PlannedSession& session : at.others) {
        if (session.kind == kind) {
            return session;
        }
    }
    REQUIRE(at.session.kind == kind);
    return at.session;
}

int SpeedPlan::reps(SessionKind kind, int week, int day) const {
    const PlannedSession* session = find(kind, week, day);
    int sum = 0;
    if (session != nullptr) {
        for (const planner::PlannedExercise& exercise : session->exercises) {
            sum += exercise.dose.reps.value_or(0) * exercise.dose.sets.value_or(1);
        }
    }
    return sum;
}

double SpeedPlan::fast_m(int week) const {
    double sum = 0.0;
    for (std::size_t d = 0; d < 7; ++d) {
        const PlannedDay& at = schedule.days.at(7 * static_cast<std::size_t>(week) + d);
        if (at.session.kind != SessionKind::match) {
            sum += at.session.high_speed_m.value_or(0.0);
        }
        for (const PlannedSession& session : at.others) {
            sum += session.high_speed_m.value_or(0.0);
        }
    }
    return sum;
}

} // namespace plimsoll::test
