// Rows through TextSource.
// SPDX-License-Identifier: Apache-2.0
#include "import/table_rows.hpp"

#include "import/fccp.hpp"
#include "model/error.hpp"

#include <span>

namespace plimsoll::ingest {
namespace {

bool is_wrapped(const std::vector<std::string_view>& cells, const TableLayout& layout) {
    return cells.size() == 1 && layout.header.size() > 1 &&
           cells[0].find(layout.delimiter) != std::string_view::npos;
}

} // namespace

Passage each_row(ByteSource& bytes, const TableLayout& layout, const TextStart& start,
                 const SeeRow& see) {
    TextSource text(bytes, layout.delimiter, start);
    Record record;
    std::vector<std::string_view> cells;
    std::string unwrapped;
    const auto next = [&](std::optional<Diagnostic>& broken) {
        try {
            return text.next(record);
        } catch (const InputError& error) {
            broken = error.diagnostic();
            return false;
        }
    };
    Passage passage;
    while (next(passage.broken)) {
        if (record.line <= layout.header_line) {
            continue;
        }
        if (layout.end_line > 0 && record.line >= layout.end_line) {
            break;
        }
        split_cells(record, layout.delimiter, cells);
        if (is_wrapped(cells, layout)) {
            unwrapped = clean_record(cells[0], layout.delimiter);
            split_cells({std::span(unwrapped), record.line, false}, layout.delimiter, cells);
        }
        if (!see(record, cells)) {
            break;
        }
    }
    passage.encoding = text.encoding();
    return passage;
}

} // namespace plimsoll::ingest
