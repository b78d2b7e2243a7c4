// GPX files: tracks of watches and telephones.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_GPX_IMPORT_HPP
#define PLIMSOLL_IMPORT_GPX_IMPORT_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "model/training_log.hpp"

namespace plimsoll::ingest {

/// Reads a GPX file, 1.0 or 1.1, and appends its sessions, its FileReport and its diagnostics to
/// @p log. A row is a track; one without times was drawn, not recorded, and is no session. A
/// document that breaks off is read as far as it goes, with a warning.
/// @throws InputError  it holds no track, or (options.strict) its first error.
/// @throws IoError
void import_gpx(ByteSource& bytes, const ImportOptions& options, PackedLog& log);

} // namespace plimsoll::ingest

#endif
