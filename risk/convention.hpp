// The acute-to-chronic ratio in every convention, at the start and at the end of a day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_CONVENTION_HPP
#define PLIMSOLL_RISK_CONVENTION_HPP

#include "risk/acwr.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace plimsoll::risk {

/// The borders 0.8, 1.3 and 1.5 of the coupled ratio as this convention has them.
struct ZoneBorders {
    double low;
    double high;
    double very_high;
};

/// One convention's ratio.
struct ConventionRatio {
    std::string_view id;   ///< coupled, uncoupled, ewma, ewma_mean_seed, ...
    std::string_view name; ///< for people
    Ratio start_of_day;    ///< with the loads up to the evening before
    Ratio end_of_day;
    std::optional<ZoneBorders> zones; ///< nothing where no conversion is known
};

/// Every convention on the last day of @p loads:
///
///     coupled 7:28, uncoupled 7:21, EWMA 7 over 28 seeded with the first load, with the mean of 28
///     days, with zero, with zero and bias-corrected, and uncoupled EWMA: the chronic average lags
///     the acute one by 7 days
///
/// Zero seeding inflates the ratio of a short log (by 12 % on the series of T1) and is shown for
/// comparison only. The borders of the uncoupled ratio are U = 3C/(4 - C).
///
/// @param loads  one value per calendar day, oldest first, not empty; any unit; finite, >= 0.
/// @throws PreconditionError  loads is empty.
/// @source    Williams et al. (2017), Br J Sports Med 51:209; Gabbett et al. (2019), Int J Sports
///            Med 40:597; A. Sullivan (2018), adam-sullivan.com, for the uncoupled EWMA
/// @evidence  convention
std::vector<ConventionRatio> ratios_in_every_convention(std::span<const double> loads);

/// Fitness and fatigue as training software draws them.
///
///     x[d] = x[d-1] e^(-1/T) + load[d] (1 - e^(-1/T)),  x[-1] = 0,  T = 42 (CTL) and 7 (ATL)
///     TSB = CTL - ATL
///
/// T is an exponential constant, not the span of the EWMA ratio; the two must not be mixed.
struct FitnessFatigue {
    double ctl;
    double atl;

    double tsb() const noexcept { return ctl - atl; }
};

inline constexpr double ctl_days = 42.0; // days; convention
inline constexpr double atl_days = 7.0;  // days; convention

/// @param loads  as above.  @return  of the last day.
/// @throws PreconditionError  loads is empty.
/// @source    afitpilot.com/training-lexicon/fitness-fatigue-model (secondary source)
/// @evidence  convention, of performance and not of injury
FitnessFatigue fitness_fatigue(std::span<const double> loads);

} // namespace plimsoll::risk

#endif
