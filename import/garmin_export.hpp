// The list of activities in the export of all one's data that Garmin gives by law: JSON.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_GARMIN_EXPORT_HPP
#define PLIMSOLL_IMPORT_GARMIN_EXPORT_HPP

#include "import/byte_source.hpp"
#include "import/import_options.hpp"
#include "model/training_log.hpp"

#include <cstddef>
#include <string_view>

namespace plimsoll::ingest {

/// Whether @p start, the first bytes of a file, are such a list: `..._summarizedActivities.json`.
bool is_garmin_export(std::string_view start);

/// A longer list is read so far.
inline constexpr std::size_t most_json_bytes = std::size_t{1} << 26U; // policy: 64 MiB

/// Reads each activity of @p bytes as a stream; no document is kept. Durations are milliseconds,
/// distances and heights centimetres, speeds centimetres a millisecond.
/// @throws InputError  it holds no activity, or (options.strict) the first error.
/// @throws IoError
void import_garmin_export(ByteSource& bytes, const ImportOptions& options, PackedLog& log);

} // namespace plimsoll::ingest

#endif
