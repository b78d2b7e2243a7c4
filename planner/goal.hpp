// What a plan is for.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_GOAL_HPP
#define PLIMSOLL_PLANNER_GOAL_HPP

#include "import/toml_file.hpp"
#include "model/date.hpp"

#include <optional>
#include <string>

namespace plimsoll::planner {

/// A weekly running distance to come back to, by which pathway, and perhaps the day by which.
struct Goal {
    std::string pathway = "time_off";
    std::optional<Date> date; ///< the week that holds the distance ends by then; of the pre-season
                              ///< the day of the first game
    std::optional<double> weekly_distance_m; ///< absent: the athlete's usual one
};

/// Reads `[goal]` kind = "base" with pathway (time_off by default) and date, and `[goal.demand]`
/// weekly_distance_m. @throws IoError  @throws InputError  a key or value that is not known, or a
/// kind of goal that this version does not plan for.
Goal read_goal_file(const std::string& path);
Goal goal_from(ingest::TomlTable file);

} // namespace plimsoll::planner

#endif
