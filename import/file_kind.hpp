// What sort of file some bytes are, from the bytes alone.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FILE_KIND_HPP
#define PLIMSOLL_IMPORT_FILE_KIND_HPP

#include "import/byte_source.hpp"

#include <cstdint>

namespace plimsoll::ingest {

/// The sorts of files that each have a reader of their own.
enum class FileKind : std::uint8_t {
    fit,
    tcx,
    gpx,
    apple_health,
    garmin_export,
    epson,
    gzip,
    zip,
    table ///< delimited text, or nothing that is known: detect() says which
};

/// Looks at the first bytes of @p bytes, which is left rewound. @throws IoError
FileKind kind_of(ByteSource& bytes);

/// A watch's file, plain or packed by gzip: of some megabytes, with few sessions. @p bytes is left
/// rewound. @throws IoError
bool is_watch_file(ByteSource& bytes);

} // namespace plimsoll::ingest

#endif
