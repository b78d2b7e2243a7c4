// The last pass over a table: every row behind the header becomes a session, or is counted.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TABLE_IMPORT_HPP
#define PLIMSOLL_IMPORT_TABLE_IMPORT_HPP

#include "import/byte_source.hpp"
#include "import/detect.hpp"
#include "import/diagnostic_sink.hpp"
#include "import/row_reader.hpp"
#include "model/packed_sessions.hpp"
#include "model/training_log.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace plimsoll::ingest {

/// What became of a table.
struct TableTotals {
    RowCounts counts;
    RowNotes notes;
    std::string encoding;
    std::optional<Diagnostic> broken; ///< why the end was not reached
    std::uint32_t last_line = 0;      ///< of the last row
    bool is_open = false;             ///< the file ends without a line end
};

/// Reads the clean part of a table block by block on up to @p threads threads, what is left record
/// by record on one. The result does not depend on their number.
/// @param bytes  rewound.
/// @param sink   takes what is wrong, in the order of the file.
/// @param parts  takes what rows of parts tell; they are counted as of no session.
/// @throws InputError  the sink is strict: the first error of the file.
/// @throws IoError
TableTotals import_table(ByteSource& bytes, const TableLayout& layout, const ReadingRules& rules,
                         std::size_t threads, DiagnosticSink& sink, PackedSessions& sessions,
                         PackedSessions& parts);

} // namespace plimsoll::ingest

#endif
