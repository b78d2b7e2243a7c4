// A chart over days in plain characters.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_TEXT_CHART_HPP
#define PLIMSOLL_REPORTS_TEXT_CHART_HPP

#include "reports/chart.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace plimsoll::reports {

/// Bars and the first line of @p chart, a character a day, the last days that fit; a legend below.
/// No line is wider than @p columns.
/// @throws PreconditionError  fewer than 30 columns.
std::vector<std::string> text_chart(const TimeChart& chart, std::size_t columns);

} // namespace plimsoll::reports

#endif
