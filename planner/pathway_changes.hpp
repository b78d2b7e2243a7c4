// What a pathway of a user's own has otherwise than the one that is shipped, for people to see.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_CHANGES_HPP
#define PLIMSOLL_PLANNER_PATHWAY_CHANGES_HPP

#include "planner/pathway.hpp"

#include <string>
#include <vector>

namespace plimsoll::planner {

/// One difference, in words with both values.
struct PathwayChange {
    std::string text; ///< "A2 gate calf_raises: at least 20 reps instead of 25"
    bool looser;      ///< more, sooner or less prepared than on the shipped pathway
};

/// The differences of @p own from @p shipped: phase by phase in the order of the shipped ones their
/// expected days, running and earliest day, gates with their noise and referrals, exercises and
/// doses; phases that own adds; the order of phases, what the phases come from and the one that
/// begins on the goal's day; rules that hold; days of return. Of other texts and sources the count
/// alone, a line for each phase. What cannot be ordered (a gate that is measured otherwise, phases
/// in another order) counts as looser, and so does strength that is left out before the return.
std::vector<PathwayChange> changes_from(const Pathway& shipped, const Pathway& own);

/// Of a pathway that was read from a file, its changes from the shipped one of its id; none of a
/// shipped one.
std::vector<PathwayChange> changes_from_shipped(const Pathway& pathway);

} // namespace plimsoll::planner

#endif
