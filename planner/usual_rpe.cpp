// Usual RPE.
// SPDX-License-Identifier: Apache-2.0
#include "planner/usual_rpe.hpp"

#include "planner/background.hpp"

#include <algorithm>
#include <vector>

namespace plimsoll::planner {

std::optional<double> usual_rpe(std::span<const Session> log, Date as_of) {
    std::vector<double> scores;
    for (const Session& session : log) {
        const int ago = as_of - session.start.day;
        if (is_run(session.sport) && session.rpe && ago >= 0 && ago < habit_days) {
            scores.push_back(*session.rpe);
        }
    }
    if (scores.empty()) {
        return std::nullopt;
    }
    std::sort(scores.begin(), scores.end());
    const std::size_t middle = scores.size() / 2;
    return scores.size() % 2 == 1 ? scores[middle] : 0.5 * (scores[middle - 1] + scores[middle]);
}

void set_usual_rpe(Schedule& schedule, std::span<const Session> log, Date as_of) {
    const std::optional<double> rpe = usual_rpe(log, as_of);
    for (PlannedDay& day : schedule.days) {
        PlannedSession& run = day.session;
        if (rpe && run.kind == SessionKind::run && !run.is_goal) {
            run.rpe = rpe;
        }
    }
}

} // namespace plimsoll::planner
