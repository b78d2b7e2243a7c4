// One delimited file becomes sessions.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_CSV_IMPORT_HPP
#define PLIMSOLL_IMPORT_CSV_IMPORT_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "model/training_log.hpp"

namespace plimsoll::ingest {

/// Reads all of @p whole and appends its sessions, its FileReport and its diagnostics to @p log.
/// The rows of the file add up: each is a session or rejected. A file that throws leaves no
/// session behind.
/// @throws InputError  the file is no log that is known, or (options.strict) its first error.
/// @throws IoError
void import_csv(ByteSource& whole, const ImportOptions& options, PackedLog& log);

} // namespace plimsoll::ingest

#endif
