// Fuzzes the tables whose rows are moments, Epson's sections and Garmin's list in JSON.
// SPDX-License-Identifier: Apache-2.0
#include "import/epson_csv.hpp"
#include "import/garmin_export.hpp"
#include "import/track_csv.hpp"
#include "tests/fuzz/fuzz_input.hpp"

#include <string_view>

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace plimsoll;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the fuzzer's are unsigned
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    fuzz::import_input(data, size, [&](auto& source, auto& log) {
        if (ingest::is_epson(bytes)) {
            ingest::import_epson(source, {}, log);
        } else if (bytes.starts_with('[') || bytes.starts_with('{')) {
            ingest::import_garmin_export(source, {}, log);
        } else if (const auto layout = ingest::detect_track(source)) {
            ingest::import_track_csv(source, *layout, {}, log);
        }
    });
    return 0;
}
