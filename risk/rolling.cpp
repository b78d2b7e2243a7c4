// Window sums.
// SPDX-License-Identifier: Apache-2.0
#include "risk/rolling.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <numeric>

namespace plimsoll::risk {

double window_sum(std::span<const double> loads, std::size_t last, std::size_t length) {
    require(last < loads.size(), "window_sum: last day outside the series");
    require(length > 0, "window_sum: a window has at least one day");
    const std::size_t count = std::min(length, last + 1);
    const auto window = loads.subspan(last + 1 - count, count);
    return std::accumulate(window.begin(), window.end(), 0.0);
}

} // namespace plimsoll::risk
