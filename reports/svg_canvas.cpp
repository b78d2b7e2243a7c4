// SVG elements.
// SPDX-License-Identifier: Apache-2.0
#include "reports/svg_canvas.hpp"

#include "reports/plain_text.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <iterator>

namespace plimsoll::reports {
namespace {

constexpr std::array<std::string_view, ink_count> class_of_ink{
    "paper", "ink", "soft", "rule", "shade", "water", "bar", "main", "attention"};

std::string_view name_of(Ink ink) {
    return class_of_ink.at(static_cast<std::size_t>(ink));
}

// One decimal, and none where it is 0.
std::string decimal(double value) {
    const auto tenths = std::lround(value * 10.0);
    if (tenths % 10 == 0) {
        return std::to_string(tenths / 10);
    }
    return fmt::format("{:.1f}", static_cast<double>(tenths) / 10.0);
}

void append_path(std::string& path, const Polyline& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        path += i == 0 ? "M" : "L";
        path += decimal(points[i].x) + " " + decimal(points[i].y);
    }
}

std::string stroke_of(const Stroke& stroke) {
    std::string text = fmt::format(R"(class="s-{}" stroke-width="{}")", name_of(stroke.ink),
                                   decimal(stroke.width));
    if (stroke.dash == Stroke::Dash::dashed) {
        text += " stroke-dasharray=\"5 3\"";
    } else if (stroke.dash == Stroke::Dash::dotted) {
        text += " stroke-dasharray=\"1.5 2.5\"";
    }
    return text;
}

std::string colours(const std::array<Colour, ink_count>& inks) {
    std::string out;
    for (std::size_t i = 0; i < ink_count; ++i) {
        fmt::format_to(std::back_inserter(out), "--{}:#{:02x}{:02x}{:02x};", class_of_ink.at(i),
                       inks.at(i).red, inks.at(i).green, inks.at(i).blue);
    }
    return out;
}

} // namespace

void SvgCanvas::boxes(std::span<const Box> all, Ink fill, double strength) {
    std::string path;
    for (const Box& box : all) {
        const std::string width = decimal(box.width);
        path += fmt::format("M{} {}h{}v{}h-{}z", decimal(box.x), decimal(box.y), width,
                            decimal(box.height), width);
    }
    if (path.empty()) {
        return;
    }
    const std::string opacity =
        strength < 1.0 ? fmt::format(" fill-opacity=\"{:.2f}\"", strength) : std::string();
    fmt::format_to(std::back_inserter(out_), R"(<path class="f-{}"{} d="{}"/>)", name_of(fill),
                   opacity, path);
}

void SvgCanvas::lines(std::span<const Polyline> all, const Stroke& stroke) {
    std::string path;
    for (const Polyline& points : all) {
        append_path(path, points);
    }
    if (!path.empty()) {
        fmt::format_to(std::back_inserter(out_), "<path {} d=\"{}\"/>", stroke_of(stroke), path);
    }
}

void SvgCanvas::polygons(std::span<const Polyline> all, Ink fill) {
    std::string path;
    for (const Polyline& points : all) {
        append_path(path, points);
        path += "z";
    }
    if (!path.empty()) {
        fmt::format_to(std::back_inserter(out_), R"(<path class="f-{}" d="{}"/>)", name_of(fill),
                       path);
    }
}

void SvgCanvas::circle(Point centre, double radius, Ink fill, const Stroke& edge) {
    fmt::format_to(std::back_inserter(out_),
                   R"(<circle cx="{}" cy="{}" r="{}" class="f-{} s-{}" stroke-width="{}"/>)",
                   decimal(centre.x), decimal(centre.y), decimal(radius), name_of(fill),
                   name_of(edge.ink), decimal(edge.width));
}

void SvgCanvas::text(Point at, std::string_view text, const Lettering& lettering) {
    static constexpr std::array<std::string_view, 3> anchors{"", " text-anchor=\"middle\"",
                                                             " text-anchor=\"end\""};
    fmt::format_to(std::back_inserter(out_),
                   R"(<text x="{}" y="{}" font-size="{}" class="f-{}"{}{}>{}</text>)",
                   decimal(at.x), decimal(at.y), decimal(lettering.size), name_of(lettering.ink),
                   anchors.at(static_cast<std::size_t>(lettering.anchor)),
                   lettering.bold ? " font-weight=\"bold\"" : "", escaped(text));
}

double SvgCanvas::width_of(std::string_view text, const Lettering& lettering) const {
    double ems = 0.0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U) {
            continue; // a further byte of a letter
        }
        constexpr std::string_view narrow = " ijl.,:;'|!()-ftI/";
        constexpr std::string_view wide = "mwMW%@";
        ems += narrow.find(c) != std::string_view::npos ? 0.36
               : wide.find(c) != std::string_view::npos ? 0.95
               : byte >= 'A' && byte <= 'Z'             ? 0.70
               : byte < 0x80U                           ? 0.63
                                                        : 0.75;
    }
    return ems * lettering.size * (lettering.bold ? 1.1 : 1.0);
}

std::string svg_style() {
    std::string out = ":root{" + colours(light_inks) +
                      "}@media (prefers-color-scheme:dark){:root{" + colours(dark_inks) +
                      "}}@media print{:root{" + colours(light_inks) + "}}";
    for (const std::string_view name : class_of_ink) {
        fmt::format_to(std::back_inserter(out),
                       ".f-{0}{{fill:var(--{0})}}.s-{0}{{stroke:var(--{0})}}", name);
    }
    return out + "svg path:not([class*=f-]){fill:none}";
}

std::string svg_style_on_white() {
    std::string out = "path{fill:none}";
    for (std::size_t i = 0; i < ink_count; ++i) {
        const Colour& colour = light_inks.at(i);
        fmt::format_to(
            std::back_inserter(out),
            ".f-{0}{{fill:#{1:02x}{2:02x}{3:02x}}}.s-{0}{{stroke:#{1:02x}{2:02x}{3:02x}}}",
            class_of_ink.at(i), colour.red, colour.green, colour.blue);
    }
    return out;
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : printable(text, Charset::unicode)) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

} // namespace plimsoll::reports
