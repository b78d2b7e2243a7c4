// Growth from week to week.
// SPDX-License-Identifier: Apache-2.0
#include "planner/speed_weeks.hpp"

#include "planner/background.hpp"

#include <algorithm>
#include <map>

namespace plimsoll::planner {
namespace {

constexpr double rounding_m = 1.0; // of sums of metres
constexpr int weeks_before = 3;    // a week of recovery is no measure

double sum_of(const std::map<Date, double>& metres, Date from) {
    double sum = 0.0;
    const auto end = metres.lower_bound(from + days_a_week);
    for (auto at = metres.lower_bound(from); at != end; ++at) {
        sum += at->second;
    }
    return sum;
}

} // namespace

std::vector<DaySpan> growing_weeks(const Schedule& schedule, std::span<const Session> history) {
    std::map<Date, double> metres;
    for (const Session& session : history) {
        if (is_run(session.sport)) {
            metres[session.start.day] += session.distance_m.value_or(0.0);
        }
    }
    for (const PlannedDay& day : schedule.days) {
        metres[day.date] += day.session.distance_m;
    }
    std::vector<DaySpan> weeks;
    for (const PlannedWeek& week : schedule.weeks) {
        double longest = 0.0;
        for (int back = 1; back <= weeks_before; ++back) {
            longest = std::max(longest, sum_of(metres, week.from - back * days_a_week));
        }
        const double sum = sum_of(metres, week.from);
        if (sum > 0.0 && sum + rounding_m > growth_without_speed * longest) {
            weeks.push_back({week.from, week.to()});
        }
    }
    return weeks;
}

bool is_in(std::span<const DaySpan> weeks, Date day) noexcept {
    return std::any_of(weeks.begin(), weeks.end(),
                       [&](const DaySpan& week) { return week.contains(day); });
}

} // namespace plimsoll::planner
