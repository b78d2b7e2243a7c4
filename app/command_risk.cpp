// plimsoll risk
// SPDX-License-Identifier: Apache-2.0
#include "app/as_of.hpp"
#include "app/command.hpp"
#include "app/factor_names.hpp"
#include "app/load_inputs.hpp"
#include "app/option_values.hpp"
#include "app/render.hpp"
#include "app/squad_csv.hpp"
#include "app/statements.hpp"
#include "app/version.hpp"
#include "import/session_text.hpp"
#include "model/error.hpp"
#include "reports/csv.hpp"
#include "reports/explain_report.hpp"
#include "reports/json.hpp"
#include "reports/risk_report.hpp"
#include "reports/what_if_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace plimsoll::app {
namespace {

// What is asked of one athlete and as a page only.
void require_one_page(const char* option, std::size_t athletes, const std::string& format) {
    if (!is_page_format(format)) {
        throw UsageError(fmt::format("error: {} is for pages, not for {}", option, format));
    }
    if (athletes > 1) {
        throw UsageError(fmt::format("error: {} is of one athlete, the log is of {}; say --athlete",
                                     option, athletes));
    }
}

ExitStatus status_of(const Inputs& inputs) {
    const bool refused = inputs.events_refused > 0 || inputs.roster.rows_refused > 0;
    return inputs.some_unreadable || refused ? data_error : done;
}

std::string what_if(const Invocation& invocation, const std::string& format, const Inputs& inputs,
                    const AthleteSessions& athlete, Date as_of, Messages& messages) {
    std::vector<Session> added;
    for (const std::string& text : invocation.add) {
        added.push_back(ingest::parse_session(text));
        added.back().athlete = athlete.athlete;
        as_of = std::max(as_of, added.back().start.day);
    }
    std::vector<Session> all(athlete.sessions.begin(), athlete.sessions.end());
    all.insert(all.end(), added.begin(), added.end());
    std::stable_sort(all.begin(), all.end(), earlier);
    const std::vector<AthleteSessions> before{athlete};
    const std::vector<AthleteSessions> after{{athlete.athlete, all}};
    const auto without = make_statements(invocation, inputs, before, as_of);
    const auto with = make_statements(invocation, inputs, after, as_of);
    return render(invocation, format,
                  reports::what_if_report(without.front().statement, with.front().statement, added,
                                          inputs.facts_of(athlete.athlete), customs_of(invocation)),
                  as_of, messages);
}

} // namespace

CommandResult run_risk(const Invocation& invocation, Messages& messages) {
    const std::string format = chosen_format(invocation);
    if (!invocation.explain_factor.empty()) {
        require_factors("--explain", std::span(&invocation.explain_factor, 1));
    }
    require_factors("--without", invocation.without);
    if (!invocation.add.empty() && (!invocation.explain_factor.empty() || invocation.series)) {
        throw UsageError("error: --add goes without --explain and without --series");
    }
    if (!invocation.roster.empty() && !invocation.athlete_file.empty()) {
        throw UsageError("error: --roster and --athlete-file exclude each other");
    }
    const bool one_asked_for = !invocation.athlete.empty() || !invocation.athlete_file.empty();
    if (format == "csv" && !one_asked_for && invocation.add.empty() &&
        invocation.explain_factor.empty()) {
        Inputs inputs = read_inputs(invocation, messages);
        std::string rows = squad_csv(invocation, inputs, messages);
        return {std::move(rows), status_of(inputs)};
    }
    Inputs inputs = load_inputs(invocation, messages);
    const std::vector<AthleteSessions> athletes = chosen_athletes(invocation, inputs, messages);
    const Date as_of = as_of_day(invocation, newest_day_of(athletes), messages);
    read_roster(invocation, as_of, inputs, messages);
    const Athlete* athlete = inputs.facts_of(athletes.front().athlete);
    CommandResult result;
    result.status = status_of(inputs);
    if (!invocation.add.empty()) {
        require_one_page("--add", athletes.size(), format);
        result.bytes = what_if(invocation, format, inputs, athletes.front(), as_of, messages);
        return result;
    }
    std::vector<risk::Statement> statements;
    for (AthleteStatement& entry : make_statements(invocation, inputs, athletes, as_of)) {
        statements.push_back(std::move(entry.statement));
    }
    if (!invocation.explain_factor.empty()) {
        require_one_page("--explain", athletes.size(), format);
        if (!statements.front().load) {
            throw InputError({}, fmt::format("no session on or before {}", to_string(as_of)));
        }
        result.bytes =
            render(invocation, format,
                   reports::explain_report(statements.front(), athlete, invocation.explain_factor),
                   as_of, messages);
        return result;
    }
    if (format == "json") {
        result.bytes = reports::risk_json(statements, program_name, invocation.series);
    } else if (format == "csv") {
        result.bytes = invocation.series ? reports::risk_series_csv(statements)
                                         : reports::risk_csv(statements);
    } else {
        if (invocation.series && statements.size() > 1) {
            throw UsageError("error: --series as text is of one athlete; say --athlete, or "
                             "--format csv");
        }
        result.bytes = render(invocation, format,
                              reports::risk_report(statements, inputs.log, athlete,
                                                   invocation.series, customs_of(invocation)),
                              as_of, messages);
    }
    return result;
}

} // namespace plimsoll::app
