// Multisport rows of a list that has a row of each leg, too.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_LEG_SUMS_HPP
#define PLIMSOLL_IMPORT_LEG_SUMS_HPP

#include "model/packed_sessions.hpp"

#include <cstddef>

namespace plimsoll::ingest {

/// Takes out the multisport sessions within whose time two others of the athlete or more begin that
/// last no longer together (5 % for rounding, policy): these are its legs, and count.
/// @return  how many.
std::size_t drop_sums_of_legs(PackedSessions& sessions);

} // namespace plimsoll::ingest

#endif
