// How a column of durations is written whose heading names no unit.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_DURATION_INFERENCE_HPP
#define PLIMSOLL_IMPORT_DURATION_INFERENCE_HPP

#include "import/field.hpp"
#include "import/inference.hpp"
#include "import/number.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {

/// Tells what the cells are:
///   - A:BB beside a distance: minutes and seconds where that makes 15 m/s or less, else hours and
///     minutes, in which it makes 0.25 m/s or more;
///   - A:BB among A:BB:CC: hours and minutes where no first part is above 5, else minutes and
///     seconds;
///   - A:BB otherwise: a time of day where all are of 6:00 to 22:59 and the heading may mean that;
///     hours and minutes where no first part is above 5; else minutes and seconds;
///   - numbers beside distances: seconds, minutes or hours, in which most make a speed that is one;
///   - numbers alone: seconds where the middle one is above 600, hours where none is above 5 and
///     some are broken, else minutes;
///   - numbers below 1 with four digits or more behind the mark, of which the middle one is below
///     0.25: fractions of a day, as spreadsheets keep times.
/// A heading's unit counts for numbers but where the column contradicts it: minutes of which the
/// middle one is above 600 are seconds, hours above 24 minutes.
/// @evidence  policy
struct DurationWriting {
    Unit numbers = Unit::minutes; ///< Unit::text: the cells are times of day
    bool hours_first = false;     ///< A:BB is H:MM
    bool sure = true;             ///< as anybody would read them
    bool contradicts = false;     ///< the heading
    std::string why;
};

/// @see DurationWriting
class DurationInference {
public:
    /// @param may_be_clock  the heading is "Time" or the like.
    /// @param said          by the heading: seconds, minutes or hours.
    explicit DurationInference(bool may_be_clock, std::optional<Unit> said = std::nullopt)
        : may_be_clock_(may_be_clock),
          said_(said) {}

    /// @param distance_m  of the row, at least roughly.
    void see(std::string_view cell, NumberStyle style, std::optional<double> distance_m);

    DurationWriting conclude() const;

    /// The cells may be paces: all lie between 2:00 and 19:59, and as durations most would be too
    /// short for the distances beside them.
    bool may_be_pace() const noexcept;

private:
    void see_pair(int first, int second, std::optional<double> distance_m);
    void see_number(double value, std::optional<double> distance_m);
    Inferred<Unit> conclude_pairs() const;
    Inferred<Unit> conclude_numbers() const;
    std::optional<std::string> fractions_of_a_day() const;
    Inferred<Unit> by_heading() const;
    double middle_number() const;

    bool may_be_clock_;
    std::optional<Unit> said_;
    std::size_t pairs_ = 0; // A:BB
    std::size_t of_day_ = 0;
    std::size_t slow_ = 0; // pairs that are minutes and seconds by the distance
    std::size_t fast_ = 0; // and those that are not
    int highest_first_ = 0;
    int lowest_first_ = 0;
    std::size_t triples_ = 0; // A:BB:CC
    std::vector<double> numbers_;
    bool broken_ = false; // one of them
    bool fine_ = false;   // one of them has four digits behind the mark
    std::size_t in_seconds_ = 0;
    std::size_t in_minutes_ = 0;
    std::size_t in_hours_ = 0;
};

} // namespace plimsoll::ingest

#endif
