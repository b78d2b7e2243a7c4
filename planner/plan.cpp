// Putting a plan together.
// SPDX-License-Identifier: Apache-2.0
#include "planner/plan.hpp"

#include "model/error.hpp"
#include "model/units.hpp"
#include "planner/projection.hpp"
#include "planner/reach_bound.hpp"
#include "planner/references.hpp"
#include "planner/rounding.hpp"
#include "planner/rules/growth_after_walk_run.hpp"
#include "planner/rules/layoff_ladder.hpp"
#include "planner/rules/walk_run_rule.hpp"
#include "planner/verify.hpp"
#include "risk/layoff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr double metres_per_km = units::metres_per_kilometre;
constexpr int longest_away_days = 6; // 7 days without a run are time off: evidence.md 12.4, policy
constexpr int most_tries = 8;        // of plans for more than the demand, up to the most there is
constexpr int reference_rounds = 3;  // after these the references of the last solution stand
// Columns of all the pursuits of the objective in one search: about 2 s. Behind it the steepest
// plan stands in.
constexpr std::size_t most_effort = 2000; // policy

HorizonModel constrained_model(const Background& background, const Frame& frame, std::size_t weeks,
                               const Rules& rules, const References& references) {
    HorizonModel model(background, frame, weeks, references);
    for (const auto& rule : rules) {
        rule->constrain(model);
    }
    return model;
}

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

class Planner {
public:
    Planner(const Background& background, const Goal& goal, int weeks)
        : background_(background),
          goal_(goal),
          weeks_(weeks) {}

    PlanResult plan() {
        result_.start = background_.start();
        result_.wished = goal_.date;
        result_.weeks_tried = weeks_;
        if (const auto reason = reason_to_hold(background_)) {
            result_.status = PlanStatus::refer;
            result_.why = *reason + ": see a sports physio; no plan is made while injured or in "
                                    "pain";
            return std::move(result_);
        }
        result_.policy = PlanPolicy::of(background_.athlete, background_.start());
        require_knowledge();
        result_.demand_m = goal_.weekly_distance_m.value_or(background_.usual_weekly_m);
        rules_ = base_rules(background_, result_.policy);
        remake_frame();
        result_.first_back = frame_.first_back;
        tell_rules();
        find_earliest();
        if (!result_.earliest_day) { // the steepest way may lead nowhere where another one does
            thorough_ = true;
            find_earliest();
        }
        hold_against_wish();
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

    double demand_km() const { return result_.demand_m / metres_per_km; }

    void remake_frame() {
        frame_ = make_frame(background_, result_.policy, weeks_, left_out_);
        references_ = references_by_reach(background_, frame_, result_.policy);
        to_log_ = references_to_log(background_, references_);
    }

    void tell_rules() {
        for (RuleInfo& info : rules_in_force(background_, result_.policy)) {
            const bool of_walk_run =
                info.id == WalkRunRule::id || info.id == GrowthAfterWalkRun::id;
            const bool idle = (of_walk_run && !frame_.weeks.front().walk_run()) ||
                              (info.id == LayoffLadder::id && !frame_.first_back);
            if (!idle) {
                result_.rules.push_back(std::move(info));
            }
        }
    }

    HorizonModel model_of(std::size_t weeks, const References& references) const {
        return constrained_model(background_, frame_, weeks, rules_, references);
    }

    void find_earliest() {
        const std::vector<double> most_km = most_by_week_km(background_, frame_, result_.policy);
        for (std::size_t w = 0; w < frame_.weeks.size(); ++w) {
            if (!left_out_.empty()) { // of a shorter plan that did not hold the demand
                left_out_.clear();
                remake_frame();
            }
            require_days(frame_.weeks[w]);
            if (frame_.weeks[w].recovery || most_km[w] < demand_km() - row_tolerance_km) {
                continue;
            }
            // Short runs are put together as far as the goal stays in this week.
            std::optional<Schedule> lawful;
            for (auto next = schedule_of(w + 1); next; next = schedule_of(w + 1)) {
                lawful = std::move(next);
                if (is_spent() || !leave_out_short_runs(*lawful)) {
                    break;
                }
                remake_frame();
            }
            if (lawful) {
                result_.schedule = std::move(*lawful);
                verify(result_.schedule, background_, result_.policy, rules_);
                project(result_.schedule, background_, frame_.first_back);
                result_.earliest_day = frame_.weeks[w].to();
                return;
            }
        }
    }

    void require_days(const FrameWeek& week) const {
        for (const AwayStretch& stretch : away_stretches(background_)) {
            const Date last = std::min(stretch.to, week.to());
            const bool within_week = stretch.to >= week.from && stretch.from <= week.to();
            if (last - stretch.from + 1 >= longest_away_days + 1 ||
                (week.slots.empty() && within_week)) {
                throw InputError(
                    {},
                    fmt::format("the events leave no day to run on from {} to {}",
                                long_day(stretch.from), long_day(stretch.to)),
                    fmt::format("that is a new time off: plan from the day after it, with "
                                "--as-of {}",
                                to_string(stretch.to)));
            }
        }
        if (week.slots.empty()) {
            throw InputError(
                {}, fmt::format("the week from {} has no day to run on", long_day(week.from)),
                "name more days in the athlete's file");
        }
    }

    // The wanted plan over so many weeks, rounded; nothing when none holds the demand.
    std::optional<Schedule> schedule_of(std::size_t weeks) {
        auto schedule = schedule_from(weeks, references_);
        if (schedule || to_log_ == references_) {
            return schedule;
        }
        return schedule_from(weeks, to_log_);
    }

    std::optional<Schedule> schedule_from(std::size_t weeks, const References& references) {
        const HorizonModel by_reach = model_of(weeks, references);
        const auto fastest = steepest(by_reach, demand_km());
        if (!fastest && !thorough_) {
            return std::nullopt; // no other is looked for, at first
        }
        const std::optional<double> most = most_in_last_week_km(by_reach);
        if (!most || *most < demand_km() - 1e-6) {
            return std::nullopt;
        }
        // Rounding loses a little wherever a rule binds; a plan for a little more makes up for it.
        const double spare_km = *most - demand_km();
        const double step_km = std::max(2.0 * planned_step_km, spare_km / most_tries);
        for (int i = 0; !is_spent() && step_km * i <= spare_km + 1e-6; ++i) {
            const auto distances = rounded_plan(by_reach, references, demand_km() + step_km * i);
            if (distances) {
                return schedule_at(by_reach, *distances);
            }
        }
        if (is_spent() && fastest) {
            return schedule_at(by_reach, *fastest);
        }
        return std::nullopt; // only by hundreds of metres: the next week has room
    }

    // The cap as it is printed: against the longest run that the plan really has.
    Schedule schedule_at(const HorizonModel& model, const std::vector<double>& distances_km) const {
        const HorizonModel last =
            model_of(model.weeks(), references_at(background_, model.by_day_km(distances_km)));
        return build_schedule(last, distances_km, rules_);
    }

    bool is_spent() const noexcept { return effort_ >= most_effort; }

    std::optional<std::vector<double>> pursue(const HorizonModel& model, double asked_km) {
        effort_ += model.columns();
        return wanted_distances_km(model, asked_km);
    }

    std::optional<std::vector<double>> rounded_plan(const HorizonModel& by_reach, References used,
                                                    double asked_km) {
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
        return rounded(last, *wanted, demand_km());
    }

    // Whether a week has runs that are too short; they are left out of the next frame, the shortest
    // first, so that those that stay are long enough.
    bool leave_out_short_runs(const Schedule& schedule) {
        const double least_m = least_run_km(background_) * metres_per_km - check_tolerance_m;
        bool some = false;
        // The first run stays: it may be the only one within 30 days of the last of the log.
        const auto first =
            std::find_if(schedule.days.begin(), schedule.days.end(), [](const PlannedDay& day) {
                return day.session.kind != SessionKind::rest;
            });
        for (const PlannedWeek& week : schedule.weeks) {
            std::vector<std::pair<double, Date>> runs;
            double sum_m = 0.0;
            for (const PlannedDay& day : schedule.days) {
                if (day.date >= week.from && day.date <= week.to() &&
                    day.session.kind == SessionKind::run) {
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
        const int whole_weeks =
            goal_.date ? (*goal_.date - background_.as_of) / days_a_week : weeks_;
        result_.why = fmt::format(
            "no plan that keeps the rules holds {:.1f} km a week {}", demand_km(),
            goal_.date && whole_weeks <= weeks_ ? std::string("by then")
                                                : fmt::format("within {} weeks", weeks_));
        if (whole_weeks < 1) {
            result_.why = fmt::format("a plan has whole weeks, and the first one ends on {}",
                                      long_day(frame_.weeks.front().to()));
            week = 0;
        } else {
            week = std::min(week, static_cast<std::size_t>(whole_weeks) - 1);
        }
        // A recovery week is no goal; what stands in the way of the week before it is told.
        while (week > 0 && frame_.weeks[week].recovery) {
            --week;
        }
        result_.conflicts = conflicts_of(model_of(week + 1, references_), demand_km());
    }

    const Background& background_;
    const Goal& goal_;
    int weeks_;
    Frame frame_;
    References references_;
    References to_log_;
    std::set<Date> left_out_;
    std::size_t effort_ = 0;
    bool thorough_ = false; ///< weeks that the steepest plan does not reach are tried, too
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
