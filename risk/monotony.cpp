// Monotony and strain.
// SPDX-License-Identifier: Apache-2.0
#include "risk/monotony.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace plimsoll::risk {

std::optional<double> monotony(std::span<const double> week, Deviation deviation) {
    require(week.size() >= 2, "monotony: at least two days");
    if (std::adjacent_find(week.begin(), week.end(), std::not_equal_to<>()) == week.end()) {
        return std::nullopt;
    }
    const auto n = static_cast<double>(week.size());
    const double mean = std::accumulate(week.begin(), week.end(), 0.0) / n;
    double squares = 0.0;
    for (const double load : week) {
        squares += (load - mean) * (load - mean);
    }
    return mean / std::sqrt(squares / (deviation == Deviation::sample ? n - 1.0 : n));
}

std::optional<double> strain(std::span<const double> week, Deviation deviation) {
    const std::optional<double> value = monotony(week, deviation);
    if (!value) {
        return std::nullopt;
    }
    return *value * std::accumulate(week.begin(), week.end(), 0.0);
}

} // namespace plimsoll::risk
