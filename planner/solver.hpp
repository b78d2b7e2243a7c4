// The one door to COIN-OR Clp.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SOLVER_HPP
#define PLIMSOLL_PLANNER_SOLVER_HPP

#include "planner/linear_program.hpp"

#include <cstdint>
#include <vector>

namespace plimsoll::planner {

enum class SolveStatus : std::uint8_t { optimal, infeasible, unbounded, failed };

struct LinearSolution {
    SolveStatus status = SolveStatus::failed;
    double objective = 0.0;
    std::vector<double> values; ///< one a column; empty unless optimal
};

enum class Simplex : std::uint8_t {
    primal,
    dual ///< sooner where no cost is negative and few rows fail at zero
};

/// Solves @p program. The same program gives the same solution, byte for byte.
/// @accuracy  rows hold to 1e-7 absolute (Clp's primal tolerance).
LinearSolution solve(const LinearProgram& program, Simplex method = Simplex::primal);

} // namespace plimsoll::planner

#endif
