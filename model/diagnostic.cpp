// Diagnostics and the shape in which people see them.
// SPDX-License-Identifier: Apache-2.0
#include "model/diagnostic.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <iterator>

namespace plimsoll {
namespace {

constexpr std::size_t longest_quote = 60; // bytes of an input cell that a message repeats

// C0 controls and DEL would let a log file steer the user's terminal; C1 controls (U+0080-009F)
// and the characters that reorder text (U+202A-202E, U+2066-2069) likewise.
bool hides_or_steers(const std::string& text, std::size_t at, std::size_t& length) {
    const auto byte = [&](std::size_t k) {
        return at + k < text.size() ? static_cast<unsigned char>(text[at + k]) : 0U;
    };
    length = 1;
    if (byte(0) < 0x20U || byte(0) == 0x7FU) {
        return true;
    }
    if (byte(0) == 0xC2U && byte(1) >= 0x80U && byte(1) < 0xA0U) {
        length = 2;
        return true;
    }
    length = 3;
    return byte(0) == 0xE2U && ((byte(1) == 0x80U && byte(2) >= 0xAAU && byte(2) <= 0xAEU) ||
                                (byte(1) == 0x81U && byte(2) >= 0xA6U && byte(2) <= 0xA9U));
}

std::string visible(const std::string& text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        std::size_t length = 1;
        if (hides_or_steers(text, i, length)) {
            for (std::size_t k = 0; k < length; ++k) {
                fmt::format_to(std::back_inserter(out), "\\x{:02x}",
                               static_cast<unsigned char>(text[i + k]));
            }
            i += length;
        } else {
            out += text[i++];
        }
    }
    return out;
}

} // namespace

const char* to_string(Severity severity) noexcept {
    switch (severity) {
    case Severity::note:
        return "note";
    case Severity::warning:
        return "warning";
    case Severity::error:
        break;
    }
    return "error";
}

std::string quoted(const std::string& cell) {
    if (cell.size() <= longest_quote) {
        return "'" + visible(cell) + "'";
    }
    std::size_t end = longest_quote;
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & 0xC0U) == 0x80U) {
        --end;
    }
    return "'" + visible(cell.substr(0, end)) + "...'";
}

std::string to_message(const Diagnostic& diagnostic) {
    const SourcePos& where = diagnostic.where;
    std::string out = visible(where.file);
    if (where.line > 0) {
        out += fmt::format(":{}", where.line);
        if (where.column > 0) {
            out += fmt::format(":{}", where.column);
        }
    }
    if (!out.empty()) {
        out += ": ";
    }
    out += fmt::format("{}: ", to_string(diagnostic.severity));
    if (!where.field.empty()) {
        out += visible(where.field) + " ";
    }
    out += visible(diagnostic.text);
    if (!diagnostic.hint.empty()) {
        out += "\nhint: " + visible(diagnostic.hint);
    }
    return out;
}

} // namespace plimsoll
