// A small writer of FIT files, for tests: it shares no code with the reader.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_FIT_WRITER_HPP
#define PLIMSOLL_TESTS_SUPPORT_FIT_WRITER_HPP

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace plimsoll::test {

/// Base types as a definition message names them (formats.md 7.4).
namespace fit {
inline constexpr std::uint8_t enumeration = 0x00;
inline constexpr std::uint8_t sint8 = 0x01;
inline constexpr std::uint8_t uint8 = 0x02;
inline constexpr std::uint8_t sint16 = 0x83;
inline constexpr std::uint8_t uint16 = 0x84;
inline constexpr std::uint8_t sint32 = 0x85;
inline constexpr std::uint8_t uint32 = 0x86;
inline constexpr std::uint8_t string = 0x07;
inline constexpr std::uint8_t float32 = 0x88;
inline constexpr std::uint8_t float64 = 0x89;
inline constexpr std::uint8_t uint8z = 0x0A;
inline constexpr std::uint8_t uint16z = 0x8B;
inline constexpr std::uint8_t uint32z = 0x8C;
inline constexpr std::uint8_t byte = 0x0D;
inline constexpr std::uint8_t sint64 = 0x8E;
inline constexpr std::uint8_t uint64 = 0x8F;
inline constexpr std::uint8_t uint64z = 0x90;
} // namespace fit

/// A whole number, a real number, or bytes as they stand (text, byte fields, wrong sizes).
using FitValue = std::variant<long long, double, std::string>;

/// One field of a message that is written with its definition.
struct FitEntry {
    int number;
    std::uint8_t base;
    FitValue value;
    int size = 0; ///< 0: that of the base type, or of the bytes
};

/// Writes one part: header, messages, checksum.
class FitWriter {
public:
    explicit FitWriter(bool big_endian = false, int header_size = 14)
        : big_endian_(big_endian),
          header_size_(header_size) {}

    /// A definition and one data message of it; without a new definition where the local type has
    /// the same fields already.
    FitWriter& add(int message, const std::vector<FitEntry>& fields, int local = 0);
    /// The same with developer's fields behind; the base of each stands in its description.
    FitWriter& add(int message, const std::vector<FitEntry>& fields,
                   const std::vector<FitEntry>& developer, int developer_index, int local = 0);
    /// A data message of a local type below 4 with its time in the header, the fields as defined.
    FitWriter& add_timed(int local, int offset, const std::vector<FitEntry>& fields);
    /// Bytes as they stand.
    FitWriter& raw(const std::string& bytes);
    /// From here on in the other byte order.
    FitWriter& turn_bytes();

    /// The part. @param data_size  what the header says; below 0: the truth.
    std::string bytes(long long data_size = -1) const;

    /// The records alone, without header and checksum.
    const std::string& records() const { return records_; }

private:
    void put(std::string& out, unsigned long long value, int size) const;
    void put_value(std::string& out, const FitEntry& entry) const;
    std::string definition(int message, const std::vector<FitEntry>& fields,
                           const std::vector<FitEntry>& developer, int developer_index,
                           int local) const;

    bool big_endian_;
    int header_size_;
    std::string records_;
    std::array<std::string, 16> defined_;
};

/// The checksum, nibble by nibble as formats.md 7.1 writes it.
std::uint16_t fit_checksum(const std::string& bytes);

/// 2026-05-02T06:00:00 UTC in FIT time.
inline constexpr long long fit_morning = 1146636000;

/// The messages of a plain activity: file_id, @p seconds records of @p speed_mps from fit_morning
/// on, one lap, one session of running, and the activity with local time two hours ahead.
FitWriter fit_run(int seconds = 60, double speed_mps = 3.0, bool big_endian = false);

} // namespace plimsoll::test

#endif
