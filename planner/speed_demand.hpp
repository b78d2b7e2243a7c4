// What a match asks of a player beside its distance: metres at speed, and turns.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SPEED_DEMAND_HPP
#define PLIMSOLL_PLANNER_SPEED_DEMAND_HPP

#include "import/toml_file.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::planner {

/// One figure of a match, and where it is from, for people.
struct SpeedFigure {
    double value = 0.0; ///< > 0
    std::string from;
};

/// What is not known is absent, and nothing is planned towards it.
struct SpeedDemand {
    std::optional<SpeedFigure> high_speed_m;
    std::optional<SpeedFigure> sprint_m;
    std::optional<SpeedFigure> changes_of_direction;

    bool known() const noexcept { return high_speed_m || sprint_m || changes_of_direction; }
};

/// What is published of the match of a name of match_names(). Of several figures the largest:
/// policy, to be ready for the harder one. Metres at high speed count only where they were measured
/// from 19.8 km/h up, or where the copy read does not say from where.
/// @source  evidence.md 6.3; each figure names its own
/// @evidence  cohort
SpeedDemand published_speed_demand(std::string_view name);

/// Reads high_speed_m, sprint_m and changes_of_direction of `[goal.demand]` over @p published.
/// @throws InputError  a number that no match has, or more sprinted than run at high speed.
SpeedDemand read_speed_demand(ingest::TomlTable& demand, SpeedDemand published);

} // namespace plimsoll::planner

#endif
