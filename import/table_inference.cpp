// Passes over the first rows of a table.
// SPDX-License-Identifier: Apache-2.0
#include "import/table_inference.hpp"

#include "import/number.hpp"
#include "import/table_rows.hpp"
#include "import/text_encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t rows_for_inference = 20'000; // policy: more would not change the answer

} // namespace

bool has_unit(const TableLayout& layout, Unit unit) {
    return std::any_of(layout.match.columns.begin(), layout.match.columns.end(),
                       [&](const ColumnUse& column) { return column.unit == unit; });
}

bool has_field(const TableLayout& layout, Field field) {
    return std::any_of(layout.match.columns.begin(), layout.match.columns.end(),
                       [&](const ColumnUse& use) { return use.field == field; });
}

void lean_by_units(const TableLayout& layout, DateInference& dates) {
    const auto& columns = layout.match.columns;
    const bool american = std::any_of(columns.begin(), columns.end(), [](const ColumnUse& use) {
        return use.unit == Unit::miles || use.unit == Unit::yards || use.unit == Unit::feet ||
               use.unit == Unit::miles_per_hour;
    });
    if (american) {
        dates.lean_to_month("miles, yards, feet or mph are of America");
    }
}

Writing infer_writing(ByteSource& bytes, const TableLayout& layout) {
    const Dialect& dialect = *layout.dialect;
    Writing writing{{NumberStyle::plain, true, "as the format writes it"},
                    {dialect.date.value_or(DateShape::iso), true, ""}};
    // A spreadsheet that parts cells with semicolons writes a comma where a machine wrote a point.
    const bool saved_again = dialect.decimals == Decimals::plain && layout.delimiter == ';';
    if (dialect.decimals == Decimals::plain && dialect.date && !saved_again) {
        return writing;
    }
    DecimalInference numbers(layout.delimiter == ';');
    DateInference dates;
    lean_by_units(layout, dates);
    if (layout.match.dates) {
        dates.say(*layout.match.dates);
    }
    std::size_t rows = 0;
    bytes.rewind();
    each_row(bytes, layout, {}, [&](const Record&, const std::vector<std::string_view>& cells) {
        std::string_view start;
        for (const ColumnUse& column : layout.match.columns) {
            if (column.index >= cells.size()) {
                continue;
            }
            const std::string_view cell = cells[column.index];
            if (column.unit != Unit::text) {
                numbers.see(cell);
            } else if (column.field == Field::start && !dialect.date) {
                dates.see(cell);
                start = cell;
            } else if (column.field == Field::clock && !dialect.date) {
                if (const auto unix_time = parse_unix_time(cell)) {
                    dates.see_known(start, unix_time->day);
                }
            }
        }
        return ++rows < rows_for_inference;
    });
    Inferred<NumberStyle> shown = numbers.conclude();
    if (dialect.decimals == Decimals::inferred ||
        (saved_again && shown.sure && shown.value == NumberStyle::decimal_comma)) {
        writing.numbers = std::move(shown);
    }
    if (!dialect.date) {
        writing.dates = dates.conclude();
    }
    return writing;
}

Inferred<DistanceUnit> infer_distance(ByteSource& bytes, const TableLayout& layout,
                                      const ReadingRules& rules) {
    const bool any = has_unit(layout, Unit::any_distance);
    if (!any && !has_unit(layout, Unit::file_distance)) {
        return {DistanceUnit::metres, true, "the columns name their units"};
    }
    std::vector<Diagnostic> unheard;
    DiagnosticSink sink(bytes.name(), unheard, false);
    const RowReader reader(layout, rules, sink);
    DistanceInference inference;
    std::size_t rows = 0;
    bytes.rewind();
    each_row(bytes, layout, {}, [&](const Record&, const std::vector<std::string_view>& cells) {
        const Sport sport = reader.sport_of(cells);
        inference.see(reader.values_of(cells),
                      sport == Sport::unknown ? layout.dialect->sport : sport);
        return ++rows < rows_for_inference;
    });
    return inference.conclude(any);
}

bool settle_decimals(ByteSource& bytes, const TableLayout& layout, ReadingRules& rules,
                     Inferred<NumberStyle>& numbers) {
    if (numbers.sure || numbers.value == NumberStyle::plain ||
        !numbers.why.starts_with("assumed")) {
        return false;
    }
    const auto odd_distances = [&](NumberStyle style) {
        ReadingRules tried = rules;
        tried.numbers = style;
        tried.distance = infer_distance(bytes, layout, tried).value;
        std::vector<Diagnostic> unheard;
        DiagnosticSink sink(bytes.name(), unheard, false);
        RowReader reader(layout, tried, sink);
        std::size_t rows = 0;
        bytes.rewind();
        each_row(bytes, layout, {}, [&](const Record& record, const auto& cells) {
            reader.read(record.line, cells);
            return ++rows < rows_for_inference;
        });
        return reader.notes().odd_distances;
    };
    const NumberStyle other = numbers.value == NumberStyle::decimal_comma
                                  ? NumberStyle::decimal_point
                                  : NumberStyle::decimal_comma;
    if (odd_distances(other) >= odd_distances(numbers.value)) {
        return false;
    }
    numbers = {other, false, "assumed: the other way distances would be impossible"};
    rules.numbers = other;
    return true;
}

bool has_false_hours(ByteSource& bytes, const TableLayout& layout, const ReadingRules& rules) {
    if (!layout.dialect->clock_only) {
        return false;
    }
    std::vector<Diagnostic> unheard;
    DiagnosticSink sink(bytes.name(), unheard, false);
    const RowReader reader(layout, rules, sink);
    std::size_t timed = 0;
    std::size_t false_hours = 0;
    std::size_t rows = 0;
    bytes.rewind();
    each_row(bytes, layout, {}, [&](const Record&, const std::vector<std::string_view>& cells) {
        const RowValues values = reader.values_of(cells);
        const auto& distance = values[Field::distance];
        const auto& lasts_s = values[Field::duration];
        if (distance && *distance > 0.0 && lasts_s && *lasts_s > 0.0) {
            ++timed;
            const double distance_m = *distance * metres_in(DistanceUnit::kilometres);
            false_hours += without_false_hours(*lasts_s, distance_m) < *lasts_s ? 1U : 0U;
        }
        return ++rows < rows_for_inference;
    });
    constexpr std::size_t a_fifth = 5; // policy
    return false_hours > 0 && false_hours * a_fifth >= timed;
}

void check_ratings(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                   DiagnosticSink& sink) {
    constexpr double highest_rating = 10.0; // Borg CR-10
    constexpr std::size_t tolerated = 10;   // policy: one slip of the pen in ten
    std::vector<ColumnUse>& columns = layout.match.columns;
    const auto column = std::find_if(columns.begin(), columns.end(),
                                     [](const ColumnUse& use) { return use.field == Field::rpe; });
    if (column == columns.end() || layout.dialect->decimals != Decimals::inferred) {
        return;
    }
    std::size_t ratings = 0;
    std::size_t beyond = 0;
    double highest = 0.0;
    std::size_t rows = 0;
    bytes.rewind();
    each_row(bytes, layout, {}, [&](const Record&, const std::vector<std::string_view>& cells) {
        if (column->index < cells.size()) {
            if (const auto rating = parse_number(cells[column->index], rules.numbers)) {
                ++ratings;
                beyond += *rating > highest_rating ? 1U : 0U;
                highest = std::max(highest, *rating);
            }
        }
        return ++rows < rows_for_inference;
    });
    if (beyond < 2 || beyond * tolerated <= ratings) {
        return;
    }
    sink.add(Severity::warning, 0, 0, {}, "rating_scale",
             fmt::format("ratings ({}) are not read: {} of {} are above 10, up to {:g}, so their "
                         "scale is not Borg CR-10",
                         plimsoll::quoted(layout.header.at(column->index)), beyond, ratings,
                         highest),
             "write them as 0 to 10, or name the column otherwise");
    columns.erase(column);
}

void find_speed_unit(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                     DiagnosticSink& sink) {
    std::vector<ColumnUse>& columns = layout.match.columns;
    const auto column = std::find_if(columns.begin(), columns.end(), [](const ColumnUse& use) {
        return use.unit == Unit::any_speed;
    });
    if (column == columns.end()) {
        return;
    }
    SpeedInference inference;
    std::size_t rows = 0;
    bytes.rewind();
    each_row(bytes, layout, {}, [&](const Record&, const std::vector<std::string_view>& cells) {
        if (column->index < cells.size()) {
            inference.see(parse_number(cells[column->index], rules.numbers));
        }
        return ++rows < rows_for_inference;
    });
    const Inferred<Unit> unit = inference.conclude();
    if (unit.value == Unit::any_speed) {
        sink.add(Severity::note, 0, 0, {}, "unit_unknown",
                 fmt::format("maximum speeds ({}) are not read: {}",
                             plimsoll::quoted(layout.header[column->index]), unit.why));
        columns.erase(column);
        return;
    }
    column->unit = unit.value;
    sink.add(Severity::note, 0, 0, {}, "unit_assumed",
             fmt::format("maximum speeds ({}) are read as {} ({})",
                         plimsoll::quoted(layout.header[column->index]),
                         unit.value == Unit::metres_per_second ? "m/s" : "km/h", unit.why));
}

} // namespace plimsoll::ingest
