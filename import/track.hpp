// What a watch wrote down second by second, and the quantities of a session that follow from it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TRACK_HPP
#define PLIMSOLL_IMPORT_TRACK_HPP

#include "import/position.hpp"
#include "model/sport.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace plimsoll::ingest {

/// One moment of a track. Every quantity may be missing.
struct TrackPoint {
    double time_s = 0.0;              ///< since any moment; of one track the same
    std::optional<double> distance_m; ///< of the device, since the start
    std::optional<float> speed_mps;   ///< of the device
    std::optional<Position> position;
    std::optional<std::uint8_t> heart_rate_bpm; ///< 1 to 250
    bool after_pause = false; ///< recording stopped between the point before and this
};

/// The most points that one session may have; a file with more is read without the rest.
inline constexpr std::size_t most_track_points = std::size_t{1} << 20U; // policy: 12 days at 1 Hz

/// Where a distance counts as run at high speed, and where as a sprint.
/// @source  5.5 m/s = 19.8 km/h and 7 m/s = 25.2 km/h: Allen et al., doi:10.1177/17479541231164507;
///          Gregson et al. 2020; a sprint lasts a second or more: policy
struct SpeedBands {
    double high_speed_mps = 5.5;
    double sprint_mps = 7.0;
    double sprint_s = 1.0;
};

/// A faster speed is a fault of the device.
/// @source  policy: above what the best have reached; on foot as for an athlete's file
double fastest_mps_in(Sport sport) noexcept;

/// What is wrong with a distance over a time.
enum class PaceFault : std::uint8_t { none, too_fast, too_slow };

/// Faster than fastest_mps_in() on the mean, or, where the sport is to get on and ten minutes or
/// more were recorded, slower than 0.02 m/s. Nothing is wrong where the time is 0.
/// @evidence  policy
PaceFault pace_fault(double distance_m, double lasts_s, Sport sport) noexcept;

/// "900000 m in 30 min are faster than anybody".
std::string in_words(PaceFault fault, double distance_m, double lasts_s);

/// Running and field games, where a speed is a runner's.
bool is_on_foot(Sport sport) noexcept;

/// What follows from a track; what it has no data for is absent.
struct TrackQuantities {
    double elapsed_s = 0.0;              ///< from the first point to the last
    double recorded_s = 0.0;             ///< without the pauses
    std::optional<double> distance_m;    ///< by the device's distance, else by the positions
    std::optional<double> max_speed_mps; ///< without glitches
    std::optional<double> high_speed_m;  ///< on foot only, like the next two
    std::optional<double> sprint_m;
    std::optional<double> sprints;
    std::optional<double> avg_hr_bpm; ///< over time
    std::optional<double> max_hr_bpm;
    std::size_t glitches = 0; ///< points left out of distance or speed: too fast for the sport
};

/// Measures @p points, in the order in which they were written. Points that go back in time are
/// passed over, and so are those that are further from the last good one than anybody gets in the
/// time, until ten in a row are and the last three of them agree with each other. Across those that
/// were passed over the distance has the straight line, if anybody gets so far in the time; no
/// speed, no band and no sprint has anything of it, unless the device measures speed. The speed is
/// the device's where half the points or more have one; else it is the way from half a second or
/// one point before, whichever is earlier, to as much behind: the mean of a second at 10 Hz, of two
/// at 1 Hz. The high-speed and sprint distances are sums of speed x time; they are absent where no
/// speed is known for half of the recorded time.
/// @source    design, "Team-sport tracks"; formats.md 6, 7
/// @evidence  policy
TrackQuantities measure_track(std::span<const TrackPoint> points, Sport sport,
                              std::optional<double> device_max_mps = std::nullopt,
                              const SpeedBands& bands = {});

} // namespace plimsoll::ingest

#endif
