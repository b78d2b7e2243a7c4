// The general road through a table: every row, whatever its quotes, line ends and encoding.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TABLE_ROWS_HPP
#define PLIMSOLL_IMPORT_TABLE_ROWS_HPP

#include "import/detect.hpp"
#include "import/text_source.hpp"
#include "model/diagnostic.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// What reading a table to its end showed.
struct Passage {
    std::string encoding;
    std::optional<Diagnostic> broken; ///< why the end was not reached
};

/// Sees a row; false ends the reading.
using SeeRow =
    std::function<bool(const Record& record, const std::vector<std::string_view>& cells)>;

/// Calls @p see for each row behind the header. A line that stands in quotes as a whole, its own
/// quotes doubled, is unwrapped once.
/// @param bytes  stands where @p start says.
/// @throws IoError
Passage each_row(ByteSource& bytes, const TableLayout& layout, const TextStart& start,
                 const SeeRow& see);

} // namespace plimsoll::ingest

#endif
