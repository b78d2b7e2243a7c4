// Week grids, line by line.
// SPDX-License-Identifier: Apache-2.0
#include "reports/text_grid.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

class GridLines {
public:
    GridLines(const WeekGrid& grid, std::size_t shown, const TextStyle& style)
        : grid_(grid),
          style_(style) {
        for (std::size_t w = 0; w < shown; ++w) {
            for (const std::string& line : grid.weeks[w].head) {
                head_width_ = std::max(head_width_, width_of(clean(line)));
            }
        }
        head_width_ = std::min(head_width_, style.columns / 4);
        day_width_ = (style.columns - head_width_) / grid.days.size() - 1;
    }

    std::vector<std::string> head() const {
        return {line("", [&](std::size_t d) { return grid_.days.at(d); }),
                line(std::string(head_width_, '-'),
                     [&](std::size_t) { return std::string(day_width_, '-'); })};
    }

    std::vector<std::string> week(const WeekGrid::Week& week) const {
        std::size_t height = week.head.size();
        for (const auto& day : week.days) {
            height = std::max(height, day.size());
        }
        const auto text = [](const std::vector<std::string>& all, std::size_t index) {
            return index < all.size() ? all[index] : std::string();
        };
        std::vector<std::string> lines;
        for (std::size_t l = 0; l < height; ++l) {
            lines.push_back(
                line(text(week.head, l), [&](std::size_t d) { return text(week.days.at(d), l); }));
        }
        return lines;
    }

private:
    std::string clean(const std::string& text) const { return printable(text, style_.charset); }

    std::string line(const std::string& head, const auto& text_of_day) const {
        std::string out = padded(cut_to(clean(head), head_width_), head_width_, false);
        for (std::size_t d = 0; d < grid_.days.size(); ++d) {
            out += " " + padded(cut_to(clean(text_of_day(d)), day_width_), day_width_, false);
        }
        return out;
    }

    const WeekGrid& grid_;
    const TextStyle& style_;
    std::size_t head_width_ = 1;
    std::size_t day_width_ = 1;
};

} // namespace

Slab text_grid(const WeekGrid& grid, std::size_t shown, bool spaced, const TextStyle& style) {
    const GridLines lines(grid, shown, style);
    Slab slab;
    slab.lines = lines.head();
    slab.repeated = lines.head();
    slab.breakable = true;
    for (std::size_t w = 0; w < shown; ++w) {
        slab.row_starts.push_back(slab.lines.size());
        for (std::string& line : lines.week(grid.weeks[w])) {
            slab.lines.push_back(std::move(line));
        }
        if (spaced && w + 1 < shown) {
            slab.lines.emplace_back();
        }
    }
    return slab;
}

} // namespace plimsoll::reports
