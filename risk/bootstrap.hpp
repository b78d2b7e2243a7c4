// Random draws that are the same everywhere, and the bootstrap over athletes.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_BOOTSTRAP_HPP
#define PLIMSOLL_RISK_BOOTSTRAP_HPP

#include "risk/factor.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <span>
#include <vector>

namespace plimsoll::risk {

/// How often to draw, and from which seed. Both are the caller's and are printed with the result.
struct BootstrapPlan {
    std::size_t replicates;
    std::uint64_t seed;
};

/// Whole numbers at random. The engine's sequence is fixed by the C++ standard
/// ([rand.predef]); the distributions of the library are not, so the numbers are drawn by hand.
class Draw {
public:
    explicit Draw(std::uint64_t seed) : engine_(seed) {}

    /// A number from 0 to bound - 1, all equally likely: outputs of the engine at or above the
    /// largest multiple of @p bound are drawn again, the others taken modulo bound.
    /// @throws PreconditionError  bound is 0.
    std::size_t below(std::size_t bound);

    /// Deals @p values anew, every order equally likely.
    /// @source  Fisher and Yates; Durstenfeld (1964), Commun ACM 7:420, doi:10.1145/364520.364540
    void shuffle(std::span<double> values);

private:
    std::mt19937_64 engine_;
};

/// The point below which a share @p p of @p sorted lies, drawn straight between neighbours.
///
///     h = (n - 1) p,   x[floor h] + (h - floor h) (x[floor h + 1] - x[floor h])
///
/// @param sorted  not empty, ascending.  @param p  0 to 1.
/// @throws PreconditionError  outside that.
/// @source    type 7 of Hyndman and Fan (1996), Am Stat 50:361, doi:10.1080/00031305.1996.10473566
double quantile(std::span<const double> sorted, double p);

/// The interval from 2.5 to 97.5 % of @p values. Nothing when there is none.
std::optional<Interval> middle_95(std::vector<double> values);

/// A figure of a sample in which athlete i came up times[i] times; nothing where it does not exist.
using ClusterStatistic = std::function<std::optional<double>(std::span<const std::size_t> times)>;

/// The percentile interval of @p statistic when whole athletes are drawn, with replacement, as many
/// as there are. The days of an athlete stay together: they resemble each other, and an interval
/// over single days would be too narrow.
///
/// @return  nothing for fewer than 2 athletes, or when the figure exists in fewer than half of the
///          draws; draws without it are left out.
/// @source    Davison and Hinkley (1997), Bootstrap Methods, sections 2.4 and 3.8
/// @evidence  convention; too narrow where few athletes were injured
std::optional<Interval> cluster_bootstrap(std::size_t athletes, const BootstrapPlan& plan,
                                          const ClusterStatistic& statistic);

} // namespace plimsoll::risk

#endif
