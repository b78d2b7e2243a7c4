// A document as pages of plain text.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_TEXT_RENDERER_HPP
#define PLIMSOLL_REPORTS_TEXT_RENDERER_HPP

#include "reports/document.hpp"
#include "reports/plain_text.hpp"

#include <cstddef>
#include <string>

namespace plimsoll::reports {

struct TextStyle {
    Charset charset = Charset::ascii;
    std::size_t columns = 80;
    std::size_t lines = 66; ///< of a page: US line printers, and A4 at 6 lines an inch less margins
};

/// Pages with a header and a footer, a form feed between two; no line is wider than the style says,
/// no page longer, no line ends in a blank. A pure function: the same document, the same bytes.
/// @throws PreconditionError  fewer than 40 columns or 20 lines.
std::string render_text(const Document& document, const TextStyle& style);

} // namespace plimsoll::reports

#endif
