// Fuzzes archives, the finding of kinds and the joining of rows and files.
// SPDX-License-Identifier: Apache-2.0
#include "import/file_import.hpp"
#include "tests/fuzz/fuzz_input.hpp"

#include <vector>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    plimsoll::fuzz::import_input(data, size, [](auto& source, auto& log) {
        std::vector<plimsoll::ingest::NamedFile> named;
        plimsoll::ingest::import_file(source, {}, log, named);
        plimsoll::ingest::join_named_files(log, named);
    });
    return 0;
}
