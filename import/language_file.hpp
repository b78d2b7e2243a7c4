// Language packs, from TOML.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_LANGUAGE_FILE_HPP
#define PLIMSOLL_IMPORT_LANGUAGE_FILE_HPP

#include "model/diagnostic.hpp"
#include "model/words.hpp"

#include <string>
#include <vector>

namespace plimsoll::ingest {

struct LanguageFile {
    LanguagePack pack;
    std::vector<Diagnostic> diagnostics; ///< texts that were left out, and why
};

/// Reads `language = "de"` and the table `[texts]`: English text = translated text. A translation
/// that is empty is none. One whose placeholders are not those of the English text is left out: a
/// page then has the English one.
/// @throws IoError  @throws InputError  no TOML; no language, or not the tag of one; an unknown key
///                                      beside these two.
LanguageFile read_language_file(const std::string& path);
LanguageFile language_from_toml(const std::string& text, const std::string& name);

} // namespace plimsoll::ingest

#endif
