// A document as a PDF.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PDF_RENDERER_HPP
#define PLIMSOLL_REPORTS_PDF_RENDERER_HPP

#include "model/date.hpp"
#include "reports/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace plimsoll::reports {

enum class Paper : std::uint8_t { a4, letter };

struct PdfStyle {
    Paper paper = Paper::a4;
    Date day; ///< the document's date of creation: that of what it says, not of the clock
    std::string program; ///< that made it, for the document's properties
};

struct Pdf {
    std::string bytes;
    std::size_t missing = 0; ///< different characters that the font does not have
};

/// Pages with a running header and a footer, in DejaVu Sans, which is embedded; section headings
/// are bookmarks. A pure function but for the two font files that it reads: the same document gives
/// the same bytes with the same version of cairo and pango. A character that the font does not have
/// becomes a small square; a cell of a table shows at most 40 lines.
/// @throws IoError  the font is not where the program was built to look for it.
Pdf make_pdf(const Document& document, const PdfStyle& style);
/// Its bytes alone.
std::string render_pdf(const Document& document, const PdfStyle& style);

} // namespace plimsoll::reports

#endif
