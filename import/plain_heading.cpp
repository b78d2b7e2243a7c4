// Headings of sheets, taken apart.
// SPDX-License-Identifier: Apache-2.0
#include "import/plain_heading.hpp"

#include "import/dialect.hpp"
#include "import/heading.hpp"
#include "import/scanner.hpp"
#include "import/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace plimsoll::ingest {
namespace {

struct HeadingUnit {
    std::string_view word;
    Unit unit;
};

// Beside those of heading.cpp: plurals, points, other languages. None of them ends a known name.
constexpr std::array more_units{
    HeadingUnit{"yds", Unit::yards},
    HeadingUnit{"yrds", Unit::yards},
    HeadingUnit{"yard", Unit::yards},
    HeadingUnit{"kms", Unit::kilometres},
    HeadingUnit{"kilometer", Unit::kilometres},
    HeadingUnit{"kilometers", Unit::kilometres},
    HeadingUnit{"kilometre", Unit::kilometres},
    HeadingUnit{"kilometres", Unit::kilometres},
    HeadingUnit{"kilometros", Unit::kilometres},
    HeadingUnit{"mile", Unit::miles},
    HeadingUnit{"mls", Unit::miles},
    HeadingUnit{"mtr", Unit::metres},
    HeadingUnit{"mtrs", Unit::metres},
    HeadingUnit{"mts", Unit::metres},
    HeadingUnit{"meter", Unit::metres},
    HeadingUnit{"metre", Unit::metres},
    HeadingUnit{"metern", Unit::metres},
    HeadingUnit{"metros", Unit::metres},
    HeadingUnit{"hr", Unit::hours},
    HeadingUnit{"hrs", Unit::hours},
    HeadingUnit{"hour", Unit::hours},
    HeadingUnit{"std", Unit::hours},
    HeadingUnit{"stunden", Unit::hours},
    HeadingUnit{"horas", Unit::hours},
    HeadingUnit{"heures", Unit::hours},
    HeadingUnit{"uren", Unit::hours},
    HeadingUnit{"minute", Unit::minutes},
    HeadingUnit{"minuten", Unit::minutes},
    HeadingUnit{"minutos", Unit::minutes},
    HeadingUnit{"minuti", Unit::minutes},
    HeadingUnit{"minuter", Unit::minutes},
    HeadingUnit{"minutter", Unit::minutes},
    HeadingUnit{"second", Unit::seconds},
    HeadingUnit{"sek", Unit::seconds},
    HeadingUnit{"sekunden", Unit::seconds},
    HeadingUnit{"segundos", Unit::seconds},
    HeadingUnit{"secondes", Unit::seconds},
    HeadingUnit{"a.u", Unit::one},
    HeadingUnit{"u.a", Unit::one},
    HeadingUnit{"ua", Unit::one},
    HeadingUnit{"arbitrary units", Unit::one},
    HeadingUnit{"m.s-1", Unit::metres_per_second},
    HeadingUnit{"km.h-1", Unit::kilometres_per_hour},
    HeadingUnit{"h:mm:ss or minutes", Unit::minutes},
};

// What stands in brackets and says nothing about the meaning.
constexpr std::array<std::string_view, 14> fillers{
    "optional",  "required", "borg",    "borg scale", "cr10",   "cr 10",  "cr-10",
    "borg cr10", "foster",   "pflicht", "first",      "yes/no", "number", "whole session"};

bool is_letter_or_digit(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '%' ||
           static_cast<unsigned char>(c) >= 0x80;
}

// The key of a text that is folded already.
std::string key_of_folded(std::string_view text) {
    std::string key;
    std::copy_if(text.begin(), text.end(), std::back_inserter(key), is_letter_or_digit);
    return key;
}

// A blank where small letters meet a capital: "distanceKm".
std::string without_camels(std::string_view cell) {
    std::string out;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        const bool small_before = i > 0 && cell[i - 1] >= 'a' && cell[i - 1] <= 'z';
        if (small_before && cell[i] >= 'A' && cell[i] <= 'Z') {
            out += ' ';
        }
        out += cell[i];
    }
    return out;
}

std::string_view without_ends(std::string_view word, std::string_view marks) noexcept {
    const std::size_t first = word.find_first_not_of(marks);
    if (first == std::string_view::npos) {
        return {};
    }
    return word.substr(first, word.find_last_not_of(marks) - first + 1);
}

} // namespace

std::optional<Unit> unit_of_word(std::string_view word) noexcept {
    word = without_ends(word, " .,:;*");
    if (word.starts_with("in ")) {
        word.remove_prefix(3);
    }
    if (const std::optional<Unit> unit = unit_named(word)) {
        return unit;
    }
    const auto* const known =
        std::find_if(more_units.begin(), more_units.end(),
                     [&](const HeadingUnit& unit) { return unit.word == word; });
    return known == more_units.end() ? std::nullopt : std::optional(known->unit);
}

namespace {

// "0-10", "1 to 10", "Borg 6-20", "/10", "out of 10"; of an end that scales of ratings have.
std::optional<RatingScale> scale_in(std::string_view text) noexcept {
    Scanner scan(without_ends(text, " .,:;*"));
    RatingScale scale;
    if (scan.literal("/") || scan.literal("out of ")) {
        scan.blank();
    } else {
        for (const std::string_view word : {"borg ", "scale ", "cr10 ", "skala ", "echelle "}) {
            scan.literal(word);
        }
        if (!scan.digits(scale.lowest, 1, 2)) {
            return std::nullopt;
        }
        scan.blank();
        const bool to = scan.literal("-") || scan.literal("\xE2\x80\x93") || // en dash
                        scan.literal("to ") || scan.literal("bis ") || scan.literal("a ") ||
                        scan.literal("..") || scan.literal("/");
        if (!to) {
            return std::nullopt;
        }
        scan.blank();
    }
    const bool read = scan.digits(scale.highest, 1, 3) && scan.at_end();
    static constexpr std::array<int, 3> bottoms{0, 1, 6};
    static constexpr std::array<int, 6> tops{5, 6, 7, 10, 20, 100};
    const bool usual = std::find(bottoms.begin(), bottoms.end(), scale.lowest) != bottoms.end() &&
                       std::find(tops.begin(), tops.end(), scale.highest) != tops.end();
    return read && usual && scale.highest > scale.lowest ? std::optional(scale) : std::nullopt;
}

// "dd/mm/yyyy", "TT.MM.JJJJ", "mm-dd-yy", "yyyy-mm-dd hh:mm".
std::optional<DateShape> date_order_in(std::string_view text) {
    const std::string key = key_of_folded(text.substr(0, text.find(" h")));
    static constexpr std::array<std::string_view, 8> day_first{
        "ddmmyyyy", "ddmmyy", "dmyyyy", "dmy", "ttmmjjjj", "ttmmjj", "jjmmaaaa", "ddmmaaaa"};
    static constexpr std::array<std::string_view, 4> month_first{"mmddyyyy", "mmddyy", "mdyyyy",
                                                                 "mdy"};
    static constexpr std::array<std::string_view, 4> year_first{"yyyymmdd", "ymd", "jjjjmmtt",
                                                                "aaaammdd"};
    const auto is_one_of = [&](const auto& shapes) {
        return std::find(shapes.begin(), shapes.end(), key) != shapes.end();
    };
    if (is_one_of(day_first)) {
        return DateShape::day_first;
    }
    if (is_one_of(month_first)) {
        return DateShape::month_first;
    }
    return is_one_of(year_first) ? std::optional(DateShape::iso) : std::nullopt;
}

// Takes the groups in brackets that are known out of @p text; what they say goes to @p heading.
void take_brackets(std::string& text, PlainHeading& heading) {
    for (std::size_t open = text.find_first_of("(["); open != std::string::npos;
         open = text.find_first_of("([", open)) {
        const std::size_t close = text.find(text[open] == '(' ? ')' : ']', open);
        const std::string inside(
            without_ends(std::string_view(text).substr(
                             open + 1, close == std::string::npos ? close : close - open - 1),
                         " "));
        const std::optional<Unit> unit = unit_of_word(inside);
        const std::optional<RatingScale> scale = scale_in(inside);
        const std::optional<DateShape> dates = date_order_in(inside);
        const bool filler = std::find(fillers.begin(), fillers.end(), inside) != fillers.end();
        if (!unit && !scale && !dates && !filler && !inside.empty()) {
            ++open; // a part of the name
            continue;
        }
        heading.in_brackets = unit ? unit : heading.in_brackets;
        heading.scale = scale ? scale : heading.scale;
        heading.dates = dates ? dates : heading.dates;
        text.erase(open, close == std::string::npos ? close : close - open + 1);
        text.insert(open, " ");
    }
}

// Takes a scale off the end: the last words, at most three.
void take_scale(std::string& text, PlainHeading& heading) {
    std::size_t from = text.size();
    for (int words = 0; words < 4 && from > 0; ++words) {
        from = text.find_last_of(" /", from - 1);
        if (from == std::string::npos || from == 0) {
            return;
        }
        const std::size_t begin = text[from] == '/' ? from : from + 1;
        if (const auto scale = scale_in(std::string_view(text).substr(begin))) {
            heading.scale = scale;
            text.erase(begin);
            return;
        }
    }
}

void take_unit(std::string& text, PlainHeading& heading) {
    text = std::string(without_ends(text, " .,:;*?-"));
    for (const char mark : {' ', '/', '-'}) {
        const std::size_t at = text.rfind(mark);
        if (at == std::string::npos || at == 0) {
            continue;
        }
        if (const auto unit = unit_of_word(std::string_view(text).substr(at + 1))) {
            heading.unit = unit;
            text.erase(at);
            text = std::string(without_ends(text, " .,:;*?-"));
            if (text.ends_with(" in")) {
                text.erase(text.size() - 3);
            }
            return;
        }
    }
}

} // namespace

std::string heading_key(std::string_view text) {
    return key_of_folded(folded_without_marks(text));
}

PlainHeading plain_heading_of(std::string_view cell) {
    std::string text = folded_without_marks(folded_header(without_camels(cell)));
    std::replace(text.begin(), text.end(), '_', ' ');
    if (text.find(' ') == std::string::npos) {
        std::replace(text.begin(), text.end(), '.', ' '); // R writes Activity.Type
    }
    PlainHeading heading;
    take_brackets(text, heading);
    heading.unit = heading.in_brackets;
    text = std::string(without_ends(text, " .,:;*?-"));
    if (!heading.scale) {
        take_scale(text, heading);
    }
    heading.whole = key_of_folded(text);
    if (!heading.unit) {
        take_unit(text, heading);
    }
    heading.name = key_of_folded(text);
    return heading;
}

} // namespace plimsoll::ingest
