// Numbers in the cells of a log, read strictly.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_NUMBER_HPP
#define PLIMSOLL_IMPORT_NUMBER_HPP

#include <array>
#include <cstddef>
#include <cstdint>
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

/// The number that the whole of @p text spells, or nothing: no text before or after it, no hex, no
/// infinity, no NaN. Groups are of three digits; blanks, no-break spaces and apostrophes group too.
/// One leading apostrophe (Excel's guard) is passed over; U+2212 is a minus.
/// @accuracy  correctly rounded (std::from_chars).
inline std::optional<double> parse_number(std::string_view text, NumberStyle style) noexcept;
/// The same, without a short way for the usual cell.
std::optional<double> parse_any_number(std::string_view text, NumberStyle style) noexcept;

/// What the digits after a mark say about the decimal mark of the file that holds @p text:
/// "5,04" and "17,2" speak for the comma, "5.04" for the point, "1,234" and "5" for neither.
enum class DecimalVote : std::uint8_t { none, point, comma };
DecimalVote decimal_vote(std::string_view text) noexcept;

/// The number that up to 15 digits, perhaps with a point among them, spell; nothing for any other
/// text. Most cells of a machine's log are such. The integer of the digits and the power of ten are
/// exact, so that their quotient is correctly rounded.
inline std::optional<double> parse_plain_digits(std::string_view text) noexcept {
    static constexpr std::array powers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    if (text.size() >= powers.size()) {
        return std::nullopt;
    }
    std::int64_t digits = 0;
    std::size_t i = 0;
    const auto take_digits = [&] {
        for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i) {
            digits = digits * 10 + (text[i] - '0');
        }
    };
    take_digits();
    if (i == text.size()) {
        return static_cast<double>(digits);
    }
    if (text[i] != '.') {
        return std::nullopt;
    }
    const std::size_t fraction = ++i;
    take_digits();
    return i == text.size() ? std::optional(static_cast<double>(digits) / powers[i - fraction])
                            : std::nullopt;
}

inline std::optional<double> parse_number(std::string_view text, NumberStyle style) noexcept {
    const bool digit_first = !text.empty() && text.front() >= '0' && text.front() <= '9';
    if (digit_first && style != NumberStyle::decimal_comma) {
        if (const std::optional<double> value = parse_plain_digits(text)) {
            return value;
        }
    }
    return parse_any_number(text, style);
}

} // namespace plimsoll::ingest

#endif
