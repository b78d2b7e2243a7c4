// The rules of speed and turns, checked again on the finished plan by other code than that which
// made it. SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SPEED_DOSE_VERIFY_HPP
#define PLIMSOLL_PLANNER_SPEED_DOSE_VERIFY_HPP

#include "planner/plan_policy.hpp"
#include "planner/rule.hpp"
#include "planner/speed_demand.hpp"

#include <span>
#include <vector>

namespace plimsoll::planner {

/// What a plan's speed is checked against.
struct SpeedEvidence {
    const Pathway& pathway;
    const PlanPolicy& policy;
    const SpeedDemand& demand;
    const Athlete* athlete = nullptr; ///< may be null
    double top_speed_mps = 0.0;
    std::span<const Session> log;     ///< up to the plan
    std::span<const Session> counted; ///< of it the metres and turns that count
};

/// What @p schedule breaks: sprint_growth, sprint_exposures, match_share, recovery_week, and
/// phase_content where a dose is beyond that of its phase or its metres are not those of its
/// efforts.
std::vector<Violation> speed_dose_violations(const Schedule& schedule,
                                             const SpeedEvidence& evidence);

/// @throws DisagreementError  there is a violation.
void verify_speed_doses(const Schedule& schedule, const SpeedEvidence& evidence);

} // namespace plimsoll::planner

#endif
