// The sports that sessions are sorted into.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_SPORT_HPP
#define PLIMSOLL_MODEL_SPORT_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace plimsoll {

enum class Sport : std::uint8_t {
    unknown, ///< the log does not say
    run,
    trail_run,
    track_run,
    treadmill_run,
    walk,
    hike,
    ride,
    swim,
    row,
    ski,
    strength,
    cardio,
    elliptical,
    mobility,
    racket,
    football, ///< some code of football, the log does not say which
    soccer,
    australian_football,
    gaelic_football,
    hurling,
    rugby,
    hockey,
    netball,
    basketball,
    multisport,
    other ///< a sport of the log's that is none of these
};

/// What a measure counts: running only, team sport only, or everything.
enum class SportFilter : std::uint8_t { run, team, all };

/// The name in the canonical log, such as "trail_run"; empty for Sport::unknown.
std::string_view to_string(Sport sport) noexcept;
/// The sport of a canonical name; nothing for any other text. Empty is Sport::unknown.
std::optional<Sport> parse_sport(std::string_view name) noexcept;
/// Every canonical name, for messages.
std::span<const std::string_view> sport_names() noexcept;

/// Running on foot for its own sake, on any surface.
constexpr bool is_run(Sport sport) noexcept {
    return sport == Sport::run || sport == Sport::trail_run || sport == Sport::track_run ||
           sport == Sport::treadmill_run;
}

/// A field or court game with sprints and changes of direction.
constexpr bool is_team(Sport sport) noexcept {
    return sport >= Sport::football && sport <= Sport::basketball;
}

/// Whether @p filter counts a session of @p sport.
constexpr bool counts(SportFilter filter, Sport sport) noexcept {
    return filter == SportFilter::all ||
           (filter == SportFilter::run ? is_run(sport) : is_team(sport));
}

std::string_view to_string(SportFilter filter) noexcept; ///< run, team, all

} // namespace plimsoll

#endif
