// What the checks of the verifier look at: the finished schedule and the log, nothing of the model.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_CHECK_CONTEXT_HPP
#define PLIMSOLL_PLANNER_CHECK_CONTEXT_HPP

#include "planner/background.hpp"
#include "planner/frame.hpp"
#include "planner/schedule.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace plimsoll::planner {

/// The schedule behind the log, and the few facts about its weeks that several rules need, derived
/// anew from the sessions, the athlete's file and the events: days off, the return, the usual
/// distance, the weeks. Of the background only what was given is read, nothing that was computed;
/// of the policy, the values of the rules.
class CheckContext {
public:
    CheckContext(const Background& background, const PlanPolicy& policy, const Schedule& schedule);

    const Schedule& schedule() const noexcept { return schedule_; }

    const Athlete* athlete() const noexcept { return given_.athlete; }

    Date as_of() const noexcept { return given_.as_of; }

    /// Run and planned, in order of the day; only those that were run.
    std::span<const Session> sessions() const noexcept { return sessions_; }

    std::span<const Session> history() const noexcept { return given_.sessions; }

    std::span<const DaySpan> unlogged() const noexcept { return given_.unlogged; }

    std::span<const DaySpan> away() const noexcept { return given_.away; }

    /// The day on which the return from two weeks off or more began or begins; nothing without one.
    std::optional<Date> first_back() const noexcept { return first_back_; }

    /// The first day of the way back from an injury, as it was given; nothing without one.
    std::optional<Date> restarted() const noexcept;
    /// Rungs of the walk-run ladder that were done since, as they were given.
    std::size_t rungs_done() const noexcept;

    double usual_weekly_m() const noexcept { return usual_weekly_m_; }

    /// The week of the return that a planned week starts in, from 1; 0 without time off.
    int week_back(const PlannedWeek& week) const;
    bool has_walk_run(const PlannedWeek& week) const;
    /// Whether a week must be one of recovery.
    bool recovers(const PlannedWeek& week) const;
    /// Whether, by the log and the walk-run sessions alone, the ratio is above its cap on a day of
    /// the week.
    bool is_held(const PlannedWeek& week) const;
    /// Running distance, run and planned, from @p from to @p to.
    double run_m(Date from, Date to) const;

private:
    const Background& given_;
    const Schedule& schedule_;
    int recovery_every_;
    std::optional<double> ratio_cap_;
    std::vector<Session> sessions_;
    std::optional<Date> first_back_;
    Date known_from_ = Date::from_days(0);
    double usual_weekly_m_ = 0.0;
};

} // namespace plimsoll::planner

#endif
