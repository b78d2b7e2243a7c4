// What the column of loads in a plain sheet is: session RPE, or a number that a watch made.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_LOAD_KIND_HPP
#define PLIMSOLL_IMPORT_LOAD_KIND_HPP

#include "import/byte_source.hpp"
#include "import/detect.hpp"
#include "import/diagnostic_sink.hpp"
#include "import/row_reader.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// What a heading says about the loads below it.
enum class LoadName : std::uint8_t {
    srpe,    ///< "Session Load", "sRPE load"
    unclear, ///< "Load", "Training Load": a coach's, or a watch's
    vendor   ///< "TSS", "TRIMP", "Suffer Score", ...: never RPE x minutes
};

/// @param key  of a heading (plain_heading.hpp), without its unit.
std::optional<LoadName> load_name_of(std::string_view key) noexcept;

/// The kind of load of a plain sheet, where its name leaves it open:
///   - a rating and a duration stand beside it: session RPE where the load is their product within
///     5 % in half the rows, else a vendor's;
///   - a rating alone stands beside it: session RPE;
///   - columns that a watch writes (calories, cadence, pace, ...) stand beside it: a vendor's;
///   - the middle load a minute lies outside 2 to 10, which no scale of 10 makes: a vendor's;
///   - else session RPE, with a note.
/// A vendor's load counts for no measure; a note says so.
/// @evidence  policy
/// @throws IoError
LoadKind find_load_kind(ByteSource& bytes, const TableLayout& layout, const ReadingRules& rules,
                        DiagnosticSink& sink);

} // namespace plimsoll::ingest

#endif
