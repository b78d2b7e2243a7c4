// Planned runs as workout files for a watch.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_REPORTS_WORKOUT_FIT_HPP
#define PLIMSOLL_REPORTS_WORKOUT_FIT_HPP

#include "planner/plan.hpp"

#include <string>
#include <vector>

namespace plimsoll::reports {

struct WorkoutFile {
    std::string name; ///< of the file: 2026-11-24-run.fit
    std::string bytes;
};

/// A FIT file for each planned run and walk-run session: repeats of walking and running by time, a
/// run by its distance, no target of speed or heart rate. Team sessions and matches are left out.
/// The same plan gives the same bytes.
/// @param as_of  the day of the plan: when the files say they were made.
/// @source  layout: docs/formats.md, FIT; messages 0 file_id, 26 workout, 27 workout_step
std::vector<WorkoutFile> workout_files(const planner::PlanResult& plan, Date as_of);

} // namespace plimsoll::reports

#endif
