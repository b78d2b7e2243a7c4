// The day of the goal.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rules/goal_day.hpp"

#include "model/units.hpp"
#include "model/words.hpp"
#include "planner/rounding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll::planner {

RuleInfo GoalDay::info() const {
    const std::string what = !event_            ? say("race or match")
                             : event_->is_match ? say("match")
                                                : say("race");
    return {id,
            say("The {} stands on its day with its whole distance, under the session cap "
                "and the ceilings of its week, in the place of the long run: no other run "
                "of the week is longer than the mean of the building week before, to the "
                "next 100 m, and the day before it is free where its week has another run.",
                what),
            event_ ? say("{:.1f} km on {}", event_->distance_m / units::metres_per_kilometre,
                         long_day(event_->day))
                   : say("as the goal says"),
            true,
            say("policy of Plimsoll; the distance of a match counts as a session's for the cap"),
            "policy"};
}

void GoalDay::constrain(HorizonModel& model) const {
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        if (!week.has_event() || !week.reference) {
            continue;
        }
        const std::size_t runs = model.frame().weeks[*week.reference].slots.size();
        const Expression mean = (1.0 / static_cast<double>(std::max<std::size_t>(runs, 1))) *
                                model.week_km(*week.reference);
        for (std::size_t s = 0; s + 1 < week.slots.size(); ++s) {
            model.at_most(id, week.slots[s].day, model.slot_km(w, s),
                          mean + Expression(planned_step_km));
        }
    }
}

// The mean run of the last week before the event's that builds; nothing without one.
std::optional<double> GoalDay::mean_before_m(const CheckContext& context) const {
    std::optional<double> mean_m;
    for (const PlannedWeek& week : context.schedule().weeks) {
        if (week.to() >= event_->day || context.recovers(week) || context.is_held(week)) {
            continue;
        }
        double sum_m = 0.0;
        int runs = 0;
        for (const PlannedDay& day : context.schedule().days) {
            const bool runs_then = day.date >= week.from && day.date <= week.to();
            if (runs_then && day.session.distance_m > 0.0) {
                sum_m += day.session.distance_m;
                ++runs;
            }
        }
        mean_m = runs > 0 ? sum_m / runs : 0.0;
    }
    return mean_m;
}

// A run on the day before, where its week has another.
void GoalDay::check_eve(const CheckContext& context, Date week_from,
                        std::vector<Violation>& out) const {
    const Date eve = event_->day - 1;
    const Date from = eve >= week_from ? week_from : week_from - 7;
    int others = 0;
    double on_eve_m = 0.0;
    for (const PlannedDay& day : context.schedule().days) {
        const bool runs = day.session.distance_m > 0.0;
        on_eve_m = day.date == eve ? day.session.distance_m : on_eve_m;
        others += runs && day.date >= from && day.date < from + 7 && day.date != eve ? 1 : 0;
    }
    if (on_eve_m > 0.0 && others > 0) {
        out.push_back({id, eve, on_eve_m});
    }
}

void GoalDay::check(const CheckContext& context, std::vector<Violation>& out) const {
    if (!event_) {
        for (const PlannedDay& day : context.schedule().days) {
            if (day.session.is_goal) {
                out.push_back({id, day.date, day.session.distance_m});
            }
        }
        return;
    }
    bool stands = false;
    const std::optional<double> mean_m = mean_before_m(context);
    Date week_from = event_->day;
    for (const PlannedWeek& week : context.schedule().weeks) {
        week_from = week.from <= event_->day ? week.from : week_from;
    }
    for (const PlannedDay& day : context.schedule().days) {
        const PlannedSession& run = day.session;
        if (day.date == event_->day) {
            stands =
                run.is_goal && std::abs(run.distance_m - event_->distance_m) < check_tolerance_m;
        } else if (run.is_goal || (day.date > event_->day && run.distance_m > 0.0)) {
            out.push_back({id, day.date, run.distance_m});
        } else if (mean_m && day.date >= week_from &&
                   run.distance_m > *mean_m + 100.0 + check_tolerance_m) {
            out.push_back({id, day.date, run.distance_m - *mean_m - 100.0});
        }
    }
    check_eve(context, week_from, out);
    if (!stands) {
        out.push_back({id, event_->day, event_->distance_m});
    }
}

} // namespace plimsoll::planner
