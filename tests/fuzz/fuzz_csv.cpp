// Fuzzes the text source and the readers of tables.
// SPDX-License-Identifier: Apache-2.0
#include "import/csv_import.hpp"
#include "tests/fuzz/fuzz_input.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    plimsoll::fuzz::import_input(
        data, size, [](auto& source, auto& log) { plimsoll::ingest::import_csv(source, {}, log); });
    return 0;
}
