// The folder of --pathways.
// SPDX-License-Identifier: Apache-2.0
#include "app/pathway_folder.hpp"

#include "app/folder_files.hpp"
#include "model/error.hpp"

#include <string>
#include <vector>

namespace plimsoll::app {

planner::PathwayLibrary load_pathways(const Invocation& invocation) {
    const std::string& folder = invocation.pathways;
    if (folder.empty()) {
        return planner::PathwayLibrary();
    }
    const std::vector<std::string> files = files_in(folder, ".toml");
    if (files.empty()) {
        throw IoError(folder, "has no pathway: no file that ends in .toml");
    }
    return planner::PathwayLibrary(files);
}

} // namespace plimsoll::app
