// Rows that name the file of their session, as the exports of Strava and Runkeeper do, and how the
// two become one.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_NAMED_FILES_HPP
#define PLIMSOLL_IMPORT_NAMED_FILES_HPP

#include "import/byte_source.hpp"
#include "model/training_log.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::ingest {

/// A row of a table, and the path (or the place in an archive) of the file that it names.
struct NamedFile {
    SourceRow row;
    std::string path;
    bool row_counts = false; ///< the file adds only what the row lacks
};

/// The files that the rows of an export of Strava's or Runkeeper's name, seen from where the export
/// lies. Runkeeper's rows count before their files, whose distance follows from positions alone.
/// @param file  index of the export in PackedLog::files.
/// @throws InputError  @p bytes is no table that is known.
std::vector<NamedFile> named_files(ByteSource& bytes, std::uint32_t file);

/// Makes one session of each row and the file that it names. What the device measured comes from
/// the file; sport, title and rating, which the athlete may have put right, come from the row.
/// Where the two last differently (by more than 2 %), the athlete has cut the session: then the
/// file adds only what the row lacks. A file of several legs takes the place of its row.
///
/// Files that rows name and that were not read are told in one message a table: a note where none
/// of them was read, which is how a table by itself is imported, else a warning.
///
/// Each row or file that is folded away counts as a duplicate of its own file; a note says how many
/// files were joined to the rows of each table. A table whose every session got its local time from
/// a file has nothing in UTC any more, nor a warning of it.
void join_named_files(PackedLog& log, std::span<const NamedFile> named);

} // namespace plimsoll::ingest

#endif
