// The roster: who the athletes of a log are, a row each.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_ROSTER_FILE_HPP
#define PLIMSOLL_IMPORT_ROSTER_FILE_HPP

#include "import/byte_source.hpp"
#include "model/athlete.hpp"
#include "model/diagnostic.hpp"

#include <string>
#include <vector>

namespace plimsoll::ingest {

/// A row that could be used. It tells nothing of injuries.
struct RosterEntry {
    Athlete athlete;
    SourcePos where; ///< of the id
};

struct RosterFile {
    std::vector<RosterEntry> entries; ///< each id once, in order of the rows
    std::vector<std::string> refused; ///< ids of the rows that could not be used; may be empty
    std::vector<Diagnostic> diagnostics;
};

/// Columns `athlete,name,birth_date,sex,sport,level,group,max_speed_mps,resting_hr_bpm,max_hr_bpm`
/// in any order, parted by commas, semicolons or tabs; athlete alone is compulsory, an empty cell
/// is not known. The group is of no consequence here.
///
/// A row with a cell that cannot be meant, or with the id of a row before it, costs itself and
/// leaves an error for each such cell.
/// @throws InputError  no column athlete; a column twice; a column that is probably a mistyped one.
///                     Other columns are noted and left out.
RosterFile read_roster(ByteSource& bytes);

} // namespace plimsoll::ingest

#endif
