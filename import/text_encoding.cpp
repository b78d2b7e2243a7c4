// Decoders and folding; Unicode's tables come from utf8proc.
// SPDX-License-Identifier: Apache-2.0
#include "import/text_encoding.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace plimsoll::ingest {
namespace {

constexpr std::uint32_t replacement = 0xFFFD;

// Windows-1252, bytes 80 to 9F (https://encoding.spec.whatwg.org/index-windows-1252.txt, with the
// undefined five as U+FFFD); the other bytes are their own code points.
constexpr std::array<std::uint16_t, 32> windows_1252_c1{
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append(std::string& out, std::uint32_t code_point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length =
        utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes.data());
    for (utf8proc_ssize_t i = 0; i < length; ++i) {
        out += static_cast<char>(bytes[static_cast<std::size_t>(i)]);
    }
}

constexpr std::array<std::string_view, 8> blanks{
    " ", "\t", "\n", "\r", "\xC2\xA0", "\xE2\x80\xAF", "\xEF\xBB\xBF", "\xE2\x80\x8B"};

} // namespace

bool is_ascii(std::string_view bytes) noexcept {
    unsigned char any = 0;
    for (const char c : bytes) {
        any = static_cast<unsigned char>(any | static_cast<unsigned char>(c));
    }
    return any < 0x80;
}

bool is_utf8(std::string_view bytes) noexcept {
    const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(bytes.data());
    auto left = static_cast<utf8proc_ssize_t>(bytes.size());
    while (left > 0) {
        if (*at < 0x80) { // most of a log
            ++at;
            --left;
            continue;
        }
        utf8proc_int32_t code_point = 0;
        const utf8proc_ssize_t length = utf8proc_iterate(at, left, &code_point);
        if (length <= 0) {
            return false;
        }
        at += length;
        left -= length;
    }
    return true;
}

std::string windows_1252_to_utf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            out += c;
        } else if (byte < 0xA0) {
            append(out, windows_1252_c1.at(byte - 0x80U));
        } else {
            append(out, byte);
        }
    }
    return out;
}

std::string utf16_to_utf8(std::string_view bytes, bool big_endian) {
    const auto unit_at = [&](std::size_t i) -> std::uint32_t {
        const auto first = static_cast<unsigned char>(bytes[i]);
        const auto second = static_cast<unsigned char>(bytes[i + 1]);
        return big_endian ? (std::uint32_t{first} << 8U) | second
                          : (std::uint32_t{second} << 8U) | first;
    };
    std::string out;
    out.reserve(bytes.size());
    std::size_t i = 0;
    for (; i + 1 < bytes.size(); i += 2) {
        const std::uint32_t unit = unit_at(i);
        const bool high = unit >= 0xD800 && unit < 0xDC00;
        const bool low = unit >= 0xDC00 && unit < 0xE000;
        if (high && i + 3 < bytes.size()) {
            const std::uint32_t next = unit_at(i + 2);
            if (next >= 0xDC00 && next < 0xE000) {
                append(out, 0x10000U + ((unit - 0xD800U) << 10U) + (next - 0xDC00U));
                i += 2;
                continue;
            }
        }
        append(out, high || low ? replacement : unit);
    }
    if (i < bytes.size()) {
        append(out, replacement);
    }
    return out;
}

std::string_view trimmed_of_blanks(std::string_view text) noexcept {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view blank : blanks) {
            if (text.starts_with(blank)) {
                text.remove_prefix(blank.size());
                again = true;
            }
            if (text.ends_with(blank)) {
                text.remove_suffix(blank.size());
                again = true;
            }
        }
    }
    return text;
}

namespace {

std::string folded_by(std::string_view text, utf8proc_option_t options) {
    utf8proc_uint8_t* mapped = nullptr;
    const utf8proc_ssize_t length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    std::string_view whole = text; // not UTF-8: compared as it stands
    if (length >= 0) {
        whole = {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
    }
    std::string out;
    for (const char c : trimmed(whole)) {
        const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

} // namespace

std::string folded(std::string_view text) {
    return folded_by(text, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                          UTF8PROC_CASEFOLD | UTF8PROC_IGNORE));
}

std::string folded_without_marks(std::string_view text) {
    return folded_by(text, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                                          UTF8PROC_CASEFOLD | UTF8PROC_IGNORE |
                                                          UTF8PROC_STRIPMARK));
}

} // namespace plimsoll::ingest
