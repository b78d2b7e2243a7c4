// The exceptions of Plimsoll, by cause.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"

namespace plimsoll {

InputError::InputError(const Diagnostic& diagnostic)
    : Error(to_message(diagnostic)),
      diagnostic_(diagnostic) {}

InputError::InputError(SourcePos where, const std::string& text, const std::string& hint)
    : InputError(Diagnostic{Severity::error, std::move(where), "input", text, hint}) {}

IoError::IoError(const std::string& path, const std::string& reason)
    : Error(path + ": error: " + reason) {}

void require(bool holds, const char* text) {
    if (!holds) {
        throw PreconditionError(text);
    }
}

} // namespace plimsoll
