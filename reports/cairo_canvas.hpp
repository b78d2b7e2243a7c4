// Drawing with cairo.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_CAIRO_CANVAS_HPP
#define PLIMSOLL_REPORTS_CAIRO_CANVAS_HPP

#include "reports/canvas.hpp"
#include "reports/pdf_text.hpp"

namespace plimsoll::reports {

/// Draws on @p page, which lives at least as long, with its present origin.
class CairoCanvas final : public Canvas {
public:
    /// Moves the origin of a page, and back at its end.
    class Origin {
    public:
        Origin(cairo_t* page, Point at);
        Origin(const Origin&) = delete;
        Origin& operator=(const Origin&) = delete;
        Origin(Origin&&) = delete;
        Origin& operator=(Origin&&) = delete;
        ~Origin();

    private:
        cairo_t* page_;
    };

    CairoCanvas(cairo_t* page, const Typesetter& typesetter)
        : page_(page),
          typesetter_(typesetter) {}

    void boxes(std::span<const Box> all, Ink fill, double strength) override;
    void lines(std::span<const Polyline> all, const Stroke& stroke) override;
    void polygons(std::span<const Polyline> all, Ink fill) override;
    void circle(Point centre, double radius, Ink fill, const Stroke& edge) override;
    void text(Point at, std::string_view text, const Lettering& lettering) override;
    double width_of(std::string_view text, const Lettering& lettering) const override;

private:
    void stroke_path(const Stroke& stroke);

    cairo_t* page_;
    const Typesetter& typesetter_;
};

} // namespace plimsoll::reports

#endif
