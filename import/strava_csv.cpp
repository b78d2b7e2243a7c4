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
    if (header.size() < 75 || folded_header(header[0]) != "activity id" ||
        folded_header(header[1]) != "activity date") {
        return std::nullopt;
    }
    const auto twice = [&](std::size_t first, std::size_t second) {
        return folded_header(header[first]) == folded_header(header[second]);
    };
    if (header.size() >= 86 && twice(5, 15) && twice(6, 17)) {
        return HeaderMatch{{wide.begin(), wide.end()},
                           "'Activity ID', then elapsed time and distance twice (columns 6, 16 "
                           "and 7, 18)"};
    }
    if (twice(5, 13) && twice(6, 15)) {
        return HeaderMatch{{narrow.begin(), narrow.end()},
                           "'Activity ID', then elapsed time and distance twice (columns 6, 14 "
                           "and 7, 16)"};
    }
    return std::nullopt;
}

} // namespace

const Dialect strava_bulk_dialect{
    .format = "strava_csv",
    .name = "Strava bulk export, English",
    .match = match_strava,
    .time = TimeBasis::utc,
    .date = DateShape::english_12h,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
};

} // namespace plimsoll::ingest
