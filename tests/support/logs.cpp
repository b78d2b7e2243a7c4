// Logs in memory for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/logs.hpp"

#include "import/byte_source.hpp"
#include "import/csv_import.hpp"
#include "import/dedupe.hpp"

#include <utility>

namespace plimsoll::test {

TrainingLog import_text(const std::string& text, const ingest::ImportOptions& options) {
    PackedLog log;
    const auto bytes = ingest::from_memory("log.csv", text);
    ingest::import_csv(*bytes, options, log);
    return ingest::folded_log(std::move(log));
}

std::string messages_of(const TrainingLog& log) {
    std::string text;
    for (const Diagnostic& diagnostic : log.diagnostics) {
        text += to_message(diagnostic) + "\n";
    }
    return text;
}

} // namespace plimsoll::test
