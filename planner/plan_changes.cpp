// Differences of plans.
// SPDX-License-Identifier: Apache-2.0
#include "planner/plan_changes.hpp"

#include <algorithm>

namespace plimsoll::planner {
namespace {

constexpr double same_m = 0.5; // half a metre is none
constexpr double same_min = 0.5;

bool is_near(double a, double b, double within) {
    return a - b < within && b - a < within;
}

bool same_steps(const std::vector<Step>& a, const std::vector<Step>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Step& x, const Step& y) {
        return x.repeat == y.repeat && x.run_s == y.run_s && x.walk_s == y.walk_s;
    });
}

bool same_run(const PlannedSession& a, const PlannedSession& b) {
    return a.kind == b.kind && is_near(a.distance_m, b.distance_m, same_m) &&
           is_near(a.duration_min.value_or(0.0), b.duration_min.value_or(0.0), same_min) &&
           same_steps(a.steps, b.steps);
}

bool same_content(const PlannedSession& a, const PlannedSession& b) {
    return a.kind == b.kind &&
           std::equal(a.exercises.begin(), a.exercises.end(), b.exercises.begin(),
                      b.exercises.end(), [](const PlannedExercise& x, const PlannedExercise& y) {
                          return x.id == y.id && in_words(x.dose) == in_words(y.dose);
                      });
}

bool same_sessions(const PlannedDay& a, const PlannedDay& b) {
    return same_run(a.session, b.session) &&
           std::equal(a.others.begin(), a.others.end(), b.others.begin(), b.others.end(),
                      same_content);
}

const PlannedDay* find_day(const Schedule& schedule, Date date) {
    const auto found = std::find_if(schedule.days.begin(), schedule.days.end(),
                                    [&](const PlannedDay& day) { return day.date == date; });
    return found == schedule.days.end() ? nullptr : &*found;
}

bool is_free(const PlannedDay& day) {
    return day.session.kind == SessionKind::rest && day.others.empty();
}

} // namespace

std::vector<DayChange> changes_between(const Schedule& was, const Schedule& is, Date as_of) {
    Date last = as_of;
    for (const Schedule* schedule : {&was, &is}) {
        last = schedule->days.empty() ? last : std::max(last, schedule->days.back().date);
    }
    std::vector<DayChange> changes;
    for (Date date = as_of + 1; date <= last; date = date + 1) {
        const PlannedDay* before = find_day(was, date);
        const PlannedDay* now = find_day(is, date);
        const bool differs = before != nullptr && now != nullptr
                                 ? !same_sessions(*before, *now)
                                 : !is_free(before != nullptr ? *before : *now);
        if (differs) {
            DayChange change;
            change.date = date;
            change.was = before == nullptr ? std::nullopt : std::optional(*before);
            change.is = now == nullptr ? std::nullopt : std::optional(*now);
            changes.push_back(std::move(change));
        }
    }
    return changes;
}

} // namespace plimsoll::planner
