// What a match asks of a player, as published: targets for training, and what 5 km of running lack.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_MATCH_DEMANDS_HPP
#define PLIMSOLL_PLANNER_MATCH_DEMANDS_HPP

#include "model/sport.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::planner {

enum class DemandKind : std::uint8_t {
    distance,             ///< metres
    high_speed,           ///< metres above a threshold
    sprint,               ///< metres above a higher threshold
    sprints,              ///< count
    accelerations,        ///< count
    changes_of_direction, ///< count
    hard_time             ///< per cent of the playing time at high intensity
};

std::string_view to_string(DemandKind kind) noexcept; ///< "changes of direction"
std::string_view unit_of(DemandKind kind) noexcept;   ///< "m", "%", empty for a count

/// One published figure of one match.
struct MatchDemand {
    Sport sport;
    std::string_view level; ///< in whom: "AFL, 2005-07"
    DemandKind kind;
    double value;                        ///< mean, or the lower end of a range
    std::optional<double> sd;            ///< between players and matches
    std::optional<double> to;            ///< the upper end of a range
    std::optional<double> threshold_kmh; ///< of high_speed and sprint; absent: not in the copy read
    std::string_view source;
    bool secondary; ///< read in another paper or a report of it
};

/// All figures, by sport, then level.
/// @source  evidence.md 6.3; each row names its own
/// @evidence  cohort
std::span<const MatchDemand> match_demands() noexcept;

/// Those of one sport; none for a sport whose figures were not found.
std::vector<const MatchDemand*> demands_of(Sport sport);

/// What is published of the distance of one match.
struct MatchDistance {
    double metres; ///< the mean; of a range the upper end: policy, to be ready for the longer one
    std::string from; ///< in whom, and the source
};

/// The name in a goal file of the match that a figure is of.
std::string_view match_name_of(const MatchDemand& demand) noexcept;

/// The matches whose demands the table has, as a goal file names them: sports, and soccer_veterans.
std::vector<std::string_view> match_names();

/// The running distance of one of match_names(); nothing where no figure was found.
/// @source  evidence.md 6.3
/// @evidence  cohort
std::optional<MatchDistance> match_distance_of(std::string_view name);

inline constexpr double comparison_run_m = 5000.0; // metres: "being able to run 5 km"

/// Who takes longer over comparison_run_m at an even pace never runs faster than @p speed_kmh.
/// 14.4 km/h: 1250 s, which is 20:50.
/// @param speed_kmh  > 0
/// @return seconds
/// @throws PreconditionError
double comparison_run_s(double speed_kmh);

} // namespace plimsoll::planner

#endif
