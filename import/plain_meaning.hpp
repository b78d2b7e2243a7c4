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

/// Takes a column of numbers of people ("ID", "Email") out where no two rows have the same: it
/// numbers the rows.
void find_numbers_of_people(ByteSource& bytes, TableLayout& layout, DiagnosticSink& sink);

/// Makes a column "sRPE" one of ratings where none is above 10 and no other column rates: a load is
/// more. Takes a column of ratings out that names another scale than 0 to 10, or of which more
/// than half the cells are no numbers; tells it of words such as "Intensity".
void find_ratings(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                  DiagnosticSink& sink);

/// Gives columns of high-speed and sprint distance that name no unit that of the distances, where
/// these are in kilometres or miles and no cell is 10 or more.
void find_fast_units(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                     DiagnosticSink& sink);

} // namespace plimsoll::ingest

#endif
