// A plain log: any table with a date and at least one of duration, distance and load, its columns
// named by common words with their units: `date`, `duration_min`, `Distance (km)`, `rpe`, ...
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"
#include "import/heading.hpp"
#include "import/heart_zones.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::ingest {
namespace {

constexpr std::array plain_names{
    ColumnName{"athlete", Field::athlete, Unit::text},
    ColumnName{"athlete id", Field::athlete, Unit::text},
    ColumnName{"player", Field::athlete, Unit::text},
    ColumnName{"player id", Field::athlete, Unit::text},
    ColumnName{"playerid", Field::athlete, Unit::text},
    ColumnName{"player name", Field::athlete, Unit::text},
    ColumnName{"name", Field::athlete, Unit::text},
    ColumnName{"date", Field::start, Unit::text},
    ColumnName{"day", Field::start, Unit::text},
    ColumnName{"start", Field::start, Unit::text},
    ColumnName{"start time", Field::start, Unit::text},
    ColumnName{"start date", Field::start, Unit::text},
    ColumnName{"session date", Field::start, Unit::text},
    ColumnName{"sport", Field::sport, Unit::text},
    ColumnName{"activity", Field::sport, Unit::text},
    ColumnName{"activity type", Field::sport, Unit::text},
    ColumnName{"type", Field::sport, Unit::text},
    ColumnName{"session type", Field::sport, Unit::text},
    ColumnName{"sessiontype", Field::sport, Unit::text},
    ColumnName{"title", Field::title, Unit::text},
    ColumnName{"note", Field::title, Unit::text},
    ColumnName{"notes", Field::title, Unit::text},
    ColumnName{"duration", Field::duration, Unit::minutes},
    ColumnName{"minutes", Field::duration, Unit::minutes},
    ColumnName{"moving time", Field::duration, Unit::minutes},
    ColumnName{"elapsed", Field::elapsed, Unit::minutes},
    ColumnName{"elapsed time", Field::elapsed, Unit::minutes},
    ColumnName{"distance", Field::distance, Unit::any_distance},
    ColumnName{"km", Field::distance, Unit::kilometres},
    ColumnName{"miles", Field::distance, Unit::miles},
    ColumnName{"rpe", Field::rpe, Unit::one},
    ColumnName{"borg", Field::rpe, Unit::one},
    ColumnName{"load", Field::load, Unit::one},
    ColumnName{"srpe", Field::load, Unit::one},
    ColumnName{"session load", Field::load, Unit::one},
    ColumnName{"sessionload", Field::load, Unit::one},
    ColumnName{"training load", Field::load, Unit::one},
    ColumnName{"tl", Field::load, Unit::one},
    ColumnName{"avg hr", Field::avg_hr, Unit::one},
    ColumnName{"average hr", Field::avg_hr, Unit::one},
    ColumnName{"average heart rate", Field::avg_hr, Unit::one},
    ColumnName{"max hr", Field::max_hr, Unit::one},
    ColumnName{"max heart rate", Field::max_hr, Unit::one},
    ColumnName{"max speed", Field::max_speed, Unit::metres_per_second},
    ColumnName{"ascent", Field::ascent, Unit::metres},
    ColumnName{"high speed", Field::high_speed, Unit::metres},
    ColumnName{"high speed distance", Field::high_speed, Unit::metres},
    ColumnName{"sprint distance", Field::sprint_distance, Unit::metres},
    ColumnName{"sprint", Field::sprint_distance, Unit::metres},
    ColumnName{"sprints", Field::sprints, Unit::one},
    ColumnName{"changes of direction", Field::changes_of_direction, Unit::one},
};

std::optional<ColumnName> column_named(const std::string& name) {
    const auto* const known =
        std::find_if(plain_names.begin(), plain_names.end(),
                     [&](const ColumnName& column) { return column.header == name; });
    if (known != plain_names.end()) {
        return *known;
    }
    if (const std::optional<Field> zone = zone_of_header(name)) {
        return ColumnName{"", *zone, Unit::minutes};
    }
    return std::nullopt;
}

std::optional<HeaderMatch> match_plain(std::span<const std::string_view> header) {
    HeaderMatch match;
    std::string found;
    bool has_date = false;
    bool has_amount = false;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const Heading heading = heading_of(header[i]);
        const std::optional<ColumnName> known = column_named(heading.name);
        if (!known) {
            continue;
        }
        const std::optional<Unit> unit = unit_of(known->unit, heading.unit);
        if (!unit) {
            continue;
        }
        const bool taken =
            std::any_of(match.columns.begin(), match.columns.end(),
                        [&](const ColumnUse& use) { return use.field == known->field; });
        if (taken && known->field != Field::hr_zone_above) {
            continue;
        }
        match.columns.push_back({i, known->field, *unit});
        has_date = has_date || known->field == Field::start;
        has_amount = has_amount || known->field == Field::duration ||
                     known->field == Field::distance || known->field == Field::load;
        found += (found.empty() ? "'" : ", '") + std::string(header[i]) + "'";
    }
    if (!has_date || !has_amount) {
        return std::nullopt;
    }
    match.signature = "columns " + found;
    return match;
}

constexpr std::array<std::string_view, 6> plain_missing{"NA", "N/A", "null", "None", "-", "--"};

} // namespace

const Dialect plain_dialect{
    .format = "plain_csv",
    .name = "plain log",
    .match = match_plain,
    .time = TimeBasis::local,
    .date = std::nullopt,
    .decimals = Decimals::inferred,
    .short_rows = true,
    .missing = plain_missing,
};

} // namespace plimsoll::ingest
