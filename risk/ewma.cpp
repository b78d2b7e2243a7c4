// Exponentially weighted moving averages.
// SPDX-License-Identifier: Apache-2.0
#include "risk/ewma.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plimsoll::risk {
namespace {

double mean_of_start(std::span<const double> loads) {
    const auto start = loads.first(std::min(mean_seed_days, loads.size()));
    return std::accumulate(start.begin(), start.end(), 0.0) / static_cast<double>(start.size());
}

} // namespace

double ewma_lambda(double span_days) {
    require(span_days >= 1.0, "ewma: a span is at least one day");
    return 2.0 / (span_days + 1.0);
}

EwmaAverage::EwmaAverage(std::span<const double> loads, double span_days, EwmaSeed seed)
    : lambda_(ewma_lambda(span_days)),
      corrected_(seed == EwmaSeed::zero_bias_corrected) {
    require(!loads.empty(), "ewma: the series is empty");
    switch (seed) {
    case EwmaSeed::first_load:
        state_ = loads.front(); // the first update then leaves it as it is
        break;
    case EwmaSeed::mean_of_28_days:
        state_ = mean_of_start(loads);
        break;
    case EwmaSeed::zero:
    case EwmaSeed::zero_bias_corrected:
        break;
    }
}

std::vector<double> ewma(std::span<const double> loads, double span_days, EwmaSeed seed) {
    EwmaAverage average(loads, span_days, seed);
    std::vector<double> averages;
    averages.reserve(loads.size());
    for (const double load : loads) {
        averages.push_back(average.next(load));
    }
    return averages;
}

double seed_weight(double span_days, std::size_t days) {
    return std::pow(1.0 - ewma_lambda(span_days), static_cast<double>(days));
}

} // namespace plimsoll::risk
