// What of a plan runs fast or turns, before it is decided how much of it: the parts of each day,
// their bounds, and the weeks they are counted in. SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SPEED_FRAME_HPP
#define PLIMSOLL_PLANNER_SPEED_FRAME_HPP

#include "planner/plan_policy.hpp"
#include "planner/schedule.hpp"
#include "planner/speed_demand.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::planner {

inline constexpr double high_speed_from_mps = 5.5; // 19.8 km/h; evidence.md 6.2
inline constexpr double sprint_from_mps = 7.0;     // 25.2 km/h; evidence.md 6.2
inline constexpr int usual_effort_m = 30;  // of an effort whose dose names no distance: policy
inline constexpr double team_step_m = 5.0; // of metres at speed in a team session: policy

/// The speed that percent of effort are of.
struct TopSpeed {
    double mps = 0.0;
    std::string from; ///< for people
    bool own = false; ///< of the athlete's file; else the metres that follow are an upper bound
};

/// That of the athlete's file. Without it the larger of the fastest in the log and of elite Gaelic
/// footballers, mean plus one standard deviation: who never sprinted has no maximum in his log, and
/// the faster he is taken to be, the more of his metres count.
/// @source    Malone et al. 2016, J Strength Cond Res 30:2292: 30.3 +/- 1.8 km/h
/// @evidence  cohort
TopSpeed top_speed_of(const Athlete* athlete, std::span<const Session> log);

/// What the frame is made from. Everything must outlive it.
struct SpeedRequest {
    const Pathway& pathway;
    const PlanPolicy& policy;
    const SpeedDemand& demand;
    const Athlete* athlete = nullptr; ///< may be null
    std::span<const Session> log;     ///< of the athlete, up to the plan
    std::span<const Session> counted; ///< of it what metres and turns are taken over from: after an
                                      ///< injury the way back alone
};

/// A column: repetitions of one exercise at one effort, or one measure of a team session.
struct SpeedPart {
    std::size_t item = 0;
    double high_speed_m = 0.0; ///< of one unit
    double sprint_m = 0.0;
    double turns = 0.0;
    double step = 1.0; ///< whole repetitions, or so many metres
    double most = 0.0;
};

/// An exercise on a day, or a team session.
struct SpeedItem {
    std::size_t day = 0; ///< of the schedule
    std::size_t week = 0;
    std::string exercise;
    SessionKind kind = SessionKind::strides;
    int distance_m = 0;                ///< of a repetition
    int effort = 0;                    ///< percent of top speed, of its first part
    int slow_effort = 0;               ///< of its second part: below high speed
    double most = 0.0;                 ///< of all parts together: the dose's upper end
    std::string most_by;               ///< rule that says so
    std::optional<std::size_t> metres; ///< team session: its part of metres at high speed
    std::optional<std::size_t> sprint; ///< team session: of metres sprinted
    double sprinted_share = 1.0;       ///< team session: of its metres at speed, at most
    std::optional<std::size_t> turns;  ///< turns
    std::vector<std::size_t> parts;    ///< all of them, the fastest first
};

/// A wish: parts that together hold at least, or are near.
struct SpeedWant {
    std::vector<std::size_t> parts;
    std::size_t group = 0; ///< alike: of one exercise in one week
    double least = 0.0;
    std::optional<double> target;
    bool at_effort = false; ///< else at any effort
};

/// Seven days, and what the log has of them.
struct SpeedWeek {
    Date from = Date::from_days(0);
    bool recovery = false;
    double high_speed_m = 0.0;
    double sprint_m = 0.0;
    double turns = 0.0;

    bool contains(Date day) const noexcept { return day >= from && day - from < 7; }
};

struct SpeedFrame {
    std::vector<SpeedItem> items;
    std::vector<SpeedPart> parts;
    std::vector<SpeedWant> wants;
    std::size_t groups = 0;
    std::vector<SpeedWeek> weeks; ///< from three before the plan, aligned to those of its runs
    std::optional<Date> match;
    std::optional<std::size_t> last_week; ///< before that of the match, none of recovery, planned
    TopSpeed top_speed;
};

/// Three weeks back and no more a week is looked for that this one is held against.
inline constexpr std::size_t weeks_looked_back = 3; // policy: as the weeks of runs

/// Strides, sprints, changes of direction and team sessions of @p schedule.
///
/// Effort and repetitions rise evenly from the lower end of the dose in the first week of the phase
/// to the upper end in the last (policy), in steps of 5 %; repetitions not in a recovery week. A
/// stride whose effort is above 5.5 m/s
/// may be run below it, too, where the phase has such an effort. More than two days with 85 % of
/// top speed in any seven, or more than the policy says in eight weeks, are run slower or not at
/// all; those that cannot be slower come first.
SpeedFrame make_speed_frame(const Schedule& schedule, const SpeedRequest& request);

/// The share of a match that a team session of @p day may hold: by the week of the first phase of
/// the pathway with team sessions.
double match_share_on(Date day, const Schedule& schedule, const Pathway& pathway,
                      const PlanPolicy& policy);

} // namespace plimsoll::planner

#endif
