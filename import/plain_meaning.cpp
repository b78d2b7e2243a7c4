// Names that are titles, metres that are kilometres.
// SPDX-License-Identifier: Apache-2.0
#include "import/plain_meaning.hpp"

#include "import/number.hpp"
#include "import/plain_heading.hpp"
#include "import/plain_words.hpp"
#include "import/sport_label.hpp"
#include "import/table_inference.hpp"
#include "import/table_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t rows_for_meaning = 20'000; // policy: as for units

bool holds_sport_word(std::string_view cell) {
    while (!cell.empty()) {
        const std::size_t blank = std::min(cell.find(' '), cell.size());
        const std::optional<Sport> sport =
            blank == 0 ? std::nullopt : sport_of_label(cell.substr(0, blank));
        if (sport && *sport != Sport::unknown && *sport != Sport::other) {
            return true;
        }
        cell.remove_prefix(std::min(blank + 1, cell.size()));
    }
    return false;
}

// Calls see(cell) for each cell of a column.
template <class See>
void for_each_cell(ByteSource& bytes, const TableLayout& layout, std::size_t column, See see) {
    std::size_t rows = 0;
    bytes.rewind();
    each_row(bytes, layout, {}, [&](const Record&, const std::vector<std::string_view>& cells) {
        if (column < cells.size()) {
            see(cells[column]);
        }
        return ++rows < rows_for_meaning;
    });
}

// The unit of the distances, where it is a long one.
std::optional<Unit> long_unit(const TableLayout& layout, const ReadingRules& rules) {
    const auto& columns = layout.match.columns;
    const auto distance = std::find_if(columns.begin(), columns.end(), [](const ColumnUse& use) {
        return use.field == Field::distance;
    });
    if (distance == columns.end()) {
        return std::nullopt;
    }
    const bool unsaid = distance->unit == Unit::any_distance;
    if (unsaid ? rules.distance == DistanceUnit::kilometres : distance->unit == Unit::kilometres) {
        return Unit::kilometres;
    }
    if (unsaid ? rules.distance == DistanceUnit::miles : distance->unit == Unit::miles) {
        return Unit::miles;
    }
    return std::nullopt;
}

} // namespace

void find_titles(ByteSource& bytes, TableLayout& layout, DiagnosticSink& sink) {
    if (layout.dialect != &plain_dialect) {
        return;
    }
    auto& columns = layout.match.columns;
    const auto names = std::find_if(columns.begin(), columns.end(), [&](const ColumnUse& use) {
        return use.field == Field::athlete &&
               name_part_of(plain_heading_of(layout.header.at(use.index)).whole) == NamePart::name;
    });
    if (names == columns.end() || has_field(layout, Field::rpe)) { // a coach rates athletes
        return;
    }
    std::size_t cells = 0;
    std::size_t titles = 0;
    for_each_cell(bytes, layout, names->index, [&](std::string_view cell) {
        ++cells;
        titles += holds_sport_word(cell) ? 1U : 0U;
    });
    constexpr std::size_t a_fifth = 5; // policy
    if (titles == 0 || titles * a_fifth < cells) {
        return;
    }
    sink.add(Severity::note, 0, 0, {}, "names_are_titles",
             fmt::format("the column {} is taken for titles of sessions: {} of {} name a sport",
                         plimsoll::quoted(layout.header.at(names->index)), titles, cells),
             "if it names athletes, call it 'athlete'");
    if (has_field(layout, Field::title)) {
        columns.erase(names);
    } else {
        names->field = Field::title;
    }
}

void find_numbers_of_people(ByteSource& bytes, TableLayout& layout, DiagnosticSink& sink) {
    auto& columns = layout.match.columns;
    const auto people = std::find_if(columns.begin(), columns.end(), [](const ColumnUse& use) {
        return use.field == Field::athlete;
    });
    if (layout.dialect != &plain_dialect || people == columns.end() ||
        name_part_of(plain_heading_of(layout.header.at(people->index)).whole) != NamePart::number) {
        return;
    }
    constexpr std::size_t few = 3; // policy: of so few each may be of another one
    std::set<std::string, std::less<>> different;
    std::size_t cells = 0;
    for_each_cell(bytes, layout, people->index, [&](std::string_view cell) {
        ++cells;
        different.emplace(cell);
    });
    if (cells > few && different.size() == cells) {
        sink.add(Severity::note, 0, 0, {}, "row_numbers",
                 fmt::format("the column {} is taken for numbers of rows: no two are the same",
                             plimsoll::quoted(layout.header.at(people->index))),
                 "if it names athletes, call it 'athlete'");
        columns.erase(people);
    }
}

void find_ratings(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                  DiagnosticSink& sink) {
    if (layout.dialect != &plain_dialect) {
        return;
    }
    auto& columns = layout.match.columns;
    const auto heading_of_column = [&](const ColumnUse& use) {
        return plain_heading_of(layout.header.at(use.index));
    };

    struct Seen {
        std::size_t numbers = 0;
        std::size_t others = 0;
        double highest = 0.0;
    };

    const auto look_at = [&](const ColumnUse& use) {
        Seen seen;
        for_each_cell(bytes, layout, use.index, [&](std::string_view cell) {
            if (cell.find_first_of("0123456789") == std::string_view::npos) {
                seen.others += cell.size() > 2 ? 1U : 0U; // no mark of a missing value
                return;
            }
            ++seen.numbers;
            seen.highest = std::max(seen.highest, parse_number(cell, rules.numbers).value_or(0.0));
        });
        return seen;
    };
    const auto load = std::find_if(columns.begin(), columns.end(), [&](const ColumnUse& use) {
        return use.field == Field::load && heading_of_column(use).name == "srpe";
    });
    constexpr double highest_rating = 10.0; // Borg CR-10
    if (load != columns.end() && !has_field(layout, Field::rpe)) {
        const double highest = look_at(*load).highest;
        if (highest > 0.0 && highest <= highest_rating) {
            load->field = Field::rpe;
            sink.add(Severity::note, 0, 0, {}, "rating_assumed",
                     fmt::format("{} is read as the rating, not the load: none is above 10",
                                 plimsoll::quoted(layout.header.at(load->index))));
        }
    }
    const auto ratings = std::find_if(columns.begin(), columns.end(),
                                      [](const ColumnUse& use) { return use.field == Field::rpe; });
    if (ratings == columns.end()) {
        return;
    }
    const PlainHeading heading = heading_of_column(*ratings);
    const std::string name = plimsoll::quoted(layout.header.at(ratings->index));
    if (heading.scale && heading.scale->highest != 10) {
        sink.add(Severity::warning, 0, 0, {}, "rating_scale",
                 fmt::format("ratings ({}) are not read: their scale ends at {}, not at 10 as "
                             "Borg CR-10 does",
                             name, heading.scale->highest),
                 "write them as 0 to 10");
        columns.erase(ratings);
        return;
    }
    const auto weak = plain_word(heading.whole, WordClass::weak);
    if (!weak || weak->field != Field::rpe) {
        return;
    }
    if (const Seen seen = look_at(*ratings); seen.others > seen.numbers) {
        columns.erase(ratings); // "easy", "hard": told with what is not read
    } else {
        sink.add(Severity::note, 0, 0, {}, "rating_assumed",
                 fmt::format("{} is taken for the rating of the session (RPE, 0 to 10)", name),
                 "if it is another one, name it otherwise");
    }
}

void find_fast_units(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                     DiagnosticSink& sink) {
    constexpr double most = 10.0; // km or miles at high speed, policy
    const std::optional<Unit> unit =
        layout.dialect == &plain_dialect ? long_unit(layout, rules) : std::nullopt;
    if (!unit) {
        return;
    }
    for (ColumnUse& column : layout.match.columns) {
        const bool fast =
            column.field == Field::high_speed || column.field == Field::sprint_distance;
        if (!fast || plain_heading_of(layout.header.at(column.index)).unit) {
            continue;
        }
        double highest = 0.0;
        for_each_cell(bytes, layout, column.index, [&](std::string_view cell) {
            highest = std::max(highest, parse_number(cell, rules.numbers).value_or(0.0));
        });
        if (highest > 0.0 && highest < most) {
            column.unit = *unit;
            sink.add(Severity::note, 0, 0, {}, "unit_assumed",
                     fmt::format("distances at speed ({}) are read as {} (the highest is {:g})",
                                 plimsoll::quoted(layout.header.at(column.index)),
                                 *unit == Unit::miles ? "mi" : "km", highest));
        }
    }
}

} // namespace plimsoll::ingest
