// Expressions and the horizon model.
// SPDX-License-Identifier: Apache-2.0
#include "planner/horizon_model.hpp"

#include "model/error.hpp"
#include "model/units.hpp"

#include <utility>

namespace plimsoll::planner {

Expression Expression::column(std::size_t index) {
    Expression e;
    e.terms_[index] = 1.0;
    return e;
}

double Expression::value_at(const std::vector<double>& x) const {
    double value = constant_;
    for (const auto& [column, factor] : terms_) {
        value += factor * x.at(column);
    }
    return value;
}

Expression& Expression::operator+=(const Expression& other) {
    for (const auto& [column, factor] : other.terms_) {
        terms_[column] += factor;
    }
    constant_ += other.constant_;
    return *this;
}

Expression& Expression::operator-=(const Expression& other) {
    return *this += -1.0 * other;
}

Expression operator*(double factor, Expression e) {
    for (auto& [column, value] : e.terms_) {
        value *= factor;
    }
    e.constant_ *= factor;
    return e;
}

HorizonModel::HorizonModel(const Background& background, const Frame& frame, std::size_t weeks,
                           References references, Event event)
    : background_(background),
      frame_(frame),
      weeks_(weeks),
      references_(std::move(references)) {
    require(weeks >= 1 && weeks <= frame.weeks.size(), "HorizonModel: weeks of the frame");
    for (std::size_t w = 0; w < weeks; ++w) {
        std::vector<std::optional<std::size_t>> columns;
        for (const Slot& slot : frame.weeks[w].slots) {
            const bool is_free = !slot.is_fixed() || (slot.is_event && event == Event::free);
            columns.push_back(is_free ? std::optional(columns_++) : std::nullopt);
        }
        column_.push_back(std::move(columns));
    }
}

std::optional<std::size_t> HorizonModel::column_of(std::size_t week, std::size_t slot) const {
    return column_.at(week).at(slot);
}

Expression HorizonModel::slot_km(std::size_t week, std::size_t slot) const {
    if (const auto column = column_of(week, slot)) {
        return Expression::column(*column);
    }
    return Expression(frame_.weeks[week].slots[slot].fixed_m / units::metres_per_kilometre);
}

Expression HorizonModel::week_km(std::size_t week) const {
    Expression sum;
    for (std::size_t s = 0; s < frame_.weeks[week].slots.size(); ++s) {
        sum += slot_km(week, s);
    }
    return sum;
}

Expression HorizonModel::days_km(Date from, Date to) const {
    Expression sum;
    if (background_.running) {
        const DailySeries& series = background_.running->series;
        for (Date day = from; day <= to && day <= background_.as_of; day = day + 1) {
            if (series.contains(day)) {
                sum +=
                    Expression(series.loads()[series.index_of(day)] / units::metres_per_kilometre);
            }
        }
    }
    return sum += planned_km(from, to);
}

Expression HorizonModel::planned_km(Date from, Date to) const {
    Expression sum;
    for (std::size_t w = 0; w < weeks_; ++w) {
        if (frame_.weeks[w].to() < from || frame_.weeks[w].from > to) {
            continue;
        }
        for (std::size_t s = 0; s < frame_.weeks[w].slots.size(); ++s) {
            const Date day = frame_.weeks[w].slots[s].day;
            if (day >= from && day <= to) {
                sum += slot_km(w, s);
            }
        }
    }
    return sum;
}

std::optional<Expression> HorizonModel::reference_km(std::size_t week, std::size_t slot) const {
    const auto found = references_.find(frame_.weeks[week].slots[slot].day);
    if (found == references_.end()) {
        return std::nullopt;
    }
    const Reference& reference = found->second;
    return reference.is_planned ? planned_km(reference.day, reference.day)
                                : Expression(reference.log_km);
}

std::map<Date, double> HorizonModel::by_day_km(const std::vector<double>& distances_km) const {
    std::map<Date, double> by_day;
    for (std::size_t w = 0; w < weeks_; ++w) {
        for (std::size_t s = 0; s < frame_.weeks[w].slots.size(); ++s) {
            by_day[frame_.weeks[w].slots[s].day] = slot_km(w, s).value_at(distances_km);
        }
    }
    return by_day;
}

void HorizonModel::at_most(const std::string& rule, Date date, const Expression& left,
                           const Expression& right) {
    rows_.push_back({rule, date, left - right});
}

LinearProgram HorizonModel::program() const {
    LinearProgram program;
    for (std::size_t c = 0; c < columns_; ++c) {
        program.add_column(0.0, no_bound);
    }
    for (const RuleRow& row : rows_) {
        program.rows.push_back({row.expression.terms(), -no_bound, -row.expression.constant()});
    }
    return program;
}

} // namespace plimsoll::planner
