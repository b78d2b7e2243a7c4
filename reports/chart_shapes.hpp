// Shapes that charts share: hatching, and marks told apart by their outline.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_CHART_SHAPES_HPP
#define PLIMSOLL_REPORTS_CHART_SHAPES_HPP

#include "reports/canvas.hpp"
#include "reports/chart.hpp"

namespace plimsoll::reports {

Ink ink_of(TimeChart::Tone tone) noexcept;

/// Slanting lines within @p box.
void hatch(Canvas& canvas, const Box& box, double spacing, const Stroke& stroke);

/// A dot of that shape.
void draw_dot(Canvas& canvas, Point centre, double radius, TimeChart::Shape shape, Ink ink);

/// The load line's mark: a circle with a line through it.
void draw_load_line(Canvas& canvas, Point centre, double radius, Ink ink);

/// Lines around @p box.
void outline(Canvas& canvas, const Box& box, const Stroke& stroke);

} // namespace plimsoll::reports

#endif
