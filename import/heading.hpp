// The cell above a column: a name, and perhaps a unit.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_HEADING_HPP
#define PLIMSOLL_IMPORT_HEADING_HPP

#include "import/field.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::ingest {

/// What a header cell says.
struct Heading {
    std::string whole; ///< folded (dialect.hpp), with single blanks
    std::string name;  ///< the same without its unit, signs and brackets
    std::optional<Unit> unit;
};

/// "duration_min" is "duration" and minutes; "Distance (km)" is "distance" and kilometres.
Heading heading_of(std::string_view cell);

/// The unit that a folded word behind a name stands for: "km", "m/s", "h:mm".
std::optional<Unit> unit_named(std::string_view word) noexcept;

/// The unit of a column whose name usually means @p usual and whose heading names @p said: that of
/// the heading; nothing where it measures something else ("load (km)" is no load).
std::optional<Unit> unit_of(Unit usual, std::optional<Unit> said);

} // namespace plimsoll::ingest

#endif
