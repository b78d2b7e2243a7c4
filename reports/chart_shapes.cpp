// Shapes of charts.
// SPDX-License-Identifier: Apache-2.0
#include "reports/chart_shapes.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::reports {

Ink ink_of(TimeChart::Tone tone) noexcept {
    switch (tone) {
    case TimeChart::Tone::main:
        return Ink::main;
    case TimeChart::Tone::attention:
        return Ink::attention;
    case TimeChart::Tone::plain:
        break;
    }
    return Ink::bar;
}

void hatch(Canvas& canvas, const Box& box, double spacing, const Stroke& stroke) {
    std::vector<Polyline> lines;
    // Lines x + y = constant, cut at the borders.
    const int count = static_cast<int>((box.width + box.height) / spacing);
    for (int i = 1; i <= count; ++i) {
        const double sum = i * spacing;
        const double from = std::max(0.0, sum - box.height);
        const double to = std::min(box.width, sum);
        lines.push_back({{box.x + from, box.y + sum - from}, {box.x + to, box.y + sum - to}});
    }
    canvas.lines(lines, stroke);
}

void draw_dot(Canvas& canvas, Point centre, double radius, TimeChart::Shape shape, Ink ink) {
    const auto [x, y] = centre;
    switch (shape) {
    case TimeChart::Shape::filled:
        canvas.circle(centre, radius, ink, {ink, 1.0});
        break;
    case TimeChart::Shape::open:
        canvas.circle(centre, radius, Ink::paper, {ink, 1.0});
        break;
    case TimeChart::Shape::triangle: {
        const std::array all{Polyline{
            {x, y - 1.2 * radius}, {x + 1.2 * radius, y + radius}, {x - 1.2 * radius, y + radius}}};
        canvas.polygons(all, ink);
        break;
    }
    case TimeChart::Shape::diamond: {
        const double r = 1.3 * radius;
        const std::array all{Polyline{{x, y - r}, {x + r, y}, {x, y + r}, {x - r, y}}};
        canvas.polygons(all, ink);
        break;
    }
    }
}

void draw_load_line(Canvas& canvas, Point centre, double radius, Ink ink) {
    canvas.circle(centre, radius, Ink::paper, {ink, radius * 0.4});
    const std::array line{
        Polyline{{centre.x - 1.7 * radius, centre.y}, {centre.x + 1.7 * radius, centre.y}}};
    canvas.lines(line, {ink, radius * 0.4});
}

void outline(Canvas& canvas, const Box& box, const Stroke& stroke) {
    const double right = box.x + box.width;
    const double bottom = box.y + box.height;
    const std::array line{
        Polyline{{box.x, box.y}, {right, box.y}, {right, bottom}, {box.x, bottom}, {box.x, box.y}}};
    canvas.lines(line, stroke);
}

} // namespace plimsoll::reports
