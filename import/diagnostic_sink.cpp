// Diagnostics of one file.
// SPDX-License-Identifier: Apache-2.0
#include "import/diagnostic_sink.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

namespace plimsoll::ingest {

void DiagnosticSink::add(Severity severity, std::uint32_t line, std::uint32_t column,
                         std::string_view field, std::string_view code, std::string text,
                         std::string hint) {
    Diagnostic diagnostic{severity,
                          {file_, line, column, std::string(field)},
                          std::string(code),
                          std::move(text),
                          std::move(hint)};
    if (strict_ && severity == Severity::error) {
        throw InputError(diagnostic);
    }
    ++count_;
    if (count_ <= most) {
        out_.push_back(std::move(diagnostic));
    }
}

void DiagnosticSink::absorb(std::vector<Diagnostic>&& found, std::size_t unheard) {
    for (Diagnostic& diagnostic : found) {
        if (++count_ <= most) {
            out_.push_back(std::move(diagnostic));
        }
    }
    count_ += unheard;
}

void DiagnosticSink::finish() {
    if (unheard() > 0) {
        out_.push_back({Severity::note,
                        {file_, 0, 0, {}},
                        "more",
                        fmt::format("{} more lines or fields could not be used", unheard()),
                        {}});
    }
}

} // namespace plimsoll::ingest
