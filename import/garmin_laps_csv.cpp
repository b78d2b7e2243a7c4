// The laps of one activity as Garmin Connect exports them: the row "Summary" is the session.
//
// The table tells neither the day nor the sport: the day stands in the file's name, if anywhere,
// and steps a minute are a runner's.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"

#include <array>

namespace plimsoll::ingest {
namespace {

constexpr std::array<std::string_view, 1> laps_whole{"summary"};
constexpr std::array<std::string_view, 2> laps_missing{"--", "--:--"};
constexpr std::array<std::string_view, 3> run_laps_signature{"laps", "cumulative time",
                                                             "avg run cadence"};
constexpr std::array<std::string_view, 3> laps_signature{"laps", "cumulative time", "time"};
constexpr std::array laps_names{
    ColumnName{"laps", Field::part, Unit::text},
    ColumnName{"time", Field::duration, Unit::seconds},
    ColumnName{"distance", Field::distance, Unit::file_distance},
    ColumnName{"avg hr", Field::avg_hr, Unit::one},
    ColumnName{"max hr", Field::max_hr, Unit::one},
    ColumnName{"avg run cadence", Field::cadence, Unit::one},
    ColumnName{"avg stride length", Field::stride_length, Unit::metres},
    ColumnName{"total ascent", Field::ascent, Unit::file_height},
};

} // namespace

const Dialect garmin_run_laps_dialect{
    .format = "garmin_laps_csv",
    .name = "Garmin laps of a run",
    .signature = run_laps_signature,
    .names = laps_names,
    .decimals = Decimals::inferred,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = laps_missing,
    .sport = Sport::run,
    .whole = laps_whole,
    .whole_only = true,
};

const Dialect garmin_laps_dialect{
    .format = "garmin_laps_csv",
    .name = "Garmin laps",
    .signature = laps_signature,
    .names = laps_names,
    .decimals = Decimals::inferred,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = laps_missing,
    .whole = laps_whole,
    .whole_only = true,
};

} // namespace plimsoll::ingest
