// The words of pages: English in the sources, another language where a pack of it is installed.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_WORDS_HPP
#define PLIMSOLL_MODEL_WORDS_HPP

#include <fmt/core.h>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll {

/// A language: English texts, as they stand in the sources, and what they become. Both are format
/// strings where the English one has placeholders.
struct LanguagePack {
    std::string language = "en"; ///< BCP 47, such as de or pt-BR
    std::map<std::string, std::string, std::less<>> texts;

    /// @p english with @p args; the English text where the pack has none of it, or one that cannot
    /// be formatted.
    std::string say(std::string_view english, fmt::format_args args) const;
    /// @p whole, or what it becomes. For texts that are no format strings.
    std::string say_text(std::string_view whole) const;
};

/// Why @p translated cannot stand for @p english: its placeholders are not the same, each with the
/// same format (`{}`, `{:.1f}`), in any order that numbers tell (`{1}` before `{0}`). Nothing where
/// it can, or where the English text is no format string.
std::optional<std::string> placeholders_differ(std::string_view english,
                                               std::string_view translated);

/// Makes @p pack the language of say() and say_text(). Called once, before the first page, by the
/// program's main alone.
///
/// This is the one thing below app/ that is not an argument. Every function that makes a word of a
/// page would have to pass it on, down to the name of a month, some hundreds of them, and a page in
/// two languages helps nobody. It is never changed once it is installed, so that a result still
/// depends on nothing but the inputs and the pack; without one, as in every test of a function, the
/// language is English.
///
/// @throws PreconditionError  one is installed already.
void install_language(LanguagePack pack);

/// The language of pages: "en" where none is installed.
const LanguagePack& installed_language() noexcept;

/// A text of a page: @p english, checked against @p args when it is compiled, in the language that
/// is installed. `./dev strings` collects every English text from these calls.
template <class... Args>
std::string say(fmt::format_string<Args...> english, Args&&... args) {
    const fmt::string_view text = english;
    return installed_language().say({text.data(), text.size()}, fmt::make_format_args(args...));
}

/// A text that was written elsewhere, such as the statement of a rule, in the language that is
/// installed; as it is where the pack does not have it.
inline std::string say_text(std::string_view whole) {
    return installed_language().say_text(whole);
}

/// Marks an English text of a table for `./dev strings`: say_text() says it later.
constexpr const char* noted(const char* english) noexcept {
    return english;
}

} // namespace plimsoll

#endif
