// What programs have written out of the services' interfaces: metres, seconds, metres a second.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"

#include <array>

namespace plimsoll::ingest {
namespace {

constexpr std::array<std::string_view, 7> api_missing{"NA",   "N/A",  "NaN", "nan",
                                                      "null", "None", "-"};

constexpr std::array strava_api_names{
    ColumnName{"start_date_local", Field::start, Unit::text},
    ColumnName{"start_date", Field::start, Unit::text},
    ColumnName{"name", Field::title, Unit::text},
    ColumnName{"sport_type", Field::sport, Unit::text},
    ColumnName{"type", Field::sport, Unit::text},
    ColumnName{"distance", Field::distance, Unit::metres},
    ColumnName{"moving_time", Field::duration, Unit::seconds},
    ColumnName{"elapsed_time", Field::elapsed, Unit::seconds},
    ColumnName{"total_elevation_gain", Field::ascent, Unit::metres},
    ColumnName{"average_heartrate", Field::avg_hr, Unit::one},
    ColumnName{"max_heartrate", Field::max_hr, Unit::one},
    ColumnName{"max_speed", Field::max_speed, Unit::metres_per_second},
    ColumnName{"perceived_exertion", Field::rpe, Unit::one},
    ColumnName{"suffer_score", Field::load, Unit::one},
};

constexpr std::array<std::string_view, 3> garmin_api_signature{"starttimelocal", "duration",
                                                               "distance"};
constexpr std::array garmin_api_names{
    ColumnName{"starttimelocal", Field::start, Unit::text},
    ColumnName{"activityname", Field::title, Unit::text},
    ColumnName{"activitytype", Field::sport, Unit::text},
    ColumnName{"activitytype.typekey", Field::sport, Unit::text},
    ColumnName{"activitytype typekey", Field::sport, Unit::text},
    ColumnName{"distance", Field::distance, Unit::metres},
    ColumnName{"duration", Field::duration, Unit::seconds},
    ColumnName{"elapsedduration", Field::elapsed, Unit::seconds},
    ColumnName{"averagehr", Field::avg_hr, Unit::one},
    ColumnName{"maxhr", Field::max_hr, Unit::one},
    ColumnName{"maxspeed", Field::max_speed, Unit::metres_per_second},
    ColumnName{"elevationgain", Field::ascent, Unit::metres},
    ColumnName{"activitytrainingload", Field::load, Unit::one},
};

constexpr std::array<std::string_view, 2> gcexport_signature{"start time",
                                                             "average speed (km/h or min/km)"};
constexpr std::array gcexport_names{
    ColumnName{"start time", Field::start, Unit::text},
    ColumnName{"activity name", Field::title, Unit::text},
    ColumnName{"activity type", Field::sport, Unit::text},
    ColumnName{"duration", Field::duration, Unit::seconds},
    ColumnName{"elapsed duration", Field::elapsed, Unit::seconds},
    ColumnName{"distance", Field::distance, Unit::kilometres},
    ColumnName{"average heart rate", Field::avg_hr, Unit::one},
    ColumnName{"max. heart rate", Field::max_hr, Unit::one},
    ColumnName{"max heart rate", Field::max_hr, Unit::one},
    ColumnName{"elevation gain", Field::ascent, Unit::metres},
};

constexpr std::array<std::string_view, 3> strava_api_local_signature{"start_date_local",
                                                                     "moving_time", "elapsed_time"};
constexpr std::array<std::string_view, 3> strava_api_signature{"start_date", "moving_time",
                                                               "elapsed_time"};
} // namespace

const Dialect garmin_api_dialect{
    .format = "garmin_api_csv",
    .name = "Garmin Connect API dump",
    .signature = garmin_api_signature,
    .names = garmin_api_names,
    .time = TimeBasis::local_despite_z,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = api_missing,
    .load_kind = LoadKind::vendor,
};

const Dialect gcexport_dialect{
    .format = "gcexport_csv",
    .name = "garmin-connect-export",
    .signature = gcexport_signature,
    .names = gcexport_names,
    .time = TimeBasis::local_despite_z,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = api_missing,
};

const Dialect strava_api_local_dialect{
    .format = "strava_api_csv",
    .name = "Strava API dump",
    .signature = strava_api_local_signature,
    .names = strava_api_names,
    .time = TimeBasis::local_despite_z,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = api_missing,
    .load_kind = LoadKind::vendor,
};

const Dialect strava_api_dialect{
    .format = "strava_api_csv",
    .name = "Strava API dump, times in UTC",
    .signature = strava_api_signature,
    .names = strava_api_names,
    .time = TimeBasis::utc,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = api_missing,
    .load_kind = LoadKind::vendor,
};

} // namespace plimsoll::ingest
