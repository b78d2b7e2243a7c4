// Why there is no plan: the rules that cannot all be kept, and what the least breach would be.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_CONFLICTS_HPP
#define PLIMSOLL_PLANNER_CONFLICTS_HPP

#include "planner/horizon_model.hpp"

#include <string>
#include <vector>

namespace plimsoll::planner {

/// A rule and how far it stands in the way.
struct Conflict {
    std::string rule;
    Date date;
    double by_m;
    int by_days = 0; ///< instead of metres, of a rule about days
};

struct Conflicts {
    /// What the wished date would break, with the least sum of excess, by the rules of `together`
    /// where they suffice: each rule with its largest excess and where.
    std::vector<Conflict> broken;
    /// The fewest rules that cannot all be kept.
    std::vector<std::string> together;
};

/// Nothing where a plan keeps every row of @p model and its last week holds @p demand_km.
///
/// The rules of `together` alone have no plan, and without any one of them the others do: a set is
/// thinned out rule by rule, and then every smaller one is tried.
/// @param demand_km  0 where the model's frame has an event.
Conflicts conflicts_at(const HorizonModel& model, double demand_km);

/// As conflicts_at(); where only the rounding to whole steps stands in the way, those of the first
/// distance that is no longer possible. Where the sessions of the last week are fixed, the rule
/// that fixes them. Never empty.
Conflicts conflicts_of(const HorizonModel& model, double demand_km);

} // namespace plimsoll::planner

#endif
