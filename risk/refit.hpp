// The registry's coefficients estimated anew from a log, where it holds enough onsets.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_REFIT_HPP
#define PLIMSOLL_RISK_REFIT_HPP

#include "risk/athlete_days.hpp"
#include "risk/coefficient.hpp"
#include "risk/factor.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::risk {

/// Onsets that each estimated parameter needs.
/// @source  Peduzzi et al. (1996), J Clin Epidemiol 49:1373, doi:10.1016/S0895-4356(96)00236-3
inline constexpr double events_per_parameter = 10.0; // convention

/// A row of the registry beside what this log makes of it.
struct RefitRow {
    const Coefficient* published = nullptr;
    bool computable = false; ///< the log and the injuries file hold what the factor needs
    std::string why;         ///< why it stays as published; empty when it was estimated
    std::size_t days = 0;    ///< days at this level, and onsets among them
    std::size_t onsets = 0;
    std::optional<double> hazard_ratio; ///< estimated; absent: the published value stands
    std::optional<Interval> ci;
};

struct Refit {
    std::vector<RefitRow> rows; ///< one a row of the registry, in its order
    std::size_t parameters = 0; ///< computable coefficients; the intercept does not count
    std::size_t onsets = 0;     ///< on days on which they can be computed
    bool done = false;
    std::string why_not; ///< empty when done
};

/// Estimates the coefficients that the days allow.
///
/// From a log and an injuries file that is the session spike of runners (F3), its three levels as
/// columns of a logistic regression of the onset, one row a day on which a level is known. Each
/// coefficient has its published ln HR as prior mean and its published standard error as prior
/// standard error; the intercept has no prior. Onsets a day are rare, so the odds ratio stands for
/// the hazard ratio. With fewer than 10 onsets a parameter nothing is estimated.
///
/// The published HR is of the run itself, for overuse injuries; here it is of the largest spike of
/// the 7 days before, for any injury of the file. The days of an athlete are taken as independent.
///
/// @param days     of athlete_days().
/// @param runners  the log is of runners.
Refit refit_coefficients(std::span<const AthleteDay> days, bool runners);

} // namespace plimsoll::risk

#endif
