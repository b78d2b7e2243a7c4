// Layout of blocks on paper.
// SPDX-License-Identifier: Apache-2.0
#include "reports/pdf_layout.hpp"

#include "reports/cairo_canvas.hpp"
#include "reports/draw_chart.hpp"
#include "reports/week_grid.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::reports {
namespace {

constexpr double section_space = 11.0;
constexpr double block_space = 6.0;
constexpr double line_space = 2.5; // between points
constexpr double point_indent = 14.0;
constexpr double key_share = 0.36;  // of the width, for label and figure
constexpr double chart_plot = 88.0; // height of a chart over time

// The answer of a page is set large, unless it is too long for that.
double size_of_figure(const std::string& figure, bool leads, bool first) {
    if (!leads) {
        return 10.0;
    }
    return figure.size() > 16 ? 13.0 : first ? 24.0 : 15.0;
}

void draw_mark(CairoCanvas& canvas, Points::Mark mark, Point at) {
    const double middle = at.y + 0.68 * body_size;
    switch (mark) {
    case Points::Mark::attention:
        canvas.circle({at.x + 4.5, middle}, 4.2, Ink::attention, {Ink::attention, 0.5});
        canvas.text({at.x + 4.5, middle + 2.7}, "!",
                    {7.5, Ink::paper, Lettering::Anchor::middle, true});
        break;
    case Points::Mark::box:
        canvas.lines(std::array{Polyline{{at.x + 0.5, middle - 4.0},
                                         {at.x + 8.5, middle - 4.0},
                                         {at.x + 8.5, middle + 4.0},
                                         {at.x + 0.5, middle + 4.0},
                                         {at.x + 0.5, middle - 4.4}}},
                     {Ink::ink, 0.8});
        break;
    case Points::Mark::plain:
        canvas.circle({at.x + 4.5, middle}, 1.2, Ink::soft, {Ink::soft, 0.5});
        break;
    }
}

} // namespace

std::string with_boxes(std::string_view text) {
    std::string out(text);
    constexpr std::string_view box = "[ ]";
    for (std::size_t at = out.find(box); at != std::string::npos; at = out.find(box, at)) {
        out.replace(at, box.size(), "\xE2\x98\x90");
    }
    return out;
}

void PdfLayout::add(Piece piece, double space_before) {
    piece.starts_page = std::exchange(page_break_, false);
    piece.space_before = space_before;
    after_heading_ = false;
    pieces_.push_back(std::move(piece));
}

void PdfLayout::add_lines(const SetText& text, double indent, double space_before,
                          const std::function<void(Point)>& mark) {
    const std::size_t count = text.lines();
    for (std::size_t i = 0; i < count; ++i) {
        Piece piece;
        piece.height = text.line_height();
        piece.keeps_with_next = i + 1 < count && (count <= 3 || i == 0 || i + 2 == count);
        piece.draw = [text, i, indent, mark = i == 0 ? mark : nullptr,
                      page = setting_.page](Point at) {
            if (mark) {
                mark(at);
            }
            text.draw(page, i, {at.x + indent, at.y});
        };
        add(std::move(piece), i == 0 ? space_before : 0.0);
    }
}

void PdfLayout::operator()(const Heading& heading) {
    const bool part = heading.level == Heading::Level::part;
    const Face face = part ? Face{15.0, true, Ink::ink} : Face{10.5, true, Ink::main};
    const SetText text = setting_.typesetter.cut(heading.text, face, setting_.width);
    Piece piece;
    piece.height = text.height() + (part ? 5.0 : 2.0);
    piece.keeps_with_next = true;
    piece.bookmark = heading.text;
    piece.bookmark_level = part ? 0 : 1;
    piece.draw = [text, part, page = setting_.page, &setting = setting_](Point at) {
        text.draw(page, 0, at);
        if (part) {
            CairoCanvas canvas(page, setting.typesetter);
            const double y = at.y + text.height() + 1.5;
            canvas.lines(std::array{Polyline{{at.x, y}, {at.x + setting.width, y}}},
                         {Ink::main, 1.0});
        }
    };
    add(std::move(piece), section_space);
    after_heading_ = true;
    leads_ = part; // what follows the name of an athlete is the answer again
}

void PdfLayout::operator()(const Paragraph& paragraph) {
    const double space = after_heading_ ? 0.0 : block_space;
    add_lines(setting_.typesetter.wrapped(paragraph.text, {body_size}, setting_.width), 0.0, space);
}

void PdfLayout::operator()(const KeyFigure& key) {
    const bool first = leads_ && (pieces_.empty() || after_heading_);
    const double left = key_share * setting_.width;
    const double room = setting_.width - left;
    const Typesetter& set = setting_.typesetter;
    const SetText label = set.wrapped(key.label, {small_size, false, Ink::soft}, left - 14.0, 4);
    const SetText figure =
        set.wrapped(key.figure, {size_of_figure(key.figure, leads_, first), true, Ink::ink},
                    left - 14.0, most_cell_lines);
    const SetText note = set.wrapped(key.note, {body_size}, room, most_cell_lines);
    const double base =
        leads_ ? label.height() + 0.5 * (figure.line_height() - note.line_height()) : 0.0;
    Piece piece;
    piece.height = std::max(label.height() + figure.height(), base + note.height());
    piece.draw = [=, page = setting_.page](Point at) {
        label.draw_all(page, at);
        figure.draw_all(page, {at.x, at.y + label.height()});
        note.draw_all(page, {at.x + left, at.y + base});
    };
    const double space = after_heading_ ? 2.0 : leads_ ? 5.0 : block_space;
    add(std::move(piece), space);
}

void PdfLayout::operator()(const Points& points) {
    for (std::size_t i = 0; i < points.texts.size(); ++i) {
        const double space = after_heading_ ? 0.0 : i == 0 ? block_space : line_space;
        add_lines(setting_.typesetter.wrapped(with_boxes(points.texts[i]), {body_size},
                                              setting_.width - point_indent),
                  point_indent, space, [mark = points.mark, &setting = setting_](Point at) {
                      CairoCanvas canvas(setting.page, setting.typesetter);
                      draw_mark(canvas, mark, at);
                  });
    }
}

void PdfLayout::operator()(const Table& table) {
    double space = after_heading_ ? 2.0 : block_space;
    for (Piece& piece : table_pieces(table, setting_)) {
        add(std::move(piece), std::exchange(space, 0.0));
    }
}

void PdfLayout::operator()(const WeekGrid& grid) {
    double space = after_heading_ ? 2.0 : block_space;
    for (Piece& piece : grid_pieces(grid, setting_)) {
        add(std::move(piece), std::exchange(space, 0.0));
    }
    if (setting_.most_weeks < grid.weeks.size()) {
        (*this)(Paragraph{weeks_left_out(grid, setting_.most_weeks)});
    }
}

void PdfLayout::operator()(const Chart& chart) {
    const ChartSize size{setting_.width, chart_plot, 7.0};
    add_lines(setting_.typesetter.wrapped(chart.title, {body_size, true}, setting_.width), 0.0,
              after_heading_ ? 2.0 : block_space + 2.0);
    pieces_.back().keeps_with_next = true;
    CairoCanvas measure(setting_.page, setting_.typesetter);
    Piece piece;
    piece.height = height_of(chart, measure, size);
    piece.keeps_with_next = !chart.note.empty();
    piece.draw = [&chart, size, &setting = setting_](Point at) {
        CairoCanvas::Origin origin(setting.page, at);
        CairoCanvas canvas(setting.page, setting.typesetter);
        reports::draw(chart, canvas, size);
    };
    add(std::move(piece), 3.0);
    if (!chart.note.empty()) {
        add_lines(
            setting_.typesetter.wrapped(chart.note, {small_size, false, Ink::soft}, setting_.width),
            0.0, 2.0);
    }
}

} // namespace plimsoll::reports
