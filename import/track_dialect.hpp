// A way of writing a track as a table, as data: a row a moment, ten or more of them a second.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TRACK_DIALECT_HPP
#define PLIMSOLL_IMPORT_TRACK_DIALECT_HPP

#include "import/detect.hpp"
#include "import/field.hpp"
#include "model/sport.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// What a column of a track can mean.
enum class TrackField : std::uint8_t {
    moment,       ///< the date and time of day of the row, local
    excel_days,   ///< days since 30 December 1899, local; above a million, seconds since 1970 UTC
    unix_s,       ///< seconds since 1970, UTC
    centiseconds, ///< to be added to unix_s
    seconds,      ///< since some start; may begin again
    minutes,
    latitude,
    longitude,
    speed,
    distance, ///< since the start
    heart_rate,
    athlete,
};

inline constexpr std::size_t track_field_count = static_cast<std::size_t>(TrackField::athlete) + 1;

/// A header name that a track dialect knows, folded.
struct TrackName {
    std::string_view header;
    TrackField field;
    double factor = 1.0; ///< to metres, metres a second
};

/// One way of writing a track. A vendor is one of these and an entry in track_dialects().
struct TrackDialect {
    std::string_view format;
    std::string_view name;
    std::span<const std::string_view> signature; ///< folded header cells that all must be there
    std::span<const TrackName> names;
    Sport sport = Sport::unknown;
    /// Lines above the header name the units of speed and distance, the athlete: Catapult.
    bool has_preamble = false;
};

std::span<const TrackDialect* const> track_dialects() noexcept;

/// Where in a file of a dialect everything stands.
struct TrackLayout {
    const TrackDialect* dialect = nullptr;
    TableLayout table;              ///< header, its line, the delimiter, the lines above
    std::vector<TrackName> columns; ///< one a column of the table
    std::vector<bool> is_read;
};

/// Recognises a track in the first records of a file; nothing where there is none. @p bytes is left
/// rewound. @throws IoError
std::optional<TrackLayout> detect_track(ByteSource& bytes);

} // namespace plimsoll::ingest

#endif
