// The parameters of the rules, in force for one plan.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_PLAN_POLICY_HPP
#define PLIMSOLL_PLANNER_PLAN_POLICY_HPP

#include "model/athlete.hpp"
#include "model/date.hpp"
#include "risk/layoff.hpp"

#include <array>
#include <optional>

namespace plimsoll::planner {

struct PlanPolicy {
    double session_cap = 0.0;       ///< times the longest run of 30 days
    double weekly_growth = 0.0;     ///< times the reference week
    int recovery_every = 0;         ///< weeks
    double recovery_fraction = 0.0; ///< of the reference week
    std::optional<double> ratio_cap;
    double growth_after_walk_run = 0.0; ///< times the reference week
    int walk_run_days = 0;              ///< days on each rung of the walk-run ladder
    std::array<double, risk::ladder_weeks> layoff_ladder{}; ///< shares of the usual weekly distance
    double sprint_growth_m = 0.0;        ///< a week rises by less, above 19.8 km/h
    int sprint_exposures = 0;            ///< in 8 weeks, above 85 % of top speed
    std::array<double, 2> match_share{}; ///< in the first two weeks of team sessions

    /// Defaults, by the age on the first day and the sport.
    static PlanPolicy usual(const Athlete* athlete, Date start);
    /// The defaults, and over them what the athlete's file says.
    static PlanPolicy of(const Athlete* athlete, Date start);

    /// The share of the usual weekly distance that a week back may hold; 1 behind the ladder.
    /// @param week_back  from 1.
    double ladder_share(int week_back) const;
};

} // namespace plimsoll::planner

#endif
