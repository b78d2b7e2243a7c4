// Summaries of vests and pods for field games: one row a player and session, or drill.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"
#include "import/part_column.hpp"

#include <array>

namespace plimsoll::ingest {
namespace {

// No file tells the sport: vests are worn in some code of football (policy).

constexpr std::array<std::string_view, 7> team_missing{"NA",   "N/A",  "NaN", "nan",
                                                       "null", "None", "-"};

constexpr std::array<std::string_view, 2> statsports_signature{"session date", "hml distance"};
constexpr std::array<std::string_view, 2> statsports_drills_signature{"drill title", "total time"};

constexpr auto statsports_columns(Unit distance, Unit speed) {
    return std::array{
        ColumnName{"player name", Field::athlete, Unit::text},
        ColumnName{"player display name", Field::athlete, Unit::text},
        ColumnName{"player last name", Field::athlete, Unit::text},
        ColumnName{"session date", Field::start, Unit::text},
        ColumnName{"drill date", Field::start, Unit::text},
        ColumnName{"date", Field::start, Unit::text},
        ColumnName{"session title", Field::title, Unit::text},
        ColumnName{"drill title", Field::part, Unit::text},
        ColumnName{"drill start time", Field::clock, Unit::text},
        ColumnName{"total time", Field::duration, Unit::seconds},
        ColumnName{"total distance", Field::distance, distance},
        ColumnName{"distance total", Field::distance, distance},
        ColumnName{"max speed", Field::max_speed, speed},
        ColumnName{"high speed running (absolute)", Field::high_speed, Unit::metres},
        ColumnName{"high speed running", Field::high_speed, Unit::metres},
        ColumnName{"hsr", Field::high_speed, Unit::metres},
        ColumnName{"sprint distance", Field::sprint_distance, Unit::metres},
        ColumnName{"sprint distance (absolute)", Field::sprint_distance, Unit::metres},
        ColumnName{"sprints", Field::sprints, Unit::one},
        ColumnName{"average heart rate", Field::avg_hr, Unit::one},
        ColumnName{"max heart rate", Field::max_hr, Unit::one},
        ColumnName{"dynamic stress load", Field::load, Unit::one},
    };
}

constexpr auto statsports_names = statsports_columns(Unit::metres, Unit::metres_per_second);
// With columns of the club's choice nothing is sure of the units.
constexpr auto statsports_drills_names = statsports_columns(Unit::any_distance, Unit::any_speed);

constexpr std::array<std::string_view, 3> ctr_signature{"player name", "period name",
                                                        "total distance"};
constexpr std::array ctr_names{
    ColumnName{"player name", Field::athlete, Unit::text},
    ColumnName{"period name", Field::part, Unit::text},
    ColumnName{"date", Field::start, Unit::text},
    ColumnName{"start time", Field::clock, Unit::text},
    ColumnName{"total duration", Field::duration, Unit::seconds},
    ColumnName{"total distance", Field::distance, Unit::metres},
    ColumnName{"total player load", Field::load, Unit::one},
    ColumnName{"player load", Field::load, Unit::one},
    ColumnName{"hir distance", Field::high_speed, Unit::metres},
    ColumnName{"hsr distance", Field::high_speed, Unit::metres},
    ColumnName{"high speed distance", Field::high_speed, Unit::metres},
    ColumnName{"high speed running distance", Field::high_speed, Unit::metres},
    ColumnName{"high speed running", Field::high_speed, Unit::metres},
    ColumnName{"hsr", Field::high_speed, Unit::metres},
    ColumnName{"sprint distance", Field::sprint_distance, Unit::metres},
    ColumnName{"sprint efforts", Field::sprints, Unit::one},
    ColumnName{"sprint count", Field::sprints, Unit::one},
    ColumnName{"maximum velocity (m/s)", Field::max_speed, Unit::metres_per_second},
    ColumnName{"max vel (m/s)", Field::max_speed, Unit::metres_per_second},
    ColumnName{"maximum velocity (km/h)", Field::max_speed, Unit::kilometres_per_hour},
    ColumnName{"max vel (km/h)", Field::max_speed, Unit::kilometres_per_hour},
    ColumnName{"maximum velocity", Field::max_speed, Unit::any_speed},
    ColumnName{"max velocity", Field::max_speed, Unit::any_speed},
    ColumnName{"max vel", Field::max_speed, Unit::any_speed},
    ColumnName{"top speed", Field::max_speed, Unit::any_speed},
    ColumnName{"average heart rate", Field::avg_hr, Unit::one},
    ColumnName{"maximum heart rate", Field::max_hr, Unit::one},
};

constexpr std::array<std::string_view, 3> catapult_slugs_signature{"athlete_name", "period_name",
                                                                   "total_distance"};
constexpr std::array catapult_slugs_names{
    ColumnName{"athlete_name", Field::athlete, Unit::text},
    ColumnName{"period_name", Field::part, Unit::text},
    ColumnName{"activity_name", Field::title, Unit::text},
    ColumnName{"date", Field::start, Unit::text},
    ColumnName{"start_time", Field::clock, Unit::text},
    ColumnName{"total_duration", Field::duration, Unit::seconds},
    ColumnName{"total_distance", Field::distance, Unit::metres},
    ColumnName{"total_player_load", Field::load, Unit::one},
    ColumnName{"max_vel", Field::max_speed, Unit::any_speed},
};

constexpr std::array<std::string_view, 4> catapult_us_signature{"period_name", "max_v",
                                                                "player_load", "distance"};
constexpr std::array catapult_us_names{
    ColumnName{"name", Field::athlete, Unit::text},
    ColumnName{"period_name", Field::part, Unit::text},
    ColumnName{"date", Field::start, Unit::text},
    ColumnName{"total_duration", Field::duration, Unit::seconds},
    ColumnName{"distance", Field::distance, Unit::yards},
    ColumnName{"high_speed_distance", Field::high_speed, Unit::yards},
    ColumnName{"player_load", Field::load, Unit::one},
    ColumnName{"max_v", Field::max_speed, Unit::miles_per_hour},
};

constexpr std::array<std::string_view, 3> polar_team_signature{"játékos neve", "kezdési idő",
                                                               "időtartam"};
constexpr std::array polar_team_names{
    ColumnName{"játékos neve", Field::athlete, Unit::text},
    ColumnName{"szakasz neve", Field::part, Unit::text},
    ColumnName{"kezdési idő", Field::start, Unit::text},
    ColumnName{"időtartam", Field::duration, Unit::seconds},
    ColumnName{"teljes táv", Field::distance, Unit::metres},
    ColumnName{"maximális sebesség", Field::max_speed, Unit::kilometres_per_hour},
    ColumnName{"sprintek", Field::sprints, Unit::one},
    ColumnName{"edzési terhelési pontérték", Field::load, Unit::one},
    ColumnName{"átlagos pulzus", Field::avg_hr, Unit::one},
    ColumnName{"maximális pulzus", Field::max_hr, Unit::one},
};

constexpr std::array<std::string_view, 3> playertek_signature{"player name", "split name",
                                                              "distance (km)"};
constexpr std::array playertek_names{
    ColumnName{"player name", Field::athlete, Unit::text},
    ColumnName{"session title", Field::title, Unit::text},
    ColumnName{"split name", Field::part, Unit::text},
    ColumnName{"split start time", Field::start, Unit::text},
    ColumnName{"date", Field::start, Unit::text},
    ColumnName{"session date", Field::start, Unit::text},
    ColumnName{"duration", Field::duration, Unit::seconds},
    ColumnName{"distance", Field::distance, Unit::kilometres},
    ColumnName{"sprint distance", Field::sprint_distance, Unit::metres},
    ColumnName{"player load", Field::load, Unit::one},
    ColumnName{"top speed", Field::max_speed, Unit::kilometres_per_hour},
    ColumnName{"hr max", Field::max_hr, Unit::one},
    ColumnName{"max heart rate", Field::max_hr, Unit::one},
};

/// What all tables of vests have in common.
constexpr Dialect team_dialect(std::string_view format, std::string_view name,
                               std::span<const std::string_view> signature,
                               std::span<const ColumnName> names) {
    return {
        .format = format,
        .name = name,
        .signature = signature,
        .names = names,
        .date = std::nullopt,
        .decimals = Decimals::inferred,
        .zero_is_missing = true,
        .short_rows = true,
        .missing = team_missing,
        .sport = Sport::football,
        .load_kind = LoadKind::vendor,
        .whole = labels_of_wholes,
        .units_in_signature = true,
    };
}

} // namespace

const Dialect statsports_dialect =
    team_dialect("statsports_csv", "STATSports summary", statsports_signature, statsports_names);
const Dialect statsports_drills_dialect = team_dialect(
    "statsports_csv", "STATSports summary", statsports_drills_signature, statsports_drills_names);
const Dialect ctr_dialect =
    team_dialect("catapult_csv", "Catapult OpenField summary", ctr_signature, ctr_names);
const Dialect catapult_slugs_dialect = team_dialect("catapult_csv", "Catapult OpenField table",
                                                    catapult_slugs_signature, catapult_slugs_names);
const Dialect catapult_us_dialect = team_dialect(
    "catapult_csv", "Catapult summary in yards and mph", catapult_us_signature, catapult_us_names);
const Dialect polar_team_dialect = team_dialect("polar_team_csv", "Polar Team Pro summary",
                                                polar_team_signature, polar_team_names);
const Dialect playertek_dialect =
    team_dialect("playertek_csv", "PlayerTek summary", playertek_signature, playertek_names);

} // namespace plimsoll::ingest
