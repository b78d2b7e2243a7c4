// How a column of durations is written whose heading names no unit.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_DURATION_INFERENCE_HPP
#define PLIMSOLL_IMPORT_DURATION_INFERENCE_HPP

#include "import/field.hpp"
#include "import/inference.hpp"
#include "import/number.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// Tells what the cells are:
///   - A:BB beside a distance: minutes and seconds where that makes 15 m/s or less, else hours and
///     minutes, in which it makes 0.25 m/s or more;
///   - A:BB among A:BB:CC: minutes and seconds;
///   - A:BB alone: a time of day where all are of 6:00 to 22:59 and the heading may mean that;
///     hours and minutes where no first part is above 5; else minutes and seconds;
///   - numbers beside distances: seconds, minutes or hours, in which most make a speed that is one;
///   - numbers alone: seconds where the middle one is above 600, hours where none is above 5 and
///     some are broken, else minutes.
/// @evidence  policy
class DurationInference {
public:
    /// @param may_be_clock  the heading is "Time" or the like.
    explicit DurationInference(bool may_be_clock) : may_be_clock_(may_be_clock) {}

    /// @param distance_m  of the row, at least roughly.
    void see(std::string_view cell, NumberStyle style, std::optional<double> distance_m);

    /// Unit::text where the cells are times of day. Sure: as anybody would read them.
    Inferred<Unit> conclude() const;

    /// The cells may be paces: all lie between 2:00 and 19:59, and as durations most would be too
    /// short for the distances beside them.
    bool may_be_pace() const noexcept;

private:
    void see_pair(int first, int second, std::optional<double> distance_m);
    void see_number(double value, std::optional<double> distance_m);
    Inferred<Unit> conclude_pairs() const;
    Inferred<Unit> conclude_numbers() const;

    bool may_be_clock_;
    std::size_t pairs_ = 0; // A:BB
    std::size_t of_day_ = 0;
    std::size_t slow_ = 0; // pairs that are minutes and seconds by the distance
    std::size_t fast_ = 0; // and those that are not
    int highest_first_ = 0;
    int lowest_first_ = 0;
    std::size_t triples_ = 0; // A:BB:CC
    std::vector<double> numbers_;
    bool broken_ = false; // one of them
    std::size_t in_seconds_ = 0;
    std::size_t in_minutes_ = 0;
    std::size_t in_hours_ = 0;
};

} // namespace plimsoll::ingest

#endif
