// One plan after another, each over so many weeks, until one keeps the rules.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PLAN_SEARCH_HPP
#define PLIMSOLL_PLANNER_PLAN_SEARCH_HPP

#include "planner/background.hpp"
#include "planner/frame.hpp"
#include "planner/horizon_model.hpp"
#include "planner/references.hpp"
#include "planner/rule.hpp"
#include "planner/schedule.hpp"

#include <cstddef>
#include <optional>
#include <set>
#include <vector>

namespace plimsoll::planner {

/// How hard the search tries.
enum class Effort : std::uint8_t {
    quick,   ///< only weeks that the steepest plan reaches
    thorough ///< the steepest way may lead nowhere where another one does
};

/// Plans of whole steps that keep every row of the model. What it holds must outlive it.
class PlanSearch {
public:
    /// @param weeks  the longest plan that will be asked for.
    PlanSearch(const Background& background, const PlanPolicy& policy, int weeks);

    /// From here on the plans lead to an event, or to none.
    void lead_to(const std::optional<EventDay>& event);

    const std::optional<EventDay>& event() const noexcept { return event_; }

    const Frame& frame() const noexcept { return frame_; }

    const Rules& rules() const noexcept { return rules_; }

    /// An upper bound of what each week can hold, kilometres: most_by_week_km().
    std::vector<double> most_km() const;

    /// The wanted plan whose last week is number @p week of the frame, from 0, and holds
    /// @p demand_km (0: the event of the frame). Short runs are put together as far as the goal
    /// stays in that week. @return  nothing when none is found.
    std::optional<Schedule> plan_to(std::size_t week, double demand_km, Effort effort);

    /// The model of a plan to the end of a week.
    HorizonModel model_to(std::size_t week) const;

private:
    void remake_frame();
    HorizonModel model_of(std::size_t weeks, const References& references) const;
    HorizonModel model_on(const Frame& frame, std::size_t weeks, const References& references,
                          HorizonModel::Event event = HorizonModel::Event::fixed) const;
    std::optional<References> climb_from(const References& first, std::size_t weeks);
    double wanted_km() const;
    std::optional<Schedule> schedule_of(std::size_t weeks);
    std::optional<Schedule> schedule_to_event(const HorizonModel& by_reach,
                                              const References& references);
    std::optional<Schedule> schedule_from(std::size_t weeks, const References& references);
    Schedule schedule_at(const HorizonModel& model, const std::vector<double>& distances_km) const;
    bool is_spent() const noexcept;
    std::optional<std::vector<double>> pursue(const HorizonModel& model, double asked_km);
    std::optional<std::vector<double>> rounded_plan(const HorizonModel& by_reach, References used,
                                                    double asked_km);
    bool leave_out_short_runs(const Schedule& schedule);

    const Background& background_;
    const PlanPolicy& policy_;
    int weeks_;
    std::optional<EventDay> event_;
    Rules rules_;
    Frame frame_;
    References references_;
    References to_log_;
    std::set<Date> left_out_;
    double demand_km_ = 0.0;
    Effort effort_asked_ = Effort::quick;
    std::size_t effort_ = 0; ///< columns pursued
};

} // namespace plimsoll::planner

#endif
