// From when to when each phase that is left is expected.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PHASE_SPANS_HPP
#define PLIMSOLL_PLANNER_PHASE_SPANS_HPP

#include "model/date.hpp"
#include "planner/pathway_state.hpp"

#include <cstddef>
#include <vector>

namespace plimsoll::planner {

struct PhaseSpan {
    std::size_t phase; ///< index into Pathway::phases
    Date from;
    Date to; ///< the last day of it

    int days() const noexcept { return to - from + 1; }

    bool contains(Date day) const noexcept { return from <= day && day <= to; }
};

/// A phase whose expected days are over is expected to take as long again, at most so many days.
inline constexpr int most_overdue_days = 7; // policy

/// The days that a phase is expected to last: those of the pathway, and no fewer than its team
/// sessions need that a gate counts.
int expected_length(const PathwayPhase& phase);

/// The present phase and those behind it, one after the other. The present one lasts its expected
/// days from the day on which it was entered or pain restarted it, at least to the day before
/// @p start, and while pain holds; a phase begins no earlier than it may.
/// @param start  the first day of the plan.
std::vector<PhaseSpan> expected_spans(const Pathway& pathway, const Subject& subject,
                                      const PathwayState& state, Date start);

/// Spreads the days that the return to sport lies before @p earliest over the phases that are left
/// before it, each in proportion to its own. Without a phase that is after the return: nothing.
void stretch_to_return(const Pathway& pathway, std::vector<PhaseSpan>& spans, Date start,
                       Date earliest);

/// Moves the return to sport to @p day, later as stretch_to_return() or sooner: each phase left
/// before it is shorter in proportion to its own days, a day at least, and none begins before it
/// may.
void move_return(const Pathway& pathway, const Subject& subject, std::vector<PhaseSpan>& spans,
                 Date start, Date day);

/// Makes the phase at @p index end on @p last at the earliest; those behind it move.
void stretch(std::vector<PhaseSpan>& spans, std::size_t index, Date last);

} // namespace plimsoll::planner

#endif
