// Every fixture, cut off at many places, and every input that a fuzzer once fell over.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/dedupe.hpp"
#include "import/file_import.hpp"
#include "model/error.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

using namespace plimsoll;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_below(const std::string& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::recursive_directory_iterator(PLIMSOLL_SOURCE_DIR "/" + folder)) {
        if (entry.is_regular_file()) {
            files.push_back(entry.path());
        }
    }
    return files;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The sessions, or -1 where the bytes were refused.
int sessions_in(const std::string& bytes) {
    PackedLog packed;
    std::vector<ingest::NamedFile> named;
    const auto source = ingest::from_memory("a", bytes);
    try {
        ingest::import_file(*source, {}, packed, named);
    } catch (const Error&) {
        return -1;
    }
    ingest::join_named_files(packed, named);
    const TrainingLog log = ingest::folded_log(std::move(packed));
    CHECK(log.totals().adds_up());
    CHECK(log.totals().sessions == log.sessions.size());
    return static_cast<int>(log.sessions.size());
}

} // namespace

TEST_CASE("fixtures cut off anywhere are read as far as they go, or refused", "[import][damage]") {
    constexpr std::size_t cuts = 25;
    for (const fs::path& file : files_below("tests/data")) {
        const std::string whole = bytes_of(file);
        const int all = sessions_in(whole);
        for (std::size_t cut = 0; cut < cuts; ++cut) {
            const std::size_t size = whole.size() * cut / cuts;
            INFO(file << " cut off at " << size);
            CHECK(sessions_in(whole.substr(0, size)) <=
                  std::max(all, 0) + 1); // a row that was refused may become one
        }
    }
}

TEST_CASE("inputs that a fuzzer fell over are read or refused", "[import][damage]") {
    for (const fs::path& file : files_below("tests/fuzz/regressions")) {
        INFO(file);
        CHECK(sessions_in(bytes_of(file)) >= -1);
    }
}
