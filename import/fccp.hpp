// The one door to fast-cpp-csv-parser: splitting a clean record into cells.
//
// Of the library only the splitter is used. Its LineReader allocates 48 MiB a reader, runs past the
// end of a large file without a final newline and cannot hold a newline in a cell, so TextSource
// finds the records; its number parser turns an empty cell into 0 and "1,234" into 1.234, so cells
// stay text.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FCCP_HPP
#define PLIMSOLL_IMPORT_FCCP_HPP

#include "import/text_source.hpp"

#include <cstddef>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// The delimiters that split_cells knows.
inline constexpr std::string_view delimiters = ",;\t|";

/// No table has more columns. Of a line with more cells only so many and one are split: enough to
/// refuse it, without an object a cell.
inline constexpr std::size_t most_cells = 100'000; // policy: the widest real one has 1,700

/// The cells of @p record, at most most_cells + 1, without their quotes and the blanks around them.
/// They lie in the record's text, which is changed by this.
/// @throws PreconditionError  an unknown delimiter, or a record that is not clean.
void split_cells(const Record& record, char delimiter, std::vector<std::string_view>& cells);

} // namespace plimsoll::ingest

#endif
