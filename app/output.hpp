// Where a result goes.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_OUTPUT_HPP
#define PLIMSOLL_APP_OUTPUT_HPP

#include <string>
#include <string_view>

namespace plimsoll::app {

/// Writes @p bytes to @p path in one step: they stand in a temporary file beside it until they are
/// all on disk, then take its place. An empty path is the standard output.
/// @throws IoError  it cannot be written, or it exists and @p overwrite is false.
void write_output(const std::string& path, std::string_view bytes, bool overwrite);

/// Refuses early what write_output() would refuse because of what stands at @p path now.
/// @throws IoError
void require_writable(const std::string& path, bool overwrite);

} // namespace plimsoll::app

#endif
