// A dialect of delimited logs, as data: what gives it away and what its columns mean.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_DIALECT_HPP
#define PLIMSOLL_IMPORT_DIALECT_HPP

#include "import/clock.hpp"
#include "import/field.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// One column that a dialect reads.
struct ColumnUse {
    std::size_t index = 0; ///< from 0; names are not unique in real exports
    Field field = Field::start;
    Unit unit = Unit::text;
    bool hours_first = false; ///< of durations: A:BB is H:MM
};

/// A header name that a dialect knows. Names are compared folded (text_encoding.hpp).
struct ColumnName {
    std::string_view header;
    Field field;
    Unit unit;
};

/// A sport as a dialect's own code.
struct SportCode {
    std::string_view code;
    Sport sport;
};

enum class TimeBasis : std::uint8_t {
    local, ///< but what ends in Z is UTC
    utc,
    local_despite_z
};
enum class Decimals : std::uint8_t {
    plain,   ///< a machine wrote it: decimal point, no grouping
    inferred ///< from the values of the file
};

/// What a dialect recognised in a header line.
struct HeaderMatch {
    std::vector<ColumnUse> columns;
    std::string signature;            ///< for --explain: what gave it away
    bool headerless = false;          ///< the line that was looked at is a row already
    std::optional<DateShape> dates{}; ///< "Date (dd/mm/yyyy)"
};

/// One way of writing a log. A vendor, a language or a layout is a row of data in the file of its
/// format, and one entry in dialects().
struct Dialect {
    std::string_view format; ///< id of the format: garmin_csv, ...
    std::string_view name;   ///< for people
    /// The columns of a header that is of this dialect; nothing for any other line. Without such a
    /// function the header must hold all of @c signature, and the columns go by @c names.
    std::optional<HeaderMatch> (*match)(std::span<const std::string_view> header) = nullptr;
    std::span<const std::string_view> signature = {}; ///< folded header cells
    std::span<const ColumnName> names = {};
    TimeBasis time = TimeBasis::local;
    std::optional<DateShape> date = DateShape::iso; ///< absent: inferred from the values
    Decimals decimals = Decimals::plain;
    bool zero_is_missing = false; ///< 0 in heart rate, distance, time means "not measured"
    bool guarded_text = false;    ///< an apostrophe before = + - @ is a guard against spreadsheets
    bool short_rows = false;      ///< missing cells at the end of a row are empty cells
    std::span<const std::string_view> missing = {}; ///< cell texts that mean "no value"
    bool swims_in_metres = false; ///< and runs on the track, whatever the file's unit
    bool clock_only = false; ///< a duration that is no H:MM:SS shows that the row has been shifted
    Sport sport = Sport::unknown;        ///< of a row that names none
    LoadKind load_kind = LoadKind::srpe; ///< of a row that says nothing of it
    std::string_view ends_at = {};       ///< start of the line where another table begins
    /// Texts (folded) of Field::part that mean no part, but the whole session.
    std::span<const std::string_view> whole = {};
    bool units_in_signature = false; ///< its cells may have a unit behind the name
    bool whole_only = false; ///< rows of parts are no sessions, even where no whole stands beside
    /// Names within Field::details and what they mean; compared as they stand.
    std::span<const ColumnName> details = {};
    std::span<const SportCode> sports = {}; ///< codes that stand for sports, before any word
};

/// Every dialect, the specific before the general: the first that matches reads the file.
std::span<const Dialect* const> dialects() noexcept;

extern const Dialect canonical_dialect;          ///< canonical_csv.cpp
extern const Dialect garmin_dialect;             ///< garmin_csv.cpp
extern const Dialect strava_bulk_dialect;        ///< strava_csv.cpp
extern const Dialect strava_trimmed_dialect;     ///< strava_csv.cpp
extern const Dialect runkeeper_dialect;          ///< services_csv.cpp
extern const Dialect trainingpeaks_dialect;      ///< services_csv.cpp
extern const Dialect intervals_dialect;          ///< services_csv.cpp
extern const Dialect whoop_dialect;              ///< services_csv.cpp
extern const Dialect mapmyrun_dialect;           ///< services_csv.cpp
extern const Dialect polar_flow_dialect;         ///< services_csv.cpp
extern const Dialect health_auto_export_dialect; ///< services_csv.cpp
extern const Dialect health_export_dialect;      ///< services_csv.cpp
extern const Dialect withings_dialect;           ///< withings_csv.cpp
extern const Dialect garmin_run_laps_dialect;    ///< garmin_laps_csv.cpp
extern const Dialect garmin_laps_dialect;        ///< garmin_laps_csv.cpp
extern const Dialect garmin_api_dialect;         ///< api_csv.cpp
extern const Dialect gcexport_dialect;           ///< api_csv.cpp
extern const Dialect strava_api_local_dialect;   ///< api_csv.cpp
extern const Dialect strava_api_dialect;         ///< api_csv.cpp
extern const Dialect statsports_dialect;         ///< team_csv.cpp
extern const Dialect statsports_drills_dialect;  ///< team_csv.cpp
extern const Dialect ctr_dialect;                ///< team_csv.cpp
extern const Dialect catapult_slugs_dialect;     ///< team_csv.cpp
extern const Dialect catapult_us_dialect;        ///< team_csv.cpp
extern const Dialect polar_team_dialect;         ///< team_csv.cpp
extern const Dialect playertek_dialect;          ///< team_csv.cpp
extern const Dialect coros_dialect;              ///< coros_csv.cpp
extern const Dialect plain_dialect;              ///< plain_csv.cpp

/// What @p dialect makes of a header.
std::optional<HeaderMatch> match_of(const Dialect& dialect,
                                    std::span<const std::string_view> header);

/// The columns of @p header that @p names knows, with or without the unit behind the name. Where a
/// field stands twice, the name that comes first in @p names counts, and of one name the first
/// column.
std::vector<ColumnUse> columns_by_name(std::span<const std::string_view> header,
                                       std::span<const ColumnName> names);

/// The header cell as it is compared: without HTML tags, "translation missing: a.b.c" as "c",
/// folded.
std::string folded_header(std::string_view cell);

} // namespace plimsoll::ingest

#endif
