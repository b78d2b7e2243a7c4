// The unit of a track's speeds where no line names it: speed x time must make the distance.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TRACK_SPEED_UNIT_HPP
#define PLIMSOLL_IMPORT_TRACK_SPEED_UNIT_HPP

#include "import/track.hpp"

#include <span>

namespace plimsoll::ingest {

/// A unit that the speeds of a file may be in.
struct SpeedUnit {
    const char* name;
    double factor; ///< to metres a second
};

extern const SpeedUnit kilometres_an_hour;

/// Multiplies every speed of @p points.
void scale_speeds(std::span<TrackPoint> points, double factor) noexcept;

/// Sums what the speeds of tracks make over the time, and the way that the device tells.
class SpeedSums {
public:
    void add(std::span<const TrackPoint> points) noexcept;

    /// The unit among m/s, km/h and mph in which speed x time is the way within 15 % (policy: the
    /// units lie 60 % apart); null where none is, or the way is below 100 m.
    const SpeedUnit* unit() const noexcept;

private:
    double speed_by_time_ = 0.0;
    double way_m_ = 0.0;
};

/// The unit in which the speeds of the first @p points, 20,000 of them, make the distance, where
/// that is another than the one of factor @p named; else null.
const SpeedUnit* other_unit(std::span<const TrackPoint> points, double named) noexcept;

} // namespace plimsoll::ingest

#endif
