// Rows of parts of sessions: drills, periods, halves.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_LONE_PARTS_HPP
#define PLIMSOLL_IMPORT_LONE_PARTS_HPP

#include "model/packed_sessions.hpp"

#include <cstddef>

namespace plimsoll::ingest {

/// Adds to @p sessions those of @p parts beside which no row of the whole stands: none of the same
/// athlete, day and title (where both have one).
/// @return  how many were added.
std::size_t add_lone_parts(const PackedSessions& parts, PackedSessions& sessions);

} // namespace plimsoll::ingest

#endif
