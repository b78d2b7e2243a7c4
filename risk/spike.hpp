// A single run against the longest run of the 30 days before it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_RISK_SPIKE_HPP
#define PLIMSOLL_RISK_SPIKE_HPP

#include "model/session.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace plimsoll::risk {

inline constexpr int spike_window_days =
    30;                                     // days; Frandsen 2025, doi 10.1136/bjsports-2024-109380
inline constexpr double session_cap = 1.10; // x longest; upper border of Frandsen's reference
inline constexpr double small_spike_to = 1.30;    // x longest; Frandsen 2025
inline constexpr double moderate_spike_to = 2.00; // x longest; Frandsen 2025

enum class SpikeLevel : std::uint8_t {
    reference, ///< up to 10 % above the longest run
    small,     ///< more than 10 % to 30 %
    moderate,  ///< more than 30 % to 100 %
    large      ///< more than 100 %
};

std::string_view to_string(SpikeLevel level) noexcept;

/// The level of a run of @p distance_m after a longest run of @p longest_m in the 30 days before.
///
/// Borders belong to the lower level; they are met to 1e-9 relative, so that 11.0 km after 10.0 km
/// is no spike.
///
/// @param distance_m  metres, >= 0.
/// @param longest_m   metres, >= 0.
/// @return            nothing when longest_m is 0: the spike does not exist; the way back is the
///                    walk-run ladder.
/// @throws PreconditionError  a distance negative or not finite.
/// @source    Schuster Brandt Frandsen et al. (2025), Br J Sports Med 59:1203,
///            doi:10.1136/bjsports-2024-109380
/// @evidence  cohort
std::optional<SpikeLevel> spike_level(double distance_m, double longest_m);

/// The longest next run that is no spike, 1.10 x the longest. metres.
double session_cap_m(double longest_m);

/// One run: when, how far.
struct RunOnDay {
    Date day;
    double distance_m;
};

/// The longest run of the @p spike_window_days days before @p day, that day left out; the earliest
/// of equals. Nothing when there was none.
/// @param sessions  of one athlete, any sports, any order; runs with a distance count.
std::optional<RunOnDay> longest_run_before(std::span<const Session> sessions, Date day);

/// The longest run of the 30 days before @p day that was no spike itself; nothing when there is
/// none. What a careful runner measures the next run by, where the longest run was a spike.
std::optional<RunOnDay> longest_unspiked_run_before(std::span<const Session> sessions, Date day);

/// The run with the largest excess over its own longest run before, among the runs from @p from to
/// @p to; only spikes count. Several runs of one day are taken in order of their start, each
/// against the earlier ones too.
struct Spike {
    RunOnDay run;
    RunOnDay longest_before;
    SpikeLevel level;

    double excess() const noexcept { return run.distance_m / longest_before.distance_m - 1.0; }
};

std::optional<Spike> largest_spike(std::span<const Session> sessions, Date from, Date to);

} // namespace plimsoll::risk

#endif
