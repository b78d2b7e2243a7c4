// How much each week of a plan could hold at most, without a linear program.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_REACH_BOUND_HPP
#define PLIMSOLL_PLANNER_REACH_BOUND_HPP

#include "planner/background.hpp"
#include "planner/frame.hpp"

#include <vector>

namespace plimsoll::planner {

/// An upper bound of what each week of @p frame holds, kilometres, in any plan of whole steps that
/// keeps the rules, whichever runs the session cap is held against: each run and week at the most
/// that the ones before it allow, each rounded down to the step. A week that is bounded below the
/// goal needs no linear program; one that cannot hold its event is bounded by 0. Where 1.10 x a run
/// is no step more, the bound stands still, as the plan does.
std::vector<double> most_by_week_km(const Background& background, const Frame& frame,
                                    const PlanPolicy& policy);

} // namespace plimsoll::planner

#endif
