// Pieces onto pages.
// SPDX-License-Identifier: Apache-2.0
#include "reports/pdf_pages.hpp"

#include "model/error.hpp"

namespace plimsoll::reports {
namespace {

// The height of the pieces from @p at on that must stand together, less the space before the first.
double height_together(const std::vector<Piece>& pieces, std::size_t at) {
    double height = pieces[at].height;
    while (pieces[at].keeps_with_next && at + 1 < pieces.size() && !pieces[at + 1].starts_page) {
        ++at;
        height += pieces[at].space_before + pieces[at].height;
    }
    return height;
}

} // namespace

std::vector<std::vector<PlacedPiece>> place(const std::vector<Piece>& pieces, double first_height,
                                            double other_height) {
    require(first_height > 0.0 && other_height > 0.0, "place: a page has a height");
    std::vector<std::vector<PlacedPiece>> pages(1);
    double y = 0.0;
    double room = first_height;
    bool kept = false; // the piece before keeps with this one
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const Piece& piece = pieces[i];
        const bool empty = pages.back().empty();
        double needed = kept ? piece.height : height_together(pieces, i);
        if (needed > other_height) {
            needed = piece.height;
        }
        if (!empty && (piece.starts_page || y + piece.space_before + needed > room)) {
            pages.emplace_back();
            y = 0.0;
            room = other_height;
        }
        if (!pages.back().empty()) {
            y += piece.space_before;
        } else if (piece.repeated) {
            pages.back().push_back({piece.repeated.get(), y});
            y += piece.repeated->height;
        }
        pages.back().push_back({&piece, y});
        y += piece.height;
        kept = piece.keeps_with_next;
    }
    if (pages.back().empty()) {
        pages.pop_back();
    }
    return pages;
}

} // namespace plimsoll::reports
