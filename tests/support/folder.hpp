// A folder on disk for one test.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_TESTS_SUPPORT_FOLDER_HPP
#define PLIMSOLL_TESTS_SUPPORT_FOLDER_HPP

#include <filesystem>
#include <string>

namespace plimsoll::test {

/// Is gone with the test.
class Folder {
public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    Folder(Folder&&) = delete;
    Folder& operator=(Folder&&) = delete;
    ~Folder();

    /// Writes a file, in a folder of its own if @p name has one. @return its path.
    std::string put(const std::string& name, const std::string& bytes) const;

    std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

} // namespace plimsoll::test

#endif
