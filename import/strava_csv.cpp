// Strava's bulk export, "activities.csv", 77 to 103 columns.
//
// Five names stand twice: the first copy of distance is for display (kilometres, but metres for
// swims and nautical miles for sailing), the second is in metres. So columns go by position, which
// holds in every language: the first 86 are the same in every export that has them.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"

#include <array>

namespace plimsoll::ingest {
namespace {

constexpr std::array wide{
    ColumnUse{1, Field::start, Unit::text},
    ColumnUse{2, Field::title, Unit::text},
    ColumnUse{3, Field::sport, Unit::text},
    ColumnUse{7, Field::max_hr, Unit::one},
    ColumnUse{15, Field::elapsed, Unit::seconds},
    ColumnUse{16, Field::duration, Unit::seconds},
    ColumnUse{17, Field::distance, Unit::metres},
    ColumnUse{18, Field::max_speed, Unit::metres_per_second},
    ColumnUse{20, Field::ascent, Unit::metres},
    ColumnUse{31, Field::avg_hr, Unit::one},
    ColumnUse{43, Field::rpe, Unit::one},
};

// Until 2022 the columns "Max Heart Rate" (7) and "Activity Private Note" were not there.
constexpr std::array narrow{
    ColumnUse{1, Field::start, Unit::text},
    ColumnUse{2, Field::title, Unit::text},
    ColumnUse{3, Field::sport, Unit::text},
    ColumnUse{13, Field::elapsed, Unit::seconds},
    ColumnUse{14, Field::duration, Unit::seconds},
    ColumnUse{15, Field::distance, Unit::metres},
    ColumnUse{16, Field::max_speed, Unit::metres_per_second},
    ColumnUse{18, Field::ascent, Unit::metres},
    ColumnUse{28, Field::max_hr, Unit::one},
    ColumnUse{29, Field::avg_hr, Unit::one},
    ColumnUse{41, Field::rpe, Unit::one},
};

std::optional<HeaderMatch> match_strava(std::span<const std::string_view> header) {
    if (header.size() < 75 || folded_header(header[5]) == folded_header(header[6])) {
        return std::nullopt; // a row of equal cells is no header
    }
    const auto twice = [&](std::size_t first, std::size_t second) {
        const std::string name = folded_header(header[first]);
        return !name.empty() && name == folded_header(header[second]);
    };
    if (header.size() >= 86 && twice(5, 15) && twice(6, 17)) {
        return HeaderMatch{{wide.begin(), wide.end()},
                           "elapsed time and distance stand twice (columns 6, 16 "
                           "and 7, 18)"};
    }
    if (twice(5, 13) && twice(6, 15)) {
        return HeaderMatch{{narrow.begin(), narrow.end()},
                           "elapsed time and distance stand twice (columns 6, 14 "
                           "and 7, 16)"};
    }
    return std::nullopt;
}

// A bulk export whose user has thrown columns away and renamed others.
constexpr std::array<std::string_view, 2> trimmed_signature{"activity id", "activity date"};
constexpr std::array trimmed_names{
    ColumnName{"activity date", Field::start, Unit::text},
    ColumnName{"activity name", Field::title, Unit::text},
    ColumnName{"activity type", Field::sport, Unit::text},
    ColumnName{"elapsed time", Field::elapsed, Unit::seconds},
    ColumnName{"moving time", Field::duration, Unit::seconds},
    ColumnName{"distance", Field::distance, Unit::any_distance},
    ColumnName{"max speed", Field::max_speed, Unit::metres_per_second},
    ColumnName{"elevation gain", Field::ascent, Unit::metres},
    ColumnName{"max heart rate", Field::max_hr, Unit::one},
    ColumnName{"average heart rate", Field::avg_hr, Unit::one},
    ColumnName{"perceived exertion", Field::rpe, Unit::one},
};

} // namespace

const Dialect strava_bulk_dialect{
    .format = "strava_csv",
    .name = "Strava bulk export",
    .match = match_strava,
    .time = TimeBasis::utc,
    .date = std::nullopt,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
};

const Dialect strava_trimmed_dialect{
    .format = "strava_csv",
    .name = "Strava bulk export, columns chosen by hand",
    .signature = trimmed_signature,
    .names = trimmed_names,
    .time = TimeBasis::utc,
    .date = std::nullopt,
    .decimals = Decimals::inferred,
    .zero_is_missing = true,
    .short_rows = true,
};

} // namespace plimsoll::ingest
