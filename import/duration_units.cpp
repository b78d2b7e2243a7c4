// Durations, column by column.
// SPDX-License-Identifier: Apache-2.0
#include "import/duration_units.hpp"

#include "import/column_plan.hpp"
#include "import/duration_inference.hpp"
#include "import/number.hpp"
#include "import/table_inference.hpp"
#include "import/table_rows.hpp"
#include "import/text_encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t rows_for_durations = 20'000; // policy: as for units

// The distance of a row as well as it is known while the units of the file are not.
std::optional<double> rough_distance_m(const TableLayout& layout, const ReadingRules& rules,
                                       const std::vector<std::string_view>& cells) {
    constexpr double hardly_km = 200.0;
    if (has_field(layout, Field::distance_unit)) {
        return std::nullopt;
    }
    for (const ColumnUse& use : layout.match.columns) {
        if (use.field != Field::distance || use.index >= cells.size()) {
            continue;
        }
        const auto value = parse_number(cells[use.index], rules.numbers);
        if (!value) {
            return std::nullopt;
        }
        const bool unsaid = use.unit == Unit::any_distance || use.unit == Unit::file_distance;
        return !unsaid              ? *value * plan_of(use, *layout.dialect, rules.distance).factor
               : *value < hardly_km ? *value * metres_in(DistanceUnit::kilometres)
                                    : *value;
    }
    return std::nullopt;
}

std::string_view in_words(Unit of_time) {
    switch (of_time) {
    case Unit::seconds:
        return "seconds";
    case Unit::hours:
        return "hours";
    case Unit::days:
        return "days";
    case Unit::text:
        return "times of day";
    default:
        return "minutes";
    }
}

// "Time", "Zeit", ... may be the time of day.
bool may_be_clock(std::string_view header) {
    static constexpr std::array<std::string_view, 7> words{"time", "zeit",  "tempo", "tijd",
                                                           "tid",  "temps", "tiempo"};
    return std::find(words.begin(), words.end(), folded(header)) != words.end();
}

// The unit of the numbers of a column whose heading names one; nothing where cells such as H:MM
// are its only writing.
std::optional<Unit> unit_said(const TableLayout& layout, const ColumnUse& column) {
    const bool timed = column.field == Field::duration || column.field == Field::elapsed;
    const bool numbers =
        column.unit == Unit::seconds || column.unit == Unit::minutes || column.unit == Unit::hours;
    const bool shows_clock = layout.header.at(column.index).find(':') != std::string::npos;
    return timed && numbers && !shows_clock && layout.dialect == &plain_dialect
               ? std::optional(column.unit)
               : std::nullopt;
}

std::string in_words(const DurationWriting& writing) {
    return writing.numbers == Unit::text ? "times of day"
           : writing.hours_first
               ? fmt::format("hours and minutes (H:MM), numbers as {}", in_words(writing.numbers))
           : writing.numbers == Unit::minutes ? "minutes (M:SS)"
                                              : std::string(in_words(writing.numbers));
}

} // namespace

void find_duration_units(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                         DiagnosticSink& sink) {
    std::optional<std::size_t> paces; // the column of
    for (ColumnUse& column : layout.match.columns) {
        const std::optional<Unit> said = unit_said(layout, column);
        if (column.unit != Unit::any_time && !said) {
            continue;
        }
        const std::string& header = layout.header.at(column.index);
        DurationInference inference(may_be_clock(header), said);
        std::size_t rows = 0;
        bytes.rewind();
        each_row(bytes, layout, {}, [&](const Record&, const std::vector<std::string_view>& cells) {
            if (column.index < cells.size()) {
                inference.see(cells[column.index], rules.numbers,
                              rough_distance_m(layout, rules, cells));
            }
            return ++rows < rows_for_durations;
        });
        if (folded(header) == "tempo" && inference.may_be_pace()) {
            paces = column.index;
            continue;
        }
        const DurationWriting writing = inference.conclude();
        column.unit = writing.numbers;
        column.hours_first = writing.hours_first;
        if (writing.numbers == Unit::text) {
            column.field = Field::clock;
        }
        if (writing.contradicts) {
            sink.add(Severity::warning, 0, 0, {}, "unit_contradicted",
                     fmt::format("durations ({}) are read as {}, not as the heading says ({})",
                                 plimsoll::quoted(header), in_words(writing), writing.why));
        } else if (!writing.sure) {
            sink.add(Severity::note, 0, 0, {}, "unit_assumed",
                     fmt::format("durations ({}) are read as {} ({})", plimsoll::quoted(header),
                                 in_words(writing), writing.why));
        }
    }
    if (paces) {
        std::erase_if(layout.match.columns,
                      [&](const ColumnUse& column) { return column.index == *paces; });
        sink.add(Severity::note, 0, 0, {}, "pace",
                 fmt::format("the column {} is not read: it holds paces, no durations",
                             plimsoll::quoted(layout.header.at(*paces))));
    }
}

} // namespace plimsoll::ingest
