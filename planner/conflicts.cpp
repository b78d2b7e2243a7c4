// Conflicts between rules, by linear programs.
// SPDX-License-Identifier: Apache-2.0
#include "planner/conflicts.hpp"

#include "model/units.hpp"
#include "planner/objective.hpp"
#include "planner/rounding.hpp"
#include "planner/rules/available_days.hpp"
#include "planner/rules/walk_run_rule.hpp"
#include "planner/solver.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace plimsoll::planner {
namespace {

constexpr int most_steps_asked = 10;    // beyond the most that the program holds
constexpr double least_excess_m = 0.01; // of the solver's last digits
constexpr double cost_of_others = 1e3;  // of a kilometre that a rule of no conflict gives

LinearRow demand_row(const HorizonModel& model, double demand_km) {
    const Expression last = model.week_km(model.weeks() - 1);
    return {last.terms(), demand_km - last.constant(), no_bound};
}

// Whether distances keep the rows of these rules and hold the demand.
bool is_possible(const HorizonModel& model, double demand_km, const std::set<std::string>& rules) {
    LinearProgram program;
    for (std::size_t c = 0; c < model.columns(); ++c) {
        program.add_column(0.0, no_bound);
    }
    for (const RuleRow& row : model.rows()) {
        if (rules.contains(row.rule)) {
            program.rows.push_back(
                {row.expression.terms(), -no_bound, row_tolerance_km - row.expression.constant()});
        }
    }
    program.rows.push_back(demand_row(model, demand_km));
    return solve(program, Simplex::dual).status == SolveStatus::optimal;
}

// The first set of @p size rules, in the order of @p all from @p next on, that joined to @p chosen
// cannot be kept; empty when there is none.
std::set<std::string> impossible_of(const HorizonModel& model, double demand_km,
                                    const std::vector<std::string>& all, std::size_t next,
                                    std::size_t size, const std::set<std::string>& chosen) {
    if (chosen.size() == size) {
        return is_possible(model, demand_km, chosen) ? std::set<std::string>() : chosen;
    }
    for (std::size_t i = next; i < all.size(); ++i) {
        std::set<std::string> more = chosen;
        more.insert(all[i]);
        std::set<std::string> found = impossible_of(model, demand_km, all, i + 1, size, more);
        if (!found.empty()) {
            return found;
        }
    }
    return {};
}

std::vector<std::string> fewest_together(const HorizonModel& model, double demand_km) {
    std::vector<std::string> all;
    for (const RuleRow& row : model.rows()) {
        if (std::find(all.begin(), all.end(), row.rule) == all.end()) {
            all.push_back(row.rule);
        }
    }
    std::set<std::string> left(all.begin(), all.end());
    for (const std::string& rule : all) {
        left.erase(rule);
        if (is_possible(model, demand_km, left)) {
            left.insert(rule);
        }
    }
    for (std::size_t size = 1; size < left.size(); ++size) {
        std::set<std::string> fewer = impossible_of(model, demand_km, all, 0, size, {});
        if (!fewer.empty()) {
            left = std::move(fewer);
            break;
        }
    }
    std::vector<std::string> together;
    std::copy_if(all.begin(), all.end(), std::back_inserter(together),
                 [&](const std::string& rule) { return left.contains(rule); });
    return together;
}

// The rules with the least sum of excess, those of @p together before any other.
std::vector<Conflict> least_breach(const HorizonModel& model, double demand_km,
                                   const std::vector<std::string>& together) {
    LinearProgram program;
    for (std::size_t c = 0; c < model.columns(); ++c) {
        program.add_column(0.0, no_bound);
    }
    std::vector<std::size_t> excess;
    for (const RuleRow& row : model.rows()) {
        const std::size_t column = program.add_column(0.0, no_bound);
        const bool named = std::find(together.begin(), together.end(), row.rule) != together.end();
        program.cost[column] = named ? 1.0 : cost_of_others;
        excess.push_back(column);
        const Expression e = row.expression - Expression::column(column);
        program.rows.push_back({e.terms(), -no_bound, -e.constant()});
    }
    program.rows.push_back(demand_row(model, demand_km));
    const LinearSolution solution = solve(program, Simplex::dual);
    std::vector<Conflict> conflicts;
    for (std::size_t r = 0; solution.status == SolveStatus::optimal && r < excess.size(); ++r) {
        const double by_m = solution.values[excess[r]] * units::metres_per_kilometre;
        if (by_m < least_excess_m) {
            continue;
        }
        const RuleRow& row = model.rows()[r];
        const auto known =
            std::find_if(conflicts.begin(), conflicts.end(),
                         [&](const Conflict& conflict) { return conflict.rule == row.rule; });
        if (known == conflicts.end()) {
            conflicts.push_back({row.rule, row.date, by_m});
        } else if (by_m > known->by_m) {
            *known = {row.rule, row.date, by_m};
        }
    }
    return conflicts;
}

} // namespace

Conflicts conflicts_at(const HorizonModel& model, double demand_km) {
    std::set<std::string> all;
    for (const RuleRow& row : model.rows()) {
        all.insert(row.rule);
    }
    if (is_possible(model, demand_km, all)) {
        return {};
    }
    std::vector<std::string> together = fewest_together(model, demand_km);
    std::vector<Conflict> broken = least_breach(model, demand_km, together);
    return {std::move(broken), std::move(together)};
}

Conflicts conflicts_of(const HorizonModel& model, double demand_km) {
    const FrameWeek& last = model.frame().weeks[model.weeks() - 1];
    const Expression held = model.week_km(model.weeks() - 1);
    if (held.terms().empty()) { // its sessions are fixed
        const double short_m = (demand_km - held.constant()) * units::metres_per_kilometre;
        const std::string rule = last.walk_run() ? WalkRunRule::id : AvailableDays::id;
        return {{{rule, last.from, short_m}}, {rule}};
    }
    // Where only the rounding to whole steps stands in the way, a little more shows by which rule.
    const double spare_km = most_in_last_week_km(model).value_or(0.0) - demand_km;
    const double first_step =
        spare_km < 0.0 ? 0.0 : std::floor(spare_km / planned_step_km + 1e-6) + 1.0;
    Conflicts conflicts;
    for (int step = 0; conflicts.broken.empty() && step < most_steps_asked; ++step) {
        conflicts = conflicts_at(model, demand_km + planned_step_km * (first_step + step));
    }
    return conflicts;
}

} // namespace plimsoll::planner
