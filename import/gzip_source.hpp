// A gzip file, unpacked as it is read.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_GZIP_SOURCE_HPP
#define PLIMSOLL_IMPORT_GZIP_SOURCE_HPP

#include "import/byte_source.hpp"

#include <memory>
#include <string_view>

namespace plimsoll::ingest {

/// Whether @p start, the first bytes of a file, is that of a gzip file.
bool is_gzip(std::string_view start) noexcept;

/// The bytes that @p packed, a gzip file, holds; of several members, one after the other. Nothing
/// is written to disk. A file that is damaged or cut off ends where it breaks, and damage() says
/// so. Has the name of @p packed, which must outlive it.
/// @throws InputError  from read(): it swells beyond UnpackLimit.
std::unique_ptr<ByteSource> open_gzip(ByteSource& packed);

} // namespace plimsoll::ingest

#endif
