// The rows of a clean block of lines, cell by cell: the straight road of tables and tracks.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_BLOCK_ROWS_HPP
#define PLIMSOLL_IMPORT_BLOCK_ROWS_HPP

#include "import/cell_marks.hpp"
#include "import/line_blocks.hpp"
#include "import/text_encoding.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// What taking a block apart needs, kept from block to block.
struct BlockWorkspace {
    std::vector<std::uint32_t> marks;
    std::vector<std::string_view> cells;
};

/// Calls @p see(line, cells) for each row of @p block that stands behind @p header_line and is not
/// blank. The cells are trimmed and point into the block.
template <class See>
void for_each_block_row(const LineBlock& block, char delimiter, std::uint32_t header_line,
                        BlockWorkspace& work, See&& see) {
    const auto without_return = [](std::string_view line) {
        return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
    };
    const std::string_view text(block.text.data(), block.text.size());
    find_marks(text, delimiter, '\n', work.marks);
    std::vector<std::string_view>& cells = work.cells;
    cells.clear();
    std::uint32_t line = block.first_line;
    const std::uint32_t* mark = work.marks.data();
    for (std::size_t row = 0, cell = 0; row < text.size();) {
        const std::size_t end = *mark++;
        const std::string_view here(text.data() + cell, end - cell);
        cell = end + 1;
        if (end < text.size() && text[end] == delimiter) {
            cells.push_back(trimmed(here));
            continue;
        }
        cells.push_back(trimmed(without_return(here)));
        // A row of tabs is blank in a table whose cells end at tabs, too.
        const bool blank = cells.front().empty() &&
                           without_return(text.substr(row, end - row)).find_first_not_of(" \t") ==
                               std::string_view::npos;
        if (line > header_line && !blank) {
            see(line, cells);
        }
        cells.clear();
        ++line;
        row = cell;
    }
}

/// The cells of one row of a block, cut out and trimmed only when they are asked for.
class BlockRow {
public:
    BlockRow(std::string_view text, std::size_t begin, const std::uint32_t* ends, std::size_t count)
        : text_(text),
          begin_(begin),
          ends_(ends),
          count_(count) {}

    std::size_t size() const noexcept { return count_; }

    std::string_view operator[](std::size_t i) const noexcept {
        const std::size_t from = i == 0 ? begin_ : ends_[i - 1] + std::size_t{1};
        std::string_view cell = text_.substr(from, ends_[i] - from);
        if (cell.ends_with('\r')) {
            cell.remove_suffix(1); // in a clean block it stands before the end of the line
        }
        return trimmed(cell);
    }

private:
    std::string_view text_;
    std::size_t begin_;
    const std::uint32_t* ends_; // the marks behind the cells
    std::size_t count_;
};

/// As for_each_block_row, for those who read few of the cells: @p see takes a BlockRow. A row of
/// blanks is seen, too, if it has a delimiter.
template <class See>
void for_each_lazy_row(const LineBlock& block, char delimiter, std::uint32_t header_line,
                       BlockWorkspace& work, See&& see) {
    const std::string_view text(block.text.data(), block.text.size());
    find_marks(text, delimiter, '\n', work.marks);
    std::uint32_t line = block.first_line;
    const std::uint32_t* mark = work.marks.data();
    for (std::size_t row = 0; row < text.size();) {
        const std::uint32_t* const first = mark;
        while (*mark < text.size() && text[*mark] == delimiter) {
            ++mark;
        }
        const std::size_t end = *mark++;
        const auto count = static_cast<std::size_t>(mark - first);
        if (line > header_line &&
            (count > 1 ||
             text.substr(row, end - row).find_first_not_of(" \t\r") != std::string_view::npos)) {
            see(line, BlockRow(text, row, first, count));
        }
        ++line;
        row = end + 1;
    }
}

} // namespace plimsoll::ingest

#endif
