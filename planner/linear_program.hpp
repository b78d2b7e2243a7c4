// A linear program as data.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_LINEAR_PROGRAM_HPP
#define PLIMSOLL_PLANNER_LINEAR_PROGRAM_HPP

#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

namespace plimsoll::planner {

inline constexpr double no_bound = std::numeric_limits<double>::infinity();

/// A sum of columns, each times a number.
using Terms = std::vector<std::pair<std::size_t, double>>;

/// at_least <= terms <= at_most
struct LinearRow {
    Terms terms;
    double at_least = -no_bound;
    double at_most = no_bound;
};

/// Minimise cost . x over lower <= x <= upper and the rows.
struct LinearProgram {
    std::vector<double> lower;
    std::vector<double> upper;
    std::vector<double> cost;
    std::vector<LinearRow> rows;

    std::size_t add_column(double least, double most) {
        lower.push_back(least);
        upper.push_back(most);
        cost.push_back(0.0);
        return lower.size() - 1;
    }
};

} // namespace plimsoll::planner

#endif
