// Zip and gzip archives in memory, for tests: also such as no tool would write.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_ZIP_WRITER_HPP
#define PLIMSOLL_TESTS_SUPPORT_ZIP_WRITER_HPP

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::test {

struct ZipItem {
    std::string name;
    std::string bytes;
    bool packed = true;
    std::uint16_t flags = 0;
    std::optional<std::uint16_t> method = std::nullopt;         ///< instead of the true one
    std::optional<std::uint32_t> checksum = std::nullopt;       ///< instead of the true one
    std::optional<std::uint32_t> unpacked_bytes = std::nullopt; ///< instead of the true number
};

std::string zip_of(const std::vector<ZipItem>& items);

std::string gzip_of(const std::string& bytes);

} // namespace plimsoll::test

#endif
