// Garmin Connect's activity list, "Activities.csv", in every language and layout.
//
// Columns come and go with what the listed activities have, and the names of cadence and speed
// follow the first of them; so columns go by name. But sport, start, title, distance and time have
// stood at the same places in every language since 2017, and "Training Stress Score" is translated
// nowhere: a language that the table of names lacks is read by place.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"
#include "import/garmin_names.hpp"
#include "import/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace plimsoll::ingest {
namespace {

// '00:NaN:NaN' and the dashes are Garmin's own marks for "not recorded"; NA is R's.
constexpr std::array<std::string_view, 6> garmin_missing{"--",  "--:--:--",   "--:--",
                                                         "NaN", "00:NaN:NaN", "NA"};

constexpr std::array places{
    ColumnUse{0, Field::sport, Unit::text},
    ColumnUse{1, Field::start, Unit::text},
    ColumnUse{3, Field::title, Unit::text},
    ColumnUse{4, Field::distance, Unit::file_distance},
    ColumnUse{6, Field::duration, Unit::seconds},
};

// What stands behind the places in the layout of 2017 to 2021, which lost its header in one file.
constexpr std::array further_places{
    ColumnUse{7, Field::avg_hr, Unit::one},
    ColumnUse{8, Field::max_hr, Unit::one},
    ColumnUse{9, Field::fraction, Unit::one},
    ColumnUse{10, Field::cadence, Unit::one},
    ColumnUse{13, Field::max_speed, Unit::file_speed},
    ColumnUse{14, Field::ascent, Unit::file_height},
    ColumnUse{16, Field::stride_length, Unit::one},
};

bool has_all(const std::vector<ColumnUse>& columns, std::initializer_list<Field> fields) {
    return std::all_of(fields.begin(), fields.end(), [&](Field field) {
        return std::any_of(columns.begin(), columns.end(),
                           [&](const ColumnUse& use) { return use.field == field; });
    });
}

bool is_favourite(const std::string& name) {
    static constexpr std::array<std::string_view, 11> words{
        "favorite", "favorit",   "favori",   "favorito",  "favoriet", "ulubiony",
        "kedvenc",  "favourite", "favoritt", "preferito", "suosikki"};
    return std::find(words.begin(), words.end(), name) != words.end();
}

// The names that Garmin translates nowhere.
bool is_trade_mark(const std::string& name) {
    return name.starts_with("training stress score\u00AE") ||
           name.starts_with("normalized power\u00AE");
}

// A row of the list: sport, moment, true or false, ... and a time of day's worth in the seventh
// cell.
std::optional<HeaderMatch> match_first_row(std::span<const std::string_view> cells) {
    constexpr std::size_t least = 25; // formats.md 1.5
    constexpr std::size_t most = 50;
    const auto is_clock = [&](std::size_t i) { return parse_clock(cells[i]).has_value(); };
    if (cells.size() < least || cells.size() > most || !parse_moment(cells[1], DateShape::iso) ||
        (folded(cells[2]) != "true" && folded(cells[2]) != "false") || !is_clock(6)) {
        return std::nullopt;
    }
    HeaderMatch match{
        {places.begin(), places.end()}, "no header; a row as the list has them", true};
    if (is_clock(12) && is_clock(13) && !is_clock(10) && !is_clock(16)) {
        match.columns.insert(match.columns.end(), further_places.begin(), further_places.end());
    }
    return match;
}

// Before 2017: "Favorite,Activity Name,Activity Type,Course,Start,Time,Distance,...".
bool is_old_layout(const std::vector<std::string>& cells) {
    return std::any_of(cells.begin(), cells.end(), [](const std::string& name) {
        const bool two_in_one = name.ends_with(')') && name.find('(') != std::string::npos;
        return two_in_one && (name.find("pace)") != std::string::npos ||
                              name.find("allure") != std::string::npos ||
                              name.find("ritmo") != std::string::npos);
    });
}

std::optional<HeaderMatch> match_garmin(std::span<const std::string_view> header) {
    constexpr std::size_t least = 8;
    if (header.size() < least) {
        return std::nullopt;
    }
    std::vector<std::string> cells;
    std::transform(header.begin(), header.end(), std::back_inserter(cells), folded_header);
    const std::size_t base = cells[0].empty() ? 1 : 0; // R numbers its rows
    HeaderMatch match{columns_by_name(header, garmin_names), "", false};
    const bool marked = std::any_of(cells.begin(), cells.end(), is_trade_mark);
    if (marked && !has_all(match.columns, {Field::start, Field::duration})) {
        match.columns.clear(); // a language that is not known
        for (ColumnUse use : places) {
            use.index += base;
            match.columns.push_back(use);
        }
        match.signature = "'Training Stress Score\u00AE', columns by place";
        return match;
    }
    if (!has_all(match.columns, {Field::sport, Field::start, Field::duration, Field::distance})) {
        return match_first_row(header);
    }
    if (marked) {
        match.signature = "'Training Stress Score\u00AE'";
    } else if (is_favourite(cells[base + 2])) {
        match.signature = "first columns '" + std::string(header[base]) + "', '" +
                          std::string(header[base + 1]) + "', '" + std::string(header[base + 2]) +
                          "'";
    } else if (is_old_layout(cells)) {
        match.signature = "pace and speed in one column, as before 2017";
    } else {
        return std::nullopt;
    }
    return match;
}

} // namespace

const Dialect garmin_dialect{
    .format = "garmin_csv",
    .name = "Garmin Connect activity list",
    .match = match_garmin,
    .time = TimeBasis::local,
    .date = std::nullopt,
    .decimals = Decimals::inferred,
    .zero_is_missing = true,
    .missing = garmin_missing,
    .swims_in_metres = true,
    .clock_only = true,
};

} // namespace plimsoll::ingest
