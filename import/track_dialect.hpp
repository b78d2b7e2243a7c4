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
    moment,       ///< the date and time of day of the row, local, or the time since the start
    athlete,      ///< a file may hold several
    session,      ///< of each athlete
    excel_days,   ///< days since 30 December 1899, local; above a million, seconds since 1970 UTC
    unix_s,       ///< seconds since 1970, UTC
    unix_ms,      ///< milliseconds since 1970, UTC
    centiseconds, ///< to be added to unix_s
    seconds,      ///< since some start; may begin again
    minutes,
    pause_s, ///< a pause behind the row, which the seconds leave out
    paused,  ///< 1: nothing was recorded
    latitude,
    longitude,
    speed,
    distance, ///< since the start
    heart_rate,
    unread,
};

inline constexpr std::size_t track_field_count = static_cast<std::size_t>(TrackField::unread);

/// What stands above the header of a track: track_above.hpp reads it.
enum class LinesAbove : std::uint8_t {
    nothing,
    openfield,    ///< # Speed Units : ..., # Athlete: ...
    sensor_100hz, ///< CentisecTime: ...
    logan,        ///< Date=05Feb2014, Time=12:24:59, Athlete=...
    ibike,        ///< the start in six numbers, the step among the settings
    joule,        ///< keys in one line, their values in the next
    polar_flow,   ///< a table of one session
    wahoo,        ///< tables of the device, its sensors, the workout and its laps
};

/// A header name that a track dialect knows, folded; with or without the unit behind it.
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
    LinesAbove above = LinesAbove::nothing;
    double step_s = 0.0;       ///< between rows, where no column tells the time
    bool units_below = false;  ///< the row behind the header names units
    bool sparse = false;       ///< most rows hold no place; those are passed over
    bool by_satellite = false; ///< without a position there is no speed and no distance
    bool speed_unsaid = false; ///< the unit of speeds is found from the distances
};

std::span<const TrackDialect* const> track_dialects() noexcept;

/// Metres a unit of speed or distance that a file names: "Kilometers Per Hour", "km/h", "yards";
/// nothing for any other word.
std::optional<double> track_unit(std::string_view word);

/// Where in a file of a dialect everything stands.
struct TrackLayout {
    const TrackDialect* dialect = nullptr;
    TableLayout table;              ///< header, its line, the delimiter, the lines above
    std::vector<TrackName> columns; ///< one a column of the table
};

/// What @p header is in the manner of @p dialect; nothing where it is no such header.
std::optional<TrackLayout> layout_of_track(const TrackDialect& dialect,
                                           std::span<const std::string_view> header);

/// The header cells that are not read, the first few by name; for people.
std::string unread_columns(const TrackLayout& layout);

/// Recognises a track in the first records of a file; nothing where there is none. @p bytes is left
/// rewound. @throws IoError
std::optional<TrackLayout> detect_track(ByteSource& bytes);

} // namespace plimsoll::ingest

#endif
