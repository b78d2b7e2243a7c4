// What makes one doubt the sessions of a sheet: told, never mended.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_SHEET_DOUBTS_HPP
#define PLIMSOLL_IMPORT_SHEET_DOUBTS_HPP

#include "import/detect.hpp"
#include "import/diagnostic_sink.hpp"
#include "model/packed_sessions.hpp"

namespace plimsoll::ingest {

/// Warns of athletes whose names differ only by case or blanks, who count as different people; of a
/// plain sheet, also of rows of a day without a time that are the same in every measure, which all
/// count, and of a day that comes more than 400 days after every other.
/// @evidence  policy
void doubt_sessions(const TableLayout& layout, const PackedSessions& sessions,
                    DiagnosticSink& sink);

} // namespace plimsoll::ingest

#endif
