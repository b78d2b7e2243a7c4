// What a file does not say about its numbers, inferred from the numbers.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_INFERENCE_HPP
#define PLIMSOLL_IMPORT_INFERENCE_HPP

#include "import/clock.hpp"
#include "import/field.hpp"
#include "import/number.hpp"
#include "model/sport.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll::ingest {

/// The unit of a distance column.
enum class DistanceUnit : std::uint8_t { metres, kilometres, miles };

std::string_view symbol_of(DistanceUnit unit) noexcept; ///< m, km, mi
double metres_in(DistanceUnit unit) noexcept;

/// A conclusion and the reason for it, for --explain.
template <class T>
struct Inferred {
    T value;
    bool sure = false; ///< false: assumed, because the file gives no evidence
    std::string why;
};

/// Counts the votes of the cells for one decimal mark or the other.
class DecimalInference {
public:
    /// @param semicolons  the file parts its cells with them, as is done where the comma is the
    ///                    decimal mark; that decides where no cell does.
    explicit DecimalInference(bool semicolons = false) noexcept : semicolons_(semicolons) {}

    void see(std::string_view cell) noexcept;

    bool has_votes() const noexcept { return point_ + comma_ > 0; }

    /// With no reason where no cell holds a mark at all.
    Inferred<NumberStyle> conclude() const;

private:
    bool semicolons_;
    std::size_t point_ = 0;
    std::size_t comma_ = 0;
    std::size_t either_ = 0; // cells such as 1,234
};

/// Tells the shape of a column of dates. A number above 12 shows which of two is the day; where
/// none is, another time of the same moment may show it; points and hyphens stand for the day
/// first, and slashes for the month where the time says AM or PM or the file is American otherwise.
class DateInference {
public:
    void see(std::string_view cell);
    /// @p cell is of @p day or of a day beside it.
    void see_known(std::string_view cell, Date day);

    /// Where no date tells it, the month comes first. @param why  for people.
    void lean_to_month(std::string why) { month_why_ = std::move(why); }

    /// The heading names the order. It counts unless more dates contradict it than agree.
    void say(DateShape order) noexcept { said_ = order; }

    Inferred<DateShape> conclude() const;

private:
    std::size_t iso_ = 0;
    std::size_t words_ = 0;
    std::size_t serials_ = 0;
    std::size_t day_first_ = 0;
    std::size_t month_first_ = 0;
    std::size_t slashes_ = 0; // of those that leave it open
    std::size_t points_ = 0;
    std::size_t halves_of_day_ = 0;
    std::optional<DateShape> known_;
    std::optional<DateShape> said_;
    std::string month_why_;
};

/// Tells kilometres from miles by the metres that the runner's steps make of one distance unit:
///
///     stride_length [m] x cadence [1/min] x time [min] / distance  =  1000 or 1609 metres
///
/// The median over the runs is 993 to 1003 in 21 real exports of kilometre accounts and 1606 to
/// 1612 in 8 of mile accounts; outside of 900 to 1100 and
/// 1500 to 1720 it is neither. Where the column may also hold metres, a median
/// distance of 200 or more says so, and so do most rows where nobody covers as many kilometres in
/// the time.
/// @source    formats.md 1.3, from the files named there
/// @evidence  convention
class DistanceInference {
public:
    void see(const RowValues& values, Sport sport);
    /// @param may_be_metres  the column could hold metres, too.
    Inferred<DistanceUnit> conclude(bool may_be_metres) const;

private:
    std::vector<double> metres_per_unit_;
    std::vector<double> distances_;
    std::size_t timed_ = 0;            // rows with a distance and a duration, and of these
    std::size_t leaps_in_km_ = 0;      // those that nobody reaches in kilometres,
    std::size_t crawls_in_metres_ = 0; // and those that nobody takes so long for in metres
};

/// Tells metres a second from kilometres an hour by the highest of a column of maximum speeds on
/// foot. Up to 12.5 it is metres a second: as kilometres an hour nobody would have run. Above 24 it
/// is kilometres an hour: as miles an hour nobody is so fast. Between the two, and above 45, nobody
/// can tell: Unit::any_speed. Nor where some are above 24, a fifth up to 12.5 and none from there
/// to 18: then two units stand in one column.
/// @evidence  policy, from the fastest 12.4 m/s that a man has run
class SpeedInference {
public:
    void see(const std::optional<double>& speed) noexcept;
    Inferred<Unit> conclude() const;

private:
    double highest_ = 0.0;
    std::size_t low_ = 0; // as metres a second may be
    std::size_t between_ = 0;
    std::size_t all_ = 0;
};

} // namespace plimsoll::ingest

#endif
