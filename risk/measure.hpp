// What a daily load is measured in.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_MEASURE_HPP
#define PLIMSOLL_RISK_MEASURE_HPP

#include "model/session.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace plimsoll::risk {

enum class Measure : std::uint8_t {
    srpe,                 ///< session RPE x minutes, arbitrary units
    distance,             ///< metres
    duration,             ///< minutes
    trimp,                ///< Banister's, arbitrary units
    high_speed,           ///< metres above the device's threshold, 5.5 m/s as a rule
    sprint,               ///< metres above the device's threshold, 7 m/s as a rule
    changes_of_direction, ///< a count
    edwards               ///< TRIMP of Edwards from heart-rate zones, arbitrary units; unverified
};

std::string_view to_string(Measure measure) noexcept; ///< srpe, distance, ...
std::string_view unit_of(Measure measure) noexcept;   ///< AU, m, min, turns
/// Its figures rest on weights that were not checked in their paper: unit_of() and describe() say
/// so.
bool is_unverified(Measure measure) noexcept;
std::string_view describe(Measure measure) noexcept; ///< "session RPE x minutes"
/// What a session lacks whose load in @p measure is estimated: "for want of an RPE".
std::string_view what_is_missing(Measure measure) noexcept;
/// What a log or an athlete must tell for @p measure: "; it needs ..."; empty where it is plain.
std::string_view needs_in_words(Measure measure) noexcept;
std::optional<Measure> parse_measure(std::string_view name) noexcept;
std::span<const std::string_view> measure_names() noexcept;

/// Session-RPE load.
///
///     load = RPE x minutes
///
/// @param rpe      Borg CR-10, 0 to 10.
/// @param minutes  >= 0.
/// @return         arbitrary units.
/// @throws PreconditionError  outside those ranges.
/// @source    Foster et al. (2001), J Strength Cond Res 15:109
/// @evidence  convention
double srpe_load(double rpe, double minutes);

/// The measure of a log for which none is asked. Distance for a runner, else sRPE where any session
/// has an RPE or a load, else duration. A runner is who says so in the athlete's file; where the
/// file says nothing, whose log has runs and no fewer of them than team-sport sessions and sessions
/// of unknown sport together. At least half of a runner's runs must have a distance.
/// @param plays  the sport of the athlete's file.
/// @source  policy (contract: "default for runners", "default for team sport")
Measure default_measure(std::span<const Session> sessions,
                        std::optional<Sport> plays = std::nullopt) noexcept;

/// Which sessions a measure counts unless asked otherwise: runs for distance, all for the others.
SportFilter default_filter(Measure measure) noexcept;

} // namespace plimsoll::risk

#endif
