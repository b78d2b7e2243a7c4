// plimsoll plan
// SPDX-License-Identifier: Apache-2.0
#include "app/as_of.hpp"
#include "app/command.hpp"
#include "app/load_inputs.hpp"
#include "app/option_values.hpp"
#include "app/statements.hpp"
#include "app/version.hpp"
#include "model/error.hpp"
#include "planner/plan.hpp"
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
    const Date as_of = as_of_day(invocation, newest_day_of(athletes), messages);
    const AthleteStatement entry = make_statements(invocation, inputs, athletes, as_of).front();
    if (!entry.statement.load) {
        throw InputError({}, fmt::format("no session on or before {}", to_string(as_of)));
    }
    const planner::Background background =
        planner::background_of(entry.sessions.sessions, &*inputs.athlete, entry.statement.injuries,
                               true, as_of, entry.events, entry.statement.hold);
    const planner::PlanResult plan = planner::make_plan(background, goal, weeks);
    CommandResult result;
    result.bytes =
        format == "json"
            ? reports::plan_json(plan, program_name, as_of)
            : reports::render_text(
                  reports::plan_report(plan, background,
                                       reports::subject_of(entry.statement, &*inputs.athlete)),
                  text_style(invocation));
    result.status = plan.status != planner::PlanStatus::planned ? no_safe_plan
                    : inputs.some_unreadable                    ? data_error
                                                                : done;
    return result;
}

} // namespace plimsoll::app
