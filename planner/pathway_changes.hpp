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
    bool looser;      ///< lets the athlete do more, or sooner, than the shipped pathway
};

/// The differences of @p own from @p shipped, in the order of the shipped phases, then what own
/// adds: phases, their expected days, running and earliest day; gates; rules that hold; exercises
/// and their doses. Texts and sources are not compared. What cannot be ordered (a gate that is
/// measured otherwise) counts as looser.
std::vector<PathwayChange> changes_from(const Pathway& shipped, const Pathway& own);

/// Of a pathway that was read from a file, its changes from the shipped one of its id; none of a
/// shipped one.
std::vector<PathwayChange> changes_from_shipped(const Pathway& pathway);

} // namespace plimsoll::planner

#endif
