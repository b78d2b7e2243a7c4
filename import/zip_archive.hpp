// A zip archive: its entries, unpacked as they are read.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_ZIP_ARCHIVE_HPP
#define PLIMSOLL_IMPORT_ZIP_ARCHIVE_HPP

#include "import/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// Whether @p start, the first bytes of a file, is that of a zip archive.
bool is_zip(std::string_view start) noexcept;

/// One file in an archive. Its name is text for people and for comparing: it never becomes a path
/// on disk.
struct ZipEntry {
    std::string name; ///< UTF-8
    std::uint64_t packed_bytes = 0;
    std::uint64_t directory_offset = 0; ///< how the archive finds it again
    std::uint64_t directory_number = 0; ///< the same
};

/// Reads a zip archive. Nothing is written to disk.
class ZipArchive {
public:
    static constexpr std::size_t most_entries = 100'000; // policy: ten years of Strava have 10,000
    static constexpr std::size_t longest_name_bytes = 1024; // policy: what is longer is cut

    /// @param bytes  can seek; must outlive this object.
    /// @throws InputError  the archive has no readable directory, or too many entries.
    explicit ZipArchive(ByteSource& bytes);

    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;
    ZipArchive(ZipArchive&&) = delete;
    ZipArchive& operator=(ZipArchive&&) = delete;
    ~ZipArchive();

    /// The files, without the folders, by name.
    const std::vector<ZipEntry>& entries() const noexcept { return entries_; }

    /// The bytes of an entry, under @p name. One entry can be open at a time; the archive must
    /// outlive it. A damaged entry ends where it breaks, and its damage() says so.
    /// @throws InputError  encrypted or packed by an unknown method; from read(): beyond
    /// UnpackLimit.
    std::unique_ptr<ByteSource> open(const ZipEntry& entry, std::string name);

private:
    class Entry;
    class Library;

    std::unique_ptr<Library> library_;
    std::vector<ZipEntry> entries_;
};

} // namespace plimsoll::ingest

#endif
