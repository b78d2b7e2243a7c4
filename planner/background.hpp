// What the planner knows of the runner before the first planned day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_BACKGROUND_HPP
#define PLIMSOLL_PLANNER_BACKGROUND_HPP

#include "model/athlete.hpp"
#include "model/event.hpp"
#include "model/session.hpp"
#include "risk/daily_load.hpp"
#include "risk/layoff.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::planner {

inline constexpr int days_a_week = 7;

/// Days before the break (or before today) from which habits are read: 12 weeks.
inline constexpr int habit_days = 84; // policy

/// How long the long run of a week is against the mean of its other runs, where no week of three
/// runs or more shows it. Who runs more evenly may come to it, too.
inline constexpr double default_long_ratio = 1.5; // policy

/// A plan spreads its distance over at least so many days a week where the athlete's file leaves
/// them.
inline constexpr std::size_t least_run_days = 3; // policy

/// A file that lists no more days than this means them all.
inline constexpr std::size_t few_listed_days = 4; // policy

/// Running that starts anew after an injury: on the walk-run ladder, whatever was run before.
struct Restart {
    Date injured = Date::from_days(0);   ///< habits are those up to this day
    Date first_run = Date::from_days(0); ///< of the way back: run already, or the first day for it
    int rungs_done = 0;                  ///< of the walk-run ladder
    std::vector<std::string> sites;      ///< parts of the body whose open injury is no refusal

    /// Whether the weeks of the layoff ladder are not over on @p day: until then the usual distance
    /// is that of before the injury.
    bool on_ladder(Date day) const noexcept;
};

/// History, habits and what the athlete's file says.
struct Background {
    Date as_of = Date::from_days(0);        ///< the plan starts the day after
    std::span<const Session> sessions;      ///< of the athlete up to as_of, in order of earlier()
    std::optional<risk::DailyLoad> running; ///< daily running distance up to as_of
    const Athlete* athlete = nullptr;
    std::span<const Injury> injuries;
    bool injuries_known = false;
    std::vector<DaySpan> unlogged;   ///< nothing was logged: no time off, and no zero
    std::vector<DaySpan> away;       ///< illness, holiday, unavailable: no run is planned
    std::optional<std::string> hold; ///< why no run should be planned at all

    std::optional<Restart> restart; ///< none: no injury to come back from
    std::optional<Date> weeks_from; ///< of a plan that goes on: from where its weeks count

    std::optional<risk::Break> time_off; ///< still on, or ended less than 28 days ago
    std::optional<Date> last_run;
    int days_off = 0;              ///< that slow the pace: up to as_of, or before the return
    double usual_weekly_m = 0.0;   ///< before the break; 0: not known
    std::string usual_from;        ///< where that is from, for people
    double last_week_m = 0.0;      ///< run in the 7 days up to as_of
    std::vector<Weekday> run_days; ///< on which the plan runs, at least one
    std::string run_days_from;     ///< why these, for people
    Weekday long_day = Weekday::sun;
    double long_ratio = default_long_ratio; ///< wished: long run over the mean of the others, >= 1
    double long_limit = default_long_ratio; ///< the most that it may be
    double usual_long_limit = default_long_ratio; ///< the same, whatever the athlete's file says
    std::optional<double> pace_s_m;               ///< usual, seconds a metre
    std::string pace_from;                        ///< where that is from, for people
    std::optional<double> planned_pace_s_m;       ///< slowed after time off

    Date start() const noexcept { return as_of + 1; }

    /// Where the rhythm of recovery weeks counts from, without time off.
    Date counted_from() const noexcept { return weeks_from.value_or(start()); }

    /// The usual share of the long run in a week of @p runs runs, >= 1; the largest that it may
    /// have.
    double long_share(std::size_t runs) const;
    double most_long_share(std::size_t runs) const;
    bool is_away(Date day) const;
    /// The sessions that the longest run of 30 days is looked for in: after an injury those of the
    /// way back alone.
    std::span<const Session> measuring_sessions() const;
    /// The first day that windows may reach back to: an unlogged stretch starts a new history.
    Date history_from() const;
    bool is_runner() const; ///< false: the athlete's file names a team sport
};

/// @param sessions  of one athlete, in order of earlier().
/// @param athlete   may be null.
/// @param events    of this athlete; read for the days that are unlogged or cannot be run on.
/// @param hold      of risk::Statement: why no run is suggested.
/// @param restart   the way back from an injury; as_of may then lie ahead of the last session.
Background background_of(std::span<const Session> sessions, const Athlete* athlete,
                         std::span<const Injury> injuries, bool injuries_known, Date as_of,
                         std::span<const Event> events = {}, std::optional<std::string> hold = {},
                         std::optional<Restart> restart = {});

/// Days between two weekdays, week after week: 0 to 3.
int days_apart(Weekday a, Weekday b);

/// The days that the athlete's file names, else all of them.
std::vector<Weekday> days_open_to(const Athlete* athlete);

} // namespace plimsoll::planner

#endif
