// UTF-8, UTF-16 and Windows-1252, as training logs mix them.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TEXT_ENCODING_HPP
#define PLIMSOLL_IMPORT_TEXT_ENCODING_HPP

#include <string>
#include <string_view>

namespace plimsoll::ingest {

bool is_ascii(std::string_view bytes) noexcept;
bool is_utf8(std::string_view bytes) noexcept;

/// Every byte is a character of Windows-1252; the five that it leaves undefined become U+FFFD.
std::string windows_1252_to_utf8(std::string_view bytes);

/// A lone surrogate or half a code unit becomes U+FFFD.
std::string utf16_to_utf8(std::string_view bytes, bool big_endian);

/// White space at both ends taken off: blanks, tabs, line ends, no-break spaces (U+00A0, U+202F),
/// byte-order marks and zero-width spaces.
inline std::string_view trimmed(std::string_view text) noexcept;
/// The same for a text that has such white space, or another character beyond ASCII, at an end.
std::string_view trimmed_of_blanks(std::string_view text) noexcept;

/// Case-folded, Unicode-composed text with each run of white space (of any width) as one blank and
/// none at the ends: what header names and labels are compared by.
std::string folded(std::string_view text);

/// The same with accents and other marks taken off its letters, as some spreadsheets do: "Löpning"
/// is "lopning".
std::string folded_without_marks(std::string_view text);

inline std::string_view trimmed(std::string_view text) noexcept {
    const auto plain = [](char c) { return c > ' ' && c < '\x7F'; };
    const bool nothing_to_do = text.empty() || (plain(text.front()) && plain(text.back()));
    return nothing_to_do ? text : trimmed_of_blanks(text);
}

} // namespace plimsoll::ingest

#endif
