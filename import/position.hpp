// Places on the earth and the distance between neighbours.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_POSITION_HPP
#define PLIMSOLL_IMPORT_POSITION_HPP

#include <cstdint>
#include <optional>

namespace plimsoll::ingest {

/// A place on the WGS 84 ellipsoid, in semicircles: degrees = value x 180 / 2^31. One is 9.3 mm of
/// latitude, finer than the seventh decimal of a degree.
struct Position {
    std::int32_t latitude = 0;  ///< -2^30 to 2^30
    std::int32_t longitude = 0; ///< wraps at the antimeridian as the integer does

    friend bool operator==(const Position&, const Position&) = default;
};

/// Nothing unless latitude is within 90 and longitude within 180 degrees.
std::optional<Position> position_of_degrees(double latitude_deg, double longitude_deg) noexcept;
/// Nothing unless latitude is within 90 degrees.
std::optional<Position> position_of_semicircles(std::int32_t latitude,
                                                std::int32_t longitude) noexcept;

/// Metres from @p a to @p b along the ellipsoid, for places near each other: the radii of the
/// meridian and of the parallel are those of the middle latitude.
/// @accuracy  1e-5 relative below 10 km and 80 degrees of latitude
/// @source    radii of curvature of the WGS 84 ellipsoid, a = 6378137 m, 1/f = 298.257223563
double distance_between_m(const Position& a, const Position& b) noexcept;

} // namespace plimsoll::ingest

#endif
