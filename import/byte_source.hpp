// Bytes of an input: a file, the standard input, or memory.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_BYTE_SOURCE_HPP
#define PLIMSOLL_IMPORT_BYTE_SOURCE_HPP

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace plimsoll::ingest {

/// A sequence of bytes that can be read twice, because units and decimal signs are inferred from
/// the values before the values are converted.
class ByteSource {
public:
    explicit ByteSource(std::string name) : name_(std::move(name)) {}

    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    ByteSource(ByteSource&&) = delete;
    ByteSource& operator=(ByteSource&&) = delete;
    virtual ~ByteSource() = default;

    /// Fills @p into as far as it can; fewer bytes than asked, or none, only at the end.
    /// @throws IoError
    virtual std::size_t read(std::span<char> into) = 0;
    /// Starts again at the first byte.
    /// @throws IoError
    virtual void rewind() = 0;

    /// Goes to byte @p offset, at most size(). A packed source cannot. @throws IoError
    virtual void seek(std::uint64_t offset);
    /// All of its bytes. A packed source does not know. @throws IoError
    virtual std::uint64_t size();

    /// What the source itself could not read to its end, such as a damaged archive; empty: nothing.
    /// For people.
    virtual std::string damage() const { return {}; }

    /// What messages call it: the path, or "standard input".
    const std::string& name() const noexcept { return name_; }

private:
    std::string name_;
};

/// What cannot be read twice (a pipe, the standard input) is kept in memory, up to this size.
inline constexpr std::size_t largest_unseekable_bytes = std::size_t{1} << 30U; // policy: 1 GiB

/// @throws IoError  there is no such file, it is a directory, or it may not be read.
std::unique_ptr<ByteSource> open_file(const std::string& path);
/// Reads the standard input to its end. @throws IoError
std::unique_ptr<ByteSource> open_standard_input();
std::unique_ptr<ByteSource> from_memory(std::string name, std::string bytes);

/// The whole of a small file, such as an athlete file.
/// @throws IoError  as open_file, or the file is larger than @p most bytes.
std::string read_small_file(const std::string& path, std::size_t most = std::size_t{1} << 20U);

} // namespace plimsoll::ingest

#endif
