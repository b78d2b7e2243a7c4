// Schedules from solved models.
// SPDX-License-Identifier: Apache-2.0
#include "planner/schedule_builder.hpp"

#include "model/units.hpp"
#include "planner/rounding.hpp"
#include "risk/layoff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace plimsoll::planner {
namespace {

std::vector<std::string> ids_of(const Rules& rules) {
    std::vector<std::string> ids;
    for (const auto& rule : rules) {
        ids.push_back(rule->info().id);
    }
    return ids;
}

std::string phase_of(const FrameWeek& week) {
    if (week.walk_run()) {
        return "walk_run";
    }
    return week.week_back >= 1 && week.week_back <= risk::ladder_weeks ? "rebuild" : "build";
}

std::string_view name_of_phase(std::string_view id) {
    if (id == "walk_run") {
        return "walk-run ladder";
    }
    return id == "rebuild" ? "back to the usual distance" : "building on it";
}

PlannedSession walk_run_session(const Slot& slot) {
    const Rung& rung = walk_run_ladder().at(*slot.rung);
    PlannedSession session;
    session.kind = SessionKind::walk_run;
    session.distance_m = slot.fixed_m;
    session.duration_min = slot.repeats * (rung.walk_s + rung.run_s) / units::seconds_per_minute;
    session.steps.push_back({slot.repeats, rung.run_s, rung.walk_s});
    const bool all = slot.repeats == rung.most_repeats;
    session.limited_by = all ? "walk_run_ladder" : "layoff_ladder";
    return session;
}

class Builder {
public:
    Builder(const HorizonModel& model, std::vector<double> distances_km, const Rules& rules)
        : model_(model),
          distances_km_(std::move(distances_km)),
          order_(ids_of(rules)) {}

    Schedule build() {
        for (std::size_t w = 0; w < model_.weeks(); ++w) {
            add_week(w);
        }
        return std::move(schedule_);
    }

private:
    void add_week(std::size_t w) {
        const FrameWeek& week = model_.frame().weeks[w];
        schedule_.weeks.push_back({week.number, week.from, week.recovery, week.week_back});
        for (int d = 0; d < 7; ++d) {
            PlannedDay day;
            day.date = week.from + d;
            const auto slot = std::find_if(week.slots.begin(), week.slots.end(),
                                           [&](const Slot& s) { return s.day == day.date; });
            const bool rests = slot == week.slots.end();
            day.phase = phase_of(week);
            if (!rests) {
                day.session = session_of(w, static_cast<std::size_t>(slot - week.slots.begin()));
            }
            day.session.id = fmt::format("{}-{}", to_string(day.date), to_string(day.session.kind));
            add_to_phases(day);
            schedule_.days.push_back(std::move(day));
        }
    }

    PlannedSession session_of(std::size_t w, std::size_t s) const {
        const Slot& slot = model_.frame().weeks[w].slots[s];
        if (slot.rung) {
            return walk_run_session(slot);
        }
        if (slot.is_event) {
            PlannedSession event;
            const bool match = model_.frame().event_is_match;
            event.kind = match ? SessionKind::match : SessionKind::run;
            event.distance_m = slot.fixed_m;
            event.limited_by = goal_itself;
            event.is_goal = true;
            return event;
        }
        const std::size_t column = *model_.column_of(w, s);
        const double km = distances_km_.at(column);
        PlannedSession session;
        if (km <= 0.0) {
            return session; // nothing is left for that day: rest
        }
        session.kind = SessionKind::run;
        session.distance_m = std::round(km * units::metres_per_kilometre);
        if (model_.background().planned_pace_s_m) {
            const double pace_s_m = *model_.background().planned_pace_s_m;
            session.duration_min =
                std::round(session.distance_m * pace_s_m / units::seconds_per_minute);
        }
        session.limited_by = rule_that_limits(model_, distances_km_, column, order_);
        if (session.limited_by.empty()) {
            session.limited_by = no_limit;
        }
        return session;
    }

    void add_to_phases(const PlannedDay& day) {
        if (schedule_.phases.empty() || schedule_.phases.back().id != day.phase) {
            schedule_.phases.push_back(
                {day.phase, std::string(name_of_phase(day.phase)), day.date, day.date});
        }
        schedule_.phases.back().to = day.date;
    }

    const HorizonModel& model_;
    std::vector<double> distances_km_;
    std::vector<std::string> order_;
    Schedule schedule_;
};

} // namespace

Schedule build_schedule(const HorizonModel& model, std::vector<double> distances_km,
                        const Rules& rules) {
    return Builder(model, std::move(distances_km), rules).build();
}

} // namespace plimsoll::planner
