// What an athlete can be: the ranges that athlete files and rosters keep.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_ATHLETE_LIMITS_HPP
#define PLIMSOLL_IMPORT_ATHLETE_LIMITS_HPP

#include "model/athlete.hpp"

namespace plimsoll::ingest {

/// From least to most, both included.
struct Range {
    double least;
    double most;
};

inline constexpr int first_birth_year = 1900;         // policy: nobody who was born before trains
inline constexpr Range resting_hr_range{20.0, 120.0}; // beats a minute; policy
inline constexpr Range max_hr_range{100.0, 250.0};    // beats a minute; policy
inline constexpr Range max_speed_range{1.0, fastest_mps}; // metres a second; policy

} // namespace plimsoll::ingest

#endif
