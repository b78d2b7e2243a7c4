// What a plan along a pathway has to be read with.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_WARNINGS_HPP
#define PLIMSOLL_PLANNER_PATHWAY_WARNINGS_HPP

#include "planner/pathway_plan.hpp"

#include <optional>
#include <string>

namespace plimsoll::planner {

/// That a return is recorded by @p day, and the gates before the phase behind it are not passed;
/// nothing of a plan without a state, or where they are.
std::optional<std::string> early_return_of(const PathwayPlan& path, Date day);

} // namespace plimsoll::planner

#endif
