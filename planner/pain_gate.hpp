// The gate of pain: a session and the morning after it.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PAIN_GATE_HPP
#define PLIMSOLL_PLANNER_PAIN_GATE_HPP

#include "planner/gate.hpp"

namespace plimsoll::planner {

/// judge() of a gate on pain. Of every part that concerns() the injury and has scores behind
/// @p after: the newest session with a score of the next morning, both within the threshold and the
/// morning no higher than the session. Passed where every scored part is, and the injury's own is
/// one of them; failed where the newest that one of them says is too much.
/// @source  evidence.md 7.6  @evidence  policy, bounded by Moen's running test
GateResult judge_pain(const Gate& gate, const Subject& subject, std::span<const Event> events,
                      Date after, Date day);

/// The newest score of the injury's own place above @p most, behind @p after, that no later session
/// has settled: one scored at most @p most, on a later day. A calm morning settles no painful
/// session, and neither does time.
/// @source  evidence.md 7.6  @evidence  policy
std::optional<PainReport> unsettled_pain(const Subject& subject, std::span<const Event> events,
                                         double most, Date after, Date day);

} // namespace plimsoll::planner

#endif
