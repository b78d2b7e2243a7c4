// What is told of a table once it is read.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TABLE_NOTES_HPP
#define PLIMSOLL_IMPORT_TABLE_NOTES_HPP

#include "import/diagnostic_sink.hpp"
#include "import/table_import.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace plimsoll::ingest {

/// Rows that end before the header does: of a sheet whose last cells are empty, or of a file that
/// was cut.
void note_short_rows(const TableTotals& totals, std::size_t width, DiagnosticSink& sink);

/// Rows of no session, and values that were left out, as counts.
void note_rows(const RowNotes& notes, DiagnosticSink& sink);

/// Labels of sports that are not known, with the sessions that carry them.
void note_sports(const std::map<std::string, std::size_t>& unknown, DiagnosticSink& sink);

} // namespace plimsoll::ingest

#endif
