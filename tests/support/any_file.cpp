// Files of any kind in memory.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/any_file.hpp"

#include "import/byte_source.hpp"
#include "import/dedupe.hpp"
#include "import/file_import.hpp"

namespace plimsoll::test {

TrainingLog import_any(const std::string& bytes, const std::string& name,
                       const ingest::ImportOptions& options) {
    return import_files({{name, bytes}}, options);
}

TrainingLog import_files(const std::vector<std::pair<std::string, std::string>>& files,
                         const ingest::ImportOptions& options) {
    PackedLog log;
    std::vector<ingest::NamedFile> named;
    for (const auto& [name, bytes] : files) {
        const auto source = ingest::from_memory(name, bytes);
        ingest::import_file(*source, options, log, named);
    }
    return ingest::folded_log(std::move(log));
}

} // namespace plimsoll::test
