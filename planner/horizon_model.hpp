// The linear program of a plan over its weeks, and which rule each row is of.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_HORIZON_MODEL_HPP
#define PLIMSOLL_PLANNER_HORIZON_MODEL_HPP

#include "planner/background.hpp"
#include "planner/frame.hpp"
#include "planner/linear_program.hpp"
#include "planner/references.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::planner {

/// A linear expression over the planned distances, kilometres.
class Expression {
public:
    Expression() = default;

    explicit Expression(double constant) : constant_(constant) {}

    static Expression column(std::size_t index);

    double constant() const noexcept { return constant_; }

    /// By column, each once.
    const Terms& terms() const& noexcept { return terms_; }

    Terms terms() && noexcept { return std::move(terms_); } ///< outlives the sum

    double value_at(const std::vector<double>& x) const;

    Expression& operator+=(const Expression& other);
    Expression& operator-=(const Expression& other);

    friend Expression operator+(Expression a, const Expression& b) { return a += b; }

    friend Expression operator-(Expression a, const Expression& b) { return a -= b; }

    friend Expression operator*(double factor, Expression e);

private:
    void add(const Expression& other, double factor);

    Terms terms_; // in the order of the columns
    double constant_ = 0.0;
};

/// A hard rule at one place of the plan: expression <= 0.
struct RuleRow {
    std::string rule;
    Date date;
    Expression expression;
};

/// Columns are the distances of the slots that are not fixed, week by week; the rows come from the
/// rules.
class HorizonModel {
public:
    enum class Event { fixed, free }; ///< whether the distance of the event is a column

    /// @param weeks  how many weeks of the frame the plan has, >= 1.
    HorizonModel(const Background& background, const Frame& frame, std::size_t weeks,
                 References references = {}, Event event = Event::fixed);

    const Background& background() const noexcept { return background_; }

    const Frame& frame() const noexcept { return frame_; }

    std::size_t weeks() const noexcept { return weeks_; }

    std::size_t columns() const noexcept { return columns_; }

    /// The planned running distance of one slot, of a week.
    Expression slot_km(std::size_t week, std::size_t slot) const;
    Expression week_km(std::size_t week) const;
    /// Run or planned from @p from to @p to, both included; planned only.
    Expression days_km(Date from, Date to) const;
    Expression planned_km(Date from, Date to) const;
    /// What the run of a slot is held against; nothing where no run lies in its 30 days.
    std::optional<Expression> reference_km(std::size_t week, std::size_t slot) const;
    /// The distance of every slot at @p distances_km, by day.
    std::map<Date, double> by_day_km(const std::vector<double>& distances_km) const;
    std::optional<std::size_t> column_of(std::size_t week, std::size_t slot) const;

    /// Hard: @p left <= @p right.
    void at_most(const std::string& rule, Date date, const Expression& left,
                 const Expression& right);

    const std::vector<RuleRow>& rows() const noexcept { return rows_; }

    /// The rows as a program without objective.
    LinearProgram program() const;

private:
    const Background& background_;
    const Frame& frame_;
    std::size_t weeks_;
    References references_;
    std::size_t columns_ = 0;
    std::vector<std::vector<std::optional<std::size_t>>> column_;
    std::vector<RuleRow> rows_;
};

} // namespace plimsoll::planner

#endif
