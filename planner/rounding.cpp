// Rounding, and the question which rule forbids the next step.
// SPDX-License-Identifier: Apache-2.0
#include "planner/rounding.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr double limit_tolerance_km = 5e-4; // the verifier's: what it lets pass limits nothing

// Whole tens of metres, as exactly as binary allows, so that 9.3 prints as 9.3.
double exact(double km) {
    return std::round(km * 100.0) / 100.0;
}

bool keeps(const RuleRow& row, const std::vector<double>& x) {
    return row.expression.value_at(x) <= row_tolerance_km;
}

// What the last week holds beyond the demand, it gives back, as far as the rows allow.
void trim_last_week(const HorizonModel& model, double demand_km, std::vector<double>& x) {
    const std::size_t last = model.weeks() - 1;
    if (model.frame().weeks[last].has_event()) {
        return; // the demand is the event, and that is fixed
    }
    const Expression week = model.week_km(last);
    for (bool again = true; again;) {
        again = false;
        for (std::size_t s = 0; s < model.frame().weeks[last].slots.size(); ++s) {
            const auto column = model.column_of(last, s);
            const bool too_much = week.value_at(x) > demand_km + planned_step_km - row_tolerance_km;
            if (too_much && column && x[*column] > planned_step_km) {
                const double before = std::exchange(x[*column], step_down(x[*column]));
                if (keeps_all_rows(model, x)) {
                    again = true;
                } else { // the long run would be too long beside the others
                    x[*column] = before;
                }
            }
        }
    }
}

// Distances that are raised step by step, with what each row comes to.
class Climb {
public:
    explicit Climb(const HorizonModel& model)
        : x_(model.columns(), 0.0),
          rows_of_(model.columns()) {
        for (const RuleRow& row : model.rows()) {
            for (const auto& [column, factor] : row.expression.terms()) {
                rows_of_[column].emplace_back(values_.size(), factor);
            }
            values_.push_back(row.expression.constant());
        }
    }

    bool raise(std::size_t column) {
        const double step = step_up(x_[column]) - x_[column];
        const auto& rows = rows_of_[column];
        if (std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
                return row.second > 0.0 &&
                       values_[row.first] + row.second * step > row_tolerance_km;
            })) {
            return false;
        }
        for (const auto& [row, factor] : rows) {
            values_[row] += factor * step;
        }
        x_[column] += step;
        return true;
    }

    std::vector<double> distances_km() const {
        std::vector<double> x;
        std::transform(x_.begin(), x_.end(), std::back_inserter(x), exact);
        return x;
    }

private:
    std::vector<double> x_;
    std::vector<Terms> rows_of_; // by column: row and factor
    std::vector<double> values_; // by row
};

} // namespace

double whole_steps(double km) {
    const double step = km < short_run_km - 1e-7 ? short_step_km : planned_step_km;
    const double whole = exact(std::floor(km / step + 1e-6) * step);
    return whole < shortest_run_km ? 0.0 : whole;
}

double step_up(double km) {
    if (km < shortest_run_km) {
        return shortest_run_km;
    }
    return exact(km + (km < short_run_km ? short_step_km : planned_step_km));
}

double step_down(double km) {
    const double below = exact(km - (km <= short_run_km ? short_step_km : planned_step_km));
    return below < shortest_run_km ? 0.0 : below;
}

bool keeps_all_rows(const HorizonModel& model, const std::vector<double>& distances_km) {
    return std::all_of(model.rows().begin(), model.rows().end(),
                       [&](const RuleRow& row) { return keeps(row, distances_km); });
}

std::optional<std::vector<double>>
rounded(const HorizonModel& model, const std::vector<double>& distances_km, double demand_km) {
    // Start from below: rounded down, oldest first, so far that every row among those done holds.
    std::vector<double> x = distances_km;
    for (double& km : x) {
        km = whole_steps(km);
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
                return term.second > 0.0 && x[term.first] > 0.0;
            });
            if (newest == terms.rend()) {
                return std::nullopt;
            }
            x[newest->first] = step_down(x[newest->first]);
            again = true;
        }
    }
    // Then up again, oldest first, to the nearest step where the rows allow it.
    const auto raise = [&](std::size_t column) {
        const double before = std::exchange(x[column], step_up(x[column]));
        if (keeps_all_rows(model, x)) {
            return true;
        }
        x[column] = before;
        return false;
    };
    for (std::size_t c = 0; c < x.size(); ++c) {
        while ((x[c] + step_up(x[c])) / 2.0 < distances_km[c] + 1e-6 && raise(c)) {
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
    trim_last_week(model, demand_km, x);
    return x;
}

std::optional<std::vector<double>> steepest(const HorizonModel& model, double demand_km) {
    Climb climb(model);
    for (std::size_t w = 0; w < model.weeks(); ++w) {
        const FrameWeek& week = model.frame().weeks[w];
        if (week.slots.empty() || week.walk_run()) {
            continue;
        }
        const std::optional<std::size_t> longest = model.column_of(w, week.long_slot());
        for (bool again = true; again;) {
            again = false;
            while (longest && climb.raise(*longest)) {
                again = true;
            }
            for (std::size_t s = week.slots.size(); s-- > 0;) {
                const std::optional<std::size_t> column = model.column_of(w, s);
                again = (column && column != longest && climb.raise(*column)) || again;
            }
        }
    }
    std::vector<double> x = climb.distances_km();
    const bool holds = model.week_km(model.weeks() - 1).value_at(x) >= demand_km - row_tolerance_km;
    if (!holds || !keeps_all_rows(model, x)) {
        return std::nullopt;
    }
    trim_last_week(model, demand_km, x);
    return x;
}

std::string rule_that_limits(const HorizonModel& model, std::vector<double> distances_km,
                             std::size_t column, const std::vector<std::string>& order) {
    distances_km.at(column) = step_up(distances_km.at(column));
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
