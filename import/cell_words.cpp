// Numbers and the words behind them.
// SPDX-License-Identifier: Apache-2.0
#include "import/cell_words.hpp"

#include "import/clock.hpp"
#include "import/plain_heading.hpp"
#include "import/text_encoding.hpp"
#include "model/units.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t longest_cell = 40; // bytes; no duration in words is longer

// The number at the start of @p text, which keeps what is behind it.
std::optional<double> take_number(std::string_view& text, NumberStyle style) {
    const std::size_t end =
        std::min(text.find_first_not_of("0123456789.,"), text.size()); // no sign, no blank
    const auto value = end == 0 ? std::nullopt : parse_number(text.substr(0, end), style);
    if (value) {
        text = trimmed(text.substr(end));
    }
    return value;
}

std::string_view take_letters(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && !(text[end] >= '0' && text[end] <= '9') && text[end] != ' ') {
        ++end;
    }
    const std::string_view word = text.substr(0, end);
    text = trimmed(text.substr(end));
    return word;
}

// Seconds in the unit that a word of a cell names.
double seconds_in(std::string_view word) {
    while (word.ends_with('.') || word.ends_with(',')) {
        word.remove_suffix(1);
    }
    if (word == "'" || word == "m" || word == "\xE2\x80\xB2") { // prime
        return units::seconds_per_minute;
    }
    if (word == "\"" || word == "''" || word == "\xE2\x80\xB3") {
        return 1.0;
    }
    const Unit unit = unit_of_word(word).value_or(Unit::text);
    return unit == Unit::hours || unit == Unit::minutes || unit == Unit::seconds ? si_factor(unit)
                                                                                 : 0.0;
}

bool read_rating(std::string_view cell, NumberStyle style, double& value) {
    std::string_view rest = cell;
    const auto rating = take_number(rest, style);
    if (!rating || rest.empty()) {
        return false;
    }
    if (rest.front() == '/') {
        rest = trimmed(rest.substr(1));
        const auto top = take_number(rest, style);
        if (!top || *top < 10.0 || *top > 10.0 || !rest.empty()) {
            return false; // of another scale
        }
    } else if (rest.find_first_of("0123456789") != std::string_view::npos) {
        return false; // "5-6", "6 or 7"
    }
    value = *rating;
    return true;
}

// Of a unit of the same kind, in metres, metres a second, beats.
double word_factor(std::string_view word, const ColumnUse& use) {
    const Unit unit = unit_of_word(word).value_or(Unit::text);
    if (use.field == Field::distance || use.field == Field::high_speed ||
        use.field == Field::sprint_distance) {
        return metres_in_word(word);
    }
    if (use.field == Field::ascent) {
        return unit == Unit::feet || unit == Unit::metres ? si_factor(unit) : 0.0;
    }
    if (use.field == Field::max_speed) {
        return unit == Unit::metres_per_second || unit == Unit::kilometres_per_hour ||
                       unit == Unit::miles_per_hour
                   ? si_factor(unit)
                   : 0.0;
    }
    return use.unit == Unit::one && unit == Unit::one ? 1.0 : 0.0;
}

} // namespace

double metres_in_word(std::string_view word) noexcept {
    const Unit unit = unit_of_word(word).value_or(Unit::text);
    return unit == Unit::metres || unit == Unit::kilometres || unit == Unit::miles ||
                   unit == Unit::yards
               ? si_factor(unit)
               : 0.0;
}

std::optional<double> duration_in_words(std::string_view cell, NumberStyle style) {
    if (cell.size() > longest_cell) {
        return std::nullopt;
    }
    const std::string small = folded(cell);
    std::string_view rest = small;
    if (rest.ends_with(" am") || rest.ends_with(" pm")) {
        const auto second = parse_time_of_day(rest);
        return second ? std::optional<double>(*second) : std::nullopt;
    }
    if (rest.starts_with("pt")) {
        rest.remove_prefix(2);
    }
    double total_s = 0.0;
    double unit_s = 0.0; // of the number before
    while (!rest.empty()) {
        const auto number = take_number(rest, style);
        if (!number) {
            return std::nullopt;
        }
        const std::string_view word = take_letters(rest);
        // "1h30", "52'30": the next smaller unit
        const double here_s = word.empty() ? unit_s / units::seconds_per_minute : seconds_in(word);
        if (!(here_s >= 1.0) || (unit_s > 0.0 && here_s >= unit_s) ||
            (unit_s > 0.0 && *number >= units::seconds_per_minute)) {
            return std::nullopt;
        }
        total_s += *number * here_s;
        unit_s = here_s;
    }
    return unit_s > 0.0 ? std::optional(total_s) : std::nullopt;
}

bool read_with_words(std::string_view cell, const ColumnUse& use, NumberStyle style,
                     double& value) {
    cell = trimmed(cell);
    if (cell.empty() || cell.size() > longest_cell || cell.front() < '0' ||
        (cell.front() > '9' && cell.front() != 'P')) {
        return false;
    }
    if (use.field == Field::rpe) {
        return read_rating(cell, style, value);
    }
    if (use.field == Field::duration || use.field == Field::elapsed) {
        const auto lasts_s = duration_in_words(cell, style);
        value = lasts_s.value_or(value);
        return lasts_s.has_value();
    }
    std::string_view rest = cell;
    const auto number = take_number(rest, style);
    const double factor = number ? word_factor(folded(rest), use) : 0.0;
    if (!(factor > 0.0)) {
        return false;
    }
    value = *number * factor;
    return true;
}

} // namespace plimsoll::ingest
