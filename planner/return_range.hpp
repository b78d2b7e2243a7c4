// The day of the goal as a range: how long the phases took others, against their mean.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_RETURN_RANGE_HPP
#define PLIMSOLL_PLANNER_RETURN_RANGE_HPP

#include "planner/pathway_plan.hpp"

#include <array>
#include <optional>

namespace plimsoll::planner {

/// P10, P50 and P90 of a lognormal distribution with this mean and standard deviation, each divided
/// by the mean: exp(z s - s^2/2) with s^2 = ln(1 + (sd/mean)^2) and z = -1.2816, 0, 1.2816.
/// @param mean  > 0  @param sd  > 0, of the same unit
/// @throws PreconditionError
/// @source  closed form, by the method of moments. That times to return are skewed to the right is
///          in the data (sd 14 to 19 days on means of 19 to 29); that they are lognormal is policy.
std::array<double, 3> shares_of_mean(double mean, double sd);

/// The row of expected days that a spread is taken from: of those like the injury that have a
/// standard deviation, that with the longest mean. Null without one.
/// @source  evidence.md 7.1  @evidence  cohort
const ExpectedDays* row_with_spread(const Pathway& pathway, const Subject& subject);

/// The day of the goal if the phases before the return lasted, in proportion to what is expected,
/// as long as in the fastest tenth, the middle and the slowest tenth of that row; the runs planned
/// anew each time, so that no rule is broken: the first may be the planned day itself.
/// @param planned  made from @p request.
/// @return  nothing without an onset, a phase behind the return, a spread, or a plan.
std::optional<ReturnRange> return_range(const PathwayRequest& request,
                                        const PlanOnPathway& planned);

} // namespace plimsoll::planner

#endif
