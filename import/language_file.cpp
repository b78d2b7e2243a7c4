// Reading language packs.
// SPDX-License-Identifier: Apache-2.0
#include "import/language_file.hpp"

#include "import/toml_file.hpp"
#include "model/error.hpp"

#include <algorithm>
#include <cctype>
#include <utility>

namespace plimsoll::ingest {
namespace {

// Letters, digits and hyphens: what an attribute of a web page may hold without a word on quotes.
bool is_language_tag(const std::string& tag) {
    constexpr std::size_t longest = 35; // BCP 47, 4.4.1
    return tag.size() >= 2 && tag.size() <= longest &&
           std::all_of(tag.begin(), tag.end(), [](char c) {
               return c == '-' || std::isalnum(static_cast<unsigned char>(c)) != 0;
           });
}

LanguageFile language_from(TomlTable root) {
    LanguageFile file;
    const std::optional<std::string> language = root.text("language");
    if (!language) {
        root.refuse("language", "is missing", "such as language = \"de\"");
    }
    if (!is_language_tag(*language)) {
        root.refuse("language", "'" + *language + "' is no tag of a language, such as de or pt-BR");
    }
    file.pack.language = *language;
    TomlTable texts = root.table("texts");
    for (const std::string& english : texts.keys()) {
        try {
            std::string translated = texts.text(english).value_or("");
            if (const auto why = placeholders_differ(english, translated);
                why && !translated.empty()) {
                texts.refuse(english, *why);
            }
            if (!translated.empty()) {
                file.pack.texts.emplace(english, std::move(translated));
            }
        } catch (const InputError& error) {
            file.diagnostics.push_back(error.diagnostic());
        }
    }
    root.finish();
    return file;
}

} // namespace

LanguageFile read_language_file(const std::string& path) {
    return language_from(open_toml(path));
}

LanguageFile language_from_toml(const std::string& text, const std::string& name) {
    return language_from(parse_toml(text, name));
}

} // namespace plimsoll::ingest
