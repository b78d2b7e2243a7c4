// The linear program of speed and turns: how much of each part of the frame.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SPEED_MODEL_HPP
#define PLIMSOLL_PLANNER_SPEED_MODEL_HPP

#include "planner/linear_program.hpp"
#include "planner/speed_frame.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace plimsoll::planner {

/// A hard rule at one week: terms over the parts <= at_most.
struct SpeedRow {
    std::string rule;
    std::size_t week = 0; ///< the last that it has a part of
    Terms terms;
    double at_most = 0.0; ///< >= 0 but for what earlier weeks give: nothing planned keeps every row
};

/// sprint_growth, recovery_week and the upper ends of doses, week by week.
std::vector<SpeedRow> speed_rows(const SpeedFrame& frame, const PlanPolicy& policy);

/// Parts of the last building week before that of the match, each with what one unit adds; nothing
/// without a match or such a week.
Terms before_match(const SpeedFrame& frame, double SpeedPart::*measure);

/// The wanted amount of each part, not yet whole. In this order, each without giving up what came
/// before: the last building week before that of the match holds what it asks in sprinting, at high
/// speed and in turns; each exercise has the lower end of its dose at the effort of its day, alike
/// in a week, team sessions what they may hold; then at any effort; the largest rise of a week in
/// metres at high speed, then in turns, is smallest; repetitions are as the phase rises. The same
/// frame gives the same amounts.
std::vector<double> wanted_amounts(const SpeedFrame& frame, const std::vector<SpeedRow>& rows,
                                   const SpeedDemand& demand);

/// Whole repetitions and steps of metres near @p wanted that keep every row: what does not fit is
/// left out, what fits is rounded up, week after week.
std::vector<double> whole_amounts(const SpeedFrame& frame, const std::vector<SpeedRow>& rows,
                                  const std::vector<double>& wanted);

/// The rule that forbids one step more of @p part; empty where none does.
std::string limit_of_part(const SpeedFrame& frame, const std::vector<SpeedRow>& rows,
                          std::vector<double> amounts, std::size_t part);

} // namespace plimsoll::planner

#endif
