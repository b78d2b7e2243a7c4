// The known name that a mistyped one most likely meant.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_NEAREST_NAME_HPP
#define PLIMSOLL_MODEL_NEAREST_NAME_HPP

#include <span>
#include <string>
#include <string_view>

namespace plimsoll {

/// The name in @p known with the smallest Levenshtein distance to @p name; the first of equals.
/// Empty when @p known is empty or even the nearest differs in more than two letters and a third of
/// the shorter name, or, of three letters, in more than one.
std::string nearest_name(std::string_view name, std::span<const std::string_view> known);

} // namespace plimsoll

#endif
