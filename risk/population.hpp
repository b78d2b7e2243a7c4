// Whom a coefficient was found in, and how far this athlete is from them.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_POPULATION_HPP
#define PLIMSOLL_RISK_POPULATION_HPP

#include "model/athlete.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll::risk {

enum class Level : std::uint8_t {
    unknown,
    novice,       ///< novice, beginner
    community,    ///< social, recreational, amateur, community, club, veterans, masters
    professional, ///< professional, elite, international
};

/// The level that the athlete's file names, in any case; unknown for any other word.
Level parse_level(std::string_view name);

struct Population {
    bool runner = true;
    std::optional<Sport> plays; ///< of a team-sport athlete
    Level level = Level::unknown;
    std::optional<Sex> sex;

    bool footballer() const noexcept; ///< association football, or "football" as such
    bool australian_footballer() const noexcept;

    bool professional() const noexcept { return level == Level::professional; }
};

Population population_of(const Athlete* athlete, bool runner);

/// The weight for "same injury, different level" (evidence.md 11.1).
inline constexpr double default_transport = 0.5; // policy

/// The default weight of a coefficient outside its population.
///
///     inside: 1;  the same injury in another population: 0.5;  else 0
///
/// @source    evidence.md 11.1, read as: "or sport" is meant where the outcome differs, too
/// @evidence  policy: there is no evidence for any weight
double transport_of(bool inside, bool same_injury) noexcept;

} // namespace plimsoll::risk

#endif
