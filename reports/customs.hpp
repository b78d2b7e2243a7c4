// What the reader of a page is used to.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_CUSTOMS_HPP
#define PLIMSOLL_REPORTS_CUSTOMS_HPP

#include "model/date.hpp"
#include "model/length_unit.hpp"

namespace plimsoll::reports {

/// Of pages alone: JSON, CSV, ICS and FIT have SI units and ISO weeks whatever is chosen. Speeds
/// and the distances of sprints are in metres on pages, too.
struct Customs {
    LengthUnit length = LengthUnit::kilometres;
    Weekday week_starts = Weekday::mon; ///< Monday or Sunday

    /// The first day of the week that @p day is in.
    constexpr Date week_of(Date day) const noexcept {
        return week_starts == Weekday::sun ? (day + 1).monday() - 1 : day.monday();
    }

    constexpr bool iso_weeks() const noexcept { return week_starts == Weekday::mon; }
};

} // namespace plimsoll::reports

#endif
