// What a plan holds of a match's speed, and how metres were counted.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SPEED_SUMMARY_HPP
#define PLIMSOLL_PLANNER_SPEED_SUMMARY_HPP

#include "model/date.hpp"
#include "planner/session_kind.hpp"

#include <optional>
#include <string>
#include <vector>

namespace plimsoll::planner {

/// One figure of the match against what the plan holds before it. A wish: what the rules do not
/// allow is told, and no reason to refuse the plan.
struct SpeedWish {
    std::string measure; ///< high_speed_m, sprint_m, changes_of_direction
    double asked = 0.0;
    std::string from;       ///< whose figure that is
    double planned = 0.0;   ///< in SpeedSummary::last_week
    std::string limited_by; ///< id of the rule; empty where it is reached
};

/// A session that the pathway lays on a day and that the rules left no repetition of.
struct SpeedLeftOut {
    Date day = Date::from_days(0);
    SessionKind kind = SessionKind::strides;
    std::string limited_by; ///< id of the rule
};

struct SpeedSummary {
    double top_speed_mps = 0.0; ///< that efforts are percent of
    std::string top_speed_from; ///< for people
    bool own_top_speed = false; ///< else metres are those of a fast player: an upper bound
    /// First day of the last building week before that of the match; nothing where none is planned.
    std::optional<Date> last_week;
    std::vector<SpeedWish> wishes;
    std::vector<SpeedLeftOut> left_out; ///< in the order of the days
};

} // namespace plimsoll::planner

#endif
