// Another table behind the first in a file of tracks: files that were pasted one behind another.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_NEXT_TABLE_HPP
#define PLIMSOLL_IMPORT_NEXT_TABLE_HPP

#include "import/track_dialect.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::ingest {

/// Sees the rows without a time, which may be the lines above another table, and its header.
class NextTable {
public:
    explicit NextTable(const TrackLayout& layout) : layout_(layout) {}

    /// The table whose header @p cells are; else nothing, and the row may stand above one.
    /// @param row  its number among all rows.
    std::optional<TrackLayout> see(std::size_t row, std::uint32_t line,
                                   const std::vector<std::string>& cells);

    /// The rows so far that belong to no table, and the line of the first.
    std::size_t strays() const noexcept { return strays_ + above_.size(); }

    std::uint32_t first_stray() const noexcept {
        return strays_ > 0 || above_.empty() ? first_stray_ : above_.front().line;
    }

private:
    struct Row {
        std::uint32_t line;
        std::vector<std::string> cells;
    };

    void stray(); // the first of above_

    const TrackLayout& layout_;
    std::deque<Row> above_; // one behind the other
    std::size_t last_row_ = 0;
    std::size_t strays_ = 0;
    std::uint32_t first_stray_ = 0;
};

} // namespace plimsoll::ingest

#endif
