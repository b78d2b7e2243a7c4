// Rounding, and the question which rule forbids the next hundred metres.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rounding.hpp"

#include <algorithm>
#include <cmath>

namespace plimsoll::planner {
namespace {

constexpr double row_tolerance_km = 1e-4; // 10 cm: under the verifier's, over the solver's

constexpr double limit_tolerance_km = 5e-4; // the verifier's: what it lets pass limits nothing

double steps_down(double km) {
    return std::floor(km / planned_step_km + 1e-6) * planned_step_km;
}

// A multiple of the step, as exactly as binary allows, so that 9.3 prints as 9.3.
double exact(double km) {
    return std::round(km / planned_step_km) / 10.0;
}

bool keeps(const RuleRow& row, const std::vector<double>& x) {
    return row.expression.value_at(x) <= row_tolerance_km;
}

} // namespace

bool keeps_all_rows(const HorizonModel& model, const std::vector<double>& distances_km) {
    return std::all_of(model.rows().begin(), model.rows().end(),
                       [&](const RuleRow& row) { return keeps(row, distances_km); });
}

std::optional<std::vector<double>>
rounded(const HorizonModel& model, const std::vector<double>& distances_km, double demand_km) {
    // Start from below: rounded down, oldest first, so far that every row among those done holds.
    std::vector<double> x = distances_km;
    for (double& km : x) {
        km = exact(steps_down(km));
    }
    for (bool again = true; again;) {
        again = false;
        for (const RuleRow& row : model.rows()) {
            if (keeps(row, x)) {
                continue;
            }
            // The newest distance that pushes the row up gives way.
            const Terms terms = row.expression.terms();
            const auto newest = std::find_if(terms.rbegin(), terms.rend(), [&](const auto& term) {
                return term.second > 0.0 && x[term.first] > planned_step_km / 2;
            });
            if (newest == terms.rend()) {
                return std::nullopt;
            }
            x[newest->first] = exact(x[newest->first] - planned_step_km);
            again = true;
        }
    }
    // Then up again, oldest first, to the nearest step where the rows allow it.
    const auto raise = [&](std::size_t column) {
        x[column] = exact(x[column] + planned_step_km);
        if (keeps_all_rows(model, x)) {
            return true;
        }
        x[column] = exact(x[column] - planned_step_km);
        return false;
    };
    for (std::size_t c = 0; c < x.size(); ++c) {
        while (x[c] + planned_step_km / 2 < distances_km[c] + 1e-6 && raise(c)) {
        }
    }
    // What rounding took from the last week it gets back where it can; what it gave, it gives back.
    const std::size_t last = model.weeks() - 1;
    const Expression week = model.week_km(last);
    for (bool again = true; again && week.value_at(x) < demand_km - row_tolerance_km;) {
        again = false;
        for (std::size_t s = model.frame().weeks[last].slots.size(); s-- > 0;) {
            const auto column = model.column_of(last, s);
            if (week.value_at(x) < demand_km - row_tolerance_km && column && raise(*column)) {
                again = true;
            }
        }
    }
    if (week.value_at(x) < demand_km - row_tolerance_km) {
        return std::nullopt;
    }
    for (bool again = true; again;) {
        again = false;
        for (std::size_t s = 0; s < model.frame().weeks[last].slots.size(); ++s) {
            const auto column = model.column_of(last, s);
            const bool too_much = week.value_at(x) > demand_km + planned_step_km - row_tolerance_km;
            if (too_much && column && x[*column] > planned_step_km) {
                x[*column] = exact(x[*column] - planned_step_km);
                if (keeps_all_rows(model, x)) {
                    again = true;
                } else { // the long run would be too long beside the others
                    x[*column] = exact(x[*column] + planned_step_km);
                }
            }
        }
    }
    return x;
}

std::string rule_that_limits(const HorizonModel& model, std::vector<double> distances_km,
                             std::size_t column, const std::vector<std::string>& order) {
    distances_km.at(column) += planned_step_km;
    std::size_t best = order.size();
    for (const RuleRow& row : model.rows()) {
        if (row.expression.value_at(distances_km) <= limit_tolerance_km) {
            continue;
        }
        const auto at = std::find(order.begin(), order.end(), row.rule);
        best = std::min(best, static_cast<std::size_t>(at - order.begin()));
    }
    return best == order.size() ? std::string() : order[best];
}

} // namespace plimsoll::planner
