// Days that are away.
// SPDX-License-Identifier: Apache-2.0
#include "planner/open_days.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace plimsoll::planner {
namespace {

constexpr int longest_away_days = 6; // 7 days without a run are time off: evidence.md 12.4, policy

// A stretch of events that leaves the plan no day, or too many days in a row.
struct AwayStretch {
    Date from;
    Date to;
};

// The stretches of days from the start on that are away, those that touch as one, oldest first.
std::vector<AwayStretch> away_stretches(const Background& background) {
    std::vector<AwayStretch> stretches;
    for (const DaySpan& span : background.away) { // in order of their first day
        const AwayStretch next{std::max(span.from, background.start()), span.to};
        if (next.to < next.from) {
            continue;
        }
        if (!stretches.empty() && next.from <= stretches.back().to + 1) {
            stretches.back().to = std::max(stretches.back().to, next.to);
        } else {
            stretches.push_back(next);
        }
    }
    return stretches;
}

} // namespace

void require_open_days(const Background& background, const FrameWeek& week) {
    for (const AwayStretch& stretch : away_stretches(background)) {
        const Date last = std::min(stretch.to, week.to());
        const bool within_week = stretch.to >= week.from && stretch.from <= week.to();
        if (last - stretch.from + 1 >= longest_away_days + 1 ||
            (week.slots.empty() && within_week)) {
            throw InputError({},
                             fmt::format("the events leave no day to run on from {} to {}",
                                         long_day(stretch.from), long_day(stretch.to)),
                             fmt::format("that is a new time off: plan from the day after it, with "
                                         "--as-of {}",
                                         to_string(stretch.to)));
        }
    }
    if (week.slots.empty()) {
        throw InputError({},
                         fmt::format("the week from {} has no day to run on", long_day(week.from)),
                         "name more days in the athlete's file");
    }
}

} // namespace plimsoll::planner
