// A session in a line of text: '2026-11-29 run 21.1km'.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_SESSION_TEXT_HPP
#define PLIMSOLL_IMPORT_SESSION_TEXT_HPP

#include "model/session.hpp"

#include <string_view>

namespace plimsoll::ingest {

/// Reads DATE SPORT AMOUNT...: a date YYYY-MM-DD, a sport by any name that logs use, and at least
/// one of a distance (21.1km, 13mi, 800m), a duration (90min, 1:30:00, 2h) and, with a duration, a
/// rating (rpe7). Each at most once.
/// @throws UsageError  anything else; names the word.
Session parse_session(std::string_view text);

} // namespace plimsoll::ingest

#endif
