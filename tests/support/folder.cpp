// Folders for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/folder.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <system_error>

namespace plimsoll::test {

namespace fs = std::filesystem;

Folder::Folder() {
    std::string name = (fs::temp_directory_path() / "plimsoll-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

Folder::~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

std::string Folder::put(const std::string& name, const std::string& bytes) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
}

} // namespace plimsoll::test
