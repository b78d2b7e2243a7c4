// The climb.
// SPDX-License-Identifier: Apache-2.0
#include "planner/reference_climb.hpp"

#include "planner/rounding.hpp"
#include "planner/solver.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace plimsoll::planner {
namespace {

constexpr int most_climbs = 12;       // policy
constexpr int room_for_rounding = 17; // steps beyond the goal that are worth a climb: policy

Expression goal_of(const HorizonModel& model) {
    const std::size_t last = model.weeks() - 1;
    const FrameWeek& week = model.frame().weeks[last];
    return week.has_event() ? model.slot_km(last, week.slots.size() - 1) : model.week_km(last);
}

std::optional<std::vector<double>> cheapest(const LinearProgram& program) {
    LinearSolution solution = solve(program);
    return solution.status == SolveStatus::optimal ? std::optional(std::move(solution.values))
                                                   : std::nullopt;
}

// The longest goal up to @p wanted_km, and of equal solutions the one with the longer long runs:
// they are what later runs are held against.
std::optional<std::vector<double>> longest_goal(const HorizonModel& model, double wanted_km) {
    LinearProgram program = model.program();
    const Expression goal = goal_of(model);
    program.rows.push_back({goal.terms(), -no_bound, wanted_km - goal.constant()});
    const std::vector<double> no_cost = program.cost;
    for (const auto& [column, factor] : goal.terms()) {
        program.cost[column] -= factor;
    }
    const auto longest = cheapest(program);
    if (!longest) {
        return std::nullopt;
    }
    program.rows.back().at_least = goal.value_at(*longest) - goal.constant() - row_tolerance_km;
    program.cost = no_cost;
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        if (week.slots.empty()) {
            continue;
        }
        if (const auto column = model.column_of(w, week.long_slot())) {
            program.cost[*column] -= 1.0;
        }
    }
    const auto with_long_runs = cheapest(program);
    return with_long_runs ? with_long_runs : longest;
}

} // namespace

std::optional<References> climb_references(const Background& background, const ModelOf& model_of,
                                           References references, double wanted_km) {
    const double most_km = wanted_km + room_for_rounding * planned_step_km;
    std::optional<References> reached;
    double reached_km = 0.0;
    for (int climb = 0; climb < most_climbs; ++climb) {
        const HorizonModel model = model_of(references);
        const auto distances = longest_goal(model, most_km);
        if (!distances) {
            break;
        }
        const double km = goal_of(model).value_at(*distances);
        if (km >= wanted_km - row_tolerance_km) {
            reached = references;
        }
        if (km >= most_km - row_tolerance_km || (climb > 0 && km < reached_km + planned_step_km)) {
            break;
        }
        reached_km = km;
        references = references_at(background, model.by_day_km(*distances));
    }
    return reached;
}

} // namespace plimsoll::planner
