// Fields of FIT messages: base types, byte order, invalid values.
// SPDX-License-Identifier: Apache-2.0
#include "import/fit_message.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstddef>

namespace plimsoll::ingest {
namespace {

// The base types by base_type & 0x1F: some writers drop bit 7 (formats.md 7.4).
enum class FitBase : std::uint8_t {
    enumeration,
    sint8,
    uint8,
    sint16,
    uint16,
    sint32,
    uint32,
    string,
    float32,
    float64,
    uint8z,
    uint16z,
    uint32z,
    byte,
    sint64,
    uint64,
    uint64z,
};

constexpr std::array<std::uint8_t, 17> base_sizes{1, 1, 1, 2, 2, 4, 4, 1, 4,
                                                  8, 1, 2, 4, 1, 8, 8, 8};
constexpr std::uint8_t base_mask = 0x1F;

std::uint64_t load(std::span<const std::uint8_t> bytes, bool big_endian) noexcept {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const std::size_t at = big_endian ? i : bytes.size() - 1 - i;
        value = (value << 8U) | bytes[at];
    }
    return value;
}

constexpr std::uint64_t all_ones(std::size_t size) noexcept {
    return ~std::uint64_t{0} >> (64U - 8U * size);
}

std::optional<double> unsigned_number(std::uint64_t raw, std::uint64_t invalid) noexcept {
    return raw == invalid ? std::nullopt : std::optional(static_cast<double>(raw));
}

std::optional<double> signed_number(std::uint64_t raw, std::size_t size) noexcept {
    const std::uint64_t mask = all_ones(size);
    if (raw == mask >> 1U) {
        return std::nullopt;
    }
    const std::uint64_t sign = (mask >> 1U) + 1U;
    const auto value = static_cast<std::int64_t>((raw ^ sign) - sign);
    return static_cast<double>(value);
}

std::optional<double> finite(double value) noexcept {
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace

const FitField* FitMessage::find(std::uint8_t field) const noexcept {
    const std::uint16_t at = layout_->by_number[field];
    return at == 0 ? nullptr : &layout_->fields[at - 1U];
}

std::optional<double> FitMessage::number_of(const FitField& field) const noexcept {
    const std::size_t base = field.base & base_mask;
    if (base >= base_sizes.size()) {
        return std::nullopt;
    }
    const std::size_t size = base_sizes[base];
    if (field.size < size || field.size % size != 0) {
        return std::nullopt;
    }
    const std::uint64_t raw = load(bytes_.subspan(field.offset, size), layout_->big_endian);
    switch (static_cast<FitBase>(base)) {
    case FitBase::enumeration:
    case FitBase::uint8:
    case FitBase::uint16:
    case FitBase::uint32:
    case FitBase::uint64:
        return unsigned_number(raw, all_ones(size));
    case FitBase::uint8z:
    case FitBase::uint16z:
    case FitBase::uint32z:
    case FitBase::uint64z:
        return unsigned_number(raw, 0);
    case FitBase::sint8:
    case FitBase::sint16:
    case FitBase::sint32:
    case FitBase::sint64:
        return signed_number(raw, size);
    case FitBase::float32:
        return finite(static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(raw))));
    case FitBase::float64:
        return finite(std::bit_cast<double>(raw));
    case FitBase::string:
    case FitBase::byte:
        break;
    }
    return std::nullopt;
}

std::optional<double> FitMessage::developer_value(const FitField& field) const noexcept {
    const std::optional<double> raw = number_of(field);
    return raw ? finite(*raw / field.scale - field.shift) : std::nullopt;
}

std::optional<double> FitMessage::number_in(std::uint8_t field) const noexcept {
    const FitField* const found = find(field);
    return found == nullptr || found->developer ? std::nullopt : number_of(*found);
}

std::optional<double> FitMessage::value(std::uint8_t field, double scale,
                                        double shift) const noexcept {
    const FitField* const found = find(field);
    if (found == nullptr) {
        return std::nullopt;
    }
    if (found->developer) {
        return developer_value(*found);
    }
    const std::optional<double> raw = number_of(*found);
    return raw ? std::optional(*raw / scale - shift) : std::nullopt;
}

std::optional<std::uint32_t> FitMessage::code(std::uint8_t field) const noexcept {
    constexpr double most = 4294967295.0;
    const std::optional<double> number = number_in(field);
    if (!number || *number < 0.0 || *number > most) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(*number);
}

std::optional<std::string_view> FitMessage::text(std::uint8_t field) const noexcept {
    const FitField* const found = find(field);
    if (found == nullptr || static_cast<FitBase>(found->base & base_mask) != FitBase::string) {
        return std::nullopt;
    }
    const auto bytes = bytes_.subspan(found->offset, found->size);
    const auto end = std::find(bytes.begin(), bytes.end(), std::uint8_t{0});
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()),
                                static_cast<std::size_t>(end - bytes.begin()));
    return text.empty() ? std::nullopt : std::optional(text);
}

std::span<const std::uint8_t> FitMessage::raw(std::uint8_t field) const noexcept {
    const FitField* const found = find(field);
    return found == nullptr ? std::span<const std::uint8_t>()
                            : bytes_.subspan(found->offset, found->size);
}

std::optional<double> FitMessage::developer_rating() const noexcept {
    constexpr double highest = 10.0; // Borg CR-10
    if (layout_->rating == 0) {
        return std::nullopt;
    }
    const std::optional<double> value = developer_value(layout_->fields[layout_->rating - 1U]);
    return value && *value >= 0.0 && *value <= highest ? value : std::nullopt;
}

} // namespace plimsoll::ingest
