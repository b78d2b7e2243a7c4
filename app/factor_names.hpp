// Ids of factors on the command line.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_FACTOR_NAMES_HPP
#define PLIMSOLL_APP_FACTOR_NAMES_HPP

#include <span>
#include <string>
#include <string_view>

namespace plimsoll::app {

/// @throws UsageError  one of @p ids, which @p option names, is no factor of the registry.
void require_factors(std::string_view option, std::span<const std::string> ids);

} // namespace plimsoll::app

#endif
