// PDF: blocks to pieces, pieces to pages, pages to bytes.
// SPDX-License-Identifier: Apache-2.0
#include "reports/pdf_renderer.hpp"

#include "model/error.hpp"
#include "model/words.hpp"
#include "reports/cairo_canvas.hpp"
#include "reports/chart_shapes.hpp"
#include "reports/pdf_layout.hpp"
#include "reports/plain_text.hpp"
#include "reports/week_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cairo-pdf.h>
#include <iterator>
#include <memory>

namespace plimsoll::reports {
namespace {

constexpr double points_a_millimetre = 72.0 / 25.4;
constexpr double side_margin = 46.0;   // points
constexpr double top_margin = 38.0;    // points
constexpr double bottom_margin = 34.0; // points
constexpr double running_head = 24.0;  // height, with the space below it
constexpr double first_head = 66.0;    // height, with the space below it
constexpr double foot = 20.0;          // height, with the space above it
constexpr double scale_step = 0.05;    // of the type of a single page
constexpr int most_steps = 7;          // to 1.35
constexpr int fewest_steps = -14;      // to 0.3
constexpr double crumb_height = 75.0;  // points; a last page that holds less is hardly one
constexpr double crumb_scale_step = 0.02;
constexpr int crumb_steps = 4;          // to 0.92
constexpr double least_grid_size = 8.5; // points
constexpr double grid_size_step = 0.5;  // points

struct PageSize {
    double width;
    double height;
};

PageSize size_of(Paper paper) {
    if (paper == Paper::letter) {
        return {612.0, 792.0};
    }
    return {210.0 * points_a_millimetre, 297.0 * points_a_millimetre};
}

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

// cairo 1.16 leaves out the D: that dates begin with. There is room for it where the seconds are.
void mend_dates(std::string& pdf, const std::string& digits) {
    const std::string wrong = "Date (" + digits + "000000Z)";
    const std::string right = "Date (D:" + digits + "0000Z)";
    for (std::size_t at = pdf.find(wrong); at != std::string::npos; at = pdf.find(wrong, at + 1)) {
        pdf.replace(at, wrong.size(), right);
    }
}

// Pages of one document.
class PdfPages {
public:
    PdfPages(const Document& document, const PdfStyle& style)
        : document_(document),
          size_(size_of(style.paper)),
          surface_(
              cairo_pdf_surface_create_for_stream(append_bytes, &bytes_, size_.width, size_.height),
              &cairo_surface_destroy),
          page_(cairo_create(surface_.get()), &cairo_destroy),
          setting_{page_.get(), typesetter_, page_width()} {
        const auto note = [&](cairo_pdf_metadata_t key, const std::string& text) {
            cairo_pdf_surface_set_metadata(surface_.get(), key,
                                           printable(text, Charset::unicode).c_str());
        };
        note(CAIRO_PDF_METADATA_TITLE, document.title + ", " + document.period);
        note(CAIRO_PDF_METADATA_SUBJECT, document.subject);
        note(CAIRO_PDF_METADATA_CREATOR, style.program);
        const std::string moment = to_string(style.day) + "T00:00:00Z";
        note(CAIRO_PDF_METADATA_CREATE_DATE, moment);
        note(CAIRO_PDF_METADATA_MOD_DATE, moment);
        std::copy_if(moment.begin(), moment.begin() + 10, std::back_inserter(day_digits_),
                     [](char c) { return c != '-'; });
    }

    std::string render() {
        double scale = document_.one_page ? fit_to_one_page() : 1.0;
        std::vector<Piece> pieces = pieces_of();
        auto pages = pages_of(pieces, scale);
        if (!document_.one_page && pages.size() > 1 && is_crumb(pages.back())) {
            scale = scale_for_fewer_than(pages.size());
            pieces = pieces_of();
            pages = pages_of(pieces, scale);
        }
        for (std::size_t p = 0; p < pages.size(); ++p) {
            p == 0 ? draw_first_head() : draw_running_head();
            const double top = top_margin + (p == 0 ? first_head : running_head);
            for (const PlacedPiece& placed : pages[p]) {
                add_bookmark(*placed.piece, p + 1, top + scale * placed.y);
                draw_scaled(*placed.piece, {side_margin, top + scale * placed.y}, scale);
            }
            draw_foot(p + 1, pages.size());
            cairo_show_page(page_.get());
        }
        cairo_surface_finish(surface_.get());
        const cairo_status_t status = cairo_surface_status(surface_.get());
        require(status == CAIRO_STATUS_SUCCESS, cairo_status_to_string(status));
        mend_dates(bytes_, day_digits_);
        return std::move(bytes_);
    }

    std::size_t missing() const { return typesetter_.missing(); }

private:
    std::vector<Piece> pieces_of() const {
        PdfLayout layout(setting_);
        for (const Block& block : document_.blocks) {
            std::visit(layout, block);
        }
        return layout.take();
    }

    std::vector<std::vector<PlacedPiece>> pages_of(const std::vector<Piece>& pieces,
                                                   double scale) const {
        const double body = size_.height - top_margin - bottom_margin - foot;
        return place(pieces, (body - first_head) / scale, (body - running_head) / scale);
    }

    // The most weeks that one page holds with a small grid, then the largest grid, then the largest
    // type; a smaller one where not even a week fits. Gives the scale.
    double fit_to_one_page() {
        const double width = setting_.width;
        const double largest = setting_.grid_size;
        const auto fits = [&](int step) {
            const double scale = 1.0 + scale_step * step;
            setting_.width = width / scale;
            return pages_of(pieces_of(), scale).size() <= 1;
        };
        setting_.grid_size = least_grid_size;
        setting_.most_weeks = most_weeks_of(document_);
        while (setting_.most_weeks > 1 && !fits(0)) {
            --setting_.most_weeks;
        }
        int smaller = 0;
        do {
            setting_.grid_size = std::max(least_grid_size, largest - grid_size_step * smaller);
            ++smaller;
        } while (setting_.grid_size > least_grid_size && !fits(0));
        int step = 0;
        while (step > fewest_steps && !fits(step)) {
            --step;
        }
        while (step < most_steps && fits(step + 1)) {
            ++step;
        }
        const double scale = 1.0 + scale_step * step;
        setting_.width = width / scale;
        return scale;
    }

    // The largest type, a little smaller than the usual one, that saves a page; else the usual one.
    double scale_for_fewer_than(std::size_t pages) {
        const double width = setting_.width;
        for (int step = 1; step <= crumb_steps; ++step) {
            const double scale = 1.0 - crumb_scale_step * step;
            setting_.width = width / scale;
            if (pages_of(pieces_of(), scale).size() < pages) {
                return scale;
            }
        }
        setting_.width = width;
        return 1.0;
    }

    static bool is_crumb(const std::vector<PlacedPiece>& page) {
        return page.back().y + page.back().piece->height < crumb_height;
    }

    void draw_scaled(const Piece& piece, Point at, double scale) {
        CairoCanvas::Origin origin(page_.get(), at);
        cairo_scale(page_.get(), scale, scale);
        piece.draw({0.0, 0.0});
    }

    double page_width() const { return size_.width - 2 * side_margin; }

    void rule(double y, const Stroke& stroke) {
        CairoCanvas canvas(page_.get(), typesetter_);
        canvas.lines(std::array{Polyline{{side_margin, y}, {size_.width - side_margin, y}}},
                     stroke);
    }

    // Two texts on one line; the left one gives way.
    void both_ends(const std::string& left, Face left_face, const std::string& right,
                   Face right_face, double y) {
        const double width = page_width();
        const SetText end = typesetter_.cut(right, right_face, 0.6 * width);
        const SetText start = typesetter_.cut(left, left_face, width - end.width() - 12.0);
        start.draw(page_.get(), 0, {side_margin, y});
        end.draw(page_.get(), 0, {side_margin, y + start.base_line() - end.base_line()}, width);
    }

    void draw_first_head() {
        CairoCanvas canvas(page_.get(), typesetter_);
        draw_load_line(canvas, {size_.width - side_margin - 64.0, top_margin + 9.0}, 5.5,
                       Ink::main);
        typesetter_.line("Plimsoll", {11.0, true, Ink::main})
            .draw(page_.get(), 0, {side_margin, top_margin + 2.0}, page_width());
        typesetter_.cut(document_.title, {19.0, true}, page_width() - 90.0)
            .draw(page_.get(), 0, {side_margin, top_margin - 5.0});
        both_ends(document_.subject, {10.5, true}, document_.period, {9.0, false, Ink::soft},
                  top_margin + 24.0);
        rule(top_margin + 44.0, {Ink::main, 1.4});
    }

    void draw_running_head() {
        both_ends(document_.title + "  \xC2\xB7  " + document_.subject,
                  {small_size, true, Ink::soft}, document_.period, {small_size, false, Ink::soft},
                  top_margin - 4.0);
        rule(top_margin + 9.0, {Ink::rule, 0.6});
    }

    void draw_foot(std::size_t number, std::size_t count) {
        const double y = size_.height - bottom_margin - 10.0;
        rule(y - 3.0, {Ink::rule, 0.6});
        both_ends(document_.footer, {small_size, false, Ink::soft},
                  say("page {} of {}", number, count), {small_size, false, Ink::soft}, y);
    }

    void add_bookmark(const Piece& piece, std::size_t number, double y) {
        if (piece.bookmark.empty()) {
            return;
        }
        const int parent = piece.bookmark_level > 0 ? part_ : CAIRO_PDF_OUTLINE_ROOT;
        const int id = cairo_pdf_surface_add_outline(
            surface_.get(), parent, printable(piece.bookmark, Charset::unicode).c_str(),
            fmt::format("page={} pos=[{:.0f} {:.0f}]", number, side_margin, y).c_str(),
            CAIRO_PDF_OUTLINE_FLAG_OPEN);
        if (piece.bookmark_level == 0) {
            part_ = id;
        }
    }

    const Document& document_;
    PageSize size_;
    std::string bytes_;
    std::string day_digits_; // 20261122
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface_;
    std::unique_ptr<cairo_t, decltype(&cairo_destroy)> page_;
    Typesetter typesetter_;
    PageSetting setting_;
    int part_ = CAIRO_PDF_OUTLINE_ROOT;
};

} // namespace

Pdf make_pdf(const Document& document, const PdfStyle& style) {
    PdfPages pages(document, style);
    Pdf pdf;
    pdf.bytes = pages.render();
    pdf.missing = pages.missing();
    return pdf;
}

std::string render_pdf(const Document& document, const PdfStyle& style) {
    return make_pdf(document, style).bytes;
}

} // namespace plimsoll::reports
