// The names of months, as pages have them.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_MONTH_NAME_HPP
#define PLIMSOLL_MODEL_MONTH_NAME_HPP

#include <string>

namespace plimsoll {

/// Nov, in the language that is installed.
/// @param month  1 to 12.
std::string month_name(int month);

} // namespace plimsoll

#endif
