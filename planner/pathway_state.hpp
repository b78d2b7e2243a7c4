// Where on a pathway an athlete is on a day, by what was recorded up to that day.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_STATE_HPP
#define PLIMSOLL_PLANNER_PATHWAY_STATE_HPP

#include "model/event.hpp"
#include "planner/gate.hpp"
#include "planner/pathway.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::planner {

/// Days in one phase.
struct PhaseStay {
    std::size_t phase; ///< index into Pathway::phases
    Date from;
    std::vector<GateResult> gates; ///< one a gate, on the last day of the stay, or today
    std::string why;               ///< that it was entered, for people; empty of the first
    bool back = false;             ///< entered backwards
    Date after = from;             ///< its gates count records behind this day: that of the entry,
                                   ///< or of the pain that restarted it
};

/// What goes to a clinician instead of a plan.
struct Referral {
    std::string text; ///< what to do
    std::string why;  ///< what was recorded; empty where the text says it
};

struct PathwayState {
    std::vector<PhaseStay> stays;     ///< oldest first, never empty; the last is the present one
    std::optional<PainReport> hold;   ///< pain that forbids going on
    std::optional<Date> hold_until;   ///< the first day that the plan may hope for without it
    std::optional<Date> repeats_from; ///< of the present phase: the day of pain that restarted it
    std::optional<Date> waits_until;  ///< all gates passed, the next phase may not begin before it
    std::optional<Referral> refers;   ///< no plan, see a clinician

    const PhaseStay& present() const { return stays.back(); }

    /// The gates of a phase as they stood when it was last left, or stand now; none if never there.
    const PhaseStay* last_stay_in(std::size_t phase) const noexcept;
};

/// Walks the pathway day by day, from its start to @p day:
///
/// - the gates of a phase count what was recorded behind the day on which it was entered: nothing
/// of
///   an older phase, nothing of the day of the onset or before it;
/// - a phase is left when all of its gates are passed, on the day of the last record, unless pain
///   holds, or the next phase may not begin yet: by its calendar, and behind the return by the days
///   that a picture of the injury makes the fewest to expect;
/// - of rungs and team sessions no more count than days leave room for: most_done_in();
/// - pain above the limit of the pathway's rule, or more the next morning than on the day before,
///   holds, until a later session of that place scores within the limit: neither a calm morning nor
///   time settles it (where nobody runs yet, walking without pain does); where it is of the injury,
///   the present phase is repeated from its day, and its gates count what was recorded behind it (a
///   rung of the ladder stays done);
/// - a gate of an earlier phase, recorded again and failed by more than its noise, leads back to
///   that phase, where the pathway has such a rule; what two sides are apart does where they differ
///   by more than the noise of one count, or, of hops, by twice the limit, unless the injured side
///   still does what the phase asks of it alone;
/// - a recorded return to sport leads nowhere: the phase after it, too, begins when the gates
/// before
///   it are passed;
/// - a gate that refers and whose newest record fails, of the day of the onset too, is referred; of
///   the records of one day the worst counts;
/// - a phase that lasts longer than the pathway's rule allows is referred; of the first phase the
///   days count from the onset, or from pain or a record of its gates in the record_counts_days
///   before that.
///
/// Nothing after @p day is looked at. The start is the onset where the pathway says so, else the
/// first record of the latest series of records without a pause of more than record_counts_days,
/// else @p day.
///
/// @param pathway  for the subject's audience, with phases from gates.
/// @param events   of the athlete.
/// @throws PreconditionError  the pathway starts at the onset and the subject has none by then.
/// @source  evidence.md 12  @evidence  policy
PathwayState state_of(const Pathway& pathway, const Subject& subject, std::span<const Event> events,
                      Date day);

/// Rungs of the walk-run ladder that are done: by the newest record of the present phase; all of
/// them behind the phase that asks for them.
int rungs_done(const Pathway& pathway, const PathwayState& state);

} // namespace plimsoll::planner

#endif
