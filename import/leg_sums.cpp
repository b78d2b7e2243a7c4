// Sums over legs.
// SPDX-License-Identifier: Apache-2.0
#include "import/leg_sums.hpp"

#include "model/units.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

double lasts_s(const Session& session) {
    return std::max(session.duration_s.value_or(0.0), session.elapsed_s.value_or(0.0));
}

bool is_sum(const Session& sum, const std::vector<Session>& log) {
    if (sum.sport != Sport::multisport || !sum.start.second || !(lasts_s(sum) > 0.0)) {
        return false;
    }
    constexpr double rounding = 1.05;
    std::size_t legs = 0;
    double legs_s = 0.0;
    for (const Session& leg : log) {
        if (leg.sport == Sport::multisport || !leg.start.second) {
            continue;
        }
        const double after_s =
            24.0 * units::seconds_per_hour *
                (leg.start.day.days_since_1970() - sum.start.day.days_since_1970()) +
            *leg.start.second - *sum.start.second;
        if (after_s >= 0.0 && after_s < lasts_s(sum)) {
            ++legs;
            legs_s += leg.duration_s.value_or(0.0);
        }
    }
    return legs > 1 && legs_s <= rounding * lasts_s(sum);
}

} // namespace

std::size_t drop_sums_of_legs(PackedSessions& sessions) {
    PackedSessions kept;
    std::size_t dropped = 0;
    std::vector<Session> log;
    for (std::size_t athlete = 0; athlete < sessions.athletes(); ++athlete) {
        sessions.unpack(athlete, log);
        for (const Session& session : log) {
            const bool drop = is_sum(session, log);
            dropped += drop ? 1U : 0U;
            if (!drop) {
                kept.add(session);
            }
        }
    }
    if (dropped > 0) {
        sessions = std::move(kept);
    }
    return dropped;
}

} // namespace plimsoll::ingest
