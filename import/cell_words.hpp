// Cells of sheets that name their unit themselves: "1h30", "90 min", "10 km", "5/10".
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_CELL_WORDS_HPP
#define PLIMSOLL_IMPORT_CELL_WORDS_HPP

#include "import/dialect.hpp"
#include "import/number.hpp"

#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// Seconds of a duration with words or signs: "1h30", "1 h 15", "90 min", "52'30", "52m30s",
/// "PT42M10S", "12:52:30 AM" (what a spreadsheet makes of 52:30).
std::optional<double> duration_in_words(std::string_view cell, NumberStyle style);

/// Metres in the unit of length that a folded word names: "km", "miles", "yds"; else 0.
double metres_in_word(std::string_view word) noexcept;

/// Makes @p value that of a cell of the column @p use which is neither a number nor H:MM:SS, in the
/// unit of the member: a duration in words, a number with a unit of the column's kind, or a rating
/// with its scale or its words: "5/10", "7 - very hard".
/// @return  whether the cell holds one.
bool read_with_words(std::string_view cell, const ColumnUse& use, NumberStyle style, double& value);

} // namespace plimsoll::ingest

#endif
