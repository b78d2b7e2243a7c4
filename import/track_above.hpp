// What the lines above the header of a track tell: units, athlete, start, sums of the session.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TRACK_ABOVE_HPP
#define PLIMSOLL_IMPORT_TRACK_ABOVE_HPP

#include "import/recording.hpp"
#include "import/track_dialect.hpp"

#include <optional>

namespace plimsoll::ingest {

struct TrackAbove {
    Recording recording;                   ///< without points
    std::optional<double> speed_factor;    ///< to metres a second
    std::optional<double> distance_factor; ///< to metres
    std::optional<double> step_s;          ///< between rows
    std::optional<Date> day;               ///< by a clock in UTC, beside dates that are local
};

/// Reads the lines above the header of @p layout in the manner of its dialect. What they do not
/// tell, or not in a way that can be read, is absent.
TrackAbove read_above(const TrackLayout& layout);

} // namespace plimsoll::ingest

#endif
