// The injuries file of plimsoll validate.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_INJURIES_FILE_HPP
#define PLIMSOLL_IMPORT_INJURIES_FILE_HPP

#include "import/byte_source.hpp"
#include "model/diagnostic.hpp"
#include "model/injury_report.hpp"

#include <vector>

namespace plimsoll::ingest {

struct InjuriesFile {
    std::vector<InjuryReport> reports; ///< in order of the day
    std::vector<Diagnostic> diagnostics;
};

/// Columns `athlete,date,site,severity`, in any order; only date is compulsory. A row that cannot
/// be read costs itself and leaves an error.
/// @throws InputError  the file is empty, or it has no column date.
InjuriesFile read_injuries(ByteSource& bytes);

} // namespace plimsoll::ingest

#endif
