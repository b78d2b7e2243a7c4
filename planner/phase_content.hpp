// The daily content of phases, on the days of a schedule.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PHASE_CONTENT_HPP
#define PLIMSOLL_PLANNER_PHASE_CONTENT_HPP

#include "planner/background.hpp"
#include "planner/goal.hpp"
#include "planner/pathway.hpp"
#include "planner/phase_spans.hpp"
#include "planner/schedule.hpp"

#include <optional>
#include <span>
#include <vector>

namespace plimsoll::planner {

/// The id that limited_by names for what a phase adds to the runs.
inline constexpr const char* phase_content = "phase_content";

/// Days that the content keeps to.
struct ContentDays {
    std::optional<Date> impact_from; ///< the first day for a run or a jump
    std::optional<Date> match;       ///< of the first match
    std::vector<TeamDay> team_days;  ///< of the team's calendar; none: any day with a run
};

/// Puts the exercises of each phase on its days, as often as they say, into PlannedDay::others;
/// none on days that are away.
///
/// - `every_days` counts from the first day of the phase, `per_week` is spread over each seven
/// days;
/// - content with running stands on days that have a run, where the week has one; else on days that
///   can be trained on; never on two days in a row, over all phases;
/// - speed has no place in a week that grows too much to hold it (growing_weeks());
/// - running and jumps wait for @p days.impact_from: pain, or the first day that a pathway allows;
/// - speed of one kind stands no more often in any seven days than a phase says, whatever week and
///   phase they are of;
/// - jumps twice a week stand on days with a run, where the phase has runs;
/// - what starts in a later week of the phase waits for it;
/// - the day of @p days.match has the match, and nothing else that is run the day before and after;
///   a sprint is best two days before it, and before one a week later; the day before a match a
///   week later has no such content either;
/// - strength that is due so often a week stands not on the day before a match but a day earlier;
/// - team sessions stand on the fixed days of the team alone, where it has some;
/// - a team session takes the place of a run: it keeps the run's distance as its ceiling.
void add_content(Schedule& schedule, const Pathway& pathway, std::span<const PhaseSpan> spans,
                 const Background& background, const ContentDays& days = {});

} // namespace plimsoll::planner

#endif
