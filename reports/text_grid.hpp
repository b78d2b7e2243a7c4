// Week grids in plain text.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_TEXT_GRID_HPP
#define PLIMSOLL_REPORTS_TEXT_GRID_HPP

#include "reports/document.hpp"
#include "reports/paginate.hpp"
#include "reports/text_renderer.hpp"

#include <cstddef>

namespace plimsoll::reports {

/// The first @p shown weeks over the whole width of a page, the days side by side; longer words are
/// cut.
/// @param spaced  a blank line between two weeks.
Slab text_grid(const WeekGrid& grid, std::size_t shown, bool spaced, const TextStyle& style);

} // namespace plimsoll::reports

#endif
