// Safe text; character properties come from utf8proc.
// SPDX-License-Identifier: Apache-2.0
#include "reports/plain_text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>

namespace plimsoll::reports {
namespace {

// Letters and signs that do not come apart into an ASCII letter and a mark.
struct Spelling {
    std::int32_t code_point;
    std::string_view ascii;
};

constexpr std::array spellings{
    Spelling{0x00A0, " "},   Spelling{0x00B0, "deg"}, Spelling{0x00B1, "+/-"},
    Spelling{0x00B7, "."},   Spelling{0x00C6, "AE"},  Spelling{0x00D0, "D"},
    Spelling{0x00D7, "x"},   Spelling{0x00D8, "O"},   Spelling{0x00DE, "Th"},
    Spelling{0x00DF, "ss"},  Spelling{0x00E6, "ae"},  Spelling{0x00F0, "d"},
    Spelling{0x00F8, "o"},   Spelling{0x00FE, "th"},  Spelling{0x0110, "D"},
    Spelling{0x0111, "d"},   Spelling{0x0131, "i"},   Spelling{0x0141, "L"},
    Spelling{0x0142, "l"},   Spelling{0x0152, "OE"},  Spelling{0x0153, "oe"},
    Spelling{0x2010, "-"},   Spelling{0x2011, "-"},   Spelling{0x2012, "-"},
    Spelling{0x2013, "-"},   Spelling{0x2014, "-"},   Spelling{0x2018, "'"},
    Spelling{0x2019, "'"},   Spelling{0x201A, ","},   Spelling{0x201C, "\""},
    Spelling{0x201D, "\""},  Spelling{0x201E, "\""},  Spelling{0x2022, "*"},
    Spelling{0x2026, "..."}, Spelling{0x202F, " "},   Spelling{0x20AC, "EUR"},
    Spelling{0x2192, "->"},  Spelling{0x2212, "-"},   Spelling{0x2264, "<="},
    Spelling{0x2265, ">="},
};

struct Character {
    std::int32_t code_point; // -1: not UTF-8
    std::string_view bytes;
};

Character first_character(std::string_view text) {
    utf8proc_int32_t code_point = -1;
    const utf8proc_ssize_t length =
        utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                         static_cast<utf8proc_ssize_t>(text.size()), &code_point);
    if (length <= 0) {
        return {-1, text.substr(0, 1)};
    }
    return {code_point, text.substr(0, static_cast<std::size_t>(length))};
}

template <class Visit>
void for_each_character(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const Character character = first_character(text);
        visit(character);
        text.remove_prefix(character.bytes.size());
    }
}

bool is_space(std::int32_t code_point) {
    return code_point == ' ' || (code_point >= '\t' && code_point <= '\r') || code_point == 0x85 ||
           code_point == 0x2028 || code_point == 0x2029;
}

// Controls, and format characters such as right-to-left marks and zero-width joiners.
bool is_invisible(std::int32_t code_point) {
    const utf8proc_category_t category = utf8proc_category(code_point);
    return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
           category == UTF8PROC_CATEGORY_CS || category == UTF8PROC_CATEGORY_CO;
}

std::string without_marks(std::string_view text) {
    utf8proc_uint8_t* mapped = nullptr;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_COMPAT);
    const utf8proc_ssize_t length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                     static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    return length < 0 ? std::string()
                      : std::string(reinterpret_cast<const char*>(mapped),
                                    static_cast<std::size_t>(length));
}

std::string in_ascii(const Character& character) {
    const auto* const spelt =
        std::find_if(spellings.begin(), spellings.end(), [&](const Spelling& spelling) {
            return spelling.code_point == character.code_point;
        });
    if (spelt != spellings.end()) {
        return std::string(spelt->ascii);
    }
    std::string plain = without_marks(character.bytes);
    const bool ascii = std::all_of(plain.begin(), plain.end(), [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7F;
    });
    if (ascii) {
        return plain; // empty for a mark that stood alone
    }
    return utf8proc_charwidth(character.code_point) == 0 ? "" : "?";
}

} // namespace

std::string printable(std::string_view text, Charset charset) {
    std::string out;
    out.reserve(text.size());
    for_each_character(text, [&](const Character& character) {
        if (character.code_point < 0) {
            out += '?';
        } else if (is_space(character.code_point)) {
            out += ' ';
        } else if (is_invisible(character.code_point)) {
            return;
        } else if (character.code_point < 0x7F || charset == Charset::unicode) {
            out += character.bytes;
        } else {
            out += in_ascii(character);
        }
    });
    return out;
}

std::size_t width_of(std::string_view text) {
    std::size_t width = 0;
    for_each_character(text, [&](const Character& character) {
        width += character.code_point < 0
                     ? 1
                     : static_cast<std::size_t>(utf8proc_charwidth(character.code_point));
    });
    return width;
}

std::string cut_to(std::string_view text, std::size_t width) {
    if (width_of(text) <= width) {
        return std::string(text);
    }
    const std::string_view sign = std::string_view("..").substr(0, std::min<std::size_t>(2, width));
    std::string out;
    std::size_t used = sign.size();
    bool full = false;
    for_each_character(text, [&](const Character& character) {
        const std::size_t more = width_of(character.bytes);
        full = full || used + more > width;
        if (!full) {
            out += character.bytes;
            used += more;
        }
    });
    return out.append(sign);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    std::string line;
    std::size_t line_width = 0;
    const auto end_line = [&] {
        lines.push_back(line);
        line.clear();
        line_width = 0;
    };
    while (!text.empty()) {
        if (text.front() == ' ') {
            text.remove_prefix(1);
            continue;
        }
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(word.size());
        const std::size_t word_width = width_of(word);
        if (line_width > 0 && line_width + 1 + word_width > width) {
            end_line();
        }
        if (line_width > 0) {
            line += ' ';
            ++line_width;
        }
        for_each_character(word, [&](const Character& character) {
            const std::size_t more = width_of(character.bytes);
            if (line_width + more > width && line_width > 0) {
                end_line();
            }
            line += character.bytes;
            line_width += more;
        });
    }
    if (line_width > 0 || lines.empty()) {
        end_line();
    }
    return lines;
}

std::string padded(std::string_view text, std::size_t width, bool right) {
    const std::size_t have = width_of(text);
    const std::string blanks(width > have ? width - have : 0, ' ');
    return right ? blanks + std::string(text) : std::string(text) + blanks;
}

} // namespace plimsoll::reports
