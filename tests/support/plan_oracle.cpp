// The oracle.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/plan_oracle.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace plimsoll::test {

std::string broken_in(const Runner& runner, Date as_of, const planner::PlanResult& plan,
                      double usual_m) {
    std::map<Date, double> longest; // metres
    std::map<Date, double> total;
    std::optional<Date> back;
    std::optional<Date> last;
    for (const Session& session : runner.sessions) {
        const Date day = session.start.day;
        const double metres = session.distance_m.value_or(0.0);
        if (day > as_of || metres <= 0.0 || session.sport != Sport::run) {
            continue;
        }
        if (last && day - *last > 14) {
            back = day;
        }
        longest[day] = std::max(longest[day], metres);
        total[day] += metres;
        last = day;
    }
    if (!last || as_of - *last >= 14) {
        back = as_of + 1;
    } else if (back && as_of - *back >= 28) {
        back.reset();
    }
    std::string broken;
    for (const planner::PlannedDay& day : plan.schedule.days) {
        const double metres = day.session.distance_m;
        if (metres <= 0.0) {
            continue;
        }
        double before = 0.0;
        for (Date at = day.date - 30; at < day.date; at = at + 1) {
            before = std::max(before, longest.count(at) > 0 ? longest[at] : 0.0);
        }
        const bool walks = day.session.kind == planner::SessionKind::walk_run;
        if (!walks && metres > 1.10 * before + 0.6) {
            broken += " cap:" + to_string(day.date);
        }
        longest[day.date] = metres;
        total[day.date] += metres;
    }
    const std::array ladder{0.5, 0.7, 0.8, 0.9, 1.0};
    for (std::size_t k = 0; back && k < ladder.size(); ++k) {
        double planned = 0.0;
        double run = 0.0;
        for (int d = 0; d < 7; ++d) {
            const Date day = *back + 7 * static_cast<int>(k) + d;
            (day > as_of ? planned : run) += total.count(day) > 0 ? total[day] : 0.0;
        }
        if (planned > std::max(0.0, ladder.at(k) * usual_m - run) + 0.6) {
            broken += " ladder:" + std::to_string(k + 1);
        }
    }
    return broken;
}

} // namespace plimsoll::test
