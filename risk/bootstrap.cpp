// Random draws and the bootstrap.
// SPDX-License-Identifier: Apache-2.0
#include "risk/bootstrap.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace plimsoll::risk {

std::size_t Draw::below(std::size_t bound) {
    require(bound > 0, "Draw::below: nothing to draw from");
    constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    const std::uint64_t limit = most - most % bound;
    std::uint64_t number = engine_();
    while (number >= limit) {
        number = engine_();
    }
    return number % bound;
}

void Draw::shuffle(std::span<double> values) {
    for (std::size_t left = values.size(); left > 1; --left) {
        std::swap(values[left - 1], values[below(left)]);
    }
}

double quantile(std::span<const double> sorted, double p) {
    require(!sorted.empty(), "quantile: no value");
    require(p >= 0.0 && p <= 1.0, "quantile: p is from 0 to 1");
    const double at = static_cast<double>(sorted.size() - 1) * p;
    const auto below = static_cast<std::size_t>(std::floor(at));
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (at - std::floor(at)) * (sorted[above] - sorted[below]);
}

std::optional<Interval> middle_95(std::vector<double> values) {
    if (values.empty()) {
        return std::nullopt;
    }
    std::sort(values.begin(), values.end());
    return Interval{quantile(values, 0.025), quantile(values, 0.975)};
}

std::optional<Interval> cluster_bootstrap(std::size_t athletes, const BootstrapPlan& plan,
                                          const ClusterStatistic& statistic) {
    if (athletes < 2) {
        return std::nullopt;
    }
    Draw draw(plan.seed);
    std::vector<double> figures;
    figures.reserve(plan.replicates);
    std::vector<std::size_t> times(athletes);
    for (std::size_t replicate = 0; replicate < plan.replicates; ++replicate) {
        std::fill(times.begin(), times.end(), 0);
        for (std::size_t i = 0; i < athletes; ++i) {
            ++times[draw.below(athletes)];
        }
        if (const std::optional<double> figure = statistic(times)) {
            figures.push_back(*figure);
        }
    }
    if (2 * figures.size() < plan.replicates) {
        return std::nullopt;
    }
    return middle_95(std::move(figures));
}

} // namespace plimsoll::risk
