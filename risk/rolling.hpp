// Sums over windows of consecutive days.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_ROLLING_HPP
#define PLIMSOLL_RISK_ROLLING_HPP

#include <cstddef>
#include <span>

namespace plimsoll::risk {

inline constexpr std::size_t acute_days =
    7; // days, convention: Gabbett 2016, doi 10.1136/bjsports-2015-095788
inline constexpr std::size_t chronic_days = 28; // days, as acute_days

/// Sum of the @p length loads that end with loads[last]; days before the series count as zero.
///
/// Each window is summed anew, oldest day first: a running sum in double leaves 1e-13 behind after
/// a lay-off, and a ratio of 1e15 where the window is empty.
///
/// @param loads  one value a day, oldest first; any unit; finite, >= 0.
/// @param last   index into loads.
/// @param length days of the window, >= 1.
/// @return       unit of loads; exactly 0 when every day of the window is 0.
/// @throws PreconditionError  last is outside the series or length is 0.
/// @accuracy  length x 1.1e-16 relative: tests/vectors/ratio.vec.
double window_sum(std::span<const double> loads, std::size_t last, std::size_t length);

} // namespace plimsoll::risk

#endif
