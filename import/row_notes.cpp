// Notes of the parts of a table, put together in the order of the file.
// SPDX-License-Identifier: Apache-2.0
#include "import/row_reader.hpp"

namespace plimsoll::ingest {

RowNotes& RowNotes::operator+=(const RowNotes& more) {
    rows_in_utc += more.rows_in_utc;
    rows_left_in_utc += more.rows_left_in_utc;
    planned_rows += more.planned_rows;
    part_rows += more.part_rows;
    metre_rows += more.metre_rows;
    blank_rows += more.blank_rows;
    summary_rows += more.summary_rows;
    header_rows += more.header_rows;
    days_long += more.days_long;
    minutes_short += more.minutes_short;
    if (more.odd_line > 0 && (odd_line == 0 || more.odd_line < odd_line)) {
        odd_line = more.odd_line;
    }
    headers.insert(headers.end(), more.headers.begin(), more.headers.end());
    fast_rows += more.fast_rows;
    odd_distances += more.odd_distances;
    short_rows += more.short_rows;
    for (const std::uint32_t line : more.short_lines) {
        if (short_lines.size() < most_short_lines) {
            short_lines.push_back(line);
        }
    }
    if (more.last_short_line > last_short_line) {
        last_short_line = more.last_short_line;
        last_short_cells = more.last_short_cells;
    }
    for (const auto& [label, sessions] : more.unknown_sports) {
        unknown_sports[label] += sessions;
    }
    for (const auto& [athlete, rows] : more.refused_rows) {
        refused_rows[athlete] += rows;
    }
    return *this;
}

} // namespace plimsoll::ingest
