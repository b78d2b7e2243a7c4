// What was run of a plan: by week, by day, and the plan as it was followed.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_ADHERENCE_HPP
#define PLIMSOLL_PLANNER_ADHERENCE_HPP

#include "model/event.hpp"
#include "model/session.hpp"
#include "planner/schedule.hpp"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace plimsoll::planner {

/// A run counts as planned where its distance is off by no more than this share of the planned one,
/// or by least_slack_m: what a watch measures, and the steps that plans are rounded to.
inline constexpr double as_planned_share = 0.05; // policy
inline constexpr double least_slack_m = 100.0;   // metres; policy: planned_step_km
/// A walk-run session counts as done from this share of its minutes on, and as planned where it
/// took no more of them than 1 + minutes_slack_share: of its distance a watch counts the walking,
/// too, the plan the running alone.
inline constexpr double done_share = 0.8;          // policy
inline constexpr double minutes_slack_share = 0.1; // policy

/// Running of some days: what three measures say.
struct RunDose {
    double distance_m = 0.0;
    std::optional<double> minutes = 0.0; ///< nothing where a run does not say its own
    int sessions = 0;                    ///< planned: one a day
};

void add_dose(RunDose& sum, const RunDose& part);

/// Seven days of a plan; of the week that is not over, the days up to the last.
struct WeekDone {
    std::optional<int> number; ///< of the plan's week; nothing before its first run week and behind
    Date from = Date::from_days(0);
    Date to = Date::from_days(0); ///< the last day that counts
    RunDose planned;
    RunDose done;
    std::vector<Date> missed; ///< days with a planned run and none in the log
    std::vector<Date> extra;  ///< days with a run in the log and none planned
};

/// What the log has of each day: runs, and whether a team session.
class DaysRun {
public:
    explicit DaysRun(std::span<const Session> sessions);

    /// All zero where nothing was run.
    RunDose on(Date day) const;
    bool had_team_session(Date day) const;
    /// Whether the planned run of @p day was run: any run; of walk-run at least done_share of its
    /// minutes, or of its distance where the log has no minutes; of a team session or match any
    /// team session, too.
    bool has_done(const PlannedDay& day) const;
    /// Whether a run is no surprise on @p day: one is planned, or strides and the like, which have
    /// no distance.
    static bool expects_running(const PlannedDay& day);
    /// Whether it was, as planned.
    bool as_planned(const PlannedDay& day) const;

private:
    struct OfDay {
        RunDose runs;
        bool some_distance = false;
        bool team = false;
    };

    const OfDay* find(Date day) const;

    std::map<Date, OfDay> days_;
};

/// Done against planned of the days up to @p as_of, week by week. Strength and the other content of
/// phases is in no log and not compared.
std::vector<WeekDone> done_by_week(const Schedule& schedule, const DaysRun& run, Date as_of);

/// The longest stretch of days without a run up to @p as_of that begins with a planned run that was
/// missed. Nothing where none was.
std::optional<DaySpan> longest_missed(const Schedule& schedule, const DaysRun& run, Date as_of);

/// @p schedule with what was really run on the days up to @p as_of: a run as planned keeps the
/// planned distance and minutes, any other has those of the log; a missed one is rest.
Schedule as_followed(const Schedule& schedule, const DaysRun& run, Date as_of);

} // namespace plimsoll::planner

#endif
