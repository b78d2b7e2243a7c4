// Acute-to-chronic workload ratios, each named with its convention.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_ACWR_HPP
#define PLIMSOLL_RISK_ACWR_HPP

#include "risk/ewma.hpp"
#include "risk/rolling.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace plimsoll::risk {

/// From which weight of the seed in the chronic average a ratio is provisional.
inline constexpr double provisional_seed_weight = 0.05; // policy: evidence.md 1.1

enum class RatioStatus : std::uint8_t {
    ok,
    warming_up, ///< fewer than 28 days of history (rolling), or the seed weighs 5 % or more (EWMA)
    no_base,    ///< the 28 days hold no load: the ratio does not exist, and is not 0, 1 or infinite
    no_history  ///< no day at all
};

std::string_view to_string(RatioStatus status) noexcept;

/// A ratio that may not exist. The status says why, or, with a value, how far to trust it.
struct Ratio {
    std::optional<double> value;
    RatioStatus status = RatioStatus::no_history;
};

/// The EWMA ratio and its two averages on one day.
struct EwmaRatio {
    Ratio ratio;
    double acute = 0.0;       ///< unit of the loads, a day
    double chronic = 0.0;     ///< unit of the loads, a day
    double seed_weight = 1.0; ///< of the chronic average
};

/// Coupled rolling ratio at the end of a day.
///
///     C = (mean of the last 7 days) / (mean of the last 28 days, the 7 among them)
///
/// @param loads  one value per calendar day of history, oldest first; any unit; finite, >= 0.
/// @param day    index into loads.
/// @return       0 to 4, warming_up before 28 days of history, no_base when the 28 days are 0.
/// @throws PreconditionError  day outside the series.
/// @accuracy  1e-12: tests/vectors/ratio.vec.
/// @source    Lolli et al. (2019), Br J Sports Med 53:921, doi:10.1136/bjsports-2017-098110
/// @evidence  convention; association with injury weak and confounded (evidence.md 1.3)
Ratio coupled_ratio(std::span<const double> loads, std::size_t day);

/// Uncoupled rolling ratio at the end of a day.
///
///     U = (sum of the last 7 days) / (mean week of the 21 days before them)
///
/// @return  >= 0, warming_up before 28 days of history, no_base when the 21 days are 0.
/// @throws PreconditionError  day outside the series.
/// @source    Gabbett et al. (2019), Int J Sports Med 40:597, doi:10.1055/a-0955-5589
/// @evidence  convention
Ratio uncoupled_ratio(std::span<const double> loads, std::size_t day);

/// EWMA ratios at the end of every day, spans 7 and 28.
///
///     E = ewma(loads, 7) / ewma(loads, 28)
///
/// @return  one entry a day; warming_up (with its value) while the seed weighs 5 % or more of the
///          chronic average, which is 42 days; no_base when 28 days in a row hold no load.
/// @throws PreconditionError  loads is empty.
/// @source    Williams et al. (2017), Br J Sports Med 51:209, doi:10.1136/bjsports-2016-096589
/// @evidence  convention; the 5 % border is policy
std::vector<EwmaRatio> ewma_ratios(std::span<const double> loads, EwmaSeed seed);

/// The coupled ratio of the same week, C = 4U / (U + 3). @param uncoupled  >= 0.
/// @throws PreconditionError  negative. @source  algebra on the two definitions, full 28 days.
double coupled_from_uncoupled(double uncoupled);
/// The uncoupled ratio of the same week, U = 3C / (4 - C). @param coupled  0 <= C < 4.
/// @throws PreconditionError  outside that range.
double uncoupled_from_coupled(double coupled);

/// Where a coupled ratio lies between the borders 0.8, 1.3 and 1.5. A convention, not a finding:
/// for runners the evidence points the other way (evidence.md 1.2).
/// @source  Gabbett (2016), Br J Sports Med 50:273, doi:10.1136/bjsports-2015-095788
enum class RatioZone : std::uint8_t { low, middle, high, very_high };

inline constexpr double zone_low_border = 0.8;       // coupled ratio; Gabbett 2016
inline constexpr double zone_high_border = 1.3;      // coupled ratio; Gabbett 2016
inline constexpr double zone_very_high_border = 1.5; // coupled ratio; Gabbett 2016

RatioZone zone_of_coupled(double coupled) noexcept;
std::string_view to_string(RatioZone zone) noexcept;

} // namespace plimsoll::risk

#endif
