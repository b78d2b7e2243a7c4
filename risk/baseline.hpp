// Baseline rates, and absolute risk from them.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_BASELINE_HPP
#define PLIMSOLL_RISK_BASELINE_HPP

#include "risk/factor.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::risk {

/// Probability of at least one event.
///
///     P = 1 - exp(-rate x exposure x HR)
///
/// @param rate       events a unit of exposure in the reference person, >= 0.
/// @param exposure   >= 0.
/// @param hazard_ratio  >= 0.
/// @throws PreconditionError  an argument negative or not finite.
/// @source    evidence.md 11.1
double absolute_risk(double rate, double exposure, double hazard_ratio);

/// Overuse injuries a run, all runs of the cohort.
///
///     0.72 x 1820 / 588071 = 0.002228
///
/// The share of 0.72 is from a secondary source.
/// @source  Frandsen et al. (2025), doi:10.1136/bjsports-2024-109380; evidence.md 9.2
inline constexpr double overuse_injuries_per_run = 0.72 * 1820.0 / 588071.0;

/// One published rate.
struct Baseline {
    std::string_view id; ///< L0, L1, ...
    double rate;         ///< events a unit of exposure
    std::optional<Interval> ci;
    double exposure;      ///< units in what is reported on
    std::string_view per; ///< what is reported on: "run", "match of 90 minutes"
    std::string_view outcome;
    std::string_view source;
    std::string_view factors; ///< ids of the factors whose outcome it shares, with blanks between
};

/// By which an interval is widened where none was published: the rate x and / that.
inline constexpr double unpublished_spread = 1.5; // policy; evidence.md 11.4

inline constexpr double season_matches = 20.0; // policy; the season of evidence.md T26
inline constexpr double match_hours = 1.5;     // 90 minutes

std::span<const Baseline> baselines() noexcept;

/// Absolute risk of one athlete for one baseline.
struct AbsoluteRisk {
    std::string id;
    std::string per;
    double risk;
    double reference; ///< of a person at the reference level of every factor
    Interval ci;      ///< of rate and factors together, independent
    std::string baseline;
    std::vector<std::string> members; ///< the factors that entered
    double full;                      ///< risk with extrapolated factors at weight 1
    double half;                      ///< at weight 0.5

    /// A weight has something to weigh.
    bool has_band() const noexcept { return full > half; }
};

/// The risks for the baselines that fit the athlete: a runner's per run (spike) and per 100 hours
/// (calf), a footballer's and an Australian footballer's per match, per season or hour. Others have
/// none.
///
/// While a calf injury is open the rates of calf injury (L1 to L3) say nothing and are left out.
///
/// @param factors    of factors_of().
/// @param calf_open  a calf injury has no return yet.
/// @param transport  as for total_of().
/// @source  evidence.md 9.2, 11.2, 11.4
std::vector<AbsoluteRisk> absolute_risks(std::span<const Factor> factors,
                                         const Population& population, bool calf_open,
                                         std::optional<double> transport);

} // namespace plimsoll::risk

#endif
