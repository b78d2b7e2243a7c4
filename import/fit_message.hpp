// One data message of a FIT file: its fields, where they stand in the bytes.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIT_MESSAGE_HPP
#define PLIMSOLL_IMPORT_FIT_MESSAGE_HPP

#include "import/fit_layout.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace plimsoll::ingest {

/// Global message numbers that are read (formats.md 7.7).
inline constexpr std::uint16_t fit_file_id = 0;
inline constexpr std::uint16_t fit_sport = 12;
inline constexpr std::uint16_t fit_session = 18;
inline constexpr std::uint16_t fit_lap = 19;
inline constexpr std::uint16_t fit_record = 20;
inline constexpr std::uint16_t fit_event = 21;
inline constexpr std::uint16_t fit_activity = 34;
inline constexpr std::uint16_t fit_field_description = 206;

/// Times below are seconds since the device was switched on (formats.md 7.6).
inline constexpr std::uint32_t fit_absolute_time = 0x10000000;
/// Seconds from 1970-01-01 to 1989-12-31, the day from which FIT counts.
inline constexpr std::int64_t fit_epoch_s = 631'065'600;

/// A view of one data message. Valid until the reader goes on.
///
/// Values that the format marks invalid are absent. A field whose size is no multiple of its type,
/// or that is of a type nobody knows, is absent, too.
class FitMessage {
public:
    FitMessage() = default;

    FitMessage(const FitLayout& layout, std::span<const std::uint8_t> bytes, std::uint64_t offset,
               std::optional<std::uint32_t> time) noexcept
        : layout_(&layout),
          bytes_(bytes),
          offset_(offset),
          time_(time) {}

    /// The global message number. Not to be called on a default-made message, like all below.
    std::uint16_t number() const noexcept { return layout_->message; }

    /// Where the message stands: byte of the file, from 0.
    std::uint64_t offset() const noexcept { return offset_; }

    /// Field 253 or the compressed timestamp: seconds since 1989-12-31T00:00:00 UTC, or since the
    /// device was switched on when below fit_absolute_time.
    std::optional<std::uint32_t> time() const noexcept { return time_; }

    /// The raw number in @p field, the first of an array; nothing for text.
    std::optional<double> number_in(std::uint8_t field) const noexcept;

    /// The physical value: raw / @p scale - @p shift. Where a developer field stands for @p field,
    /// its own scale counts instead.
    std::optional<double> value(std::uint8_t field, double scale = 1.0,
                                double shift = 0.0) const noexcept;

    /// An enumeration or another small number.
    std::optional<std::uint32_t> code(std::uint8_t field) const noexcept;

    /// Text up to the first NUL, as the bytes stand; absent when empty.
    std::optional<std::string_view> text(std::uint8_t field) const noexcept;

    /// The bytes of a field; empty where the message has no such field.
    std::span<const std::uint8_t> raw(std::uint8_t field) const noexcept;

    /// The developer's field called RPE, 0 to 10.
    std::optional<double> developer_rating() const noexcept;

private:
    const FitField* find(std::uint8_t field) const noexcept;
    std::optional<double> number_of(const FitField& field) const noexcept;
    std::optional<double> developer_value(const FitField& field) const noexcept;

    const FitLayout* layout_ = nullptr;
    std::span<const std::uint8_t> bytes_;
    std::uint64_t offset_ = 0;
    std::optional<std::uint32_t> time_;
};

} // namespace plimsoll::ingest

#endif
