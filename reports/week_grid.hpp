// Weeks on a wall: what the renderers have in common.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_WEEK_GRID_HPP
#define PLIMSOLL_REPORTS_WEEK_GRID_HPP

#include "reports/document.hpp"

#include <cstddef>
#include <string>

namespace plimsoll::reports {

/// What is read from some steps away; a longer plan has changed by then. policy
inline constexpr std::size_t most_weeks_on_a_sheet = 16;

/// Of a web page, which cannot measure the paper that it is printed on. policy
inline constexpr std::size_t most_weeks_in_html = 12;

/// Weeks that the grids of @p document may show: on a single page at most so many, else all.
std::size_t most_weeks_of(const Document& document);

/// What is told of the weeks behind the first @p shown.
/// @throws PreconditionError  all are shown.
std::string weeks_left_out(const WeekGrid& grid, std::size_t shown);

} // namespace plimsoll::reports

#endif
