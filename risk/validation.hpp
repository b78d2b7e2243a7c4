// Does any load metric separate days with an injury from days without, in this log?
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_VALIDATION_HPP
#define PLIMSOLL_RISK_VALIDATION_HPP

#include "model/injury_report.hpp"
#include "model/training_log.hpp"
#include "risk/athlete_days.hpp"
#include "risk/bootstrap.hpp"
#include "risk/calibration.hpp"
#include "risk/refit.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::risk {

/// How often the chronic load is dealt anew for the null comparison.
inline constexpr std::size_t shuffle_count = 200; // policy: the mean settles to about 0.002

/// What is asked of a validation.
struct ValidationRequest {
    Date as_of = Date::from_days(0);
    std::optional<Measure> measure;    ///< absent: default_measure() of all sessions
    std::optional<SportFilter> filter; ///< absent: default_filter()
    BootstrapPlan bootstrap{0, 0};     ///< without replicates there is no interval
};

/// One metric on the days on which it is defined.
struct MetricResult {
    LoadMetric metric = LoadMetric::coupled;
    std::size_t days = 0; ///< onset days among them
    std::size_t onsets = 0;
    std::size_t injured_athletes = 0;
    std::optional<double> auc;              ///< absent without a day of each kind
    std::optional<Interval> ci;             ///< absent where onsets are of fewer than 2 athletes
    std::optional<Calibration> calibration; ///< absent where no model can be fitted

    /// The interval exists and leaves out 0.5.
    bool separates() const noexcept { return ci && (ci->low > 0.5 || ci->high < 0.5); }
};

/// What is left of the coupled ratio when its chronic load says nothing, on the days on which the
/// ratio is defined.
/// @source  Impellizzeri et al. (2021), Sports Med 51:581, doi:10.1007/s40279-020-01378-6
struct NullComparison {
    std::size_t days = 0;
    std::size_t onsets = 0;
    std::optional<double> constant_auc;     ///< acute load over a constant: the acute load
    std::optional<Interval> constant_ci;    ///< over athletes
    std::optional<double> gain;             ///< AUC of the ratio minus constant_auc
    std::optional<Interval> gain_ci;        ///< over athletes, of the same draws
    std::optional<double> shuffled_auc;     ///< mean over deals of the chronic loads among all days
    std::optional<Interval> shuffled_range; ///< 2.5 to 97.5 % of the deals
};

struct Validation {
    Date as_of = Date::from_days(0);
    Measure measure = Measure::srpe;
    SportFilter filter = SportFilter::all;
    bool runners = false;
    BootstrapPlan bootstrap{0, 0};
    std::size_t athletes_in_log = 0;
    std::size_t athletes = 0;         ///< with a day that counts
    std::size_t injured_athletes = 0; ///< with an onset on such a day
    std::size_t days = 0;             ///< that count
    ReportCounts reports;
    std::vector<MetricResult> metrics; ///< the coupled ratio first
    NullComparison null_comparison;
    Refit refit;

    const MetricResult& coupled() const { return metrics.front(); }
};

/// Looks at every metric alone: AUC with its interval over athletes, cross-validated Brier score
/// and calibration; the null comparison; the coefficients where the onsets allow.
/// The same log, injuries and plan give the same result, to the bit.
///
/// @param athletes  in order of the id, not empty, each with at least one session.
/// @throws PreconditionError  no athlete.
/// @source    what to report: Bullock et al. (2022), Sports Med 52:2469,
///            doi:10.1007/s40279-022-01698-9; evidence.md 9.1
/// @evidence  convention
Validation validate(std::span<const AthleteSessions> athletes,
                    std::span<const InjuryReport> reports, const ValidationRequest& request);

} // namespace plimsoll::risk

#endif
