// Names replaced for a page that others may see.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_PSEUDONYMS_HPP
#define PLIMSOLL_APP_PSEUDONYMS_HPP

#include "app/load_inputs.hpp"

#include <string>
#include <utility>
#include <vector>

namespace plimsoll::app {

/// What each name becomes, longer names first.
using Pseudonyms = std::vector<std::pair<std::string, std::string>>;

/// Replaces the ids and names of all athletes of the log, the roster and the events, in the order
/// of nothing that a name tells, by "Athlete 01" and so on; the same athletes get the same ones.
/// Titles of sessions and notes of events are emptied.
/// @return  what ids and names became.
Pseudonyms replace_names(Inputs& inputs);

/// @p text with every name in it replaced where it stands as a word; a name of digits alone, which
/// a line or a figure may be, too, only in quotes or in a list.
std::string with_pseudonyms(const std::string& text, const Pseudonyms& names);

} // namespace plimsoll::app

#endif
