// CRC-16, four bytes at a step.
// SPDX-License-Identifier: Apache-2.0
#include "import/fit_crc.hpp"

#include <array>
#include <cstddef>

namespace plimsoll::ingest {
namespace {

using CrcTable = std::array<std::uint16_t, 256>;

// tables[k][b]: the effect of byte b that k more bytes follow.
constexpr std::array<CrcTable, 4> make_crc_tables() {
    std::array<CrcTable, 4> tables{};
    for (std::uint32_t byte = 0; byte < 256; ++byte) {
        std::uint32_t crc = byte;
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xA001U : crc >> 1U;
        }
        tables[0][byte] = static_cast<std::uint16_t>(crc);
    }
    for (std::size_t k = 1; k < tables.size(); ++k) {
        for (std::size_t byte = 0; byte < 256; ++byte) {
            const std::uint32_t crc = tables[k - 1][byte];
            tables[k][byte] = static_cast<std::uint16_t>((crc >> 8U) ^ tables[0][crc & 0xFFU]);
        }
    }
    return tables;
}

constexpr std::array<CrcTable, 4> crc_tables = make_crc_tables();

} // namespace

std::uint16_t fit_crc(std::span<const std::uint8_t> bytes, std::uint16_t before) noexcept {
    std::uint32_t crc = before;
    std::size_t at = 0;
    for (; bytes.size() - at >= 4; at += 4) {
        crc = static_cast<std::uint32_t>(crc_tables[3][(crc ^ bytes[at]) & 0xFFU]) ^
              crc_tables[2][((crc >> 8U) ^ bytes[at + 1]) & 0xFFU] ^ crc_tables[1][bytes[at + 2]] ^
              crc_tables[0][bytes[at + 3]];
    }
    for (; at < bytes.size(); ++at) {
        crc = (crc >> 8U) ^ crc_tables[0][(crc ^ bytes[at]) & 0xFFU];
    }
    return static_cast<std::uint16_t>(crc);
}

} // namespace plimsoll::ingest
