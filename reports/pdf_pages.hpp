// Pieces of a page, and which stands on which page.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PDF_PAGES_HPP
#define PLIMSOLL_REPORTS_PDF_PAGES_HPP

#include "reports/canvas.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace plimsoll::reports {

/// What is never split: a line, a row, a picture.
struct Piece {
    double height = 0.0;
    double space_before = 0.0; ///< left out on top of a page
    bool keeps_with_next = false;
    bool starts_page = false;
    std::function<void(Point)> draw;       ///< with its top left corner there
    std::shared_ptr<const Piece> repeated; ///< set again above it where it begins a page
    std::string bookmark = {};
    int bookmark_level = 0;
};

struct PlacedPiece {
    const Piece* piece;
    double y; ///< of its top, from that of the page's body
};

/// Sets @p pieces on pages, in order, nothing lost. Pieces that keep with the next one stand on one
/// page, unless together they are higher than a page.
/// @param first_height   of the first page's body, points.
/// @param other_height   of the others.
/// @throws PreconditionError  a height is not positive.
std::vector<std::vector<PlacedPiece>> place(const std::vector<Piece>& pieces, double first_height,
                                            double other_height);

} // namespace plimsoll::reports

#endif
