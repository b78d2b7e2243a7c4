// A finished plan, day by day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SCHEDULE_HPP
#define PLIMSOLL_PLANNER_SCHEDULE_HPP

#include "model/date.hpp"
#include "model/session.hpp"
#include "planner/pathway.hpp"
#include "planner/session_kind.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

/// Repetitions of running and walking; walk_s is 0 for continuous running.
struct Step {
    int repeat;
    int run_s;
    int walk_s;
};

/// An exercise of a pathway's phase, on a day of the plan.
struct PlannedExercise {
    std::string id;
    std::string name;
    Dose dose;
};

struct PlannedSession {
    std::string id; ///< stable: 2026-11-24-run
    SessionKind kind = SessionKind::rest;
    double distance_m = 0.0;            ///< running only
    std::optional<double> high_speed_m; ///< above 5.5 m/s
    std::optional<double> sprint_m;     ///< above 7 m/s
    std::optional<double> changes_of_direction;
    std::optional<double> duration_min;
    /// 0 to 10: of a team session on its fixed day, as the goal says; of a run, as usual
    std::optional<double> rpe;
    std::vector<Step> steps;
    std::vector<PlannedExercise> exercises;
    std::string limited_by; ///< id of a rule; empty for rest
    bool is_goal = false;   ///< the race or match itself
};

/// Ratios and factors as they would stand at the end of the day if the plan were followed.
struct Projection {
    std::optional<double> coupled;
    std::optional<double> uncoupled;
    std::optional<double> ewma;
    double hazard_ratio = 1.0;
    std::optional<double> absolute_risk; ///< by the rate that leads for the athlete
};

struct PlannedDay {
    Date date = Date::from_days(0);
    std::string phase;
    PlannedSession session; ///< the run of the day; a day without one has one of kind rest
    std::vector<PlannedSession> others; ///< what the pathway's phase adds, one a kind
    Projection projected;
};

struct PlannedWeek {
    int number = 1;
    Date from = Date::from_days(0);
    bool recovery = false;
    int week_back = 0; ///< of the return from time off; 0: none

    Date to() const noexcept { return from + 6; }
};

struct Phase {
    std::string id; ///< walk_run, rebuild, build
    std::string name;
    Date from = Date::from_days(0);
    Date to = Date::from_days(0);
};

struct Schedule {
    std::vector<PlannedWeek> weeks;
    std::vector<PlannedDay> days; ///< every day of the weeks, in order
    std::vector<Phase> phases;
    std::string risk_per;      ///< what Projection::absolute_risk is of: "run"
    std::string risk_baseline; ///< its outcome and source; empty: no rate fits the athlete

    double week_distance_m(const PlannedWeek& week) const;
    double longest_m(const PlannedWeek& week) const;
};

/// The planned runs as sessions of the log, behind those that were run: what risk/ computes on.
std::vector<Session> with_history(const Schedule& schedule, std::vector<Session> history,
                                  const std::string& athlete);

} // namespace plimsoll::planner

#endif
