// FIT files, by our own decoder.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIT_IMPORT_HPP
#define PLIMSOLL_IMPORT_FIT_IMPORT_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "model/training_log.hpp"

namespace plimsoll::ingest {

/// Reads a FIT file and appends its sessions, its FileReport and its diagnostics to @p log. A row
/// is a session message; where a part of the file has none, its laps and records are one row.
/// Damage costs what is behind it and leaves a warning that names the byte.
/// @throws InputError  no activity is in it (and then what is), or (options.strict) its first
/// error.
/// @throws IoError
void import_fit(ByteSource& bytes, const ImportOptions& options, PackedLog& log);

} // namespace plimsoll::ingest

#endif
