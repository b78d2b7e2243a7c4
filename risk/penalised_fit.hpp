// Logistic regression in which coefficients are held near what is published.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_PENALISED_FIT_HPP
#define PLIMSOLL_RISK_PENALISED_FIT_HPP

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace plimsoll::risk {

/// A normal prior on a coefficient: its published value and standard error.
struct GaussianPrior {
    double mean;
    double standard_error; ///< > 0
};

/// What a logistic regression is fitted to.
struct LogisticData {
    std::size_t columns = 0;          ///< coefficients; an intercept is a column of ones
    std::vector<double> cells;        ///< row after row, columns each; finite
    std::vector<bool> onsets;         ///< one a row
    std::vector<double> offsets = {}; ///< added to the logit of each row; empty: 0
};

struct LogisticFit {
    std::vector<double> coefficients;    ///< log odds ratio a unit of the column
    std::vector<double> standard_errors; ///< from the curvature at the maximum
    int steps = 0;                       ///< of Newton's method
};

/// The coefficients that maximise the likelihood times the priors.
///
///     sum_i [ y_i eta_i - ln(1 + exp eta_i) ] - sum_k (b_k - m_k)^2 / (2 s_k^2),  eta = o + X b
///
/// by Newton steps, each halved until the sum rises enough (Armijo, 1e-4), from the prior means (0
/// where there is no prior) until the expected gain of a step is below 1e-12; that step is taken
/// whole. The sum is concave: there is one maximum. Without rows the result is the prior, exactly.
///
/// @param priors  one a column; absent: none (maximum likelihood).
/// @return        nothing when the data and the priors do not pin every coefficient down: no rows
///                and a coefficient without prior, columns that say the same, or onsets that a
///                line separates from the other rows.
/// @throws PreconditionError  sizes do not match, a cell is not finite, a standard error not > 0.
/// @accuracy  1e-6 against R 4.2.2 glm and optim: tests/unit/risk/penalised_fit_test.cpp.
/// @source    Newton with line search: Nocedal and Wright (2006), Numerical Optimization, 3.1; the
///            prior as a penalty: Greenland (2007), Int J Epidemiol 36:195,
///            doi:10.1093/ije/dyl289
std::optional<LogisticFit> fit_logistic(const LogisticData& data,
                                        std::span<const std::optional<GaussianPrior>> priors);

/// 1 / (1 + exp(-logit))
double probability_of(double logit) noexcept;

} // namespace plimsoll::risk

#endif
