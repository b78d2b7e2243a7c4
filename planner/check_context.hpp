// What the checks of the verifier look at: the finished schedule and the log, nothing of the model.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_CHECK_CONTEXT_HPP
#define PLIMSOLL_PLANNER_CHECK_CONTEXT_HPP

#include "planner/background.hpp"
#include "planner/frame.hpp"
#include "planner/schedule.hpp"

#include <optional>
#include <span>
#include <vector>

namespace plimsoll::planner {

/// The schedule behind the log, and the few facts about its weeks that several rules need, derived
/// anew from the sessions.
class CheckContext {
public:
    CheckContext(const Background& background, const PlanPolicy& policy, const Schedule& schedule);

    const Background& background() const noexcept { return background_; }

    const Schedule& schedule() const noexcept { return schedule_; }

    /// Run and planned, in order of the day.
    std::span<const Session> sessions() const noexcept { return sessions_; }

    /// The day on which the return from two weeks off or more began or begins; nothing without one.
    std::optional<Date> first_back() const noexcept { return first_back_; }

    /// The week of the return that a planned week starts in, from 1; 0 without time off.
    int week_back(const PlannedWeek& week) const;
    bool has_walk_run(const PlannedWeek& week) const;
    /// Whether a week must be one of recovery.
    bool recovers(const PlannedWeek& week) const;
    /// Running distance, run and planned, from @p from to @p to.
    double run_m(Date from, Date to) const;

private:
    const Background& background_;
    const Schedule& schedule_;
    int recovery_every_;
    std::vector<Session> sessions_;
    std::optional<Date> first_back_;
};

} // namespace plimsoll::planner

#endif
