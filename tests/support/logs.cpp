// Logs in memory for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/logs.hpp"

#include "import/byte_source.hpp"
#include "import/csv_import.hpp"
#include "import/dedupe.hpp"

namespace plimsoll::test {

TrainingLog import_text(const std::string& text, const ingest::ImportOptions& options) {
    TrainingLog log;
    const auto bytes = ingest::from_memory("log.csv", text);
    ingest::import_csv(*bytes, options, log);
    ingest::fold_duplicates(log);
    return log;
}

std::string messages_of(const TrainingLog& log) {
    std::string text;
    for (const Diagnostic& diagnostic : log.diagnostics) {
        text += to_message(diagnostic) + "\n";
    }
    return text;
}

} // namespace plimsoll::test
