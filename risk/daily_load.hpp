// The daily series of one athlete and one measure.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_DAILY_LOAD_HPP
#define PLIMSOLL_RISK_DAILY_LOAD_HPP

#include "model/daily_series.hpp"
#include "model/event.hpp"
#include "model/session.hpp"
#include "risk/measure.hpp"
#include "risk/trimp.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace plimsoll::risk {

/// RPE of a session that nobody rated, in an athlete who has rated none of that sport before.
inline constexpr double default_rpe = 5.0; // CR-10; policy, no source: evidence.md names none

/// A daily series and what stands behind it.
struct DailyLoad {
    DailySeries series;
    std::vector<double> estimated;    ///< the part of each day's load that nobody measured or rated
    std::size_t counted_sessions = 0; ///< sessions that the filter counts
    std::size_t without_load = 0;     ///< of those, sessions without the measure: they count as 0
    std::size_t recent_sessions = 0;  ///< counted, of the last 28 days
    std::size_t recent_without_load = 0;
};

/// Adds up the load of each day from the first session of any sport to @p last.
///
/// Sessions after @p last are left out; tomorrow's data never changes today's load. For measure
/// srpe a session's load is its load of kind srpe, else RPE x minutes, else minutes x the median
/// RPE of the athlete's earlier rated sessions of that sport (default_rpe without any), which is
/// marked estimated. A load of another kind (TRIMP, a vendor's) is never mixed in. Measure trimp
/// does the same from heart rate: a load of kind trimp, else banister_trimp() with @p heart, else
/// minutes x the median TRIMP a minute of the athlete's earlier sessions of that sport, which is
/// marked estimated; a session for which there is none has no load. Measure edwards is
/// edwards_trimp() of the session's heart-rate zones, else the median a minute in the same way.
///
/// @param sessions  of one athlete, in order of earlier().
/// @param unlogged  stretches of which an event says that nothing was logged. Their days without a
///                  session are unlogged, and so is the whole of a gap that one of them touches.
/// @param heart     for measure trimp.
/// @return          nothing when no session is on or before @p last.
std::optional<DailyLoad> daily_load(std::span<const Session> sessions, Measure measure,
                                    SportFilter filter, Date last,
                                    std::span<const DaySpan> unlogged = {},
                                    const std::optional<HeartProfile>& heart = std::nullopt);

/// What a session weighs in a measure.
struct SessionLoad {
    double amount;
    bool estimated; ///< it rests on an RPE or a heart rate that nobody gave
};

/// The load of each of @p sessions, as daily_load() counts it; nothing where it has none.
/// @param sessions  of one athlete, in order of earlier().
std::vector<std::optional<SessionLoad>> session_loads(std::span<const Session> sessions,
                                                      Measure measure);

} // namespace plimsoll::risk

#endif
