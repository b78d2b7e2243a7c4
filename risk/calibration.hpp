// Do predicted probabilities of an onset hold? Of a model with one metric, judged on athletes whom
// it has not seen.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_CALIBRATION_HPP
#define PLIMSOLL_RISK_CALIBRATION_HPP

#include "risk/discrimination.hpp"
#include "risk/factor.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace plimsoll::risk {

inline constexpr std::size_t most_folds = 10; // convention: ten-fold cross-validation

/// Mean squared difference of probability and outcome: 0 at best; a figure by itself says little
/// where onsets are rare, so hold it against the reference.
///
///     B = mean (p - y)^2
///
/// @param probabilities  one a day, 0 to 1.
/// @throws PreconditionError  not as many as days, or no day.
/// @source  Brier (1950), Mon Weather Rev 78:1
double brier_score(std::span<const ScoredDay> days, std::span<const double> probabilities);

/// How a logistic model with one metric does on athletes left out of it.
struct Calibration {
    double brier = 0.0;           ///< of the model
    double brier_reference = 0.0; ///< of the other athletes' rate of onsets, without any metric
    double intercept = 0.0;       ///< in the large: log of observed over predicted odds; 0 is right
    std::optional<double> slope;  ///< of the logit; 1 is right, 0: the predictions say nothing
    std::optional<Interval> slope_ci;

    /// 1 - B / B_reference: the share of the reference's error that the metric takes away.
    double scaled_brier() const noexcept { return 1.0 - brier / brier_reference; }
};

/// Cross-validated by athlete: the athletes are dealt in turn into at most most_folds groups (one
/// athlete each, where there are no more), and the days of a group are predicted by
/// logit p = a + b x, fitted to the others by maximum likelihood.
///
/// The calibration intercept is fitted with the slope held at 1; slope and intercept together give
/// the slope and its 95 % interval (Wald; the days of an athlete are taken as independent).
///
/// @return  nothing for one athlete, or where a group leaves too few onsets to fit a model.
/// @source    calibration in the large and slope: Steyerberg et al. (2010), Epidemiology 21:128,
///            doi:10.1097/EDE.0b013e3181c30fb2
/// @evidence  convention
std::optional<Calibration> calibrate(std::span<const ScoredDay> days, std::size_t athletes);

} // namespace plimsoll::risk

#endif
