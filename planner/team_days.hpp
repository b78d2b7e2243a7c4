// The fixed days of team training, before a plan has any: what they change of the pathway and of
// the days that are run on. SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_TEAM_DAYS_HPP
#define PLIMSOLL_PLANNER_TEAM_DAYS_HPP

#include "model/athlete.hpp"
#include "planner/background.hpp"
#include "planner/goal.hpp"
#include "planner/pathway.hpp"
#include "planner/rule.hpp"
#include "planner/schedule.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace plimsoll::planner {

inline constexpr const char* rule_of_team_days = "team_days";

/// As many team sessions a week as the calendar has days: a phase that asks for a number of them
/// lasts as much longer.
/// @throws InputError  @p pathway has no team session for this athlete, or a day of the calendar is
///                     none of the athlete's days.
void keep_to_team_days(Pathway& pathway, std::span<const TeamDay> team_days,
                       const Athlete* athlete);

/// Makes the fixed days run days, each in the place of that run day that lies nearest to the fixed
/// ones and is not the long run's, so that the number of runs stays.
void run_on_team_days(Background& background, std::span<const TeamDay> team_days);

/// That the team trains on weekdays on which @p schedule, which has team sessions, never has one: a
/// phase holds so many a week, and never two on two days in a row. Nothing where there is none.
std::optional<std::string> team_days_left(const Schedule& schedule,
                                          std::span<const TeamDay> team_days);

/// The rule for people.
RuleInfo team_day_rule(std::span<const TeamDay> team_days);

/// Team sessions of @p schedule on other days than the fixed ones.
std::vector<Violation> team_day_violations(const Schedule& schedule,
                                           std::span<const TeamDay> team_days);

} // namespace plimsoll::planner

#endif
