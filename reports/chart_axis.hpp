// Where the ticks of an axis are.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_CHART_AXIS_HPP
#define PLIMSOLL_REPORTS_CHART_AXIS_HPP

#include "model/date.hpp"

#include <string>
#include <vector>

namespace plimsoll::reports {

/// From 0 in even steps of 1, 2, 2.5 or 5 times a power of ten.
struct ValueAxis {
    double top;
    std::vector<double> ticks; ///< 0 and @c top among them
    int decimals;              ///< that the ticks need
};

/// @param most  the largest value that must fit; not negative, finite.
ValueAxis value_axis(double most);

struct DayTick {
    Date day;
    std::string label;
};

/// Mondays, or first days of months where the stretch is long.
/// @param most_labels  that fit side by side, at least 2.
std::vector<DayTick> day_ticks(Date first, Date last, int most_labels);

} // namespace plimsoll::reports

#endif
