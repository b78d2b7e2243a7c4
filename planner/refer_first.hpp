// What goes to a clinician before a plan of any pathway is made.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_REFER_FIRST_HPP
#define PLIMSOLL_PLANNER_REFER_FIRST_HPP

#include "model/session.hpp"
#include "planner/pathway_state.hpp"

#include <optional>
#include <span>
#include <vector>

namespace plimsoll::planner {

/// The gates of the shipped pathways whose failure is referred, whatever files of a user's own say.
const std::vector<Gate>& shipped_referring_gates();

/// Of the referring gates of the shipped pathways and of @p pathway the first whose newest record
/// fails; of the records of one day the worst counts. Records count for risk::watch_strain_days,
/// up to @p day and up to the onset of an injury that is open or whose return is less than that
/// ago, and from such an onset on.
/// @param pathway  that a plan is asked for, for all audiences; of an injury or not.
std::optional<Referral> referral_by_gates(const Pathway& pathway, std::span<const Injury> injuries,
                                          std::span<const Event> events, Date day);

/// A calf injury whose return is less than risk::watch_strain_days ago; null: none. Of several the
/// one that returned last.
const Injury* calf_on_watch(std::span<const Injury> injuries, Date day);

/// Why no plan along @p pathway is made on @p day, whatever else was recorded:
///
/// - referral_by_gates();
/// - two injuries that the pathway is for are open, of different parts of the body or sides, or of
///   sides that are not both known: the plan would follow one and pass over the other;
/// - the pathway is of no injury, and walking was recorded as painful within recent_pain_days;
/// - the pathway is of no injury, and a calf injury on watch has gates open on each shipped pathway
///   of its part: a return date alone shows nothing. Four weeks with a run in each since it do,
///   where no pain above 2 of 10 was recorded in them: whoever runs again for a month is back.
///
/// @param athlete   may be null.
/// @param sessions  of the athlete.
/// @source  Orchard et al. 2020, doi:10.1136/bjsports-2019-100755 (15 weeks)  @evidence  policy
std::optional<Referral> refer_first(const Pathway& pathway, const Athlete* athlete,
                                    std::span<const Injury> injuries, std::span<const Event> events,
                                    std::span<const Session> sessions, Date day);

} // namespace plimsoll::planner

#endif
