// Week grids.
// SPDX-License-Identifier: Apache-2.0
#include "reports/week_grid.hpp"

#include "model/error.hpp"
#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::reports {

std::size_t most_weeks_of(const Document& document) {
    std::size_t most = 0;
    for (const Block& block : document.blocks) {
        if (const auto* grid = std::get_if<WeekGrid>(&block)) {
            most = std::max(most, grid->weeks.size());
        }
    }
    return document.one_page ? std::min(most, most_weeks_on_a_sheet) : most;
}

std::string weeks_left_out(const WeekGrid& grid, std::size_t shown) {
    require(shown < grid.weeks.size(), "weeks_left_out: some weeks are left out");
    return say("From {} on: {}", grid.weeks[shown].head.front(), grid.left_out);
}

} // namespace plimsoll::reports
