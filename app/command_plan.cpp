// plimsoll plan
// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "app/load_inputs.hpp"
#include "app/pathway_folder.hpp"
#include "app/version.hpp"
#include "model/error.hpp"
#include "planner/pathway_plan.hpp"
#include "reports/plan_report.hpp"
#include "reports/sections.hpp"

#include <fmt/format.h>

namespace plimsoll::app {
namespace {

int weeks_of(const Invocation& invocation) {
    const int weeks = invocation.weeks.value_or(planner::default_weeks);
    if (weeks < 1 || weeks > planner::most_weeks) {
        throw UsageError(
            fmt::format("error: --weeks is from 1 to {}, not {}", planner::most_weeks, weeks));
    }
    return weeks;
}

} // namespace

CommandResult run_plan(const Invocation& invocation, Messages& messages) {
    const std::string format = chosen_format(invocation);
    const int weeks = weeks_of(invocation);
    if (invocation.goal.empty() || invocation.athlete_file.empty()) {
        throw UsageError("error: 'plimsoll plan' needs --goal G.toml and --athlete-file A.toml\n"
                         "hint: 'plimsoll help plan' shows a pair of them");
    }
    const planner::Goal goal = planner::read_goal_file(invocation.goal);
    const Inputs inputs = load_inputs(invocation, messages);
    require_whole_events(inputs);
    const std::vector<AthleteSessions> athletes = chosen_athletes(invocation, inputs, messages);
    const Date as_of = as_of_day(invocation, athletes, messages);
    const AthleteStatement entry = make_statements(invocation, inputs, athletes, as_of).front();
    if (!entry.statement.load) {
        throw InputError({}, fmt::format("no session on or before {}", to_string(as_of)));
    }
    const planner::PathwayLibrary pathways = load_pathways(invocation);
    planner::PathwayRequest request;
    request.sessions = entry.sessions.sessions;
    request.athlete = &*inputs.athlete;
    request.injuries = entry.statement.injuries;
    request.injuries_known = true;
    request.events = entry.events;
    request.hold = entry.statement.hold;
    request.as_of = as_of;
    request.goal = goal;
    request.weeks = weeks;
    request.pathway = &pathways.with_id(goal.pathway);
    const planner::PlanOnPathway made = planner::plan_on_pathway(request);
    const planner::PlanResult& plan = made.result;
    CommandResult result;
    result.bytes =
        format == "json"
            ? reports::plan_json(plan, program_name, as_of, &made.path)
            : reports::render_text(
                  reports::plan_report(plan, made.background,
                                       reports::subject_of(entry.statement, &*inputs.athlete),
                                       &made.path, entry.events),
                  text_style(invocation));
    result.status = plan.status != planner::PlanStatus::planned ? no_safe_plan
                    : inputs.some_unreadable                    ? data_error
                                                                : done;
    return result;
}

} // namespace plimsoll::app
