// Numbers in the cells of a log, read strictly.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_NUMBER_HPP
#define PLIMSOLL_IMPORT_NUMBER_HPP

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// How a file writes numbers. The sign that is not the decimal mark may group thousands, except in
/// a machine's file (@c plain), which groups nothing.
enum class NumberStyle : std::uint8_t {
    plain,         ///< 1234.5, 1e-3
    decimal_point, ///< 1,234.5
    decimal_comma  ///< 1.234,5
};

/// Makes @p value the number that the whole of @p text spells: no text before or after it, no hex,
/// no infinity, no NaN. Groups are of three digits; blanks, no-break spaces and apostrophes group
/// too. One leading apostrophe (Excel's guard) is passed over; U+2212 is a minus.
/// @return    whether there is one; if not, @p value is as it was. (Not an optional: in the loop
///            over all cells its flag and its value go to memory one by one and come back together,
///            which takes a modern core longer than the digits do.)
/// @accuracy  correctly rounded (std::from_chars).
inline bool read_number(std::string_view text, NumberStyle style, double& value) noexcept;
/// The same as an optional.
inline std::optional<double> parse_number(std::string_view text, NumberStyle style) noexcept;
/// The same, without a short way for the usual cell.
std::optional<double> parse_any_number(std::string_view text, NumberStyle style) noexcept;

/// What the digits after a mark say about the decimal mark of the file that holds @p text:
/// "5,04" and "17,2" speak for the comma, "5.04" for the point, "1,234" and "5" for neither.
enum class DecimalVote : std::uint8_t { none, point, comma };
DecimalVote decimal_vote(std::string_view text) noexcept;

/// Makes @p value the number that up to 15 digits, perhaps with a point among them, spell; false
/// for any other text. Most cells of a machine's log are such. The integer of the digits and the
/// power of ten are exact, so that their quotient is correctly rounded.
bool read_plain_digits(std::string_view text, double& value) noexcept;

/// The same for up to eight characters, all at once in one word: a loop over so few digits costs
/// more in branches that nobody can foresee than in sums.
/// @pre text begins with a digit
inline bool read_few_digits(std::string_view text, double& value) noexcept {
    static_assert(std::endian::native == std::endian::little, "the first character is the lowest");
    constexpr std::size_t most = sizeof(std::uint64_t);
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
    constexpr std::array powers{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7};
    const std::size_t size = text.size();
    if (size > most) {
        return read_plain_digits(text, value);
    }
    std::uint64_t word = 0;
    if (size >= 4) { // two halves that may overlap
        std::uint32_t head = 0;
        std::uint32_t tail = 0;
        std::memcpy(&head, text.data(), 4);
        std::memcpy(&tail, text.data() + size - 4, 4);
        word = head | std::uint64_t{tail} << (8 * (size - 4));
    } else {
        const auto at = [&](std::size_t i) {
            return std::uint64_t{static_cast<unsigned char>(text[i])} << (8 * i);
        };
        word = at(0) | at(size / 2) | at(size - 1);
    }
    // The point is taken out, by the lowest byte that is one.
    std::size_t digits = size;
    std::size_t fraction = 0;
    const std::uint64_t other = word ^ ('.' * ones);
    if (const std::uint64_t points = (other - ones) & ~other & (0x80 * ones); points != 0) {
        const auto place = static_cast<std::size_t>(std::countr_zero(points)) / 8;
        const std::uint64_t before = (std::uint64_t{1} << (8 * place)) - 1;
        word = (word & before) | ((word >> 8U) & ~before);
        --digits;
        fraction = digits - place;
    }
    // Noughts are put in front, so that there are eight digits; then pairs, fours and eights of
    // them become numbers. A text begins with a digit: there is one at least.
    const std::size_t noughts = 8 * (most - digits);
    word = word << noughts | (('0' * ones) & ((std::uint64_t{1} << noughts) - 1));
    const std::uint64_t high = 0xF0 * ones;
    if ((word & high) != '0' * ones || ((word + 6 * ones) & high) != '0' * ones) {
        return false;
    }
    word -= '0' * ones;
    word = (word * 10 + (word >> 8U)) & 0x00FF'00FF'00FF'00FFU;
    word = (word * 100 + (word >> 16U)) & 0x0000'FFFF'0000'FFFFU;
    word = (word * 10'000 + (word >> 32U)) & 0xFFFF'FFFFU;
    value = static_cast<double>(word) / powers[fraction];
    return true;
}

inline bool read_number(std::string_view text, NumberStyle style, double& value) noexcept {
    const bool digit_first = !text.empty() && text.front() >= '0' && text.front() <= '9';
    if (digit_first && style != NumberStyle::decimal_comma && read_few_digits(text, value)) {
        return true;
    }
    const std::optional<double> any = parse_any_number(text, style);
    value = any.value_or(value);
    return any.has_value();
}

inline std::optional<double> parse_number(std::string_view text, NumberStyle style) noexcept {
    double value = 0.0;
    return read_number(text, style, value) ? std::optional(value) : std::nullopt;
}

} // namespace plimsoll::ingest

#endif
