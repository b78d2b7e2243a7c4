// The area under the ROC curve.
// SPDX-License-Identifier: Apache-2.0
#include "risk/discrimination.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::risk {
namespace {

constexpr std::size_t fewest_injured = 2; // athletes: one alone cannot show how athletes differ

bool enough_injured(const PairCounts& pairs) {
    return pairs.injured_athletes() >= fewest_injured;
}

} // namespace

PairCounts::PairCounts(std::span<const ScoredDay> days, std::size_t athletes)
    : days_(days.size()),
      onsets_of_(athletes, 0.0),
      others_of_(athletes, 0.0),
      wins_(athletes) {
    std::vector<ScoredDay> sorted(days.begin(), days.end());
    for (const ScoredDay& day : sorted) {
        require(std::isfinite(day.value), "PairCounts: values are finite");
        require(day.athlete < athletes, "PairCounts: athlete out of range");
    }
    std::sort(sorted.begin(), sorted.end(),
              [](const ScoredDay& a, const ScoredDay& b) { return a.value < b.value; });
    std::vector<double> below(athletes, 0.0); // days without onset, athlete by athlete
    for (std::size_t from = 0; from < sorted.size();) {
        std::size_t to = from;
        while (to < sorted.size() && sorted[to].value <= sorted[from].value) {
            ++to;
        }
        // Half of the equals before the onsets of this value, half behind them.
        const auto count_equals = [&] {
            for (std::size_t i = from; i < to; ++i) {
                below[sorted[i].athlete] += sorted[i].onset ? 0.0 : 0.5;
            }
        };
        count_equals();
        for (std::size_t i = from; i < to; ++i) {
            if (!sorted[i].onset) {
                others_of_[sorted[i].athlete] += 1.0;
                continue;
            }
            ++onsets_;
            onsets_of_[sorted[i].athlete] += 1.0;
            std::vector<double>& wins = wins_[sorted[i].athlete];
            wins.resize(athletes, 0.0);
            std::transform(wins.begin(), wins.end(), below.begin(), wins.begin(),
                           [](double have, double more) { return have + more; });
        }
        count_equals();
        from = to;
    }
}

std::optional<double> PairCounts::auc() const {
    return auc(std::vector<std::size_t>(athletes(), 1));
}

std::optional<double> PairCounts::auc(std::span<const std::size_t> times) const {
    require(times.size() == athletes(), "PairCounts::auc: one number an athlete");
    double onsets = 0.0;
    double others = 0.0;
    double won = 0.0;
    for (std::size_t a = 0; a < athletes(); ++a) {
        const auto weight = static_cast<double>(times[a]);
        onsets += weight * onsets_of_[a];
        others += weight * others_of_[a];
        if (times[a] == 0 || wins_[a].empty()) {
            continue;
        }
        double row = 0.0;
        for (std::size_t b = 0; b < athletes(); ++b) {
            row += static_cast<double>(times[b]) * wins_[a][b];
        }
        won += weight * row;
    }
    if (onsets <= 0.0 || others <= 0.0) {
        return std::nullopt;
    }
    return won / (onsets * others);
}

std::size_t PairCounts::injured_athletes() const noexcept {
    return static_cast<std::size_t>(std::count_if(onsets_of_.begin(), onsets_of_.end(),
                                                  [](double onsets) { return onsets > 0.0; }));
}

std::optional<Interval> auc_interval(const PairCounts& pairs, const BootstrapPlan& plan) {
    if (!enough_injured(pairs)) {
        return std::nullopt;
    }
    return cluster_bootstrap(pairs.athletes(), plan,
                             [&](std::span<const std::size_t> times) { return pairs.auc(times); });
}

std::optional<Interval> difference_interval(const PairCounts& a, const PairCounts& b,
                                            const BootstrapPlan& plan) {
    require(a.athletes() == b.athletes(), "difference_interval: the same athletes");
    if (!enough_injured(a) || !enough_injured(b)) {
        return std::nullopt;
    }
    return cluster_bootstrap(
        a.athletes(), plan, [&](std::span<const std::size_t> times) -> std::optional<double> {
            const std::optional<double> left = a.auc(times);
            const std::optional<double> right = b.auc(times);
            return left && right ? std::optional(*left - *right) : std::nullopt;
        });
}

} // namespace plimsoll::risk
