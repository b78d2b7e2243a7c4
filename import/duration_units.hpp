// The units of the columns of durations of one table.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_DURATION_UNITS_HPP
#define PLIMSOLL_IMPORT_DURATION_UNITS_HPP

#include "import/byte_source.hpp"
#include "import/detect.hpp"
#include "import/diagnostic_sink.hpp"
#include "import/row_reader.hpp"

namespace plimsoll::ingest {

/// Gives columns of durations that name no unit theirs; those of times of day become that. Of a
/// plain sheet, a unit in a heading that the column contradicts is told and mended: minutes that
/// are seconds, hours that are minutes, H:MM under "(min)". Rewinds the bytes and looks at the
/// first 20,000 rows.
/// @throws IoError
void find_duration_units(ByteSource& bytes, TableLayout& layout, const ReadingRules& rules,
                         DiagnosticSink& sink);

} // namespace plimsoll::ingest

#endif
