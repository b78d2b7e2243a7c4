// The folder of --pathways.
// SPDX-License-Identifier: Apache-2.0
#include "app/pathway_folder.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

namespace plimsoll::app {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_in(const std::string& folder) {
    std::error_code error;
    std::vector<std::string> files;
    fs::directory_iterator at(folder, error);
    for (; !error && at != fs::directory_iterator(); at.increment(error)) {
        if (at->path().extension() == ".toml") {
            files.push_back(at->path().string());
        }
    }
    if (error) {
        throw IoError(folder, "is no folder that can be read: " + error.message());
    }
    if (files.empty()) {
        throw IoError(folder, "has no pathway: no file that ends in .toml");
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

planner::PathwayLibrary load_pathways(const Invocation& invocation) {
    return invocation.pathways.empty() ? planner::PathwayLibrary()
                                       : planner::PathwayLibrary(files_in(invocation.pathways));
}

} // namespace plimsoll::app
