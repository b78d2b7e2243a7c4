// Tables of training services: one row an activity, columns by name.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"

#include <array>

namespace plimsoll::ingest {
namespace {

constexpr std::array<std::string_view, 7> services_missing{"NA",   "N/A",  "NaN", "nan",
                                                           "null", "None", "-"};

constexpr std::array<std::string_view, 3> runkeeper_signature{"route name", "average pace",
                                                              "gpx file"};
constexpr std::array runkeeper_names{
    ColumnName{"date", Field::start, Unit::text},
    ColumnName{"type", Field::sport, Unit::text},
    ColumnName{"notes", Field::title, Unit::text},
    ColumnName{"distance", Field::distance, Unit::any_distance},
    ColumnName{"duration", Field::duration, Unit::seconds},
    ColumnName{"average heart rate", Field::avg_hr, Unit::one},
    ColumnName{"climb", Field::ascent, Unit::metres},
};

constexpr std::array<std::string_view, 3> trainingpeaks_signature{"workouttype", "timetotalinhours",
                                                                  "tss"};
constexpr std::array trainingpeaks_names{
    ColumnName{"title", Field::title, Unit::text},
    ColumnName{"workouttype", Field::sport, Unit::text},
    ColumnName{"workoutday", Field::start, Unit::text},
    ColumnName{"distanceinmeters", Field::distance, Unit::metres},
    ColumnName{"timetotalinhours", Field::duration, Unit::hours},
    ColumnName{"velocitymax", Field::max_speed, Unit::metres_per_second},
    ColumnName{"heartrateaverage", Field::avg_hr, Unit::one},
    ColumnName{"heartratemax", Field::max_hr, Unit::one},
    ColumnName{"rpe", Field::rpe, Unit::one},
    ColumnName{"tss", Field::load, Unit::one},
    ColumnName{"plannedduration", Field::planned, Unit::hours},
    ColumnName{"planneddistanceinmeters", Field::planned, Unit::metres},
};

constexpr std::array<std::string_view, 2> intervals_signature{"start_date_local",
                                                              "icu_training_load"};
constexpr std::array intervals_names{
    ColumnName{"start_date_local", Field::start, Unit::text},
    ColumnName{"name", Field::title, Unit::text},
    ColumnName{"type", Field::sport, Unit::text},
    ColumnName{"moving_time", Field::duration, Unit::seconds},
    ColumnName{"elapsed_time", Field::elapsed, Unit::seconds},
    ColumnName{"distance", Field::distance, Unit::metres},
    ColumnName{"total_elevation_gain", Field::ascent, Unit::metres},
    ColumnName{"max_speed", Field::max_speed, Unit::metres_per_second},
    ColumnName{"average_heartrate", Field::avg_hr, Unit::one},
    ColumnName{"max_heartrate", Field::max_hr, Unit::one},
    ColumnName{"icu_rpe", Field::rpe, Unit::one},
    ColumnName{"icu_training_load", Field::load, Unit::one},
};

constexpr std::array<std::string_view, 2> whoop_signature{"workout start time", "activity strain"};
constexpr std::array whoop_names{
    ColumnName{"workout start time", Field::start, Unit::text},
    ColumnName{"workout end time", Field::end, Unit::text},
    ColumnName{"activity name", Field::sport, Unit::text},
    ColumnName{"duration", Field::duration, Unit::minutes},
    ColumnName{"activity strain", Field::load, Unit::one},
    ColumnName{"max hr", Field::max_hr, Unit::one},
    ColumnName{"average hr", Field::avg_hr, Unit::one},
    ColumnName{"distance", Field::distance, Unit::metres},
    ColumnName{"altitude gain", Field::ascent, Unit::metres},
};

constexpr std::array<std::string_view, 3> mapmyrun_signature{"workout date", "activity type",
                                                             "workout time (seconds)"};
constexpr std::array mapmyrun_names{
    ColumnName{"workout date", Field::start, Unit::text},
    ColumnName{"activity type", Field::sport, Unit::text},
    ColumnName{"notes", Field::title, Unit::text},
    ColumnName{"distance", Field::distance, Unit::any_distance},
    ColumnName{"workout time", Field::duration, Unit::seconds},
    ColumnName{"max speed", Field::max_speed, Unit::miles_per_hour},
    ColumnName{"avg heart rate", Field::avg_hr, Unit::one},
};

constexpr std::array<std::string_view, 4> polar_flow_signature{"name", "sport", "start time",
                                                               "running index"};
constexpr std::array polar_flow_names{
    ColumnName{"name", Field::athlete, Unit::text},
    ColumnName{"sport", Field::sport, Unit::text},
    ColumnName{"date", Field::start, Unit::text},
    ColumnName{"start time", Field::clock, Unit::text},
    ColumnName{"duration", Field::duration, Unit::seconds},
    ColumnName{"total distance", Field::distance, Unit::kilometres},
    ColumnName{"average heart rate", Field::avg_hr, Unit::one},
    ColumnName{"max speed", Field::max_speed, Unit::kilometres_per_hour},
    ColumnName{"training load", Field::load, Unit::one},
    ColumnName{"ascent", Field::ascent, Unit::metres},
    ColumnName{"notes", Field::title, Unit::text},
};

constexpr std::array<std::string_view, 3> health_auto_export_signature{"start", "end", "duration"};
constexpr std::array health_auto_export_names{
    ColumnName{"type", Field::sport, Unit::text},
    ColumnName{"workout type", Field::sport, Unit::text},
    ColumnName{"name", Field::sport, Unit::text},
    ColumnName{"start", Field::start, Unit::text},
    ColumnName{"end", Field::end, Unit::text},
    ColumnName{"duration", Field::duration, Unit::minutes}, // always H:MM:SS or M:SS
    ColumnName{"distance", Field::distance, Unit::any_distance},
    ColumnName{"max heart rate", Field::max_hr, Unit::one},
    ColumnName{"avg heart rate", Field::avg_hr, Unit::one},
    ColumnName{"average heart rate", Field::avg_hr, Unit::one},
    ColumnName{"elevation ascended", Field::ascent, Unit::metres},
    ColumnName{"elevation up", Field::ascent, Unit::metres},
};

constexpr std::array<std::string_view, 3> health_export_signature{"date", "activity",
                                                                  "duration(seconds)"};
constexpr std::array health_export_names{
    ColumnName{"date", Field::start, Unit::text},
    ColumnName{"activity", Field::sport, Unit::text},
    ColumnName{"distance", Field::distance, Unit::any_distance},
    ColumnName{"duration", Field::duration, Unit::seconds},
    ColumnName{"elevation ascended", Field::ascent, Unit::metres},
    ColumnName{"heart rate average", Field::avg_hr, Unit::one},
    ColumnName{"heart rate maximum", Field::max_hr, Unit::one},
};

} // namespace

const Dialect runkeeper_dialect{
    .format = "runkeeper_csv",
    .name = "Runkeeper activities",
    .signature = runkeeper_signature,
    .names = runkeeper_names,
    .date = std::nullopt,
    .decimals = Decimals::inferred,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = services_missing,
};

const Dialect trainingpeaks_dialect{
    .format = "trainingpeaks_csv",
    .name = "TrainingPeaks workouts",
    .signature = trainingpeaks_signature,
    .names = trainingpeaks_names,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = services_missing,
    .load_kind = LoadKind::vendor,
};

const Dialect intervals_dialect{
    .format = "intervals_csv",
    .name = "intervals.icu activities",
    .signature = intervals_signature,
    .names = intervals_names,
    .time = TimeBasis::local_despite_z,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = services_missing,
    .load_kind = LoadKind::vendor,
};

const Dialect whoop_dialect{
    .format = "whoop_csv",
    .name = "WHOOP workouts",
    .signature = whoop_signature,
    .names = whoop_names,
    .decimals = Decimals::plain,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = services_missing,
    .load_kind = LoadKind::vendor,
};

const Dialect mapmyrun_dialect{
    .format = "mapmyrun_csv",
    .name = "MapMyRun workouts",
    .signature = mapmyrun_signature,
    .names = mapmyrun_names,
    .date = std::nullopt,
    .decimals = Decimals::inferred,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = services_missing,
};

const Dialect polar_flow_dialect{
    .format = "polar_flow_csv",
    .name = "Polar Flow session",
    .signature = polar_flow_signature,
    .names = polar_flow_names,
    .date = std::nullopt,
    .decimals = Decimals::inferred,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = services_missing,
    .load_kind = LoadKind::vendor,
    .ends_at = "Sample rate",
};

const Dialect health_auto_export_dialect{
    .format = "health_auto_export_csv",
    .name = "Health Auto Export workouts",
    .signature = health_auto_export_signature,
    .names = health_auto_export_names,
    .date = std::nullopt,
    .decimals = Decimals::inferred,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = services_missing,
};

const Dialect health_export_dialect{
    .format = "health_export_csv",
    .name = "Health Export workouts",
    .signature = health_export_signature,
    .names = health_export_names,
    .date = std::nullopt,
    .decimals = Decimals::inferred,
    .zero_is_missing = true,
    .short_rows = true,
    .missing = services_missing,
};

} // namespace plimsoll::ingest
