// Time off: when it was, and what the way back may weigh.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_LAYOFF_HPP
#define PLIMSOLL_RISK_LAYOFF_HPP

#include "model/daily_series.hpp"
#include "model/date.hpp"

#include <optional>
#include <vector>

namespace plimsoll::risk {

inline constexpr int shortest_break_days = 14; // "2 weeks or longer": CSCCa/NSCA 2019
inline constexpr int ladder_weeks = 4;         // CSCCa/NSCA 2019

/// The share of the usual weekly volume that a week back may hold.
///
///     week 1: 0.50   week 2: 0.70   week 3: 0.80   week 4: 0.90   then 1
///
/// @param week  from 1: the seven days that begin with the first session back.
/// @throws PreconditionError  week < 1.
/// @source    50/30/20/10 rule: Caterisano et al. (2019), Strength Cond J 41(3):1,
///            doi:10.1519/SSC.0000000000000477, read in a secondary source
/// @evidence  expert; made against heat illness and rhabdomyolysis, not against calf strain
double ladder_share(int week);

/// Daniels' factor on VDOT (and so on paces) after time off.
///
///     no cross-training: max(0.800, 1 - 0.0030 (d - 5)) for d > 5, else 1
///     cross-trained:     max(0.900, 1 - 0.0015 (d - 5)) cut after 3 decimals, else 1
///
/// @param days_off  >= 0.
/// @throws PreconditionError  negative.
/// @source    news.vdoto2.com/2018/02/vdot-adjustments-time-off; closed form fitted to its table,
///            whose 0.994 at 42 days cross-trained is a misprint of 0.944
/// @evidence  convention, for paces, not an injury rule
double daniels_factor(int days_off, bool cross_trained);

/// Oxygen that running at a speed takes.
///
///     VO2(v) = -4.60 + 0.182258 v + 0.000104 v^2
///
/// @param metres_a_minute  v, finite; below 25.2 the curve is below 0.
/// @return                 ml a kg and minute.
/// @accuracy  over Daniels & Gilbert's share of a time it gives their VDOT:
/// tests/vectors/layoff.vec.
/// @source    Daniels & Gilbert, evidence.md 3 and T18
/// @evidence  convention
double oxygen_cost(double metres_a_minute) noexcept;

/// The speed after time off that costs the same share of the lessened VDOT as @p speed_mps did of
/// the former one: easy running stays easy.
///
///     VO2(v') = F VO2(v),  VO2 = oxygen_cost(),  F = daniels_factor(days_off, cross_trained)
///
/// @param speed_mps  of a run, > 0, metres a second.
/// @param days_off   >= 0.
/// @return           metres a second; @p speed_mps itself up to 5 days off, and below 0.42 m/s,
///                   where the curve is below 0.
/// @throws PreconditionError  a speed not finite or not positive, or negative days.
/// @accuracy  1e-9: tests/vectors/layoff.vec.
/// @source    curve: Daniels & Gilbert, evidence.md 3 and T18; factor: see daniels_factor()
/// @evidence  convention, for paces, not an injury rule
double slowed_speed(double speed_mps, int days_off, bool cross_trained);

/// A stretch of at least 14 days without counted load.
struct Break {
    Date last_before;               ///< last day with load before it
    std::optional<Date> first_back; ///< absent: it lasts still
    int days_off;                   ///< days between the two, or up to the end of the series
};

/// Every break of @p series, oldest first. Days before the first load are no break, and neither is
/// a stretch with unlogged days.
std::vector<Break> breaks_in(const DailySeries& series);

/// The break that the athlete is in on the last day of the series, or is coming back from: one that
/// still lasts or whose first session back is less than 28 days before the last day.
std::optional<Break> recent_break(const DailySeries& series);

/// The week of a return that holds a day: which it is, and what the ladder leaves of it.
struct LadderWeek {
    int week;       ///< of the return, from 1 to ladder_weeks
    Date last;      ///< its last day
    double ceiling; ///< ladder_share(week) x usual_weekly_load() before the break
    double done;    ///< load of its days up to the end of the series
};

/// The ladder's week of the day after the last one of @p series; nothing without a break of which
/// the athlete is coming back, behind the ladder, or where the week before the break was empty.
std::optional<LadderWeek> ladder_week_ahead(const DailySeries& series);

/// Mean weekly load of the last 28 days up to @p last that are in no break and not unlogged; of as
/// many as there are. What a week was before time off.
/// @return  unit of the series; 0 where the series has no such day.
/// @source  policy
double usual_weekly_load(const DailySeries& series, Date last);

} // namespace plimsoll::risk

#endif
