// Pagination.
// SPDX-License-Identifier: Apache-2.0
#include "reports/paginate.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <utility>

namespace plimsoll::reports {
namespace {

constexpr std::size_t fewest_rows_on_a_page = 3; // of a breakable slab before it breaks
constexpr std::size_t short_slab = 16;           // lines; it does not break

class Paginator {
public:
    explicit Paginator(std::size_t height) : height_(height) {}

    void add(const std::vector<Slab>& slabs, std::size_t at) {
        const Slab& slab = slabs[at];
        if (slab.starts_page) {
            end_page();
        }
        if (!fits(needed(slabs, at))) {
            end_page();
        }
        if (slab.spaced && !page_.empty()) {
            page_.emplace_back();
        }
        for (std::size_t i = 0; i < slab.lines.size(); ++i) {
            const bool row_moves =
                page_.size() + row_height(slab, i) > height_ && page_.size() > slab.repeated.size();
            if (page_.size() == height_ || row_moves) {
                end_page();
                page_ = slab.repeated;
                page_.resize(std::min(page_.size(), height_ - 1));
            }
            page_.push_back(slab.lines[i]);
        }
    }

    std::vector<std::vector<std::string>> take() {
        end_page();
        return std::move(pages_);
    }

private:
    bool fits(std::size_t lines) const { return page_.empty() || page_.size() + lines <= height_; }

    // Lines from this one on that are not to be parted; one where a row is higher than half a page.
    std::size_t row_height(const Slab& slab, std::size_t line) const {
        const auto start = std::find(slab.row_starts.begin(), slab.row_starts.end(), line);
        if (start == slab.row_starts.end()) {
            return 1;
        }
        const std::size_t end = start + 1 == slab.row_starts.end() ? slab.lines.size() : start[1];
        return end - line <= height_ / 2 ? end - line : 1;
    }

    // Of a breakable slab what must stand on its first page.
    std::size_t first_lines(const Slab& slab) const {
        if (slab.lines.size() <= std::min(short_slab, height_)) {
            return slab.lines.size();
        }
        const std::size_t first_row = slab.row_starts.empty() ? 0 : slab.row_starts.front();
        return std::max(std::min(slab.lines.size(), slab.repeated.size() + fewest_rows_on_a_page),
                        first_row + row_height(slab, first_row));
    }

    // Lines that must stand on one page from this slab on, the blank line before it included.
    std::size_t needed(const std::vector<Slab>& slabs, std::size_t at) const {
        const Slab& slab = slabs[at];
        std::size_t lines = slab.spaced ? 1 : 0;
        lines += slab.breakable ? first_lines(slab) : slab.lines.size();
        if (slab.keeps_with_next && at + 1 < slabs.size() && !slabs[at + 1].starts_page) {
            lines += needed(slabs, at + 1);
        }
        return lines;
    }

    void end_page() {
        if (!page_.empty()) {
            pages_.push_back(std::move(page_));
            page_.clear();
        }
    }

    std::size_t height_;
    std::vector<std::string> page_;
    std::vector<std::vector<std::string>> pages_;
};

} // namespace

std::vector<std::vector<std::string>> paginate(const std::vector<Slab>& slabs, std::size_t height) {
    require(height >= 4, "paginate: a page has at least four lines");
    Paginator paginator(height);
    for (std::size_t i = 0; i < slabs.size(); ++i) {
        paginator.add(slabs, i);
    }
    return paginator.take();
}

} // namespace plimsoll::reports
