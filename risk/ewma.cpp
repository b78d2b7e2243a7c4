// Exponentially weighted moving averages.
// SPDX-License-Identifier: Apache-2.0
#include "risk/ewma.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace plimsoll::risk {
namespace {

constexpr std::size_t mean_seed_days = 28; // days, evidence.md 1.1

double mean_of_start(std::span<const double> loads) {
    const auto start = loads.first(std::min(mean_seed_days, loads.size()));
    return std::accumulate(start.begin(), start.end(), 0.0) / static_cast<double>(start.size());
}

} // namespace

double ewma_lambda(double span_days) {
    require(span_days >= 1.0, "ewma: a span is at least one day");
    return 2.0 / (span_days + 1.0);
}

std::vector<double> ewma(std::span<const double> loads, double span_days, EwmaSeed seed) {
    require(!loads.empty(), "ewma: the series is empty");
    const double lambda = ewma_lambda(span_days);
    double state = 0.0;
    switch (seed) {
    case EwmaSeed::first_load:
        state = loads.front(); // the first update then leaves it as it is
        break;
    case EwmaSeed::mean_of_28_days:
        state = mean_of_start(loads);
        break;
    case EwmaSeed::zero:
    case EwmaSeed::zero_bias_corrected:
        break;
    }
    std::vector<double> averages;
    averages.reserve(loads.size());
    double left = 1.0; // of the seed
    for (const double load : loads) {
        state = lambda * load + (1.0 - lambda) * state;
        left *= 1.0 - lambda;
        averages.push_back(seed == EwmaSeed::zero_bias_corrected ? state / (1.0 - left) : state);
    }
    return averages;
}

double seed_weight(double span_days, std::size_t days) {
    return std::pow(1.0 - ewma_lambda(span_days), static_cast<double>(days));
}

} // namespace plimsoll::risk
