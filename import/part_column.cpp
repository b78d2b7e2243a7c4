// Wholes and parts by the words of one column.
// SPDX-License-Identifier: Apache-2.0
#include "import/part_column.hpp"

#include "import/dialect.hpp"
#include "import/heading.hpp"
#include "import/table_rows.hpp"
#include "import/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t rows_for_parts = 20'000; // policy: as for units

constexpr std::array<std::string_view, 17> names_of_parts{
    "period",  "period name", "drill",     "drill name", "drill title", "split",
    "splits",  "split name",  "half",      "part",       "segment",     "quarter",
    "periode", "halbzeit",    "abschnitt", "szakasz",    "szakasz neve"};

bool is_one_of(std::span<const std::string_view> words, std::string_view text) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

bool tells_parts(ByteSource& bytes, const TableLayout& layout, std::size_t column) {
    bool whole = false;
    bool part = false;
    std::size_t rows = 0;
    bytes.rewind();
    each_row(bytes, layout, {}, [&](const Record&, const std::vector<std::string_view>& cells) {
        if (column < cells.size() && !cells[column].empty()) {
            const bool here = is_one_of(labels_of_wholes, folded(cells[column]));
            whole = whole || here;
            part = part || !here;
        }
        return !(whole && part) && ++rows < rows_for_parts;
    });
    bytes.rewind();
    return whole && part;
}

} // namespace

void find_parts(ByteSource& bytes, TableLayout& layout) {
    if (layout.dialect != &plain_dialect) {
        return;
    }
    auto& columns = layout.match.columns;
    for (std::size_t i = 0; i < layout.header.size(); ++i) {
        const bool read = std::any_of(columns.begin(), columns.end(),
                                      [&](const ColumnUse& use) { return use.index == i; });
        if (!read && is_one_of(names_of_parts, heading_of(layout.header[i]).name) &&
            tells_parts(bytes, layout, i)) {
            columns.push_back({i, Field::part, Unit::text});
            return;
        }
    }
}

} // namespace plimsoll::ingest
