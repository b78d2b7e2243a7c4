// Decimal marks and the order of dates in tracks.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_marks.hpp"

#include "import/table_rows.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t rows_for_marks = 500; // policy: they show the decimal mark and the dates
constexpr std::size_t most_rows = 20'000;   // policy: more where none of them has a mark

} // namespace

TrackMarks marks_of_track(ByteSource& bytes, const TrackLayout& layout,
                          const std::optional<Date>& day) {
    DecimalInference numbers(layout.table.delimiter == ';');
    DateInference dates;
    std::size_t rows = 0;
    bytes.rewind();
    each_row(bytes, layout.table, {},
             [&](const Record&, const std::vector<std::string_view>& cells) {
                 for (std::size_t i = 0; i < layout.columns.size() && i < cells.size(); ++i) {
                     const TrackField field = layout.columns[i].field;
                     if (field == TrackField::moment) {
                         dates.see(cells[i]);
                         if (day && rows == 0) {
                             dates.see_known(cells[i], *day);
                         }
                     } else if (field != TrackField::unread && field > TrackField::session) {
                         numbers.see(cells[i]);
                     }
                 }
                 ++rows;
                 return rows < rows_for_marks || (rows < most_rows && !numbers.has_votes());
             });
    return {numbers.conclude(), dates.conclude()};
}

} // namespace plimsoll::ingest
