// The plans of --plan and --plans, held against the log.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_PLAN_FILES_HPP
#define PLIMSOLL_APP_PLAN_FILES_HPP

#include "app/load_inputs.hpp"
#include "planner/plan_standing.hpp"

#include <optional>
#include <span>
#include <string>

namespace plimsoll::app {

/// Reads the plan of --plan, if one is named, into @p inputs.
/// @throws InputError  no plan; or of nobody in @p athletes.
/// @throws IoError
void read_plan_of(const Invocation& invocation, std::span<const AthleteSessions> athletes,
                  Inputs& inputs);

/// Reads every file of the folder of --plans, if one is named, that ends in .json, and tells
/// @p messages which cannot be used and why: no plan, of nobody in the log, or one of two of the
/// same athlete. Of those the one made later counts, of two made on one day the one with the higher
/// calendar sequence, of two that are alike in that, too, neither.
/// @throws IoError  the folder cannot be read.
/// @throws InputError  with --strict, the first that cannot be used.
void read_plans(const Invocation& invocation, Inputs& inputs, Messages& messages);

/// How the athlete of @p statement stands to the plan that was read; nothing without one.
std::optional<planner::PlanStanding> standing_of(const Inputs& inputs,
                                                 std::span<const Session> sessions, Date week_from,
                                                 const risk::Statement& statement);

} // namespace plimsoll::app

#endif
