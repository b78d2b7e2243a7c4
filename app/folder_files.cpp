// Listing a folder.
// SPDX-License-Identifier: Apache-2.0
#include "app/folder_files.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace plimsoll::app {

std::vector<std::string> files_in(const std::string& folder, std::string_view suffix) {
    namespace fs = std::filesystem;
    std::error_code error;
    std::vector<std::string> files;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
        if (at->path().extension() == suffix) {
            files.push_back(at->path().string());
        }
    }
    if (error) {
        throw IoError(folder, "is no folder that can be read: " + error.message());
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace plimsoll::app
