// Rows that name the file of their session, as Strava's export does, and how the two become one.
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
};

/// The files that the rows of a Strava export name, seen from where the export lies.
/// @param file  index of the export in PackedLog::files.
/// @throws InputError  @p bytes is no table that is known.
std::vector<NamedFile> named_files(ByteSource& bytes, std::uint32_t file);

/// A row and a file that have become one session.
struct Joined {
    SourceRow row;
    std::uint32_t file = 0; ///< that the row names, in PackedLog::files
    Duplicate duplicate;    ///< which of the two was folded away
};

/// Makes one session of each row and the file that it names. What the device measured comes from
/// the file; sport, title and rating, which the athlete may have put right, come from the row.
/// Where the two last differently (by more than 2 %), the athlete has cut the session: then the
/// file adds only what the row lacks. A file of several legs takes the place of its row.
///
/// Each row or file that is folded away counts as a duplicate of its own file.
/// @param sessions  in any order; the order is kept.
std::vector<Joined> join_named_files(std::vector<Session>& sessions,
                                     std::span<const NamedFile> named,
                                     std::vector<FileReport>& files);

/// Says in a note how many files were joined to the rows of each table. A table whose every session
/// got its local time from a file has nothing in UTC any more, nor a warning of it.
void tell_of_joined(std::span<const Joined> joined, std::vector<FileReport>& files,
                    std::vector<Diagnostic>& diagnostics);

/// The same for a whole log, its diagnostics and duplicates with it.
void join_named_files(PackedLog& log, std::span<const NamedFile> named);

} // namespace plimsoll::ingest

#endif
