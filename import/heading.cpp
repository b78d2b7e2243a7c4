// Headings and their units.
// SPDX-License-Identifier: Apache-2.0
#include "import/heading.hpp"

#include "import/dialect.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::ingest {
namespace {

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
    UnitName{"km/hr", Unit::kilometres_per_hour},
    UnitName{"mi/h", Unit::miles_per_hour},
    UnitName{"feet", Unit::feet},
    UnitName{"hh:mm:ss", Unit::seconds},
    UnitName{"count/min", Unit::one},
    UnitName{"h:m:s", Unit::seconds},
    UnitName{"h:mm:ss", Unit::seconds},
    UnitName{"mm:ss", Unit::minutes},
    UnitName{"m:ss", Unit::minutes},
    UnitName{"h:mm", Unit::hours_minutes},
    UnitName{"hh:mm", Unit::hours_minutes},
    UnitName{"h:m", Unit::hours_minutes},
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
    case Unit::hours_minutes:
    case Unit::days:
    case Unit::any_time:
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
    case Unit::file_speed:
    case Unit::metres_per_second:
    case Unit::kilometres_per_hour:
    case Unit::miles_per_hour:
    case Unit::any_speed:
        return Dimension::speed;
    case Unit::text:
    case Unit::one:
        break;
    }
    return Dimension::none;
}

} // namespace

Heading heading_of(std::string_view cell) {
    std::string text = folded_header(cell);
    const bool by_dots = text.find(' ') == std::string::npos; // R writes Activity.Type
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool ends_word = i + 1 == text.size() || text[i + 1] == ' '; // h:mm:ss is a unit
        if ((c == '.' && by_dots) || (c == ':' && ends_word) || c == '_' || c == '(' || c == ')' ||
            c == '[' || c == ']' || c == ',') {
            text[i] = ' ';
        }
    }
    Heading heading;
    heading.whole = folded_header(cell);
    heading.name = folded_header(text);
    const std::size_t blank = heading.name.rfind(' ');
    if (blank == std::string::npos) {
        return heading;
    }
    const std::string_view last = std::string_view(heading.name).substr(blank + 1);
    if (heading.unit = unit_named(last); heading.unit) {
        heading.name.erase(blank);
        if (heading.name.ends_with(" in")) {
            heading.name.erase(heading.name.size() - 3);
        }
    }
    return heading;
}

std::optional<Unit> unit_named(std::string_view word) noexcept {
    const auto* const known =
        std::find_if(unit_names.begin(), unit_names.end(),
                     [&](const UnitName& unit) { return unit.suffix == word; });
    return known == unit_names.end() ? std::nullopt : std::optional(known->unit);
}

std::optional<Unit> unit_of(Unit usual, std::optional<Unit> said) {
    if (!said || *said == Unit::one) {
        return usual;
    }
    return dimension_of(*said) == dimension_of(usual) ? said : std::nullopt;
}

} // namespace plimsoll::ingest
