// What a plan is for.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_GOAL_HPP
#define PLIMSOLL_PLANNER_GOAL_HPP

#include "import/toml_file.hpp"
#include "model/date.hpp"
#include "planner/speed_demand.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

enum class GoalKind : std::uint8_t {
    base, ///< a weekly running distance
    race, ///< a running distance on one day
    match ///< the running distance of a match on one day
};

std::string_view to_string(GoalKind kind) noexcept;

/// Goal::event_from of a distance of one's own.
inline constexpr const char* goal_file_itself = "the goal file";

/// A session of the team's calendar: every week on its weekday, from the phase on that has them.
struct TeamDay {
    Weekday weekday = Weekday::mon;
    std::optional<double> duration_min;
    std::optional<double> rpe; ///< 0 to 10
};

/// What to come back to, by which pathway, and perhaps the day by which, or on which.
struct Goal {
    GoalKind kind = GoalKind::base;
    std::string pathway = "time_off";
    std::optional<Date> date; ///< base: the week that holds the distance ends by then, of the
                              ///< pre-season the day of the first game; race, match: its day
    std::optional<double> weekly_distance_m; ///< of base; absent: the athlete's usual one
    double event_distance_m = 0.0;           ///< of race and match
    std::string event_from;                  ///< where the distance of a match is from, for people
    SpeedDemand speed;                       ///< of a match, beside its distance
    std::optional<Date> not_before;          ///< of race and match: the first day that is asked for
    std::optional<Weekday> event_weekday;    ///< on which matches are, where no date is wished
    std::vector<TeamDay> team_days; ///< by weekday from Monday on; none: the plan chooses the days

    bool has_event() const noexcept { return kind != GoalKind::base; }
};

/// Reads `[goal]` kind = "base", "race" or "match" with pathway (time_off by default), date and,
/// for a match, the name of its published demand; `[goal.demand]` with weekly_distance_m (base) or
/// distance_m (race, match), of a match also high_speed_m, sprint_m and changes_of_direction;
/// `[[fixture]]` with weekday and kind = "match", or "team_training" with duration_min and rpe.
/// @throws IoError
/// @throws InputError  a key or value that is not known, a demand beyond all running, a match
/// without a distance; team sessions on one day or on days in a row, or on the day of the match or
/// before it.
Goal read_goal_file(const std::string& path);
Goal goal_from(ingest::TomlTable file);

} // namespace plimsoll::planner

#endif
