// The bytes of a FIT file through a buffer of fixed size, with the checksum of what has passed.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIT_WINDOW_HPP
#define PLIMSOLL_IMPORT_FIT_WINDOW_HPP

#include "import/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace plimsoll::ingest {

/// A view that moves forward over the bytes of a source.
class FitWindow {
public:
    /// The most that may be looked at at once. The longest message has 1 + 510 * 255 bytes.
    static constexpr std::size_t capacity = std::size_t{1} << 18U;

    /// @param bytes  read from where it stands; must outlive this object.
    explicit FitWindow(ByteSource& bytes);

    /// Up to @p size bytes (at most capacity) from here on; fewer only at the end of the file.
    /// Valid until the next call. @throws IoError
    std::span<const std::uint8_t> look(std::size_t size);

    /// Goes on by @p size bytes, which have been looked at, and takes them into the checksum.
    void consume(std::size_t size);

    /// Goes on to byte @p offset, or to the end of the file. @throws IoError
    void skip_to(std::uint64_t offset);

    /// The byte of the file where the window stands, from 0.
    std::uint64_t offset() const noexcept { return offset_; }

    /// Of the bytes consumed since restart_crc().
    std::uint16_t crc() const noexcept { return crc_; }

    void restart_crc() noexcept { crc_ = 0; }

private:
    ByteSource& bytes_;
    std::vector<std::uint8_t> buffer_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool at_end_ = false;
    std::uint64_t offset_ = 0;
    std::uint16_t crc_ = 0;
};

} // namespace plimsoll::ingest

#endif
