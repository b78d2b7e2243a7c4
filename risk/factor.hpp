// What goes with a higher risk, each factor apart from the others, and their total.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_FACTOR_HPP
#define PLIMSOLL_RISK_FACTOR_HPP

#include "model/athlete.hpp"
#include "model/date.hpp"
#include "model/event.hpp"
#include "model/length_unit.hpp"
#include "model/session.hpp"
#include "risk/coefficient.hpp"
#include "risk/population.hpp"
#include "risk/sprint_exposure.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::risk {

enum class FactorKind : std::uint8_t {
    hazard, ///< has a hazard ratio that may enter the total
    flag,   ///< its coefficient is zero: it is shown, and never multiplies anything
    gate    ///< a criterion to pass before a return; no hazard ratio is known
};

std::string_view to_string(FactorKind kind) noexcept;

/// One factor as it stands for one athlete on one day.
struct Factor {
    std::string id; ///< F1, F2a, ...
    std::string name;
    std::string group; ///< of a group only the largest member enters the total
    FactorKind kind = FactorKind::hazard;
    std::optional<double> value; ///< what the athlete has, in value_unit
    std::string value_unit;
    bool applies = false;     ///< false: it says nothing about this athlete, see why
    std::string why;          ///< why it applies or not, in words
    std::string would_change; ///< what would change it, in words
    std::string working;      ///< how the value came about, with the numbers put in; may be empty
    const Coefficient* coefficient = nullptr; ///< of the level the athlete is at; null: reference
    int times = 1;                            ///< units of the coefficient, e.g. sessions
    std::string part_of;    ///< id of the factor that this one only modifies; else empty
    double transport = 1.0; ///< default weight: 1 inside the population studied
    std::string source;
    std::string evidence;

    /// HR^times; 1 at the reference level; nothing when the factor does not apply or is no hazard.
    std::optional<double> hazard_ratio() const;
    std::optional<Interval> interval() const;

    bool extrapolated() const noexcept { return transport < 1.0; }
};

/// A hazard ratio with the interval under independence and the worst case.
struct Total {
    double hazard_ratio = 1.0;
    Interval ci{1.0, 1.0};            ///< factors independent
    Interval ci_worst_case{1.0, 1.0}; ///< factors perfectly correlated
    double variance = 0.0;            ///< of ln HR, factors independent

    std::vector<std::string> members; ///< ids of the factors that entered
};

/// The product of the factors that apply, those outside their population weighed less.
///
///     ln HR = sum s b,  s = 1 inside the population, else @p transport, else Factor::transport
///     CI    = exp(ln HR +- 1.96 sqrt(sum s^2 SE^2)),  worst case exp(ln HR +- 1.96 sum s SE)
///
/// Of a group only the member with the largest s b enters. A factor that is part of another (F5 of
/// F4) is added to it, and the two together are at least 1. This is the uncertainty of the
/// published parameters only: individual variation and the error of transport are larger.
///
/// @param transport  0 to 1 for every factor outside its population: a declared policy, there is no
///                   evidence for any value. Absent: each factor's own default.
/// @throws PreconditionError  transport outside 0 to 1.
/// @source    evidence.md 11.1, 11.3, 11.4  @evidence  policy
Total total_of(std::span<const Factor> factors, std::optional<double> transport);

/// What the factors look at.
struct FactorContext {
    const Athlete* athlete = nullptr; ///< null: nothing is known but the log
    std::span<const Injury> injuries; ///< from the athlete's file and the events
    bool injuries_known = false;      ///< false: no file says whether there were any
    bool runner = true;
    bool team = false;                        ///< a team-sport athlete; not with runner
    std::span<const Session> sessions;        ///< of the athlete, in order of earlier()
    std::span<const Event> events;            ///< of the athlete
    Date day = Date::from_days(0);            ///< the day of the statement
    const SprintExposure* exposure = nullptr; ///< null: not computed
    std::span<const std::string> without;     ///< ids of the factors that are switched off
    double acute = 0.0;                       ///< mean daily load of 7 days, in load_unit
    double chronic = 0.0;                     ///< mean daily load of 28 days
    std::string_view load_unit;
    LengthUnit told_in = LengthUnit::kilometres; ///< lengths of runs in the texts
    std::optional<double> coupled;               ///< ratio of the day
    std::optional<double> monotony;              ///< sample SD
    std::optional<double> week_change;           ///< fraction

    Population population() const { return population_of(athlete, runner); }
};

inline constexpr int runner_age_cut = 40;      // years; direction McKean 2006, extrapolated
inline constexpr int team_age_cut = 26;        // years; mean of Hagglund's cohort, unverified
inline constexpr int recent_strain_days = 56;  // 8 weeks; Orchard 2020
inline constexpr int watch_strain_days = 105;  // 15 weeks; Orchard 2020
inline constexpr int past_season_days = 365;   // "preceding season" of Hagglund 2013 as a year
inline constexpr int long_absence_days = 8;    // Bengtsson 2020
inline constexpr int most_sessions_back = 10;  // Bengtsson 2020 looked no further
inline constexpr int raises_at_return = 30;    // single-leg calf raises; Green 2022
inline constexpr double most_asymmetry = 0.10; // Green 2022

/// One row of the registry of factors.
struct FactorRule {
    std::string_view id;
    std::string_view name;
    std::string_view group;
    FactorKind kind;
    std::string_view typical; ///< id of the coefficient that its source is taken from; may be empty
    std::string_view evidence;
    void (*assess)(const FactorContext& context, Factor& factor); ///< fills the rest
};

/// Every factor, in order of the ids.
std::span<const FactorRule> factor_rules() noexcept;

/// All of them as they stand for one athlete. One that is switched off does not apply.
std::vector<Factor> factors_of(const FactorContext& context);

/// The factor with that id. @throws PreconditionError  there is none.
const Factor& factor_with(std::span<const Factor> factors, std::string_view id);

/// The latest return from a calf strain on or before the day; nothing without one.
std::optional<Date> last_calf_return(const FactorContext& context);

/// F1, age: a step, never a slope. Not for women, youth or novices.
void assess_age(const FactorContext& context, Factor& factor);
/// F2a, a calf strain of the past year, more than 8 weeks after the return.
void assess_past_calf_strain(const FactorContext& context, Factor& factor);
/// F2b, a calf strain at most 8 weeks after the return.
void assess_recent_calf_strain(const FactorContext& context, Factor& factor);
/// F3, the largest session spike of the seven days up to the day.
void assess_spike(const FactorContext& context, Factor& factor);
/// F4, the first match after an absence of at least 8 days through injury, and F5, the team
/// sessions since the return. A match is a session whose title has the word match or game.
void assess_first_match(const FactorContext& context, Factor& factor);
void assess_sessions_back(const FactorContext& context, Factor& factor);
/// F6, another running injury in the past year.
void assess_past_running_injury(const FactorContext& context, Factor& factor);
/// F7, an injury in the past year, community Australian football; F8, back pathology.
void assess_past_injury(const FactorContext& context, Factor& factor);
void assess_back(const FactorContext& context, Factor& factor);
/// F9, sessions above 85 % of the maximum speed in 8 weeks: a flag.
void assess_sprint_exposure(const FactorContext& context, Factor& factor);
/// F10, ratio, monotony, change of the week: flags without a coefficient.
void assess_load_figures(const FactorContext& context, Factor& factor);
/// F11, calf raises: a gate.
void assess_calf_capacity(const FactorContext& context, Factor& factor);

} // namespace plimsoll::risk

#endif
