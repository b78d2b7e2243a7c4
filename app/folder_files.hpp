// Files of a folder.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_FOLDER_FILES_HPP
#define PLIMSOLL_APP_FOLDER_FILES_HPP

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::app {

/// What of @p folder itself, not of folders in it, ends in @p suffix, such as ".toml": paths, in
/// the order of their names.
/// @throws IoError  it is no folder that can be read.
std::vector<std::string> files_in(const std::string& folder, std::string_view suffix);

} // namespace plimsoll::app

#endif
