// What raises the risk, each factor apart from the others, and their total.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_FACTOR_HPP
#define PLIMSOLL_RISK_FACTOR_HPP

#include "model/athlete.hpp"
#include "model/date.hpp"
#include "model/event.hpp"
#include "model/session.hpp"
#include "risk/coefficient.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::risk {

/// A 95 % interval.
struct Interval {
    double low;
    double high;
};

/// One factor as it stands for one athlete on one day.
struct Factor {
    std::string id; ///< F1, F2a, F2b, F3
    std::string name;
    std::string group;           ///< of a group only one member enters the total
    std::optional<double> value; ///< what the athlete has, in value_unit
    std::string value_unit;
    bool applies = false; ///< false: it says nothing about this athlete, see why
    std::string why;      ///< why it applies or not, in words
    const Coefficient* coefficient = nullptr; ///< of the level the athlete is at; null: reference
    bool extrapolated = false;                ///< outside the population it was found in
    std::string source;
    std::string evidence;

    /// 1 at the reference level; nothing when the factor does not apply.
    std::optional<double> hazard_ratio() const;
    std::optional<Interval> interval() const;
};

/// A hazard ratio with the interval under independence and the worst case.
struct Total {
    double hazard_ratio = 1.0;
    Interval ci{1.0, 1.0};            ///< factors independent
    Interval ci_worst_case{1.0, 1.0}; ///< factors perfectly correlated
};

/// The transport factor of evidence.md 11.1 where the athlete's policy names none.
inline constexpr double default_transport = 0.5; // policy

/// The product of the factors that apply, those outside their population weighed by @p transport.
///
///     ln HR = sum s b,  s = 1 inside the population, else transport
///     CI    = exp(ln HR +- 1.96 sqrt(sum s^2 SE^2)),  worst case exp(ln HR +- 1.96 sum s SE)
///
/// This is the uncertainty of the published parameters only: individual variation and the error of
/// transport are larger.
///
/// @param factors    at most one that applies of each group.
/// @param transport  0 to 1, a declared policy: there is no evidence for any value.
/// @throws PreconditionError  transport outside 0 to 1, or two of a group.
/// @source    evidence.md 11.1, 11.4  @evidence  policy
Total total_of(std::span<const Factor> factors, double transport);

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

/// Overuse injuries a run in the reference person (no spike).
///
///     0.72 x 1820 / 588071 = 0.002228
///
/// The share of 0.72 is from a secondary source.
/// @source  Frandsen et al. (2025), doi:10.1136/bjsports-2024-109380; evidence.md 9.2
inline constexpr double overuse_injuries_per_run = 0.72 * 1820.0 / 588071.0;

/// What the factors look at.
struct FactorContext {
    const Athlete* athlete = nullptr;  ///< null: nothing is known but the log
    std::span<const Injury> injuries;  ///< from the athlete's file and the events
    bool injuries_known = false;       ///< false: no file says whether there were any
    bool runner = true;                ///< false: a team-sport athlete
    std::span<const Session> sessions; ///< of the athlete, in order of earlier()
    Date day = Date::from_days(0);     ///< the day of the statement
};

inline constexpr int runner_age_cut = 40;     // years; direction McKean 2006, extrapolated
inline constexpr int team_age_cut = 26;       // years; mean of Hagglund's cohort, unverified
inline constexpr int recent_strain_days = 56; // 8 weeks; Orchard 2020
inline constexpr int watch_strain_days = 105; // 15 weeks; Orchard 2020
inline constexpr int past_season_days = 365;  // "preceding season" of Hagglund 2013 as a year

/// F1, age: a step, never a slope. Found in professional men; 40 years for runners is
/// extrapolated, 26 for team sport is the unverified mean of the cohort. Not for women or youth.
Factor age_factor(const FactorContext& context);

/// F2a, a calf strain of the past year, more than 8 weeks after the return; F2b, at most 8 weeks
/// after it. At most one of the two applies beyond its reference level.
Factor past_calf_strain_factor(const FactorContext& context);
Factor recent_calf_strain_factor(const FactorContext& context);

/// F3, the largest session spike of the seven days up to the day of the statement.
Factor spike_factor(const FactorContext& context);

/// All of them, in order of their ids.
std::vector<Factor> factors_of(const FactorContext& context);

/// The latest return from a calf strain on or before the day; nothing without one.
std::optional<Date> last_calf_return(const FactorContext& context);

} // namespace plimsoll::risk

#endif
