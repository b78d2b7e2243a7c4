// The first lines of a file, whole, for detection.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FILE_START_HPP
#define PLIMSOLL_IMPORT_FILE_START_HPP

#include "import/byte_source.hpp"

#include <cstddef>
#include <string>

namespace plimsoll::ingest {

/// The first @p bytes_wanted bytes of @p bytes and what follows up to the end of a line, at most a
/// mebibyte more: a header may have thousands of columns. @p bytes is left rewound.
/// @throws IoError
std::string start_of_lines(ByteSource& bytes, std::size_t bytes_wanted);

} // namespace plimsoll::ingest

#endif
