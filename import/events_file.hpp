// The events file: injuries, illness, holidays and stretches that were not logged.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_EVENTS_FILE_HPP
#define PLIMSOLL_IMPORT_EVENTS_FILE_HPP

#include "import/byte_source.hpp"
#include "model/diagnostic.hpp"
#include "model/event.hpp"

#include <string>
#include <vector>

namespace plimsoll::ingest {

struct EventsFile {
    std::vector<Event> events; ///< in order of the day
    std::vector<Diagnostic> diagnostics;
};

/// Columns `athlete,date,kind,detail,value,note`, in any order; date and kind are compulsory.
/// A row that cannot be read costs itself and leaves an error.
/// @throws InputError  no such columns.
EventsFile read_events(ByteSource& bytes);

} // namespace plimsoll::ingest

#endif
