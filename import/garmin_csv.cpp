// Garmin Connect's activity list, "Activities.csv", in English, from the layout of 2017 on.
//
// Columns come and go with what the listed activities have, and the names of cadence and speed
// follow the first of them; so everything goes by name, nothing by position.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::ingest {
namespace {

constexpr std::array garmin_names{
    ColumnName{"activity type", Field::sport, Unit::text},
    ColumnName{"date", Field::start, Unit::text},
    ColumnName{"title", Field::title, Unit::text},
    ColumnName{"distance", Field::distance, Unit::file_distance},
    ColumnName{"time", Field::duration, Unit::seconds},
    ColumnName{"elapsed time", Field::elapsed, Unit::seconds},
    ColumnName{"avg hr", Field::avg_hr, Unit::one},
    ColumnName{"max hr", Field::max_hr, Unit::one},
    ColumnName{"total ascent", Field::ascent, Unit::file_height},
    ColumnName{"elev gain", Field::ascent, Unit::file_height},
    ColumnName{"avg run cadence", Field::cadence, Unit::one},
    ColumnName{"avg cadence", Field::cadence, Unit::one},
    ColumnName{"avg bike cadence", Field::cadence, Unit::one},
    ColumnName{"avg stride length", Field::stride_length, Unit::one},
    ColumnName{"aerobic te", Field::fraction, Unit::one},
    ColumnName{"avg vertical ratio", Field::fraction, Unit::one},
    ColumnName{"avg vertical oscillation", Field::fraction, Unit::one},
};

// '00:NaN:NaN' and the dashes are Garmin's own marks for "not recorded".
constexpr std::array<std::string_view, 5> garmin_missing{"--", "--:--:--", "--:--", "NaN",
                                                         "00:NaN:NaN"};

constexpr std::array<std::string_view, 8> metre_sports{
    "pool swimming", "pool swim",           "lap swimming",        "lap_swimming",
    "swimming",      "open water swimming", "open_water_swimming", "track running"};

std::optional<HeaderMatch> match_garmin(std::span<const std::string_view> header) {
    if (header.size() < 8 || folded_header(header[0]) != "activity type" ||
        folded_header(header[1]) != "date" || folded_header(header[2]) != "favorite") {
        return std::nullopt;
    }
    std::vector<ColumnUse> columns = columns_by_name(header, garmin_names);
    const bool has_time = std::any_of(columns.begin(), columns.end(), [](const ColumnUse& use) {
        return use.field == Field::duration;
    });
    if (!has_time) {
        return std::nullopt;
    }
    return HeaderMatch{std::move(columns), "first columns 'Activity Type', 'Date', 'Favorite'"};
}

} // namespace

const Dialect garmin_english_dialect{
    .format = "garmin_csv",
    .name = "Garmin Connect activity list, English",
    .match = match_garmin,
    .time = TimeBasis::local,
    .date = DateShape::iso,
    .decimals = Decimals::inferred,
    .zero_is_missing = true,
    .missing = garmin_missing,
    .metre_sports = metre_sports,
};

} // namespace plimsoll::ingest
