// Canvas of cairo.
// SPDX-License-Identifier: Apache-2.0
#include "reports/cairo_canvas.hpp"

#include <array>
#include <cairo.h>
#include <numbers>

namespace plimsoll::reports {
namespace {

void add_path(cairo_t* page, const Polyline& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        i == 0 ? cairo_move_to(page, points[i].x, points[i].y)
               : cairo_line_to(page, points[i].x, points[i].y);
    }
}

Face face_of(const Lettering& lettering) {
    return {lettering.size, lettering.bold, lettering.ink};
}

} // namespace

CairoCanvas::Origin::Origin(cairo_t* page, Point at) : page_(page) {
    cairo_save(page_);
    cairo_translate(page_, at.x, at.y);
}

CairoCanvas::Origin::~Origin() {
    cairo_restore(page_);
}

void CairoCanvas::boxes(std::span<const Box> all, Ink fill, double strength) {
    for (const Box& box : all) {
        cairo_rectangle(page_, box.x, box.y, box.width, box.height);
    }
    set_ink(page_, fill, strength);
    cairo_fill(page_);
}

void CairoCanvas::stroke_path(const Stroke& stroke) {
    static constexpr std::array dashed{5.0, 3.0};
    static constexpr std::array dotted{1.5, 2.5};
    set_ink(page_, stroke.ink);
    cairo_set_line_width(page_, stroke.width);
    if (stroke.dash == Stroke::Dash::dashed) {
        cairo_set_dash(page_, dashed.data(), dashed.size(), 0.0);
    } else if (stroke.dash == Stroke::Dash::dotted) {
        cairo_set_dash(page_, dotted.data(), dotted.size(), 0.0);
    }
    cairo_stroke(page_);
    cairo_set_dash(page_, nullptr, 0, 0.0);
}

void CairoCanvas::lines(std::span<const Polyline> all, const Stroke& stroke) {
    for (const Polyline& points : all) {
        add_path(page_, points);
    }
    stroke_path(stroke);
}

void CairoCanvas::polygons(std::span<const Polyline> all, Ink fill) {
    for (const Polyline& points : all) {
        add_path(page_, points);
        cairo_close_path(page_);
    }
    set_ink(page_, fill);
    cairo_fill(page_);
}

void CairoCanvas::circle(Point centre, double radius, Ink fill, const Stroke& edge) {
    cairo_new_sub_path(page_);
    cairo_arc(page_, centre.x, centre.y, radius, 0.0, 2.0 * std::numbers::pi);
    set_ink(page_, fill);
    cairo_fill_preserve(page_);
    stroke_path(edge);
}

void CairoCanvas::text(Point at, std::string_view text, const Lettering& lettering) {
    const SetText set = typesetter_.line(text, face_of(lettering));
    const double share = lettering.anchor == Lettering::Anchor::start    ? 0.0
                         : lettering.anchor == Lettering::Anchor::middle ? 0.5
                                                                         : 1.0;
    set.draw(page_, 0, {at.x - share * set.width(), at.y - set.base_line()});
}

double CairoCanvas::width_of(std::string_view text, const Lettering& lettering) const {
    return typesetter_.line(text, face_of(lettering)).width();
}

} // namespace plimsoll::reports
