// Clocks that jumped while a track was recorded, set right.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TRACK_CLOCK_HPP
#define PLIMSOLL_IMPORT_TRACK_CLOCK_HPP

#include "import/track.hpp"

#include <cstddef>
#include <vector>

namespace plimsoll::ingest {

/// What was wrong with the clock of a track.
struct ClockJumps {
    std::size_t left_out = 0;   ///< points with a time of their own
    std::size_t repeated = 0;   ///< points that stood in the track before
    std::size_t set = 0;        ///< times that the clock was set; its points count all the same
    double first_moved_s = 0.0; ///< by how much the first point is later than the first one was
};

/// Sets right the times of @p points, which stand in the order in which they were written. Where
/// the time goes back by more than 10 s, or forward by more than a session lasts,
///   - the ten points or fewer that were ahead are taken out, if what follows carries on from the
///     ones before;
///   - else the ten points or fewer that are behind;
///   - else, if they repeat a moment and a place of the track, the points up to its end;
///   - else the clock was set: the points from there on are moved to follow the ones before as a
///     new stretch, or those that were ahead, if it was set right again. Of a clock that was years
///     behind the points before are moved.
/// A track whose time never jumps costs one look at each point.
/// @evidence  policy
ClockJumps mend_clock(std::vector<TrackPoint>& points);

} // namespace plimsoll::ingest

#endif
