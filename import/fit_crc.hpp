// The checksum of FIT files.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIT_CRC_HPP
#define PLIMSOLL_IMPORT_FIT_CRC_HPP

#include <cstdint>
#include <span>

namespace plimsoll::ingest {

/// CRC-16 with the reflected polynomial A001, start value 0 (known as CRC-16/ARC).
/// @param before  the checksum of the bytes before @p bytes; 0 at the start.
/// @source  formats.md 7.1
std::uint16_t fit_crc(std::span<const std::uint8_t> bytes, std::uint16_t before = 0) noexcept;

} // namespace plimsoll::ingest

#endif
