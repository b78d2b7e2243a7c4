// Speed x time / distance.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_speed_unit.hpp"

#include "model/units.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace plimsoll::ingest {

const SpeedUnit kilometres_an_hour{"km/h", units::metres_per_kilometre / units::seconds_per_hour};

namespace {

const SpeedUnit metres_a_second{"m/s", 1.0};
const SpeedUnit miles_an_hour{"mph", units::metres_per_mile / units::seconds_per_hour};
constexpr std::array speed_units{&metres_a_second, &kilometres_an_hour, &miles_an_hour};

} // namespace

void scale_speeds(std::span<TrackPoint> points, double factor) noexcept {
    if (std::fabs(factor - 1.0) <= 0.0) {
        return;
    }
    for (TrackPoint& point : points) {
        if (point.speed_mps) {
            *point.speed_mps *= static_cast<float>(factor);
        }
    }
}

void SpeedSums::add(std::span<const TrackPoint> points) noexcept {
    constexpr double longest_step_s = 2.0; // policy
    for (std::size_t i = 1; i < points.size(); ++i) {
        const TrackPoint& from = points[i - 1];
        const TrackPoint& to = points[i];
        const double step_s = to.time_s - from.time_s;
        if (to.speed_mps && from.distance_m && to.distance_m && step_s > 0.0 &&
            step_s <= longest_step_s && *to.distance_m >= *from.distance_m) {
            speed_by_time_ += static_cast<double>(*to.speed_mps) * step_s;
            way_m_ += *to.distance_m - *from.distance_m;
        }
    }
}

const SpeedUnit* SpeedSums::unit() const noexcept {
    constexpr double least_way_m = 100.0;
    constexpr double nearness = 0.15;
    for (const SpeedUnit* unit : speed_units) {
        if (way_m_ >= least_way_m &&
            std::fabs(speed_by_time_ * unit->factor / way_m_ - 1.0) <= nearness) {
            return unit;
        }
    }
    return nullptr;
}

const SpeedUnit* other_unit(std::span<const TrackPoint> points, double named) noexcept {
    constexpr std::size_t enough = 20'000; // policy: half an hour at 10 Hz
    constexpr double rounding = 0.01;
    SpeedSums sums;
    sums.add(points.first(std::min(enough, points.size())));
    const SpeedUnit* const unit = sums.unit();
    return unit != nullptr && std::fabs(unit->factor - named) > rounding ? unit : nullptr;
}

} // namespace plimsoll::ingest
