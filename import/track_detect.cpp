// How tracks that are tables are told apart, from the first records of a file.
// SPDX-License-Identifier: Apache-2.0
#include "import/dialect.hpp"
#include "import/fccp.hpp"
#include "import/file_start.hpp"
#include "import/heading.hpp"
#include "import/text_source.hpp"
#include "import/track_dialect.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t start_of_file = std::size_t{1} << 16U;
constexpr int lines_above = 20;      // as for other tables
constexpr int lines_of_tables = 600; // Wahoo: a table of laps stands above

// What a heading means: its whole text is known, or the text without its unit.
TrackName meaning_of(const TrackDialect& dialect, const std::string& cell) {
    const auto named = [&](const std::string& name) {
        return std::find_if(dialect.names.begin(), dialect.names.end(),
                            [&](const TrackName& known) { return known.header == name; });
    };
    if (const auto known = named(cell); known != dialect.names.end()) {
        return *known;
    }
    const Heading heading = heading_of(cell);
    const auto known = heading.unit ? named(heading.name) : dialect.names.end();
    if (known == dialect.names.end()) {
        return {"", TrackField::unread};
    }
    TrackName name = *known;
    const std::size_t unit = cell.find('(');
    if (unit != std::string::npos && name.field != TrackField::heart_rate) {
        name.factor = track_unit(std::string_view(cell).substr(unit + 1)).value_or(name.factor);
    }
    return name;
}

std::optional<TrackLayout> layout_of(const TrackDialect& dialect,
                                     std::span<const std::string_view> header,
                                     const std::vector<std::string>& cells) {
    const bool matches =
        std::all_of(dialect.signature.begin(), dialect.signature.end(), [&](std::string_view sign) {
            return std::find(cells.begin(), cells.end(), sign) != cells.end();
        });
    if (!matches) {
        return std::nullopt;
    }
    TrackLayout layout;
    layout.dialect = &dialect;
    layout.table.header.assign(header.begin(), header.end());
    std::transform(cells.begin(), cells.end(), std::back_inserter(layout.columns),
                   [&](const std::string& cell) { return meaning_of(dialect, cell); });
    return layout;
}

} // namespace

std::optional<TrackLayout> layout_of_track(const TrackDialect& dialect,
                                           std::span<const std::string_view> header) {
    std::vector<std::string> names;
    std::transform(header.begin(), header.end(), std::back_inserter(names), folded_header);
    return layout_of(dialect, header, names);
}

std::string unread_columns(const TrackLayout& layout) {
    constexpr std::size_t most = 8;
    std::string names;
    std::size_t count = 0;
    for (std::size_t i = 0; i < layout.columns.size(); ++i) {
        const std::string& name = layout.table.header[i];
        if (layout.columns[i].field == TrackField::unread && !name.empty() && ++count <= most) {
            names += (names.empty() ? "" : ", ") + name;
        }
    }
    return count > most ? fmt::format("{} and {} more", names, count - most) : names;
}

std::optional<TrackLayout> detect_track(ByteSource& bytes) {
    const std::string sample = start_of_lines(bytes, start_of_file);
    std::vector<std::string_view> cells;
    std::vector<std::string> names;
    for (const char delimiter : delimiters) {
        if (sample.find(delimiter) == std::string::npos) {
            continue;
        }
        const auto start = from_memory(bytes.name(), sample);
        TextSource text(*start, delimiter);
        Record record;
        std::vector<std::vector<std::string>> above;
        int most = lines_above;
        for (int i = 0; i < most && text.next(record); ++i) {
            split_cells(record, delimiter, cells);
            names.clear();
            std::transform(cells.begin(), cells.end(), std::back_inserter(names), folded_header);
            for (const TrackDialect* dialect : track_dialects()) {
                if (std::optional<TrackLayout> layout = layout_of(*dialect, cells, names)) {
                    layout->table.delimiter = delimiter;
                    layout->table.header_line = record.line;
                    layout->table.preamble = std::move(above);
                    return layout;
                }
            }
            if (i == 0 && names.front() == "device") {
                most = lines_of_tables;
            }
            above.emplace_back(cells.begin(), cells.end());
        }
    }
    return std::nullopt;
}

} // namespace plimsoll::ingest
