// What is told of a plain sheet, so that nothing it holds is lost without a word.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_PLAIN_NOTES_HPP
#define PLIMSOLL_IMPORT_PLAIN_NOTES_HPP

#include "import/byte_source.hpp"
#include "import/detect.hpp"
#include "import/diagnostic_sink.hpp"

#include <string>

namespace plimsoll::ingest {

/// The header cells that are not read, the first eight by name.
std::string unread_columns(const TableLayout& layout);

// Both do nothing to other dialects.

/// Names the columns that are not read: a note, and a warning where the heading speaks of a
/// rating, a distance, a duration, a load or a name that no other column gives, or where a column
/// of these stands twice.
void note_unread_columns(const TableLayout& layout, DiagnosticSink& sink);

/// Warns where no column names the athletes, yet one that is not read holds different texts in rows
/// of one day: the sheet is probably a squad's. Rewinds the bytes and looks at 20,000 rows.
/// @throws IoError
void warn_of_squads(ByteSource& bytes, const TableLayout& layout, DiagnosticSink& sink);

} // namespace plimsoll::ingest

#endif
