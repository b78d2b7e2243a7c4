// Columns of plain sheets that mean another thing than their name says alone.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_PLAIN_MEANING_HPP
#define PLIMSOLL_IMPORT_PLAIN_MEANING_HPP

#include "import/byte_source.hpp"
#include "import/detect.hpp"
#include "import/diagnostic_sink.hpp"
#include "import/row_reader.hpp"

namespace plimsoll::ingest {

// Each rewinds the bytes, looks at the first 20,000 rows, and does nothing to other dialects.
// @throws IoError

/// Makes a column "Name" one of titles where a fifth of its cells or more hold a word for a sport,
/// as in "Morning Run", and nothing is rated: else each title would be an athlete.
void find_titles(ByteSource& bytes, TableLayout& layout, DiagnosticSink& sink);

/// Gives columns of high-speed and sprint distance that name no unit that of the distances, where
/// these are in kilometres or miles and no cell is 10 or more.
void find_fast_units(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                     DiagnosticSink& sink);

} // namespace plimsoll::ingest

#endif
