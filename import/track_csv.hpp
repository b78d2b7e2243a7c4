// A track written as a table becomes one session.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TRACK_CSV_HPP
#define PLIMSOLL_IMPORT_TRACK_CSV_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "import/track_dialect.hpp"
#include "model/training_log.hpp"

namespace plimsoll::ingest {

/// Reads all of @p bytes and appends its session, its FileReport and its diagnostics to @p log. The
/// start is that of the first row with a time, else the one in the file's name. Rows whose time or
/// values cannot be read are passed over and counted in a warning.
/// @throws InputError  no row has a time, or (options.strict) the first error.
/// @throws IoError
void import_track_csv(ByteSource& bytes, const TrackLayout& layout, const ImportOptions& options,
                      PackedLog& log);

} // namespace plimsoll::ingest

#endif
