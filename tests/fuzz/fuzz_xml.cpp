// Fuzzes the readers of TCX and GPX.
// SPDX-License-Identifier: Apache-2.0
#include "import/gpx_import.hpp"
#include "import/tcx_import.hpp"
#include "tests/fuzz/fuzz_input.hpp"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    plimsoll::fuzz::import_input(
        data, size, [](auto& source, auto& log) { plimsoll::ingest::import_gpx(source, {}, log); });
    plimsoll::fuzz::import_input(
        data, size, [](auto& source, auto& log) { plimsoll::ingest::import_tcx(source, {}, log); });
    return 0;
}
