// The lexicographic objective: one linear program after another, each goal held while the next one
// is pursued.
// SPDX-License-Identifier: Apache-2.0
#include "planner/objective.hpp"

#include "model/units.hpp"
#include "model/words.hpp"
#include "planner/rounding.hpp"
#include "planner/solver.hpp"
#include "risk/layoff.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll::planner {
namespace {

constexpr double slack_km =
    1e-6; // by which a goal that is held may slip: the solver's own accuracy

class Lexicographic {
public:
    Lexicographic(const HorizonModel& model, double demand_km)
        : model_(model),
          program_(model.program()) {
        if (demand_km > 0.0) {
            add_row(model.week_km(model.weeks() - 1), demand_km, no_bound);
        }
    }

    // The building weeks, oldest first; the week of an event is none.
    std::vector<std::size_t> building_weeks() const {
        std::vector<std::size_t> weeks;
        for (std::size_t w = 0; w < model_.weeks(); ++w) {
            if (!model_.frame().weeks[w].recovery && !model_.frame().weeks[w].has_event()) {
                weeks.push_back(w);
            }
        }
        return weeks;
    }

    // The steps between building weeks; the first from the week before the plan, unless that was
    // time off.
    std::vector<Expression> steps() const {
        std::vector<Expression> steps;
        const std::vector<std::size_t> weeks = building_weeks();
        const Background& background = model_.background();
        if (background.last_week_m > 0.0 && !weeks.empty()) {
            steps.push_back(model_.week_km(weeks.front()) -
                            Expression(background.last_week_m / units::metres_per_kilometre));
        }
        for (std::size_t i = 1; i < weeks.size(); ++i) {
            steps.push_back(model_.week_km(weeks[i]) - model_.week_km(weeks[i - 1]));
        }
        return steps;
    }

    bool minimise_largest(const std::vector<Expression>& expressions) {
        if (expressions.empty()) {
            return solve_for({});
        }
        const std::size_t largest = program_.add_column(0.0, no_bound);
        for (const Expression& e : expressions) {
            add_row(e - Expression::column(largest), -no_bound, 0.0);
        }
        return solve_for({{largest, 1.0}});
    }

    // Minimises the sum of what the expressions are above zero.
    bool minimise_sum_above_zero(const std::vector<Expression>& expressions) {
        Terms cost;
        for (const Expression& e : expressions) {
            const std::size_t above = program_.add_column(0.0, no_bound);
            add_row(e - Expression::column(above), -no_bound, 0.0);
            cost.emplace_back(above, 1.0);
        }
        return solve_for(cost);
    }

    bool minimise_sum_of_magnitudes(const std::vector<Expression>& expressions) {
        std::vector<Expression> both;
        for (const Expression& e : expressions) {
            both.push_back(e);
            both.push_back(-1.0 * e);
        }
        return minimise_sum_above_zero(both);
    }

    bool maximise(const Expression& e) { return solve_for((-1.0 * e).terms()); }

    // How far runs are below the least that is worth putting the shoes on for.
    std::vector<Expression> shortfalls() const {
        std::vector<Expression> out;
        for (std::size_t w = 0; w < model_.weeks(); ++w) {
            for (std::size_t s = 0; s < model_.frame().weeks[w].slots.size(); ++s) {
                if (model_.column_of(w, s)) {
                    out.push_back(Expression(least_run_km(model_.background())) -
                                  model_.slot_km(w, s));
                }
            }
        }
        return out;
    }

    // How far the runs of each week are from its usual shape, of the weeks on the layoff ladder or
    // of the others.
    std::vector<Expression> distances_from_shape(bool on_ladder) const {
        std::vector<Expression> out;
        for (std::size_t w = 0; w < model_.weeks(); ++w) {
            const FrameWeek& week = model_.frame().weeks[w];
            const bool of_ladder = week.week_back >= 1 && week.week_back <= risk::ladder_weeks;
            if (week.walk_run() || week.slots.size() < 2 || of_ladder != on_ladder) {
                continue;
            }
            if (week.has_event()) {
                add_distances_before_event(w, out);
                continue;
            }
            const std::size_t longest = week.long_slot();
            const Expression total = model_.week_km(w);
            const Expression long_km = model_.slot_km(w, longest);
            const auto others = static_cast<double>(week.slots.size() - 1);
            const double share = model_.background().long_share(week.slots.size());
            out.push_back(long_km - share * total);
            for (std::size_t s = 0; s < week.slots.size(); ++s) {
                if (s != longest) {
                    out.push_back(model_.slot_km(w, s) - (1.0 / others) * (total - long_km));
                }
            }
        }
        return out;
    }

    std::vector<double> values() const {
        return {solution_.begin(),
                solution_.begin() + static_cast<std::ptrdiff_t>(model_.columns())};
    }

private:
    // How far the runs before the event are from those of the building week before, but its long
    // one; without such a week from the usual ones.
    void add_distances_before_event(std::size_t w, std::vector<Expression>& out) const {
        const FrameWeek& week = model_.frame().weeks[w];
        const Background& background = model_.background();
        Expression others(background.usual_weekly_m / units::metres_per_kilometre);
        std::size_t runs = background.run_days.size();
        if (week.reference) {
            const FrameWeek& before = model_.frame().weeks[*week.reference];
            others = model_.week_km(*week.reference);
            runs = before.slots.size();
            if (runs > 1) {
                others -= model_.slot_km(*week.reference, before.long_slot());
            }
        } else if (runs > 1) {
            others = (1.0 - background.long_share(runs)) * others;
        }
        const double each = 1.0 / static_cast<double>(std::max<std::size_t>(runs, 2) - 1);
        const std::size_t runs_before = week.slots.size() - 1;
        const Expression all = model_.week_km(w) - model_.slot_km(w, runs_before);
        for (std::size_t s = 0; s < runs_before; ++s) {
            out.push_back(model_.slot_km(w, s) - each * others);
            out.push_back(model_.slot_km(w, s) - (1.0 / static_cast<double>(runs_before)) * all);
        }
    }

    void add_row(const Expression& e, double at_least, double at_most) {
        program_.rows.push_back({e.terms(), at_least - e.constant(), at_most - e.constant()});
    }

    // Solves for a cost, and holds what was reached from here on.
    bool solve_for(const Terms& cost) {
        std::fill(program_.cost.begin(), program_.cost.end(), 0.0);
        for (const auto& [column, factor] : cost) {
            program_.cost[column] = factor;
        }
        const LinearSolution solution = solve(program_);
        if (solution.status != SolveStatus::optimal) {
            return false;
        }
        solution_ = solution.values;
        program_.rows.push_back({cost, -no_bound, solution.objective + slack_km});
        return true;
    }

    const HorizonModel& model_;
    LinearProgram program_;
    std::vector<double> solution_;
};

} // namespace

double least_run_km(const Background& background) {
    if (!background.planned_pace_s_m) {
        return 0.0;
    }
    const double km = least_run_min * units::seconds_per_minute / *background.planned_pace_s_m /
                      units::metres_per_kilometre;
    return std::ceil(km / planned_step_km - 1e-6) * planned_step_km;
}

std::optional<double> most_in_last_week_km(const HorizonModel& model) {
    LinearProgram program = model.program();
    const Expression last = model.week_km(model.weeks() - 1);
    for (const auto& [column, factor] : last.terms()) {
        program.cost[column] = -factor;
    }
    const LinearSolution solution = solve(program);
    if (solution.status != SolveStatus::optimal) {
        return std::nullopt;
    }
    return last.constant() - solution.objective;
}

std::optional<std::vector<double>> wanted_distances_km(const HorizonModel& model,
                                                       double demand_km) {
    Lexicographic wanted(model, demand_km);
    const std::vector<Expression> steps = wanted.steps();
    std::vector<Expression> drops;
    std::vector<Expression> changes;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        drops.push_back(-1.0 * steps[i]);
        if (i > 0) {
            changes.push_back(steps[i] - steps[i - 1]);
        }
    }
    Expression recovery;
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        if (model.frame().weeks[w].recovery && !model.frame().weeks[w].has_event()) {
            recovery += model.week_km(w);
        }
    }
    if (!wanted.minimise_largest(steps)) {
        return std::nullopt;
    }
    // Where the solver's last digit ends the pursuit, the goals reached so far stand.
    static_cast<void>(wanted.minimise_sum_above_zero(drops) &&
                      wanted.minimise_sum_of_magnitudes(changes) && wanted.maximise(recovery) &&
                      wanted.minimise_sum_above_zero(wanted.shortfalls()) &&
                      wanted.minimise_sum_of_magnitudes(wanted.distances_from_shape(true)) &&
                      wanted.minimise_sum_of_magnitudes(wanted.distances_from_shape(false)));
    return wanted.values();
}

std::vector<RuleInfo> wishes() {
    const auto wish = [](const char* id, const std::string& statement, const char* value = "") {
        return RuleInfo{id, statement, value, false, "policy of Plimsoll", "policy"};
    };
    return {
        wish("earliest_week", "The distance is held, or the race or match is, in the first week "
                              "that the hard rules allow, or on the wished day."),
        wish("smallest_step", "The largest step from one building week to the next is as small as "
                              "it can be."),
        wish("no_drop", "No building week holds less than the one before it."),
        wish("even_steps", "The steps differ as little as they can."),
        wish("full_recovery", "A recovery week holds as much as it may."),
        wish("worthwhile_runs",
             say("No run is shorter than {:.0f} minutes, the least continuous run of the "
                 "walk-run ladder; shorter ones are put together.",
                 least_run_min),
             "20 min"),
        wish("usual_shape", "The long run has its usual share of a week, and the other runs are "
                            "alike; a race or match stands in the place of the long run."),
    };
}

} // namespace plimsoll::planner
