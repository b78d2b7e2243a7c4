// plimsoll risk
// SPDX-License-Identifier: Apache-2.0
#include "app/command.hpp"
#include "app/load_inputs.hpp"
#include "app/version.hpp"
#include "reports/csv.hpp"
#include "reports/json.hpp"
#include "reports/risk_report.hpp"

#include <algorithm>
#include <utility>

namespace plimsoll::app {

CommandResult run_risk(const Invocation& invocation, Messages& messages) {
    const std::string format = chosen_format(invocation);
    const Inputs inputs = load_inputs(invocation, messages);
    const std::vector<AthleteSessions> athletes = chosen_athletes(invocation, inputs, messages);
    const Date as_of = as_of_day(invocation, athletes, messages);
    std::vector<risk::Statement> statements;
    for (AthleteStatement& entry : make_statements(invocation, inputs, athletes, as_of)) {
        statements.push_back(std::move(entry.statement));
    }
    CommandResult result;
    result.status = inputs.some_unreadable || inputs.events_refused > 0 ? data_error : done;
    if (format == "json") {
        result.bytes = reports::risk_json(statements, program_name, invocation.series);
    } else if (format == "csv") {
        result.bytes = invocation.series ? reports::risk_series_csv(statements)
                                         : reports::risk_csv(statements);
    } else {
        const Athlete* athlete = inputs.athlete ? &*inputs.athlete : nullptr;
        result.bytes = reports::render_text(
            reports::risk_report(statements, inputs.log, athlete, invocation.series),
            text_style(invocation));
    }
    return result;
}

} // namespace plimsoll::app
