// Charts alone.
// SPDX-License-Identifier: Apache-2.0
#include "reports/chart_picture.hpp"

#include "model/error.hpp"
#include "reports/cairo_canvas.hpp"
#include "reports/draw_chart.hpp"
#include "reports/plain_text.hpp"
#include "reports/svg_canvas.hpp"

#include <fmt/format.h>

#include <cairo.h>
#include <cmath>
#include <memory>
#include <utility>

namespace plimsoll::reports {
namespace {

constexpr double margin = 20.0; // CSS pixels, as all here
constexpr double picture_width = 800.0;
constexpr double title_size = 16.0;
constexpr double plain_size = 11.0;
constexpr double line_step = 1.4;     // x height of letters
constexpr double pixels_a_unit = 2.0; // of a PNG: sharp on a dense screen and on paper
constexpr ChartSize in_picture{picture_width - 2 * margin, 190.0, 12.0};

// Broken at blanks; a longer word stays whole.
std::vector<std::string> lines_of(const std::string& text, const Canvas& canvas,
                                  const Lettering& lettering, double width) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        const std::string word = text.substr(at, end - at);
        std::string longer = line;
        longer.append(line.empty() ? "" : " ").append(word);
        if (!line.empty() && canvas.width_of(longer, lettering) > width) {
            lines.push_back(std::exchange(line, word));
        } else {
            line = std::move(longer);
        }
        at = end + 1;
    }
    if (!line.empty()) {
        lines.push_back(std::move(line));
    }
    return lines;
}

// What stands above and below a chart, and how high each part is.
class Frame {
public:
    Frame(const Chart& chart, const Document& document, const Canvas& measure)
        : title_(lines_of(printable(chart.title, Charset::unicode), measure,
                          {title_size, Ink::ink, Lettering::Anchor::start, true},
                          in_picture.width)),
          whose_(lines_of(printable(document.subject + ", " + document.period, Charset::unicode),
                          measure, {plain_size}, in_picture.width)),
          note_(lines_of(printable(chart.note, Charset::unicode), measure, {plain_size},
                         in_picture.width)),
          footer_(
              lines_of("Plimsoll. " + document.footer, measure, {plain_size}, in_picture.width)),
          chart_height_(height_of(chart, measure, in_picture)) {}

    double chart_top() const {
        return margin + step(title_size) * count(title_) + step(plain_size) * count(whose_) + 8.0;
    }

    double height() const {
        return std::ceil(note_top() + step(plain_size) * (count(note_) + count(footer_)) + margin);
    }

    void draw(Canvas& canvas) const {
        double y = margin;
        const auto put = [&](const std::vector<std::string>& lines, const Lettering& lettering) {
            for (const std::string& line : lines) {
                canvas.text({margin, y + lettering.size}, line, lettering);
                y += step(lettering.size);
            }
        };
        put(title_, {title_size, Ink::ink, Lettering::Anchor::start, true});
        put(whose_, {plain_size, Ink::soft});
        y = note_top();
        put(note_, {plain_size, Ink::ink});
        put(footer_, {plain_size, Ink::soft});
    }

private:
    static double step(double size) { return line_step * size; }

    static double count(const std::vector<std::string>& lines) {
        return static_cast<double>(lines.size());
    }

    double note_top() const { return chart_top() + chart_height_ + 6.0; }

    std::vector<std::string> title_;
    std::vector<std::string> whose_;
    std::vector<std::string> note_;
    std::vector<std::string> footer_;
    double chart_height_;
};

cairo_status_t append_png(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Page = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

Surface pixels(double height) {
    return {cairo_image_surface_create(CAIRO_FORMAT_RGB24,
                                       static_cast<int>(picture_width * pixels_a_unit),
                                       static_cast<int>(height * pixels_a_unit)),
            &cairo_surface_destroy};
}

} // namespace

std::vector<const Chart*> charts_of(const Document& document) {
    std::vector<const Chart*> charts;
    for (const Block& block : document.blocks) {
        if (const auto* chart = std::get_if<Chart>(&block)) {
            charts.push_back(chart);
        }
    }
    return charts;
}

std::string chart_svg(const Chart& chart, const Document& document) {
    SvgCanvas frame_canvas;
    SvgCanvas canvas;
    const Frame frame(chart, document, frame_canvas);
    frame.draw(frame_canvas);
    draw(chart, canvas, in_picture);
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.0f}\" height=\"{1:.0f}\" "
        "viewBox=\"0 0 {0:.0f} {1:.0f}\" role=\"img\" aria-labelledby=\"t d\" "
        "font-family=\"'DejaVu Sans', Verdana, sans-serif\">\n<title id=\"t\">{2}</title>\n"
        "<desc id=\"d\">{3}</desc>\n<style>{4}</style>\n"
        "<rect class=\"f-paper\" width=\"{0:.0f}\" height=\"{1:.0f}\"/>\n{5}\n"
        "<g transform=\"translate({6:.0f} {7:.1f})\">{8}</g>\n</svg>\n",
        picture_width, frame.height(), escaped(chart.title), escaped(chart.reading),
        svg_style_on_white(), frame_canvas.elements(), margin, frame.chart_top(),
        canvas.elements());
}

std::string chart_png(const Chart& chart, const Document& document) {
    const Typesetter typesetter;
    const auto scaled = [](const Surface& surface) {
        Page page(cairo_create(surface.get()), &cairo_destroy);
        cairo_scale(page.get(), pixels_a_unit, pixels_a_unit);
        return page;
    };
    const Surface trial = pixels(1.0);
    const Page trial_page = scaled(trial);
    const Frame frame(chart, document, CairoCanvas(trial_page.get(), typesetter));
    const Surface surface = pixels(frame.height());
    std::string bytes;
    {
        const Page page = scaled(surface);
        set_ink(page.get(), Ink::paper);
        cairo_paint(page.get());
        CairoCanvas canvas(page.get(), typesetter);
        frame.draw(canvas);
        CairoCanvas::Origin origin(page.get(), {margin, frame.chart_top()});
        draw(chart, canvas, in_picture);
    }
    const cairo_status_t status =
        cairo_surface_write_to_png_stream(surface.get(), append_png, &bytes);
    require(status == CAIRO_STATUS_SUCCESS, cairo_status_to_string(status));
    return bytes;
}

} // namespace plimsoll::reports
