// The program's name and version.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_VERSION_HPP
#define PLIMSOLL_APP_VERSION_HPP

namespace plimsoll::app {

inline constexpr const char* program_name = "plimsoll " PLIMSOLL_VERSION;

} // namespace plimsoll::app

#endif
