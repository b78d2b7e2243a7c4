// Charts onto a canvas: the one drawing code for paper and screen.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_DRAW_CHART_HPP
#define PLIMSOLL_REPORTS_DRAW_CHART_HPP

#include "reports/canvas.hpp"
#include "reports/chart.hpp"

namespace plimsoll::reports {

/// In the units of the canvas.
struct ChartSize {
    double width;
    double plot_height; ///< of charts over time, without axis and legend
    double text;        ///< height of letters
};

/// The height that the picture of @p chart takes; its title and note are not in it.
/// @param canvas  measures text.
double height_of(const Chart& chart, const Canvas& canvas, const ChartSize& size);

/// Draws @p chart with its top left corner at 0, 0.
void draw(const Chart& chart, Canvas& canvas, const ChartSize& size);

} // namespace plimsoll::reports

#endif
