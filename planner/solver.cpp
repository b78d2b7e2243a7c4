// Linear programs through Clp. Linear only: Clp's quadratic solver has called wrong answers
// optimal. SPDX-License-Identifier: Apache-2.0
#include "planner/solver.hpp"

#include <coin/ClpSimplex.hpp>
#include <coin/CoinPackedMatrix.hpp>

#include <cmath>

namespace plimsoll::planner {
namespace {

double bound(double value) {
    if (std::isinf(value)) {
        return value > 0.0 ? COIN_DBL_MAX : -COIN_DBL_MAX;
    }
    return value;
}

std::vector<double> bounds(const std::vector<double>& values) {
    std::vector<double> out;
    out.reserve(values.size());
    for (const double value : values) {
        out.push_back(bound(value));
    }
    return out;
}

} // namespace

LinearSolution solve(const LinearProgram& program, Simplex method) {
    std::vector<int> rows;
    std::vector<int> columns;
    std::vector<double> elements;
    std::vector<double> row_lower;
    std::vector<double> row_upper;
    for (std::size_t r = 0; r < program.rows.size(); ++r) {
        for (const auto& [column, element] : program.rows[r].terms) {
            rows.push_back(static_cast<int>(r));
            columns.push_back(static_cast<int>(column));
            elements.push_back(element);
        }
        row_lower.push_back(bound(program.rows[r].at_least));
        row_upper.push_back(bound(program.rows[r].at_most));
    }
    CoinPackedMatrix matrix(true, rows.data(), columns.data(), elements.data(),
                            static_cast<CoinBigIndex>(elements.size()));
    matrix.setDimensions(static_cast<int>(program.rows.size()),
                         static_cast<int>(program.lower.size()));
    const std::vector<double> lower = bounds(program.lower);
    const std::vector<double> upper = bounds(program.upper);

    ClpSimplex simplex;
    simplex.setLogLevel(0);
    simplex.loadProblem(matrix, lower.data(), upper.data(), program.cost.data(), row_lower.data(),
                        row_upper.data());
    if (method == Simplex::dual) {
        simplex.dual();
    } else {
        simplex.primal();
    }

    LinearSolution solution;
    switch (simplex.status()) {
    case 0:
        solution.status = SolveStatus::optimal;
        break;
    case 1:
        solution.status = SolveStatus::infeasible;
        return solution;
    case 2:
        solution.status = SolveStatus::unbounded;
        return solution;
    default:
        return solution;
    }
    solution.objective = simplex.objectiveValue();
    const double* values = simplex.primalColumnSolution();
    solution.values.assign(values, values + simplex.numberColumns());
    return solution;
}

} // namespace plimsoll::planner
