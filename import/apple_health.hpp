// Apple Health's export.xml: the workouts in it become sessions.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_APPLE_HEALTH_HPP
#define PLIMSOLL_IMPORT_APPLE_HEALTH_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "import/named_files.hpp"
#include "model/training_log.hpp"

#include <vector>

namespace plimsoll::ingest {

/// Reads all of @p bytes as a stream, whatever its length, and appends its workouts, its FileReport
/// and its diagnostics to @p log. Before iOS 16 distance stands with the workout, since then with
/// heart rates in elements within it.
/// @param named  takes the routes (GPX) that the workouts name, for join_named_files.
/// @throws InputError  there is no workout, or (options.strict) the first error.
/// @throws IoError
void import_apple_health(ByteSource& bytes, const ImportOptions& options, PackedLog& log,
                         std::vector<NamedFile>& named);

} // namespace plimsoll::ingest

#endif
