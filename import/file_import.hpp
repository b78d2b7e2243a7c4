// One input of any kind becomes sessions.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FILE_IMPORT_HPP
#define PLIMSOLL_IMPORT_FILE_IMPORT_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "model/training_log.hpp"

namespace plimsoll::ingest {

/// Finds out from its bytes what @p bytes is, reads it and appends what it holds to @p log.
/// @throws InputError  it is no log of a kind that is known, or (options.strict) its first error.
/// @throws IoError
void import_file(ByteSource& bytes, const ImportOptions& options, PackedLog& log);

} // namespace plimsoll::ingest

#endif
