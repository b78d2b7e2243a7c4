// How long a return took those who were studied, held against what is recorded of an injury.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_EXPECTED_DAYS_HPP
#define PLIMSOLL_PLANNER_EXPECTED_DAYS_HPP

#include "planner/gate.hpp"
#include "planner/pathway.hpp"

#include <optional>

namespace plimsoll::planner {

/// Whether the row is of injuries like this one, as far as is recorded: muscle, grade and named
/// words all, each where the row asks for it. A finding of a picture is never guessed.
bool is_like(const ExpectedDays& row, const Subject& subject);

/// The days from onset to return that what a picture showed makes the fewest to expect: the longest
/// mean of the rows that are like the injury by grade or by named words, and what running adds.
/// Nothing where no picture is recorded.
/// @source  evidence.md 7.1, 12.1 ("max(grade estimate, criteria met)")  @evidence  cohort
std::optional<int> fewest_days(const Pathway& pathway, const Subject& subject);

} // namespace plimsoll::planner

#endif
