// One input of any kind becomes sessions.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FILE_IMPORT_HPP
#define PLIMSOLL_IMPORT_FILE_IMPORT_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "import/named_files.hpp"
#include "model/training_log.hpp"

#include <vector>

namespace plimsoll::ingest {

/// Finds out from its bytes what @p bytes is, reads it and appends what it holds to @p log. A gzip
/// file is what it holds; a zip archive holds files, which may be gzip files. No other archive
/// within an archive is read.
/// @param named  takes the files that the rows of a Strava export name, for join_named_files.
/// @throws InputError  it is no log of a kind that is known, or (options.strict) its first error.
/// @throws IoError
void import_file(ByteSource& bytes, const ImportOptions& options, PackedLog& log,
                 std::vector<NamedFile>& named);

/// Whether @p bytes is a recording of few sessions, which is read on one thread and has nothing to
/// do with other files: a watch's file or a track that is a table. @p bytes is left rewound.
/// @throws IoError
bool is_recording(ByteSource& bytes, const ImportOptions& options);

} // namespace plimsoll::ingest

#endif
