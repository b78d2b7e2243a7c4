// Sprint exposure.
// SPDX-License-Identifier: Apache-2.0
#include "risk/sprint_exposure.hpp"

#include "model/athlete.hpp"

#include <algorithm>

namespace plimsoll::risk {
namespace {

constexpr int week_days = 7;

bool may_sprint(Sport sport) noexcept {
    return is_run(sport) || is_team(sport) || sport == Sport::unknown;
}

void add_sprints(const Session& session, std::optional<double>& sum_m) {
    if (session.sprint_m) {
        sum_m = sum_m.value_or(0.0) + *session.sprint_m;
    }
}

} // namespace

SprintExposure sprint_exposure(std::span<const Session> sessions,
                               std::optional<double> max_speed_mps, Date day) {
    SprintExposure out;
    out.max_speed_mps = max_speed_mps;
    for (const Session& session : sessions) {
        if (session.start.day <= day && may_sprint(session.sport) && session.max_speed_mps &&
            !max_speed_mps && *session.max_speed_mps <= fastest_mps &&
            *session.max_speed_mps > out.max_speed_mps.value_or(0.0)) {
            out.max_speed_mps = session.max_speed_mps;
            out.from_log = true;
        }
    }
    for (const Session& session : sessions) {
        const int ago = day - session.start.day;
        if (ago < 0 || ago >= exposure_days || !may_sprint(session.sport)) {
            continue;
        }
        ++out.sessions;
        if (ago < 2 * week_days) {
            add_sprints(session, ago < week_days ? out.sprint_m : out.sprint_before_m);
        }
        if (!session.max_speed_mps || !out.max_speed_mps) {
            continue;
        }
        ++out.with_speed;
        const double share = *session.max_speed_mps / *out.max_speed_mps;
        if (share >= fast_share) {
            ++out.fast;
            out.last_fast = std::max(out.last_fast.value_or(session.start.day), session.start.day);
        }
        if (share >= maximal_share) {
            ++out.maximal;
            out.last_maximal =
                std::max(out.last_maximal.value_or(session.start.day), session.start.day);
        }
    }
    out.enough = out.with_speed > 0 && !sessions.empty() && 2 * out.with_speed >= out.sessions &&
                 day - sessions.front().start.day >= exposure_days - 1;
    return out;
}

} // namespace plimsoll::risk
