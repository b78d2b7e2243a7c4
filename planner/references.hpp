// Which run each planned run is held against, chosen before a linear program is solved.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_REFERENCES_HPP
#define PLIMSOLL_PLANNER_REFERENCES_HPP

#include "planner/background.hpp"
#include "planner/frame.hpp"

#include <map>

namespace plimsoll::planner {

/// "1.10 x the longest of the 30 days before" has a maximum on the right and is not linear: for
/// each planned run one run of its 30 days is chosen, a planned one by its day, or one of the log.
/// Whichever is chosen, a plan that keeps to it keeps the rule.
struct Reference {
    Date day;        ///< of the run it is held against
    double log_km;   ///< its distance, where it is of the log
    bool is_planned; ///< else of the log

    friend bool operator==(const Reference&, const Reference&) = default;
};

/// By the day of the planned run; a run without an entry has none in its 30 days.
using References = std::map<Date, Reference>;

/// Each run against that run which can grow the longest by then, week after week under the ceilings
/// that are known beforehand. Where it is the longest of the finished plan, nothing was given away.
References references_by_reach(const Background& background, const Frame& frame,
                               const PlanPolicy& policy);

/// Each run against the longest run of the log where one lies in its 30 days, else as in @p others.
References references_to_log(const Background& background, const References& others);

/// Each run against the longest of its 30 days, if the planned runs were of these distances.
/// @param planned_km  by day.
References references_at(const Background& background, const std::map<Date, double>& planned_km);

} // namespace plimsoll::planner

#endif
