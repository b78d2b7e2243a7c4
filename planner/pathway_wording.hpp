// The words and sources of a pathway, which change nothing that is planned.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_WORDING_HPP
#define PLIMSOLL_PLANNER_PATHWAY_WORDING_HPP

#include "planner/pathway.hpp"

#include <string>

namespace plimsoll::planner {

/// The injuries that a row of expected days is of: "MRI grade 3", "soleus; came on while running".
std::string injuries_of(const ExpectedDays& row);

/// How many items of both phases have another text, instruction or source: the phase itself, what
/// to avoid in it, its exercises and gates of the same id.
int other_wordings(const PathwayPhase& shipped, const PathwayPhase& own);

/// Of the items outside the phases: the head, articles, notes, rules, expected days, sources.
int other_wordings(const Pathway& shipped, const Pathway& own);

} // namespace plimsoll::planner

#endif
