// Maps.
// SPDX-License-Identifier: Apache-2.0
#include "import/map_file.hpp"

#include "import/text_encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

// A key of [columns], and what it makes of the column.
constexpr std::array map_keys{
    ColumnName{"athlete", Field::athlete, Unit::text},
    ColumnName{"start", Field::start, Unit::text},
    ColumnName{"time_of_day", Field::clock, Unit::text},
    ColumnName{"end", Field::end, Unit::text},
    ColumnName{"sport", Field::sport, Unit::text},
    ColumnName{"title", Field::title, Unit::text},
    ColumnName{"part", Field::part, Unit::text},
    ColumnName{"duration_s", Field::duration, Unit::seconds},
    ColumnName{"duration_min", Field::duration, Unit::minutes},
    ColumnName{"duration_h", Field::duration, Unit::hours},
    ColumnName{"elapsed_s", Field::elapsed, Unit::seconds},
    ColumnName{"elapsed_min", Field::elapsed, Unit::minutes},
    ColumnName{"distance_m", Field::distance, Unit::metres},
    ColumnName{"distance_km", Field::distance, Unit::kilometres},
    ColumnName{"distance_mi", Field::distance, Unit::miles},
    ColumnName{"distance_yd", Field::distance, Unit::yards},
    ColumnName{"avg_hr_bpm", Field::avg_hr, Unit::one},
    ColumnName{"max_hr_bpm", Field::max_hr, Unit::one},
    ColumnName{"max_speed_mps", Field::max_speed, Unit::metres_per_second},
    ColumnName{"max_speed_kmh", Field::max_speed, Unit::kilometres_per_hour},
    ColumnName{"max_speed_mph", Field::max_speed, Unit::miles_per_hour},
    ColumnName{"ascent_m", Field::ascent, Unit::metres},
    ColumnName{"ascent_ft", Field::ascent, Unit::feet},
    ColumnName{"rpe", Field::rpe, Unit::one},
    ColumnName{"load_au", Field::load, Unit::one},
    ColumnName{"high_speed_m", Field::high_speed, Unit::metres},
    ColumnName{"high_speed_yd", Field::high_speed, Unit::yards},
    ColumnName{"sprint_m", Field::sprint_distance, Unit::metres},
    ColumnName{"sprint_yd", Field::sprint_distance, Unit::yards},
    ColumnName{"sprints", Field::sprints, Unit::one},
    ColumnName{"changes_of_direction", Field::changes_of_direction, Unit::one},
};

struct DateWord {
    std::string_view word;
    DateShape shape;
};

constexpr std::array date_words{
    DateWord{"iso", DateShape::iso},
    DateWord{"day_first", DateShape::day_first},
    DateWord{"month_first", DateShape::month_first},
    DateWord{"words", DateShape::words},
};

constexpr std::array<std::string_view, 7> usual_missing{"NA",   "N/A", "NaN", "null",
                                                        "None", "-",   "--"};

// A dialect with the texts that it points to.
struct Map {
    std::string name;
    std::vector<std::string> headers; // reserved: they must not move
    std::vector<std::string_view> signature;
    std::vector<ColumnName> names;
    std::vector<std::string> missing_texts;
    std::vector<std::string_view> missing;
    std::vector<std::string> whole_texts;
    std::vector<std::string_view> whole;
    Dialect dialect;
};

void read_columns(TomlTable columns, Map& map) {
    map.headers.reserve(map_keys.size());
    for (const ColumnName& key : map_keys) {
        const std::optional<std::string> header = columns.text(key.header);
        if (!header) {
            continue;
        }
        const bool twice =
            std::any_of(map.names.begin(), map.names.end(),
                        [&](const ColumnName& known) { return known.field == key.field; });
        if (twice) {
            columns.refuse(key.header, "the field stands there twice, in two units");
        }
        map.headers.push_back(folded_header(*header));
        map.names.push_back({map.headers.back(), key.field, key.unit});
    }
    columns.finish();
    map.signature.assign(map.headers.begin(), map.headers.end());
    const auto has = [&](Field field) {
        return std::any_of(map.names.begin(), map.names.end(),
                           [&](const ColumnName& column) { return column.field == field; });
    };
    if (!has(Field::start) ||
        !(has(Field::duration) || has(Field::distance) || has(Field::load) || has(Field::end))) {
        columns.refuse("", "a map names the column of the start and one of duration, distance, "
                           "load or end");
    }
}

void read_settings(TomlTable& toml, Map& map) {
    map.name = "table by a map" + (toml.text("name") ? ": " + *toml.text("name") : std::string());
    if (const auto sport = toml.text("sport")) {
        const std::optional<Sport> known = parse_sport(*sport);
        if (!known) {
            toml.refuse("sport", fmt::format("'{}' is no sport of the canonical log", *sport));
        }
        map.dialect.sport = *known;
    }
    map.dialect.date = std::nullopt;
    if (const auto word = toml.text("date")) {
        const auto* const known =
            std::find_if(date_words.begin(), date_words.end(),
                         [&](const DateWord& row) { return row.word == *word; });
        if (known == date_words.end()) {
            toml.refuse("date",
                        fmt::format("'{}' is none of iso, day_first, month_first, words", *word));
        }
        map.dialect.date = known->shape;
    }
    if (const auto basis = toml.text("times")) {
        if (*basis != "local" && *basis != "utc") {
            toml.refuse("times", fmt::format("'{}' is neither local nor utc", *basis));
        }
        map.dialect.time = *basis == "utc" ? TimeBasis::utc : TimeBasis::local;
    }
    if (const auto kind = toml.text("load_kind")) {
        const std::optional<LoadKind> known = parse_load_kind(*kind);
        if (!known) {
            toml.refuse("load_kind",
                        fmt::format("'{}' is none of srpe, trimp, estimated, vendor", *kind));
        }
        map.dialect.load_kind = *known;
    }
    map.missing_texts = toml.texts("missing");
    map.missing.assign(usual_missing.begin(), usual_missing.end());
    for (const std::string& text : map.missing_texts) {
        if (!text.empty()) {
            map.missing.push_back(text);
        }
    }
    for (const std::string& text : toml.texts("whole")) {
        map.whole_texts.push_back(folded(text));
    }
    map.whole.assign(map.whole_texts.begin(), map.whole_texts.end());
}

} // namespace

std::shared_ptr<const Dialect> map_from(TomlTable toml) {
    const auto map = std::make_shared<Map>();
    read_settings(toml, *map);
    read_columns(toml.table("columns"), *map);
    toml.finish();
    map->dialect.format = "mapped_csv";
    map->dialect.name = map->name;
    map->dialect.signature = map->signature;
    map->dialect.names = map->names;
    map->dialect.decimals = Decimals::inferred;
    map->dialect.short_rows = true;
    map->dialect.missing = map->missing;
    map->dialect.whole = map->whole;
    return {map, &map->dialect};
}

} // namespace plimsoll::ingest
