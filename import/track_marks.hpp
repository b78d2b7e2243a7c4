// What the first rows of a track show of how the others are written.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TRACK_MARKS_HPP
#define PLIMSOLL_IMPORT_TRACK_MARKS_HPP

#include "import/byte_source.hpp"
#include "import/inference.hpp"
#include "import/track_dialect.hpp"

#include <optional>

namespace plimsoll::ingest {

struct TrackMarks {
    Inferred<NumberStyle> numbers{NumberStyle::plain, true, ""};
    Inferred<DateShape> dates{DateShape::iso, true, ""};
};

/// @param bytes  rewound.
/// @param day    of the track by another clock of the file, in UTC; it shows the order of dates.
/// @throws IoError
TrackMarks marks_of_track(ByteSource& bytes, const TrackLayout& layout,
                          const std::optional<Date>& day);

} // namespace plimsoll::ingest

#endif
