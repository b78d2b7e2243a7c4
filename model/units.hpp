// Conversion factors to the units that Plimsoll computes in: metres, seconds, metres a second.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_UNITS_HPP
#define PLIMSOLL_MODEL_UNITS_HPP

namespace plimsoll::units {

inline constexpr double metres_per_kilometre = 1000.0;
inline constexpr double metres_per_mile = 1609.344; // international mile, exact by definition
inline constexpr double metres_per_yard = 0.9144;   // exact by definition
inline constexpr double metres_per_foot = 0.3048;   // exact by definition
inline constexpr double seconds_per_minute = 60.0;
inline constexpr double seconds_per_hour = 3600.0;

} // namespace plimsoll::units

#endif
