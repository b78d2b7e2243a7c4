// Short distances on the WGS 84 ellipsoid.
// SPDX-License-Identifier: Apache-2.0
#include "import/position.hpp"

#include <cmath>
#include <numbers>

namespace plimsoll::ingest {
namespace {

constexpr double semicircles_per_degree = 2147483648.0 / 180.0;
constexpr double radians_per_semicircle = std::numbers::pi / 2147483648.0;
constexpr std::int64_t quarter_turn = std::int64_t{1} << 30U;

constexpr double equator_m = 6378137.0;            // WGS 84
constexpr double flattening = 1.0 / 298.257223563; // WGS 84
constexpr double eccentricity_squared = flattening * (2.0 - flattening);

std::int32_t wrapped(std::int64_t semicircles) noexcept {
    return static_cast<std::int32_t>(static_cast<std::uint32_t>(semicircles)); // 180 is -180
}

} // namespace

std::optional<Position> position_of_degrees(double latitude_deg, double longitude_deg) noexcept {
    if (!(std::fabs(latitude_deg) <= 90.0 && std::fabs(longitude_deg) <= 180.0)) {
        return std::nullopt;
    }
    return Position{wrapped(std::llround(latitude_deg * semicircles_per_degree)),
                    wrapped(std::llround(longitude_deg * semicircles_per_degree))};
}

std::optional<Position> position_of_semicircles(std::int32_t latitude,
                                                std::int32_t longitude) noexcept {
    if (latitude > quarter_turn || latitude < -quarter_turn) {
        return std::nullopt;
    }
    return Position{latitude, longitude};
}

double distance_between_m(const Position& a, const Position& b) noexcept {
    const double middle = 0.5 * (1.0 * a.latitude + 1.0 * b.latitude) * radians_per_semicircle;
    const double sine = std::sin(middle);
    const double w2 = 1.0 - eccentricity_squared * sine * sine;
    const double parallel_m = equator_m / std::sqrt(w2);
    const double meridian_m = parallel_m * (1.0 - eccentricity_squared) / w2;
    const double north = (1.0 * b.latitude - 1.0 * a.latitude) * radians_per_semicircle;
    const double east =
        wrapped(std::int64_t{b.longitude} - std::int64_t{a.longitude}) * radians_per_semicircle;
    return std::hypot(meridian_m * north, parallel_m * std::cos(middle) * east);
}

} // namespace plimsoll::ingest
