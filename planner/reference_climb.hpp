// Better runs to hold a run against, where those chosen beforehand hold the goal back.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_REFERENCE_CLIMB_HPP
#define PLIMSOLL_PLANNER_REFERENCE_CLIMB_HPP

#include "planner/horizon_model.hpp"
#include "planner/references.hpp"

#include <functional>
#include <optional>

namespace plimsoll::planner {

/// A model of the plan under references of the session cap. Where the plan leads to an event, its
/// distance is free.
using ModelOf = std::function<HorizonModel(const References&)>;

/// References under which the last week of the model holds @p wanted_km: of its event, where it has
/// one, else of the week.
///
/// The largest distance that the references allow is found by a linear program; each run is then
/// held against the longest of its 30 days in that solution, which keeps every row and so can only
/// be raised; and so on until the distance is reached, or a round gains less than a step. What it
/// finds is reached under the rule itself; what it does not find may exist.
/// @return  nothing when the distance is not reached.
std::optional<References> climb_references(const Background& background, const ModelOf& model_of,
                                           References references, double wanted_km);

} // namespace plimsoll::planner

#endif
