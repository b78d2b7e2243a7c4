// What the planner knows of the runner before the first planned day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_BACKGROUND_HPP
#define PLIMSOLL_PLANNER_BACKGROUND_HPP

#include "model/athlete.hpp"
#include "model/session.hpp"
#include "risk/daily_load.hpp"
#include "risk/layoff.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::planner {

/// Days before the break (or before today) from which habits are read: 12 weeks.
inline constexpr int habit_days = 84; // policy

/// History, habits and what the athlete's file says.
struct Background {
    Date as_of = Date::from_days(0);        ///< the plan starts the day after
    std::span<const Session> sessions;      ///< of the athlete up to as_of, in order of earlier()
    std::optional<risk::DailyLoad> running; ///< daily running distance up to as_of
    const Athlete* athlete = nullptr;
    std::span<const Injury> injuries;
    bool injuries_known = false;

    std::optional<risk::Break> time_off; ///< still on, or ended less than 28 days ago
    std::optional<Date> last_run;
    double usual_weekly_m = 0.0;   ///< before the break; 0: not known
    std::string usual_from;        ///< where that is from, for people
    double last_week_m = 0.0;      ///< run in the 7 days up to as_of
    std::vector<Weekday> run_days; ///< on which the plan may run, at least one
    Weekday long_day = Weekday::sun;
    double long_share = 0.0;        ///< of the week's distance in the long run
    std::optional<double> pace_s_m; ///< usual, seconds a metre

    Date start() const noexcept { return as_of + 1; }

    /// Nobody who has not run for 30 days has a longest run to measure the next one by.
    bool starts_with_walk_run() const;
};

/// @param sessions  of one athlete, in order of earlier().
/// @param athlete   may be null.
Background background_of(std::span<const Session> sessions, const Athlete* athlete,
                         std::span<const Injury> injuries, bool injuries_known, Date as_of);

} // namespace plimsoll::planner

#endif
