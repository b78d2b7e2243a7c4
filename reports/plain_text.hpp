// Text as a terminal or a line printer can show it: safe, of known width.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_PLAIN_TEXT_HPP
#define PLIMSOLL_REPORTS_PLAIN_TEXT_HPP

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::reports {

enum class Charset : std::uint8_t { ascii, unicode };

/// @p text on one line, without anything that could steer a terminal: line ends and tabs become
/// blanks; control characters and those that reorder text are left out. For Charset::ascii letters
/// lose their marks (Zürich is Zurich), usual signs are spelt, and the rest becomes '?'.
std::string printable(std::string_view text, Charset charset);

/// Columns that a printable text takes: 0 for marks that combine, 2 for wide characters.
std::size_t width_of(std::string_view text);

/// @p text cut so that it takes at most @p width columns; a cut is shown by "..".
std::string cut_to(std::string_view text, std::size_t width);

/// @p text broken at blanks into lines of at most @p width columns; a longer word is broken.
std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// Blanks added behind (or, @p right, before) up to @p width columns.
std::string padded(std::string_view text, std::size_t width, bool right);

} // namespace plimsoll::reports

#endif
