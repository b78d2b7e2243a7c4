// The cell above a column of a sheet that people made: a name in any writing, with what stands in
// brackets behind it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_PLAIN_HEADING_HPP
#define PLIMSOLL_IMPORT_PLAIN_HEADING_HPP

#include "import/clock.hpp"
#include "import/field.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::ingest {

/// The ends of a scale of ratings.
struct RatingScale {
    int lowest = 0;
    int highest = 10;
};

/// What a heading says. Names are compared as keys: folded, without marks on letters, blanks and
/// punctuation but "%", so that "Session-RPE", "session_rpe" and "SessionRPE" are one.
struct PlainHeading {
    std::string whole;               ///< key without what stands in brackets: "avghr" of "Avg HR"
    std::optional<Unit> in_brackets; ///< "Distance (yds)"
    std::string name; ///< key without a unit at the end, either: "distance" of "distance_km"
    std::optional<Unit> unit;         ///< in brackets or at the end
    std::optional<RatingScale> scale; ///< "RPE (0-10)", "RPE 6-20", "RPE /10"
    std::optional<DateShape> dates;   ///< "Date (dd/mm/yyyy)"
};

/// Words in brackets that are no unit, no scale, no order of dates and no filler such as
/// "optional" belong to the name: "Duration (planned)" is no duration.
PlainHeading plain_heading_of(std::string_view cell);

/// The unit that a folded word stands for in a heading or a cell of a sheet: "kms", "Std.", "min".
std::optional<Unit> unit_of_word(std::string_view word) noexcept;

/// The key of a text: "sessionrpe" of "Session-RPE".
std::string heading_key(std::string_view text);

} // namespace plimsoll::ingest

#endif
