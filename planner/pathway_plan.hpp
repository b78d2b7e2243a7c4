// A plan along a pathway: the phases that are left with their expected days, what each day holds,
// and the planner's runs from the phase on that allows them. SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PATHWAY_PLAN_HPP
#define PLIMSOLL_PLANNER_PATHWAY_PLAN_HPP

#include "planner/background.hpp"
#include "planner/goal.hpp"
#include "planner/pathway_changes.hpp"
#include "planner/pathway_state.hpp"
#include "planner/phase_spans.hpp"
#include "planner/plan.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::planner {

/// What a plan along a pathway is made from. Everything that is pointed to must outlive the plan.
struct PathwayRequest {
    std::span<const Session> sessions; ///< of the athlete, in order of earlier()
    const Athlete* athlete = nullptr;  ///< may be null
    std::span<const Injury> injuries;
    bool injuries_known = false;
    std::span<const Event> events;   ///< of the athlete
    std::optional<std::string> hold; ///< of risk::Statement: why no run is suggested
    bool came_on_running = false;    ///< the injury, as the screen was answered
    Date as_of = Date::from_days(0);
    Goal goal;
    int weeks = default_weeks;
    const Pathway* pathway = nullptr;
    /// Of a plan that goes on: from where its weeks count (PlanResult::weeks_from).
    std::optional<Date> weeks_from;
    /// Times the expected days from onset to return: of a range. Then no range is made.
    std::optional<double> expected_share;
};

/// P10, P50 and P90 of the goal's day, and whose days they are from.
struct ReturnRange {
    Date p10;
    Date p50;
    Date p90;
    std::string whose; ///< text of the row of expected days
    double mean_days;
    double sd_days;
    Grounds grounds;
};

/// Where the athlete is on the pathway, and what is to come.
struct PathwayPlan {
    Pathway pathway;                     ///< for the athlete's audience
    Date first_day = Date::from_days(0); ///< of the plan
    Subject subject;
    std::optional<PathwayState> state; ///< none where the phases are those of the runs
    std::vector<PhaseSpan> spans;      ///< the present phase and those to come; without state, all
    std::vector<std::vector<GateResult>> gates; ///< by phase: as they were left, or stand today; of
                                                ///< phases to come open, with their threshold
    std::optional<ReturnRange> range;           ///< none without a spread of days
    std::optional<int> fewest_days;             ///< from onset to return, by what a picture showed
    std::optional<Date> running_from;  ///< the first day of planned runs, where that is not at once
    std::optional<Date> last_distance; ///< the last day for which a distance is planned
    std::optional<Date> base_day; ///< of a plan for a day of its own: when the distance is held
    std::vector<PathwayChange> changes;      ///< of a file of --pathways, from what is shipped
    std::optional<std::string> early_return; ///< a return is recorded whose gates are open
    std::optional<std::string> days_left;    ///< the team trains on days that the plan leaves free

    /// The expected days of a phase; null for one that is over or that no run is in.
    const PhaseSpan* span_of(std::size_t phase) const noexcept;
    /// The early return, the team's days that are left, and every change that loosens the shipped
    /// pathway.
    std::vector<std::string> warnings() const;
};

struct PlanOnPathway {
    PlanResult result;
    Background background; ///< of the runs; its as_of is the day before they may begin
    PathwayPlan path;
};

/// What plan_on_pathway() knows before it plans a distance.
struct StartOnPathway {
    Background background; ///< empty where an injury without an onset is referred
    PathwayPlan path;
    std::optional<Referral> refers; ///< no plan, see a clinician
};

/// @throws InputError  as plan_on_pathway().
StartOnPathway start_on_pathway(const PathwayRequest& request);

/// The plan along @p request.pathway.
///
/// The runs are those of make_plan(): from tomorrow, or from the expected day of the first phase
/// that has planned runs, and then, after an injury, on the walk-run ladder. Pain that holds puts
/// them off. Phases last as expected_spans() says, the one with the ladder as long as that takes;
/// each day has the content of its phase. A pathway with a phase that begins on the goal's day (a
/// first game) has no plan where the phases before it do not fit. Of what the late phases need and
/// no run holds (sprints, matches) no distance is made up. The finished plan is verified.
///
/// @throws InputError  the pathway starts at the onset of an injury and none is recorded (nor a
/// gate
///                     that refers at once); as make_plan().
/// @throws DisagreementError  a verifier rejects the plan.
PlanOnPathway plan_on_pathway(const PathwayRequest& request);

} // namespace plimsoll::planner

#endif
