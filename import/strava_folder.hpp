// Strava's export unpacked into a folder: which of its files are the log.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_STRAVA_FOLDER_HPP
#define PLIMSOLL_IMPORT_STRAVA_FOLDER_HPP

#include "import/import_options.hpp"
#include "model/diagnostic.hpp"

#include <string>
#include <vector>

namespace plimsoll::ingest {

/// @p files without those that lie beside an `activities.csv` of Strava's, or in folders beside
/// it other than `activities`: goals, gear, messages and the like, as import_zip() leaves them out.
/// @param notes  takes one note a folder.
std::vector<std::string> without_side_tables(std::vector<std::string> files,
                                             const ImportOptions& options,
                                             std::vector<Diagnostic>& notes);

} // namespace plimsoll::ingest

#endif
