// How a table writes what its header does not say, inferred from its first rows.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TABLE_INFERENCE_HPP
#define PLIMSOLL_IMPORT_TABLE_INFERENCE_HPP

#include "import/byte_source.hpp"
#include "import/detect.hpp"
#include "import/diagnostic_sink.hpp"
#include "import/inference.hpp"
#include "import/row_reader.hpp"

namespace plimsoll::ingest {

/// What a reader must know before it reads.
struct Writing {
    Inferred<NumberStyle> numbers;
    Inferred<DateShape> dates;
};

bool has_unit(const TableLayout& layout, Unit unit);
bool has_field(const TableLayout& layout, Field field);

// Each rewinds the bytes and looks at the first 20,000 rows. @throws IoError

/// The decimal mark and the order of dates.
Writing infer_writing(ByteSource& bytes, const TableLayout& layout);

/// Lets @p dates know that a file with miles, yards, feet or mph is American.
void lean_by_units(const TableLayout& layout, DateInference& dates);

/// The unit of distances, where no column names it.
Inferred<DistanceUnit> infer_distance(ByteSource& bytes, const TableLayout& layout,
                                      const ReadingRules& rules);

/// Where the cells leave the decimal mark open, the one counts with which fewer distances are
/// impossible over their time.
/// @return  whether that is another one than @p rules have; then they have it.
bool settle_decimals(ByteSource& bytes, const TableLayout& layout, ReadingRules& rules,
                     Inferred<NumberStyle>& numbers);

/// Whether a spreadsheet has made hours of the minutes of a list in which all durations are
/// H:MM:SS: of the rows with a distance a fifth or more are too slow, and usual in a sixtieth.
bool has_false_hours(ByteSource& bytes, const TableLayout& layout, const ReadingRules& rules);

/// Takes out a column of ratings of which more than a tenth are above 10: their scale is another
/// one than CR-10.
void check_ratings(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                   DiagnosticSink& sink);

/// Gives the column of maximum speeds its unit; where none can be told, takes the column out.
void find_speed_unit(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                     DiagnosticSink& sink);

} // namespace plimsoll::ingest

#endif
