// Putting a plan together.
// SPDX-License-Identifier: Apache-2.0
#include "planner/plan.hpp"

#include "model/error.hpp"
#include "model/units.hpp"
#include "planner/open_days.hpp"
#include "planner/plan_search.hpp"
#include "planner/projection.hpp"
#include "planner/rounding.hpp"
#include "planner/rules/goal_day.hpp"
#include "planner/rules/growth_after_walk_run.hpp"
#include "planner/rules/layoff_ladder.hpp"
#include "planner/rules/walk_run_rule.hpp"
#include "planner/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr double metres_per_km = units::metres_per_kilometre;
constexpr int most_longer_steps = 10; // beyond the distance of an event that only rounding forbids

class Planner {
public:
    Planner(const Background& background, const Goal& goal, int weeks)
        : background_(background),
          goal_(goal),
          weeks_(weeks) {}

    PlanResult plan() {
        result_.start = background_.start();
        result_.weeks_from = background_.weeks_from;
        result_.kind = goal_.kind;
        result_.demand_from = goal_.event_from;
        result_.wished = goal_.date;
        if (goal_.has_event() && goal_.date) { // as far as the day, however far that is
            weeks_ = std::clamp(week_of(*goal_.date) + 1, weeks_, most_weeks);
        }
        result_.weeks_tried = weeks_;
        if (const auto reason = reason_to_hold(background_)) {
            result_.status = PlanStatus::refer;
            result_.why = *reason + ": see a sports physio; no plan is made while injured or in "
                                    "pain";
            return std::move(result_);
        }
        result_.policy = PlanPolicy::of(background_.athlete, background_.start());
        require_knowledge();
        result_.demand_m = goal_.has_event()
                               ? goal_.event_distance_m
                               : goal_.weekly_distance_m.value_or(background_.usual_weekly_m);
        require_open_day();
        search_.emplace(background_, result_.policy, weeks_);
        result_.first_back = search_->frame().first_back;
        // The steepest way to an event often breaks the ratio where a slower one does not.
        if (goal_.has_event() || !find_earliest(Effort::quick)) {
            find_earliest(Effort::thorough);
        }
        if (goal_.has_event() && goal_.date) {
            plan_for_day();
        } else {
            hold_against_wish();
        }
        tell_rules();
        return std::move(result_);
    }

private:
    void require_knowledge() const {
        const bool no_distance = background_.usual_weekly_m <= 0.0;
        const bool no_pace =
            starts_with_walk_run(background_, result_.policy) && !background_.planned_pace_s_m;
        const std::string paces = "usual_pace_s_km, in seconds a kilometre (6:00 is 360)";
        if (no_distance) {
            throw InputError({}, "the usual weekly running distance is not known",
                             "the log has no running distance before the plan; say "
                             "usual_weekly_distance_m, in metres, " +
                                 (no_pace ? "and " + paces + ", " : std::string()) +
                                 "under [athlete] in the athlete's file");
        }
        if (no_pace) {
            throw InputError({}, "the runner's usual pace is not known",
                             "after 30 days without a run the plan starts with minutes of walking "
                             "and running; the log has no run with distance and time before the "
                             "break; say " +
                                 paces + ", under [athlete] in the athlete's file");
        }
    }

    int week_of(Date day) const { return (day - background_.start()) / days_a_week; }

    // A wished day of a race or match.
    void require_open_day() const {
        if (!goal_.has_event() || !goal_.date) {
            return;
        }
        const std::string what =
            fmt::format("the {} of the goal, on {},", to_string(goal_.kind), long_day(*goal_.date));
        if (*goal_.date < background_.start()) {
            throw InputError({}, fmt::format("{} is not after the day of the plan, {}", what,
                                             long_day(background_.as_of)));
        }
        if (background_.is_away(*goal_.date)) {
            throw InputError({}, fmt::format("{} is on a day that the events give to illness, "
                                             "holiday or other absence",
                                             what));
        }
        if (week_of(*goal_.date) >= most_weeks) {
            throw InputError({}, fmt::format("{} is more than {} weeks ahead", what, most_weeks));
        }
    }

    // What the last week has to hold: of an event nothing, its slot is fixed.
    double demand_km() const { return goal_.has_event() ? 0.0 : result_.demand_m / metres_per_km; }

    // The day of an event in a week: on the weekday of the wished day, of the matches or of the
    // long run.
    std::optional<EventDay> event_in(const FrameWeek& week) const {
        const Weekday weekday =
            goal_.date ? goal_.date->weekday() : goal_.event_weekday.value_or(background_.long_day);
        for (Date day = week.from; day <= week.to(); day = day + 1) {
            if (day.weekday() == weekday && !background_.is_away(day)) {
                return EventDay{day, goal_.event_distance_m, goal_.kind == GoalKind::match};
            }
        }
        return std::nullopt;
    }

    void tell_rules() {
        for (RuleInfo& info : rules_in_force(background_, result_.policy, search_->event())) {
            const bool of_walk_run =
                info.id == WalkRunRule::id || info.id == GrowthAfterWalkRun::id;
            const bool idle = (of_walk_run && !search_->frame().weeks.front().walk_run()) ||
                              (info.id == LayoffLadder::id && !search_->frame().first_back) ||
                              (info.id == GoalDay::id && !goal_.has_event());
            if (!idle) {
                result_.rules.push_back(std::move(info));
            }
        }
    }

    // Whether some week holds the goal; the first one then ends the plan.
    bool find_earliest(Effort effort) {
        const std::vector<FrameWeek> weeks = search_->frame().weeks;
        std::vector<double> most_km = search_->most_km();
        for (std::size_t w = 0; w < weeks.size(); ++w) {
            require_open_days(background_, weeks[w]);
            if (goal_.has_event()) {
                const std::optional<EventDay> event = event_in(weeks[w]);
                const bool too_soon = event && goal_.not_before && event->day < *goal_.not_before;
                if (!event || too_soon || weeks[w].walk_run()) {
                    continue;
                }
                search_->lead_to(event);
                most_km = search_->most_km();
                if (!search_->frame().weeks[w].has_event() || most_km[w] <= 0.0) {
                    continue;
                }
            } else if (weeks[w].recovery || most_km[w] < demand_km() - row_tolerance_km) {
                continue;
            }
            if (auto lawful = search_->plan_to(w, demand_km(), effort)) {
                accept(*std::move(lawful));
                result_.earliest_day = goal_.has_event() ? search_->event()->day : weeks[w].to();
                return true;
            }
        }
        return false;
    }

    void accept(Schedule schedule) {
        result_.schedule = std::move(schedule);
        verify(result_.schedule, background_, result_.policy, search_->rules());
        project(result_.schedule, background_, search_->frame().first_back);
    }

    // The plan to the wished day of a race or match.
    void plan_for_day() {
        if (result_.earliest_day == goal_.date) {
            result_.status = PlanStatus::planned;
            result_.goal_day = goal_.date;
            return;
        }
        const auto w = static_cast<std::size_t>(week_of(*goal_.date));
        PlanSearch search(background_, result_.policy, weeks_); // with effort to spend
        for (std::size_t before = 0; before <= w; ++before) {
            require_open_days(background_, search.frame().weeks[before]);
        }
        search.lead_to(event_in(search.frame().weeks[w]));
        std::optional<Schedule> lawful;
        if (search.frame().weeks[w].has_event() && result_.earliest_day &&
            *result_.earliest_day < *goal_.date) {
            lawful = search.plan_to(w, demand_km(), Effort::quick);
            lawful = lawful ? lawful : search.plan_to(w, demand_km(), Effort::thorough);
        }
        search_.emplace(std::move(search));
        if (!lawful) {
            refuse_day(w);
            return;
        }
        accept(*std::move(lawful));
        result_.status = PlanStatus::planned;
        result_.goal_day = goal_.date;
    }

    // What stands in the way of the event, which is in week @p w.
    void refuse_day(std::size_t w) {
        const EventDay event = *search_->event();
        result_.status = PlanStatus::infeasible;
        result_.schedule = Schedule();
        result_.why = fmt::format("no plan that keeps the rules has a {} of {:.1f} km on {}",
                                  to_string(goal_.kind), result_.demand_m / metres_per_km,
                                  long_day(event.day));
        if (!search_->frame().weeks[w].has_event()) { // it would be on the walk-run ladder
            Date last_rung = event.day;
            for (const FrameWeek& week : search_->frame().weeks) {
                for (const Slot& slot : week.slots) {
                    last_rung = slot.rung ? std::max(last_rung, slot.day) : last_rung;
                }
            }
            const int days = std::max(1, last_rung + 2 - event.day); // a day between is free
            tell({{{WalkRunRule::id, event.day, 0.0, days}}, {WalkRunRule::id}});
            return;
        }
        // Where only the rounding to whole steps is in the way, a longer one shows by which rule.
        Conflicts conflicts;
        for (int step = 0; conflicts.broken.empty() && step < most_longer_steps; ++step) {
            EventDay longer = event;
            longer.distance_m += step * planned_step_km * metres_per_km;
            search_->lead_to(longer);
            conflicts = conflicts_at(search_->model_to(w), 0.0);
        }
        search_->lead_to(event);
        tell(std::move(conflicts));
    }

    void tell(Conflicts conflicts) {
        result_.conflicts = std::move(conflicts.broken);
        result_.together = std::move(conflicts.together);
    }

    void hold_against_wish() {
        const bool in_time =
            result_.earliest_day && (!goal_.date || *result_.earliest_day <= *goal_.date);
        if (in_time) {
            result_.status = PlanStatus::planned;
            result_.goal_day = result_.earliest_day;
            return;
        }
        if (goal_.has_event()) { // as soon as safe, and nowhere in the horizon
            std::size_t week = search_->frame().weeks.size() - 1;
            while (week > 0 && !event_in(search_->frame().weeks[week])) {
                --week;
            }
            const FrameWeek last = search_->frame().weeks[week];
            search_->lead_to(event_in(last).value_or(
                EventDay{last.to(), goal_.event_distance_m, goal_.kind == GoalKind::match}));
            refuse_day(week);
            return;
        }
        result_.status = PlanStatus::infeasible;
        result_.schedule = Schedule();
        std::size_t week = search_->frame().weeks.size() - 1;
        const int whole_weeks =
            goal_.date ? (*goal_.date - background_.as_of) / days_a_week : weeks_;
        result_.why = fmt::format(
            "no plan that keeps the rules holds {:.1f} km a week {}", demand_km(),
            goal_.date && whole_weeks <= weeks_ ? std::string("by then")
                                                : fmt::format("within {} weeks", weeks_));
        if (whole_weeks < 1) {
            result_.why = fmt::format("a plan has whole weeks, and the first one ends on {}",
                                      long_day(search_->frame().weeks.front().to()));
            week = 0;
        } else {
            week = std::min(week, static_cast<std::size_t>(whole_weeks) - 1);
        }
        // A recovery week is no goal; what stands in the way of the week before it is told.
        while (week > 0 && search_->frame().weeks[week].recovery) {
            --week;
        }
        tell(conflicts_of(search_->model_to(week), demand_km()));
    }

    const Background& background_;
    const Goal& goal_;
    int weeks_;
    std::optional<PlanSearch> search_;
    PlanResult result_;
};

} // namespace

std::string_view to_string(PlanStatus status) noexcept {
    switch (status) {
    case PlanStatus::planned:
        return "planned";
    case PlanStatus::infeasible:
        return "infeasible";
    case PlanStatus::refer:
        break;
    }
    return "refer";
}

std::optional<std::string> reason_to_hold(const Background& background) {
    for (const Injury& injury : background.injuries) {
        const std::vector<std::string> none;
        const auto& healing = background.restart ? background.restart->sites : none;
        const std::string part = is_calf(injury) ? "calf" : body_part(injury.site);
        const bool on_its_way = std::find(healing.begin(), healing.end(), part) != healing.end();
        if (is_open(injury, background.as_of) && !on_its_way) {
            return fmt::format("{} since {} has no return date", injury.site,
                               long_day(injury.onset));
        }
    }
    return background.hold;
}

PlanResult make_plan(const Background& background, const Goal& goal, int weeks) {
    require(weeks >= 1 && weeks <= most_weeks, "make_plan: 1 to 104 weeks");
    require(!background.sessions.empty(), "make_plan: no session before the plan");
    return Planner(background, goal, weeks).plan();
}

} // namespace plimsoll::planner
