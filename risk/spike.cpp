// Session spikes.
// SPDX-License-Identifier: Apache-2.0
#include "risk/spike.hpp"

#include "model/error.hpp"

#include <cmath>

namespace plimsoll::risk {
namespace {

constexpr double border_tolerance = 1e-9; // relative: 11.0 / 10.0 is on the border, not above it

bool is_run_with_distance(const Session& session) {
    return is_run(session.sport) && session.distance_m && *session.distance_m > 0.0;
}

// The longest run before @p until in time, from 30 days before its day on.
std::optional<RunOnDay> longest_run_until(std::span<const Session> sessions, const Session& until) {
    std::optional<RunOnDay> longest;
    const Date from = until.start.day - spike_window_days;
    for (const Session& session : sessions) {
        if (session.start.day < from || !is_run_with_distance(session)) {
            continue;
        }
        const bool before = session.start.day < until.start.day ||
                            (session.start.day == until.start.day && session.start.second &&
                             until.start.second && *session.start.second < *until.start.second);
        if (before && (!longest || *session.distance_m > longest->distance_m)) {
            longest = RunOnDay{session.start.day, *session.distance_m};
        }
    }
    return longest;
}

} // namespace

std::string_view to_string(SpikeLevel level) noexcept {
    switch (level) {
    case SpikeLevel::reference:
        return "none";
    case SpikeLevel::small:
        return "small";
    case SpikeLevel::moderate:
        return "moderate";
    case SpikeLevel::large:
        break;
    }
    return "large";
}

std::optional<SpikeLevel> spike_level(double distance_m, double longest_m) {
    require(std::isfinite(distance_m) && distance_m >= 0.0, "spike_level: distance >= 0");
    require(std::isfinite(longest_m) && longest_m >= 0.0, "spike_level: longest >= 0");
    if (longest_m <= 0.0) {
        return std::nullopt;
    }
    const auto within = [&](double factor) {
        return distance_m <= factor * longest_m * (1.0 + border_tolerance);
    };
    if (within(session_cap)) {
        return SpikeLevel::reference;
    }
    if (within(small_spike_to)) {
        return SpikeLevel::small;
    }
    return within(moderate_spike_to) ? SpikeLevel::moderate : SpikeLevel::large;
}

double session_cap_m(double longest_m) {
    return session_cap * longest_m;
}

std::optional<RunOnDay> longest_run_before(std::span<const Session> sessions, Date day) {
    Session until;
    until.start = {day, std::nullopt};
    return longest_run_until(sessions, until);
}

std::optional<RunOnDay> longest_unspiked_run_before(std::span<const Session> sessions, Date day) {
    std::optional<RunOnDay> longest;
    for (const Session& session : sessions) {
        if (session.start.day < day - spike_window_days || session.start.day >= day ||
            !is_run_with_distance(session) ||
            (longest && *session.distance_m <= longest->distance_m)) {
            continue;
        }
        const std::optional<RunOnDay> before = longest_run_until(sessions, session);
        const bool spike = before && *spike_level(*session.distance_m, before->distance_m) !=
                                         SpikeLevel::reference;
        if (!spike) {
            longest = RunOnDay{session.start.day, *session.distance_m};
        }
    }
    return longest;
}

std::optional<Spike> largest_spike(std::span<const Session> sessions, Date from, Date to) {
    std::optional<Spike> largest;
    for (const Session& session : sessions) {
        if (session.start.day < from || session.start.day > to || !is_run_with_distance(session)) {
            continue;
        }
        const std::optional<RunOnDay> before = longest_run_until(sessions, session);
        if (!before) {
            continue;
        }
        const SpikeLevel level = *spike_level(*session.distance_m, before->distance_m);
        const Spike spike{{session.start.day, *session.distance_m}, *before, level};
        if (level != SpikeLevel::reference && (!largest || spike.excess() > largest->excess())) {
            largest = spike;
        }
    }
    return largest;
}

} // namespace plimsoll::risk
