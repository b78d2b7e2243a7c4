// Schedules with speed and turns, by hand.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_SPEED_PLANS_HPP
#define PLIMSOLL_TESTS_SUPPORT_SPEED_PLANS_HPP

#include "planner/speed_dose_verify.hpp"
#include "planner/speed_doses.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::test {

/// A pathway of one phase, S, from Monday 2 November 2026 on, and what stands on its days.
struct SpeedPlan {
    /// @param weeks  of seven days.
    /// @param top_speed_mps  of the athlete's file; nothing: none is known.
    explicit SpeedPlan(int weeks, std::optional<double> top_speed_mps = 9.0);

    static Date start();

    /// An exercise of the phase: strides and sprints over @p metres, of changes of direction none.
    void exercise(const std::string& id, planner::SessionKind kind, int reps, int reps_to,
                  int metres = 0, int effort = 0, int effort_to = 0);
    /// Puts it on a day of a week, both from 0.
    void put(const std::string& id, int week, int day);
    void team_session(int week, int day);
    void match(int week, int day);

    /// Gives the days their doses, and checks them with the verifier.
    void plan();
    std::vector<planner::Violation> violations() const;

    planner::PlannedSession& session(planner::SessionKind kind, int week, int day);
    const planner::PlannedSession* find(planner::SessionKind kind, int week, int day) const;
    /// Repetitions of all efforts; 0 where the session is gone.
    int reps(planner::SessionKind kind, int week, int day) const;
    /// Metres above 19.8 km/h in a week, those of the match left out.
    double fast_m(int week) const;

    planner::Pathway pathway;
    planner::Schedule schedule;
    planner::PlanPolicy policy;
    planner::SpeedDemand demand;
    Athlete athlete;
    std::vector<Session> log;
    std::optional<planner::SpeedSummary> summary;
};

} // namespace plimsoll::test

#endif
