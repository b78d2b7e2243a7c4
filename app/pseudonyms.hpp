// Names replaced for a page that others may see.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_PSEUDONYMS_HPP
#define PLIMSOLL_APP_PSEUDONYMS_HPP

#include "app/load_inputs.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::app {

/// Replaces the ids and names of all athletes of the log, the roster and the events, in the order
/// of nothing that a name tells, by "Athlete 01" and so on; the same athletes get the same ones.
/// Titles of sessions and notes of events are emptied.
void replace_names(Inputs& inputs);

} // namespace plimsoll::app

#endif
