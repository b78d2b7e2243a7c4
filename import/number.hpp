// Numbers in the cells of a log, read strictly.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_NUMBER_HPP
#define PLIMSOLL_IMPORT_NUMBER_HPP

#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// How a file writes numbers. The sign that is not the decimal mark may group thousands, except in
/// a machine's file (@c plain), which groups nothing.
enum class NumberStyle : std::uint8_t {
    plain,         ///< 1234.5, 1e-3
    decimal_point, ///< 1,234.5
    decimal_comma  ///< 1.234,5
};

/// The number that the whole of @p text spells, or nothing: no text before or after it, no hex, no
/// infinity, no NaN. Groups are of three digits; blanks, no-break spaces and apostrophes group too.
/// One leading apostrophe (Excel's guard) is passed over; U+2212 is a minus.
/// @accuracy  correctly rounded (std::from_chars).
std::optional<double> parse_number(std::string_view text, NumberStyle style) noexcept;

/// What the digits after a mark say about the decimal mark of the file that holds @p text:
/// "5,04" and "17,2" speak for the comma, "5.04" for the point, "1,234" and "5" for neither.
enum class DecimalVote : std::uint8_t { none, point, comma };
DecimalVote decimal_vote(std::string_view text) noexcept;

} // namespace plimsoll::ingest

#endif
