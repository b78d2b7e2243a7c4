// Speaking a language.
// SPDX-License-Identifier: Apache-2.0
#include "app/language.hpp"

#include "app/option_values.hpp"
#include "import/language_file.hpp"
#include "model/words.hpp"

#include <utility>

namespace plimsoll::app {

bool speak(const Invocation& invocation, Messages& messages) {
    if (invocation.language.empty()) {
        return true;
    }
    ingest::LanguageFile file = ingest::read_language_file(invocation.language);
    messages.diagnostics(file.diagnostics);
    const std::string format = chosen_format(invocation);
    if (format != "json" && format != "csv") {
        install_language(std::move(file.pack));
    }
    return file.diagnostics.empty();
}

} // namespace plimsoll::app
