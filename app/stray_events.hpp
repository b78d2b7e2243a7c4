// Which events of a file are of which athlete of a log.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_STRAY_EVENTS_HPP
#define PLIMSOLL_APP_STRAY_EVENTS_HPP

#include "app/load_inputs.hpp"

#include <string_view>
#include <vector>

namespace plimsoll::app {

/// The ids of the athletes of the log, in order.
std::vector<std::string_view> athlete_ids(const PackedSessions& sessions);

/// Where nothing names the athlete of a log, all of its events may: then they count as his.
void adopt_events(const Invocation& invocation, Inputs& inputs);

/// Events that no athlete of the log will get: a name with a slip, or none among several. Those
/// that are an error are counted as refused.
std::vector<Diagnostic> find_strays(const Invocation& invocation, Inputs& inputs);

} // namespace plimsoll::app

#endif
