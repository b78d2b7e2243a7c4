// How well a value separates days with an onset from days without: the area under the ROC curve.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_DISCRIMINATION_HPP
#define PLIMSOLL_RISK_DISCRIMINATION_HPP

#include "risk/bootstrap.hpp"
#include "risk/factor.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace plimsoll::risk {

/// The value of a metric on one day of one athlete, and whether an injury began on that day.
struct ScoredDay {
    double value;
    bool onset;
    std::size_t athlete; ///< from 0
};

/// Every pair of a day with and a day without an onset, counted once for each pair of athletes, so
/// that the AUC of any sample of athletes is a sum over athletes and not over days.
///
///     AUC = P(x of an onset day > x of another day) + P(equal) / 2
///
/// 0.5 is chance; below it the value is lower on onset days.
///
/// @source  Mann-Whitney statistic, ties as half: Hanley and McNeil (1982), Radiology 143:29,
///          doi:10.1148/radiology.143.1.7063747
class PairCounts {
public:
    /// @param days      in any order; values finite.
    /// @param athletes  more than the largest ScoredDay::athlete.
    /// @throws PreconditionError  a value not finite, or an athlete out of range.
    PairCounts(std::span<const ScoredDay> days, std::size_t athletes);

    /// Nothing without a day of each kind.
    std::optional<double> auc() const;
    /// Of the sample in which athlete i came up times[i] times.
    /// @throws PreconditionError  not one number an athlete.
    std::optional<double> auc(std::span<const std::size_t> times) const;

    std::size_t days() const noexcept { return days_; }

    std::size_t onsets() const noexcept { return onsets_; }

    std::size_t athletes() const noexcept { return others_of_.size(); }

    /// Athletes with at least one onset.
    std::size_t injured_athletes() const noexcept;

private:
    std::size_t days_ = 0;
    std::size_t onsets_ = 0;
    std::vector<double> onsets_of_; // athlete by athlete
    std::vector<double> others_of_;
    std::vector<std::vector<double>> wins_; // [onset's athlete][other's], empty without an onset
};

/// The AUC's 95 % interval over athletes. Nothing unless onsets are of at least 2 athletes.
std::optional<Interval> auc_interval(const PairCounts& pairs, const BootstrapPlan& plan);

/// How much larger the AUC of @p a is than that of @p b, both of the same draws.
/// @pre  the two are of the same athletes.
/// @throws PreconditionError  they are not.
std::optional<Interval> difference_interval(const PairCounts& a, const PairCounts& b,
                                            const BootstrapPlan& plan);

} // namespace plimsoll::risk

#endif
