// Drawing as SVG.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_SVG_CANVAS_HPP
#define PLIMSOLL_REPORTS_SVG_CANVAS_HPP

#include "reports/canvas.hpp"

#include <string>
#include <string_view>

namespace plimsoll::reports {

/// The elements of a drawing; colours are classes that svg_style() defines. Text widths are those
/// of DejaVu Sans and Verdana, about.
class SvgCanvas final : public Canvas {
public:
    void boxes(std::span<const Box> all, Ink fill, double strength) override;
    void lines(std::span<const Polyline> all, const Stroke& stroke) override;
    void polygons(std::span<const Polyline> all, Ink fill) override;
    void circle(Point centre, double radius, Ink fill, const Stroke& edge) override;
    void text(Point at, std::string_view text, const Lettering& lettering) override;
    double width_of(std::string_view text, const Lettering& lettering) const override;

    const std::string& elements() const { return out_; }

private:
    std::string out_;
};

/// The rules for the classes: colours for light and, where the reader prefers it, for dark.
std::string svg_style();

/// The rules for the classes in a picture of its own: light colours, without variables, which few
/// programs but browsers know.
std::string svg_style_on_white();

/// @p text for an attribute or the content of an element of XML and HTML: on one line, nothing that
/// steers or reorders, and & < > " ' escaped.
std::string escaped(std::string_view text);

} // namespace plimsoll::reports

#endif
