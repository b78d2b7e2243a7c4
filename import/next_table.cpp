// Headers among rows.
// SPDX-License-Identifier: Apache-2.0
#include "import/next_table.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t most_above = 20; // as above the first table

// Whether enough cells begin with a letter, as all signatures do: rows that only lack their time
// are many, and are passed over at once.
bool may_be_header(const TrackDialect& dialect, const std::vector<std::string>& cells) {
    const auto words = std::count_if(cells.begin(), cells.end(), [](const std::string& cell) {
        const char first = cell.empty() ? '\0' : cell.front();
        return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
    });
    return static_cast<std::size_t>(words) >= dialect.signature.size();
}

} // namespace

void NextTable::stray() {
    first_stray_ = strays_++ == 0 ? above_.front().line : first_stray_;
    above_.pop_front();
}

std::optional<TrackLayout> NextTable::see(std::size_t row, std::uint32_t line,
                                          const std::vector<std::string>& cells) {
    if (row != last_row_ + 1) { // what stands before rows with a time is above no header
        while (!above_.empty()) {
            stray();
        }
    } else if (above_.size() == most_above) {
        stray();
    }
    last_row_ = row;
    const std::vector<std::string_view> header(cells.begin(), cells.end());
    std::optional<TrackLayout> next = may_be_header(*layout_.dialect, cells)
                                          ? layout_of_track(*layout_.dialect, header)
                                          : std::nullopt;
    if (!next) {
        above_.push_back({line, cells});
        return std::nullopt;
    }
    next->table.delimiter = layout_.table.delimiter;
    next->table.header_line = line;
    for (Row& above : above_) {
        next->table.preamble.push_back(std::move(above.cells));
    }
    above_.clear();
    return next;
}

} // namespace plimsoll::ingest
