// A plain log: any table with a date and at least one of duration, distance and load, its columns
// named by common words with their units: `date`, `duration_min`, `Distance (km)`, `rpe`, ...
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"
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

struct UnitName {
    std::string_view suffix;
    Unit unit;
};

// Units that a header may carry behind the name: `_km`, ` (km)`, ` [km]`, ` in km`.
constexpr std::array unit_names{
    UnitName{"s", Unit::seconds},
    UnitName{"sec", Unit::seconds},
    UnitName{"secs", Unit::seconds},
    UnitName{"seconds", Unit::seconds},
    UnitName{"min", Unit::minutes},
    UnitName{"mins", Unit::minutes},
    UnitName{"minutes", Unit::minutes},
    UnitName{"h", Unit::hours},
    UnitName{"hours", Unit::hours},
    UnitName{"m", Unit::metres},
    UnitName{"metres", Unit::metres},
    UnitName{"meters", Unit::metres},
    UnitName{"km", Unit::kilometres},
    UnitName{"mi", Unit::miles},
    UnitName{"miles", Unit::miles},
    UnitName{"yd", Unit::yards},
    UnitName{"yards", Unit::yards},
    UnitName{"ft", Unit::feet},
    UnitName{"mps", Unit::metres_per_second},
    UnitName{"m/s", Unit::metres_per_second},
    UnitName{"kmh", Unit::kilometres_per_hour},
    UnitName{"km/h", Unit::kilometres_per_hour},
    UnitName{"kph", Unit::kilometres_per_hour},
    UnitName{"mph", Unit::miles_per_hour},
    UnitName{"bpm", Unit::one},
    UnitName{"au", Unit::one},
};

enum class Dimension { none, time, length, speed };

Dimension dimension_of(Unit unit) {
    switch (unit) {
    case Unit::seconds:
    case Unit::minutes:
    case Unit::hours:
        return Dimension::time;
    case Unit::metres:
    case Unit::kilometres:
    case Unit::miles:
    case Unit::yards:
    case Unit::feet:
    case Unit::file_distance:
    case Unit::any_distance:
    case Unit::file_height:
        return Dimension::length;
    case Unit::metres_per_second:
    case Unit::kilometres_per_hour:
    case Unit::miles_per_hour:
        return Dimension::speed;
    case Unit::text:
    case Unit::one:
        break;
    }
    return Dimension::none;
}

// "duration_min" -> "duration" and minutes; "distance (km)" -> "distance" and kilometres.
struct Heading {
    std::string name;
    std::optional<Unit> unit;
};

Heading heading_of(std::string_view cell) {
    std::string text = folded_header(cell);
    for (char& c : text) {
        if (c == '_' || c == '(' || c == ')' || c == '[' || c == ']') {
            c = ' ';
        }
    }
    Heading heading{folded_header(text), std::nullopt};
    const std::size_t blank = heading.name.rfind(' ');
    if (blank == std::string::npos) {
        return heading;
    }
    const std::string_view last = std::string_view(heading.name).substr(blank + 1);
    for (const UnitName& unit : unit_names) {
        if (unit.suffix == last) {
            heading.unit = unit.unit;
            heading.name.erase(blank);
            if (heading.name.ends_with(" in")) {
                heading.name.erase(heading.name.size() - 3);
            }
            break;
        }
    }
    return heading;
}

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
        Unit unit = known->unit;
        if (heading.unit && *heading.unit != Unit::one) {
            if (dimension_of(*heading.unit) != dimension_of(unit)) {
                continue; // "load (km)" is not a load
            }
            unit = *heading.unit;
        }
        const bool taken =
            std::any_of(match.columns.begin(), match.columns.end(),
                        [&](const ColumnUse& use) { return use.field == known->field; });
        if (taken && known->field != Field::hr_zone_above) {
            continue;
        }
        match.columns.push_back({i, known->field, unit});
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
    .date = DateShape::iso,
    .decimals = Decimals::inferred,
    .short_rows = true,
    .missing = plain_missing,
};

} // namespace plimsoll::ingest
