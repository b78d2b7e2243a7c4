// Putting a plan together.
// SPDX-License-Identifier: Apache-2.0
#include "planner/plan.hpp"

#include "model/error.hpp"
#include "model/units.hpp"
#include "planner/projection.hpp"
#include "planner/rounding.hpp"
#include "planner/verify.hpp"
#include "risk/layoff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr double metres_per_km = units::metres_per_kilometre;

std::vector<std::string> ids_of(const Rules& rules) {
    std::vector<std::string> ids;
    for (const auto& rule : rules) {
        ids.push_back(rule->info().id);
    }
    return ids;
}

HorizonModel constrained_model(const Background& background, const Frame& frame, std::size_t weeks,
                               const Rules& rules) {
    HorizonModel model(background, frame, weeks);
    for (const auto& rule : rules) {
        rule->constrain(model);
    }
    return model;
}

std::string phase_of(const FrameWeek& week, const Slot* slot) {
    if (week.walk_run() && (slot == nullptr || slot->rung)) {
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

PlannedSession walk_run_session(const Slot& slot, const Background& background) {
    const Rung& rung = walk_run_ladder().at(*slot.rung);
    PlannedSession session;
    session.kind = SessionKind::walk_run;
    session.distance_m = slot.fixed_m;
    session.duration_min = slot.repeats * (rung.walk_s + rung.run_s) / units::seconds_per_minute;
    session.steps.push_back({slot.repeats, rung.run_s, rung.walk_s});
    const bool all = slot.repeats == rung.most_repeats;
    session.limited_by = all ? "walk_run_ladder" : "layoff_ladder";
    (void)background;
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
            day.phase = phase_of(week, rests ? nullptr : &*slot);
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
            return walk_run_session(slot, model_.background());
        }
        const std::size_t column = *model_.column_of(w, s);
        const double km = distances_km_.at(column);
        PlannedSession session;
        if (km <= 0.0) {
            return session; // nothing is left for that day: rest
        }
        session.kind = SessionKind::run;
        session.distance_m = std::round(km * metres_per_km);
        if (model_.background().pace_s_m) {
            session.duration_min = std::round(session.distance_m * *model_.background().pace_s_m /
                                              units::seconds_per_minute);
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

std::optional<std::string> open_injury(const Background& background) {
    for (const Injury& injury : background.injuries) {
        if (is_open(injury, background.as_of)) {
            return fmt::format("{} since {} has no return date", injury.site,
                               to_string(injury.onset));
        }
    }
    return std::nullopt;
}

class Planner {
public:
    Planner(const Background& background, const Goal& goal, int weeks)
        : background_(background),
          goal_(goal),
          weeks_(weeks) {}

    PlanResult plan() {
        result_.start = background_.start();
        result_.wished = goal_.date;
        if (const auto injury = open_injury(background_)) {
            result_.status = PlanStatus::refer;
            result_.why = *injury + ": see a sports physio; no plan is made for an injured runner";
            return std::move(result_);
        }
        require_knowledge();
        result_.demand_m = goal_.weekly_distance_m.value_or(background_.usual_weekly_m);
        result_.policy = PlanPolicy::of(background_.athlete, background_.start());
        rules_ = base_rules(background_, result_.policy);
        for (const auto& rule : rules_) {
            result_.rules.push_back(rule->info());
        }
        frame_ = make_frame(background_, result_.policy, weeks_);
        find_earliest();
        hold_against_wish();
        return std::move(result_);
    }

private:
    void require_knowledge() const {
        if (background_.usual_weekly_m <= 0.0) {
            throw InputError({}, "the usual weekly running distance is not known",
                             "the log has no run in the 28 days before the break; say "
                             "usual_weekly_distance_m in the athlete's file");
        }
        if (background_.starts_with_walk_run() && !background_.pace_s_m) {
            throw InputError({}, "the runner's usual pace is not known",
                             "after 30 days without a run the plan starts with minutes of walking "
                             "and running; the log needs a run with distance and time before the "
                             "break");
        }
    }

    double demand_km() const { return result_.demand_m / metres_per_km; }

    void find_earliest() {
        for (std::size_t w = 0; w < frame_.weeks.size(); ++w) {
            if (frame_.weeks[w].recovery) {
                continue;
            }
            const HorizonModel model = constrained_model(background_, frame_, w + 1, rules_);
            const std::optional<double> most = most_in_last_week_km(model);
            if (!most || *most < demand_km() - 1e-6) {
                continue;
            }
            const auto distances = rounded_plan(model, *most);
            if (!distances) {
                continue; // only by hundreds of metres: the next week has room
            }
            result_.schedule = Builder(model, *distances, rules_).build();
            verify(result_.schedule, background_, result_.policy, rules_);
            project(result_.schedule, background_);
            result_.earliest_day = frame_.weeks[w].to();
            return;
        }
    }

    // Rounding loses a little wherever a rule binds; a plan for a little more makes up for it.
    std::optional<std::vector<double>> rounded_plan(const HorizonModel& model, double most) const {
        const double spare_km = most - demand_km();
        const int tries = static_cast<int>(spare_km / (2.0 * planned_step_km) + 1e-6);
        for (int i = 0; i <= tries; ++i) {
            const auto wanted = wanted_distances_km(model, demand_km() + 2.0 * planned_step_km * i);
            auto distances = wanted ? rounded(model, *wanted, demand_km()) : std::nullopt;
            if (distances) {
                return distances;
            }
        }
        return std::nullopt;
    }

    void hold_against_wish() {
        const bool in_time =
            result_.earliest_day && (!goal_.date || *result_.earliest_day <= *goal_.date);
        if (in_time) {
            result_.status = PlanStatus::planned;
            result_.goal_day = result_.earliest_day;
            return;
        }
        result_.status = PlanStatus::infeasible;
        result_.schedule = Schedule();
        std::size_t week = frame_.weeks.size() - 1;
        if (goal_.date) {
            const int whole_weeks = (*goal_.date - background_.as_of) / 7;
            if (whole_weeks < 1) {
                result_.why = fmt::format("the first week of the plan ends on {}, after the wished "
                                          "date",
                                          to_string(frame_.weeks.front().to()));
                return;
            }
            week = std::min(week, static_cast<std::size_t>(whole_weeks) - 1);
        }
        const HorizonModel model = constrained_model(background_, frame_, week + 1, rules_);
        result_.conflicts = conflicts_of(model, demand_km());
        result_.why = fmt::format("no plan that keeps the rules holds {:.1f} km a week by {}",
                                  demand_km(), to_string(frame_.weeks[week].to()));
    }

    const Background& background_;
    const Goal& goal_;
    int weeks_;
    Frame frame_;
    Rules rules_;
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

PlanResult make_plan(const Background& background, const Goal& goal, int weeks) {
    require(weeks >= 1 && weeks <= most_weeks, "make_plan: 1 to 104 weeks");
    require(!background.sessions.empty(), "make_plan: no session before the plan");
    return Planner(background, goal, weeks).plan();
}

} // namespace plimsoll::planner
