// A dense calendar of daily loads that knows a rest day from an unlogged one.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_DAILY_SERIES_HPP
#define PLIMSOLL_MODEL_DAILY_SERIES_HPP

#include "model/date.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace plimsoll {

enum class DayKind : std::uint8_t {
    observed, ///< at least one session of any kind
    rest,     ///< no session, within a stretch of less than 7 such days
    gap,      ///< no session, within a stretch of 7 or more: time off, or not logged
    unlogged  ///< no session, and an event says that none was logged: not a zero
};

/// observed, rest or gap; an unlogged day is a gap in every output.
std::string_view to_string(DayKind kind) noexcept;

/// A run of consecutive gap days.
struct Gap {
    Date from;
    Date to; ///< the last day of the gap

    int days() const noexcept { return to - from + 1; }
};

/// Loads of consecutive days, oldest first. A load of zero on an observed day means that the
/// sessions of that day do not count for the measure (a ride in a series of running distance).
class DailySeries {
public:
    /// @param first  the day of loads[0].
    /// @param loads  one finite value >= 0 a day; unit of the measure.
    /// @param kinds  as many as loads.
    /// @throws PreconditionError  sizes differ, or a load is negative or not finite.
    DailySeries(Date first, std::vector<double> loads, std::vector<DayKind> kinds);

    std::size_t size() const noexcept { return loads_.size(); }

    bool empty() const noexcept { return loads_.empty(); }

    Date first_day() const noexcept { return first_; }

    /// @pre not empty
    Date last_day() const noexcept { return first_ + (static_cast<int>(loads_.size()) - 1); }

    bool contains(Date day) const noexcept;
    /// @pre contains(day)
    std::size_t index_of(Date day) const;

    Date day(std::size_t index) const noexcept { return first_ + static_cast<int>(index); }

    std::span<const double> loads() const noexcept { return loads_; }

    std::span<const DayKind> kinds() const noexcept { return kinds_; }

    /// Every stretch of gap days, oldest first; unlogged days are in none.
    std::vector<Gap> gaps() const;

    /// The loads behind the last unlogged day: the history that windows and averages may use.
    std::span<const double> known_loads() const noexcept;

private:
    Date first_;
    std::vector<double> loads_;
    std::vector<DayKind> kinds_;
};

/// The kind of each day from which days had a session: a stretch of at least 7 days without one
/// is a gap, a shorter one rest.
std::vector<DayKind> kinds_of_days(const std::vector<bool>& had_session);

} // namespace plimsoll

#endif
