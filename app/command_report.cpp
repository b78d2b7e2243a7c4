// plimsoll report
// SPDX-License-Identifier: Apache-2.0
#include "app/as_of.hpp"
#include "app/command.hpp"
#include "app/factor_names.hpp"
#include "app/load_inputs.hpp"
#include "app/option_values.hpp"
#include "app/plan_files.hpp"
#include "app/render.hpp"
#include "app/statements.hpp"
#include "reports/weekly_report.hpp"

#include <utility>

namespace plimsoll::app {

CommandResult run_report(const Invocation& invocation, Messages& messages) {
    const std::string format = chosen_format(invocation);
    require_factors("--without", invocation.without);
    Inputs inputs = load_inputs(invocation, messages);
    const std::vector<AthleteSessions> athletes = chosen_athletes(invocation, inputs, messages);
    const Date as_of = as_of_day(invocation, newest_day_of(athletes), messages);
    const Athlete* athlete = inputs.athlete ? &*inputs.athlete : nullptr;
    read_plan_of(invocation, athletes, inputs);
    const reports::Customs customs = customs_of(invocation);
    std::vector<reports::AthleteWeek> weeks;
    for (AthleteStatement& entry : make_statements(invocation, inputs, athletes, as_of)) {
        auto plan =
            standing_of(inputs, entry.sessions.sessions, customs.week_of(as_of), entry.statement);
        weeks.push_back(
            {std::move(entry.statement), entry.sessions.sessions, athlete, std::move(plan)});
    }
    CommandResult result;
    result.status = inputs.some_unreadable || inputs.events_refused > 0 ? data_error : done;
    result.bytes =
        render(invocation, format, reports::weekly_report(weeks, inputs.log, as_of, customs), as_of,
               messages);
    return result;
}

} // namespace plimsoll::app
