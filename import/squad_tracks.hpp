// Tracks of vests that name nobody, several of them worn at once: each is another player's.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_SQUAD_TRACKS_HPP
#define PLIMSOLL_IMPORT_SQUAD_TRACKS_HPP

#include "model/training_log.hpp"

#include <string>

namespace plimsoll::ingest {

/// Whether @p file is the track of a vest.
bool is_of_vest(const FileReport& file);

/// Where two vests of athlete @p nameless start within two minutes of each other, nobody wore both:
/// then the session of each such file gets its athlete from the file's name, and a note says so.
void name_squad_tracks(PackedLog& log, const std::string& nameless);

} // namespace plimsoll::ingest

#endif
