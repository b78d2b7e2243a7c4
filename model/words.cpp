// Language packs.
// SPDX-License-Identifier: Apache-2.0
#include "model/words.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace plimsoll {
namespace {

// Index and format of each placeholder.
using Placeholders = std::set<std::pair<int, std::string>>;

// What stands between { and }: an index or none, and perhaps a colon and a format.
struct Field {
    std::optional<int> index;
    std::string format;
};

std::optional<Field> field_of(std::string_view inside) {
    const std::size_t colon = std::min(inside.find(':'), inside.size());
    const std::string_view number = inside.substr(0, colon);
    Field field;
    field.format = inside.substr(colon);
    if (number.size() > 2 || number.find_first_not_of("0123456789") != std::string_view::npos) {
        return std::nullopt;
    }
    if (!number.empty()) {
        field.index = std::stoi(std::string(number));
    }
    return field;
}

// Nothing where it is no format string: a brace that stands alone, or numbers in some placeholders
// and not in others.
std::optional<Placeholders> placeholders_of(std::string_view text) {
    Placeholders found;
    int next = 0;
    bool numbered = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{' && text[at] != '}') {
            continue;
        }
        if (at + 1 < text.size() && text[at + 1] == text[at]) {
            ++at; // a brace itself
            continue;
        }
        const std::size_t end = text.find_first_of("{}", at + 1);
        if (text[at] == '}' || end == std::string_view::npos || text[end] == '{') {
            return std::nullopt;
        }
        const std::optional<Field> field = field_of(text.substr(at + 1, end - at - 1));
        if (!field || (field->index.has_value() ? next > 0 : numbered)) {
            return std::nullopt;
        }
        numbered = field->index.has_value();
        found.emplace(field->index ? *field->index : next++, field->format);
        at = end;
    }
    return found;
}

std::string listed(const Placeholders& placeholders) {
    std::string text;
    for (const auto& [index, format] : placeholders) {
        text += fmt::format("{}{{{}{}}}", text.empty() ? "" : " ", index, format);
    }
    return text.empty() ? "none" : text;
}

// The one that is installed, if any.
struct Installed {
    LanguagePack pack;
    bool is_set = false;
};

Installed& installed() noexcept {
    static Installed one;
    return one;
}

} // namespace

std::string LanguagePack::say(std::string_view english, fmt::format_args args) const {
    const auto found = texts.find(english);
    if (found != texts.end()) {
        try {
            return fmt::vformat(found->second, args);
        } catch (const fmt::format_error&) {
            // A pack that was read has none of these: a page with a word in English is better than
            // no page.
        }
    }
    return fmt::vformat(fmt::string_view(english.data(), english.size()), args);
}

std::string LanguagePack::say_text(std::string_view whole) const {
    const auto found = texts.find(whole);
    return found == texts.end() ? std::string(whole) : found->second;
}

std::optional<std::string> placeholders_differ(std::string_view english,
                                               std::string_view translated) {
    const std::optional<Placeholders> wanted = placeholders_of(english);
    if (!wanted) {
        return std::nullopt;
    }
    const std::optional<Placeholders> got = placeholders_of(translated);
    if (!got) {
        return "has a brace that stands alone, or numbers in some placeholders only";
    }
    if (*got != *wanted) {
        return fmt::format("has the placeholders {}, the English text has {}", listed(*got),
                           listed(*wanted));
    }
    return std::nullopt;
}

void install_language(LanguagePack pack) {
    require(!installed().is_set, "install_language: once");
    installed() = {std::move(pack), true};
}

const LanguagePack& installed_language() noexcept {
    return installed().pack;
}

} // namespace plimsoll
