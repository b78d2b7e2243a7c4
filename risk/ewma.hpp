// Exponentially weighted moving averages of daily load.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_EWMA_HPP
#define PLIMSOLL_RISK_EWMA_HPP

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace plimsoll::risk {

/// What the average starts from, before the first day of the log has its say.
enum class EwmaSeed : std::uint8_t {
    first_load,         ///< s[0] = x[0], as in Williams 2017 and R's ACWR: the default of reports
    mean_of_28_days,    ///< the mean of the first 28 days (of all, if fewer)
    zero,               ///< 0: makes a new log look like a return from nothing
    zero_bias_corrected ///< 0, then divided by 1 - (1 - lambda)^n
};

/// Days whose mean EwmaSeed::mean_of_28_days is.
inline constexpr std::size_t mean_seed_days = 28; // days, evidence.md 1.1

/// Weight of the newest day.
///
///     lambda = 2 / (span_days + 1)
///
/// @param span_days  >= 1. @throws PreconditionError  below 1.
/// @source    Williams et al. (2017), Br J Sports Med 51:209, doi:10.1136/bjsports-2016-096589
/// @evidence  convention
double ewma_lambda(double span_days);

/// The average of ewma(), a day at a time.
class EwmaAverage {
public:
    /// @param loads  whose start the seed may be taken from; as for ewma().
    /// @throws PreconditionError  as ewma().
    EwmaAverage(std::span<const double> loads, double span_days, EwmaSeed seed);

    /// The average after a day with @p load.
    double next(double load) noexcept {
        state_ = lambda_ * load + (1.0 - lambda_) * state_;
        left_ *= 1.0 - lambda_;
        return corrected_ ? state_ / (1.0 - left_) : state_;
    }

private:
    double lambda_;
    bool corrected_;
    double state_ = 0.0;
    double left_ = 1.0; // of the seed
};

/// Exponentially weighted moving average of a daily load.
///
///     s[d] = lambda x[d] + (1 - lambda) s[d-1],   lambda = 2 / (span_days + 1)
///
/// GoldenCheetah and TrainingPeaks decay with 1 - exp(-1/days) instead; the two must not be mixed.
///
/// @param loads      one value per calendar day, oldest first, n >= 1; any unit; finite, >= 0.
/// @param span_days  averaging span, >= 1 (7 acute, 28 chronic).
/// @param seed       what the average starts from.
/// @return           n values for the same days; unit of loads.
/// @throws PreconditionError  n == 0 or span_days < 1.
/// @accuracy  1e-12 relative for n <= 10 000: tests/vectors/ewma.vec.
/// @source    Williams et al. (2017), Br J Sports Med 51:209, doi:10.1136/bjsports-2016-096589;
///            seeds compared in Wang et al. (2020), Sports Med 50:1243,
///            doi:10.1007/s40279-020-01280-1
/// @evidence  convention
std::vector<double> ewma(std::span<const double> loads, double span_days, EwmaSeed seed);

/// Share of the seed in the average on the day with index @p days after the first.
///
///     (1 - lambda)^days
///
/// @return  1 on the first day; for a span of 28 days 0.0497 after 42.
/// @throws PreconditionError  span_days < 1.
double seed_weight(double span_days, std::size_t days);

} // namespace plimsoll::risk

#endif
