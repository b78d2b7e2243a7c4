// Names that may be one person.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_ALIKE_NAMES_HPP
#define PLIMSOLL_APP_ALIKE_NAMES_HPP

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll::app {

/// Pairs that are the same but for capital letters, accents, signs between words and the order of
/// the words: "Müller, Anna" and "anna muller". Each later one beside the first of its like.
std::vector<std::pair<std::string, std::string>>
alike_names(std::span<const std::string_view> names);

} // namespace plimsoll::app

#endif
