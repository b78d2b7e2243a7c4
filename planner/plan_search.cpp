// The search over one horizon.
// SPDX-License-Identifier: Apache-2.0
#include "planner/plan_search.hpp"

#include "model/units.hpp"
#include "planner/objective.hpp"
#include "planner/reach_bound.hpp"
#include "planner/reference_climb.hpp"
#include "planner/rounding.hpp"
#include "planner/schedule_builder.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr double metres_a_kilometre_run = units::metres_per_kilometre;
constexpr int most_tries = 8; // of plans for more than the demand, up to the most there is
constexpr std::array longer_by{1, 2, 3, 5, 8, 12, 17}; // steps, of an event
constexpr int reference_rounds = 3; // after these the references of the last solution stand
// Columns of all the pursuits of the objective in one search: a few seconds. Behind it the steepest
// plan stands in.
constexpr std::size_t most_effort = 6000; // policy
constexpr std::size_t programs_a_pursuit = 7;

} // namespace

PlanSearch::PlanSearch(const Background& background, const PlanPolicy& policy, int weeks)
    : background_(background),
      policy_(policy),
      weeks_(weeks) {
    lead_to({});
}

void PlanSearch::lead_to(const std::optional<EventDay>& event) {
    event_ = event;
    rules_ = base_rules(background_, policy_, event_);
    left_out_.clear();
    remake_frame();
}

std::vector<double> PlanSearch::most_km() const {
    return most_by_week_km(background_, frame_, policy_);
}

std::optional<Schedule> PlanSearch::plan_to(std::size_t week, double demand_km, Effort effort) {
    demand_km_ = demand_km;
    effort_asked_ = effort;
    if (!left_out_.empty()) { // of a shorter plan that did not hold the demand
        left_out_.clear();
        remake_frame();
    }
    std::optional<Schedule> lawful;
    for (auto next = schedule_of(week + 1); next; next = schedule_of(week + 1)) {
        lawful = std::move(next);
        if (is_spent() || !leave_out_short_runs(*lawful)) {
            break;
        }
        remake_frame();
    }
    return lawful;
}

HorizonModel PlanSearch::model_to(std::size_t week) const {
    return model_of(week + 1, references_);
}

void PlanSearch::remake_frame() {
    frame_ = make_frame(background_, policy_, weeks_, left_out_, event_);
    references_ = references_by_reach(background_, frame_, policy_);
    to_log_ = references_to_log(background_, references_);
}

HorizonModel PlanSearch::model_of(std::size_t weeks, const References& references) const {
    return model_on(frame_, weeks, references);
}

HorizonModel PlanSearch::model_on(const Frame& frame, std::size_t weeks,
                                  const References& references, HorizonModel::Event event) const {
    HorizonModel model(background_, frame, weeks, references, event);
    for (const auto& rule : rules_) {
        rule->constrain(model);
    }
    return model;
}

// The wanted plan over so many weeks, rounded; nothing when none holds the demand.
std::optional<Schedule> PlanSearch::schedule_of(std::size_t weeks) {
    auto schedule = schedule_from(weeks, references_);
    if (!schedule && to_log_ != references_) {
        schedule = schedule_from(weeks, to_log_);
    }
    if (schedule || effort_asked_ == Effort::quick) {
        return schedule;
    }
    for (const References* first : {&references_, &to_log_}) {
        if (const auto climbed = climb_from(*first, weeks)) {
            schedule = schedule_from(weeks, *climbed);
        }
        if (schedule || to_log_ == references_) {
            break;
        }
    }
    return schedule;
}

std::optional<References> PlanSearch::climb_from(const References& first, std::size_t weeks) {
    const auto model_of_event = [&](const References& references) {
        HorizonModel model = model_on(frame_, weeks, references, HorizonModel::Event::free);
        effort_ += model.columns() / programs_a_pursuit;
        return model;
    };
    return is_spent() ? std::nullopt
                      : climb_references(background_, model_of_event, first, wanted_km());
}

double PlanSearch::wanted_km() const {
    return event_ ? event_->distance_m / metres_a_kilometre_run : demand_km_;
}

std::optional<Schedule> PlanSearch::schedule_from(std::size_t weeks, const References& references) {
    const HorizonModel by_reach = model_of(weeks, references);
    const auto fastest = steepest(by_reach, demand_km_);
    if (!fastest && effort_asked_ == Effort::quick) {
        return std::nullopt; // no other is looked for, at first
    }
    const std::optional<double> most = most_in_last_week_km(by_reach);
    if (!most || *most < demand_km_ - 1e-6) {
        return std::nullopt;
    }
    if (event_) {
        auto schedule = schedule_to_event(by_reach, references);
        return schedule || !fastest ? schedule : schedule_at(by_reach, *fastest);
    }
    // Rounding loses a little wherever a rule binds; a plan for a little more makes up for it.
    const double spare_km = *most - demand_km_;
    const double step_km = std::max(2.0 * planned_step_km, spare_km / most_tries);
    for (int i = 0; !is_spent() && step_km * i <= spare_km + 1e-6; ++i) {
        const auto distances = rounded_plan(by_reach, references, demand_km_ + step_km * i);
        if (distances) {
            return schedule_at(by_reach, *distances);
        }
    }
    if (is_spent() && fastest) {
        return schedule_at(by_reach, *fastest);
    }
    return std::nullopt; // only by hundreds of metres: the next week has room
}

// Rounding may leave the run that the event is held against a step too short: then the plan for a
// little longer event is rounded for the true one.
std::optional<Schedule> PlanSearch::schedule_to_event(const HorizonModel& by_reach,
                                                      const References& references) {
    if (const auto distances = rounded_plan(by_reach, references, 0.0)) {
        return schedule_at(by_reach, *distances);
    }
    Frame longer = frame_;
    for (const int steps : longer_by) {
        if (is_spent()) {
            break;
        }
        for (FrameWeek& week : longer.weeks) {
            if (week.has_event()) {
                week.slots.back().fixed_m =
                    event_->distance_m + steps * planned_step_km * metres_a_kilometre_run;
            }
        }
        const auto wanted = pursue(model_on(longer, by_reach.weeks(), references), 0.0);
        if (!wanted) {
            break;
        }
        const HorizonModel last =
            model_of(by_reach.weeks(), references_at(background_, by_reach.by_day_km(*wanted)));
        if (const auto distances = rounded(last, *wanted, 0.0)) {
            return schedule_at(by_reach, *distances);
        }
    }
    return std::nullopt;
}

// The cap as it is printed: against the longest run that the plan really has.
Schedule PlanSearch::schedule_at(const HorizonModel& model,
                                 const std::vector<double>& distances_km) const {
    const HorizonModel last =
        model_of(model.weeks(), references_at(background_, model.by_day_km(distances_km)));
    return build_schedule(last, distances_km, rules_);
}

bool PlanSearch::is_spent() const noexcept {
    return effort_ >= most_effort;
}

std::optional<std::vector<double>> PlanSearch::pursue(const HorizonModel& model, double asked_km) {
    effort_ += model.columns();
    return wanted_distances_km(model, asked_km);
}

std::optional<std::vector<double>> PlanSearch::rounded_plan(const HorizonModel& by_reach,
                                                            References used, double asked_km) {
    std::optional<std::vector<double>> wanted = pursue(by_reach, asked_km);
    if (!wanted) {
        return std::nullopt;
    }
    for (int round = 0; !is_spent() && round < reference_rounds; ++round) {
        const References better = references_at(background_, by_reach.by_day_km(*wanted));
        if (better == used) {
            break;
        }
        const auto again = pursue(model_of(by_reach.weeks(), better), asked_km);
        if (!again) {
            break; // by the solver's last digit
        }
        wanted = again;
        used = better;
    }
    const HorizonModel last =
        model_of(by_reach.weeks(), references_at(background_, by_reach.by_day_km(*wanted)));
    return rounded(last, *wanted, demand_km_);
}

// Whether a week has runs that are too short; they are left out of the next frame, the shortest
// first, so that those that stay are long enough.
bool PlanSearch::leave_out_short_runs(const Schedule& schedule) {
    const double least_m = least_run_km(background_) * metres_a_kilometre_run - check_tolerance_m;
    bool some = false;
    // The first run stays: it may be the only one within 30 days of the last of the log.
    const auto first =
        std::find_if(schedule.days.begin(), schedule.days.end(),
                     [](const PlannedDay& day) { return day.session.kind != SessionKind::rest; });
    for (const PlannedWeek& week : schedule.weeks) {
        std::vector<std::pair<double, Date>> runs;
        double sum_m = 0.0;
        for (const PlannedDay& day : schedule.days) {
            if (day.date >= week.from && day.date <= week.to() &&
                day.session.kind == SessionKind::run && !day.session.is_goal) {
                runs.emplace_back(day.session.distance_m, day.date);
                sum_m += day.session.distance_m;
            }
        }
        std::sort(runs.begin(), runs.end());
        if (runs.size() < 2 || runs.front().first >= least_m) {
            continue;
        }
        const auto room = static_cast<std::size_t>(sum_m / least_m);
        const std::size_t kept = std::clamp<std::size_t>(room, 1, runs.size() - 1);
        for (std::size_t i = 0, gone = 0; gone < runs.size() - kept; ++i) {
            if (runs[i].second != first->date) {
                some = left_out_.insert(runs[i].second).second || some;
                ++gone;
            }
        }
    }
    return some;
}

} // namespace plimsoll::planner
