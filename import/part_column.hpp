// The column of a plain log that tells parts of sessions from whole ones.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_PART_COLUMN_HPP
#define PLIMSOLL_IMPORT_PART_COLUMN_HPP

#include "import/byte_source.hpp"
#include "import/detect.hpp"

#include <array>
#include <string_view>

namespace plimsoll::ingest {

/// What the row of a whole session says where the others name a drill or period; folded.
inline constexpr std::array<std::string_view, 20> labels_of_wholes{"session",
                                                                   "entire session",
                                                                   "whole session",
                                                                   "full session",
                                                                   "total session",
                                                                   "session total",
                                                                   "all",
                                                                   "total",
                                                                   "entire",
                                                                   "whole",
                                                                   "full",
                                                                   "entire activity",
                                                                   "whole activity",
                                                                   "full activity",
                                                                   "full match",
                                                                   "full game",
                                                                   "whole match",
                                                                   "entire match",
                                                                   "gesamte einheit",
                                                                   "teljes edzés"};

/// In a plain log a column that is called period, drill, split, half or the like tells parts
/// (Field::part) where some of its cells say "Session", "Total" or another of labels_of_wholes and
/// others name something else. Everywhere else it means nothing: a period of the year, perhaps.
/// @evidence  policy
void find_parts(ByteSource& bytes, TableLayout& layout);

} // namespace plimsoll::ingest

#endif
