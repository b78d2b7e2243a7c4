// How far packed bytes may swell.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_UNPACK_LIMIT_HPP
#define PLIMSOLL_IMPORT_UNPACK_LIMIT_HPP

#include <cstdint>
#include <string>
#include <utility>

namespace plimsoll::ingest {

/// Stops an archive that is made to fill a machine. Training logs shrink to a tenth, at most to a
/// fortieth (XML); deflate could shrink zeros to a thousandth.
class UnpackLimit {
public:
    static constexpr std::uint64_t most_ratio = 200;                         // policy
    static constexpr std::uint64_t always_allowed = std::uint64_t{1} << 28U; // policy: 256 MiB
    static constexpr std::uint64_t most_bytes = std::uint64_t{1} << 36U;     // policy: 64 GiB

    explicit UnpackLimit(std::string file) : file_(std::move(file)) {}

    /// @param packed    bytes of the archive that have been read, or all of them.
    /// @param unpacked  bytes that came out of them so far.
    /// @throws InputError  code "swells"
    void check(std::uint64_t packed, std::uint64_t unpacked) const;

private:
    std::string file_;
};

} // namespace plimsoll::ingest

#endif
