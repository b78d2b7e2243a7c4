// The logs in a zip archive.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_ARCHIVE_IMPORT_HPP
#define PLIMSOLL_IMPORT_ARCHIVE_IMPORT_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "model/training_log.hpp"

#include <functional>

namespace plimsoll::ingest {

/// Reads every entry of the zip archive @p bytes, by name; an entry is called ARCHIVE/ENTRY. Of
/// Strava's export only activities.csv and the folder "activities" are read. What is no log is left
/// out with one note; what cannot be read costs itself and leaves an error.
/// @param import_entry  reads one entry; throws as import_file does.
/// @throws InputError  no log at all is in it, it is a workbook, or it has no readable directory;
///                     or (options.strict) its first error.
void import_zip(ByteSource& bytes, const ImportOptions& options, PackedLog& log,
                const std::function<void(ByteSource&)>& import_entry);

} // namespace plimsoll::ingest

#endif
