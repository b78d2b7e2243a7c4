// Blocks of a document as pieces of a page.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PDF_LAYOUT_HPP
#define PLIMSOLL_REPORTS_PDF_LAYOUT_HPP

#include "reports/document.hpp"
#include "reports/pdf_pages.hpp"
#include "reports/pdf_text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::reports {

inline constexpr double body_size = 8.5;  // points
inline constexpr double table_size = 8.0; // points
inline constexpr double small_size = 7.5; // points
inline constexpr std::size_t most_cell_lines = 40;

/// Where pieces are drawn, and how wide.
struct PageSetting {
    cairo_t* page = nullptr;
    const Typesetter& typesetter;
    double width = 0.0;                                    ///< points
    std::size_t most_weeks = static_cast<std::size_t>(-1); ///< that a week grid shows
    double grid_size = 14.0; ///< of its letters at most, points; long words make them smaller
};

/// "[ ]" is a box to tick.
std::string with_boxes(std::string_view text);

/// Visits the blocks of a document in order.
class PdfLayout {
public:
    explicit PdfLayout(const PageSetting& setting) : setting_(setting) {}

    void operator()(const Heading& heading);
    void operator()(const Paragraph& paragraph);
    void operator()(const KeyFigure& key);
    void operator()(const Points& points);
    void operator()(const Table& table);
    void operator()(const WeekGrid& grid);
    void operator()(const Chart& chart);

    void operator()(const PageBreak&) { page_break_ = true; }

    std::vector<Piece> take() { return std::move(pieces_); }

private:
    void add(Piece piece, double space_before);
    /// Lines that may run on to the next page, never one alone.
    void add_lines(const SetText& text, double indent, double space_before,
                   const std::function<void(Point)>& mark = {});

    const PageSetting& setting_;
    std::vector<Piece> pieces_;
    bool page_break_ = false;
    bool after_heading_ = false;
    bool leads_ = true; ///< no heading yet: key figures are the answer
};

/// The rows of @p table, each with its head to be repeated.
std::vector<Piece> table_pieces(const Table& table, const PageSetting& setting);

/// The weeks of @p grid that the setting lets it show, a piece a week, each with its head to be
/// repeated.
std::vector<Piece> grid_pieces(const WeekGrid& grid, const PageSetting& setting);

} // namespace plimsoll::reports

#endif
