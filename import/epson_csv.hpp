// Epson's running watches (RunSense, NeoRun, Epson View): a text of sections.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_EPSON_CSV_HPP
#define PLIMSOLL_IMPORT_EPSON_CSV_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "model/training_log.hpp"

#include <string_view>

namespace plimsoll::ingest {

/// Whether @p start, the first bytes of a file, are those of such an export.
bool is_epson(std::string_view start);

/// Reads each training of @p bytes: the sums of the watch, speed and heart rate from its graphs.
/// The watches are runners', so that the sport is running (policy); the file names none.
/// @throws InputError  there is no training in it, or (options.strict) the first error.
/// @throws IoError
void import_epson(ByteSource& bytes, const ImportOptions& options, PackedLog& log);

} // namespace plimsoll::ingest

#endif
