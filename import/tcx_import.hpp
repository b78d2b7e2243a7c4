// TCX files: Garmin's Training Center XML, which many services export.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TCX_IMPORT_HPP
#define PLIMSOLL_IMPORT_TCX_IMPORT_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "model/training_log.hpp"

namespace plimsoll::ingest {

/// Reads a TCX file and appends its sessions, its FileReport and its diagnostics to @p log. A row
/// is an Activity; the sums of its laps are its totals. A document that breaks off is read as far
/// as it goes, with a warning.
/// @throws InputError  it holds no activity, or (options.strict) its first error.
/// @throws IoError
void import_tcx(ByteSource& bytes, const ImportOptions& options, PackedLog& log);

} // namespace plimsoll::ingest

#endif
