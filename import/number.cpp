// Strict numbers.
// SPDX-License-Identifier: Apache-2.0
#include "import/number.hpp"

#include "import/text_encoding.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <system_error>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t longest_number = 40; // characters; nothing real is longer

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

std::optional<double> convert(std::string_view text) noexcept {
    double value = 0.0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || !std::isfinite(value)) {
        return std::nullopt;
    }
    return value;
}

// Takes a blank, a no-break space or an apostrophe that groups digits off the front.
bool take_neutral_group_mark(std::string_view& text) noexcept {
    for (const std::string_view mark :
         {std::string_view(" "), std::string_view("'"), std::string_view("\xC2\xA0"),
          std::string_view("\xE2\x80\xAF")}) {
        if (text.starts_with(mark)) {
            text.remove_prefix(mark.size());
            return true;
        }
    }
    return false;
}

} // namespace

bool read_plain_digits(std::string_view text, double& value) noexcept {
    static constexpr std::array powers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    if (text.size() >= powers.size()) {
        return false;
    }
    std::int64_t digits = 0;
    std::size_t i = 0;
    const auto take_digits = [&] {
        for (; i < text.size() && is_digit(text[i]); ++i) {
            digits = digits * 10 + (text[i] - '0');
        }
    };
    take_digits();
    std::size_t fraction = i;
    if (i < text.size() && text[i] == '.') {
        fraction = ++i;
        take_digits();
    }
    if (i < text.size()) {
        return false;
    }
    value = static_cast<double>(digits) / powers[i - fraction];
    return true;
}

std::optional<double> parse_any_number(std::string_view text, NumberStyle style) noexcept {
    text = trimmed(text);
    if (text.starts_with('\'')) {
        text.remove_prefix(1);
    }
    bool negative = false;
    if (text.starts_with('-') || text.starts_with("\xE2\x88\x92")) {
        negative = true;
        text.remove_prefix(text[0] == '-' ? 1 : 3);
    } else if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    if (text.empty() || text.size() > longest_number ||
        !(is_digit(text[0]) || text[0] == '.' || text[0] == ',')) {
        return std::nullopt; // also "inf", "nan" and a second sign
    }
    const double sign = negative ? -1.0 : 1.0;
    if (style == NumberStyle::plain) {
        const auto value = convert(text);
        return value ? std::optional(sign * *value) : std::nullopt;
    }

    const char decimal = style == NumberStyle::decimal_comma ? ',' : '.';
    const char group = style == NumberStyle::decimal_comma ? '.' : ',';
    std::array<char, longest_number + 1> clean{};
    std::size_t length = 0;
    std::size_t digits_in_group = 0;
    bool grouped = false;
    while (!text.empty()) {
        if (is_digit(text[0])) {
            clean[length++] = text[0];
            ++digits_in_group;
            text.remove_prefix(1);
            continue;
        }
        const bool ended = text[0] == decimal || text[0] == 'e' || text[0] == 'E';
        if (grouped && digits_in_group != 3) {
            return std::nullopt;
        }
        if (ended) {
            break;
        }
        if (digits_in_group == 0 || (!grouped && digits_in_group > 3)) {
            return std::nullopt;
        }
        if (text[0] == group) {
            text.remove_prefix(1);
        } else if (!take_neutral_group_mark(text)) {
            return std::nullopt;
        }
        grouped = true;
        digits_in_group = 0;
    }
    if (grouped && digits_in_group != 3) {
        return std::nullopt;
    }
    for (const char c : text) { // the fraction and the exponent
        clean[length++] = c == decimal ? '.' : c == '.' ? ',' : c;
    }
    const auto value = convert({clean.data(), length});
    return value ? std::optional(sign * *value) : std::nullopt;
}

DecimalVote decimal_vote(std::string_view text) noexcept {
    text = trimmed(text);
    const std::size_t mark = text.find_last_of(".,");
    if (mark == std::string_view::npos || mark == 0) {
        return DecimalVote::none;
    }
    const std::size_t after = text.size() - mark - 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_digit(text[i]) && text[i] != '.' && text[i] != ',' && !(i == 0 && text[i] == '-')) {
            return DecimalVote::none;
        }
    }
    // Three digits may be thousands; a mark of the other kind before it settles it all the same.
    const bool other_before =
        text.substr(0, mark).find(text[mark] == '.' ? ',' : '.') != std::string_view::npos;
    const std::size_t before = mark - (text[0] == '-' ? 1 : 0); // 5120.125: no group is so long
    if (after == 0 || (after == 3 && !other_before && text[0] != '0' && before <= 3)) {
        return DecimalVote::none;
    }
    if (text.substr(0, mark).find(text[mark]) != std::string_view::npos) {
        return DecimalVote::none; // 1.234.5 is nobody's number
    }
    return text[mark] == ',' ? DecimalVote::comma : DecimalVote::point;
}

} // namespace plimsoll::ingest
