// One chart of a document as a picture of its own.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_CHART_PICTURE_HPP
#define PLIMSOLL_REPORTS_CHART_PICTURE_HPP

#include "reports/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::reports {

/// The charts of @p document in their order; several athletes have one each of a name.
std::vector<const Chart*> charts_of(const Document& document);

/// @p chart with its title and note, whose it is and of when, on white: what is sent on alone has
/// to say that. Text stays text, in DejaVu Sans where the reader has it; no script, no reference,
/// the same bytes for the same chart.
/// @param document  that the chart is of.
std::string chart_svg(const Chart& chart, const Document& document);

/// As chart_svg(), as pixels: 1600 across, in the DejaVu Sans of the program. The same pixels with
/// the same version of cairo, pango and FreeType.
/// @throws IoError  the font is not where the program was built to look for it.
std::string chart_png(const Chart& chart, const Document& document);

} // namespace plimsoll::reports

#endif
