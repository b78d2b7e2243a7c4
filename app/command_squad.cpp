// plimsoll squad
// SPDX-License-Identifier: Apache-2.0
#include "app/alike_names.hpp"
#include "app/as_of.hpp"
#include "app/command.hpp"
#include "app/factor_names.hpp"
#include "app/load_inputs.hpp"
#include "app/option_values.hpp"
#include "app/plan_files.hpp"
#include "app/pseudonyms.hpp"
#include "app/render.hpp"
#include "app/statements.hpp"
#include "app/version.hpp"
#include "reports/squad_report.hpp"

#include <utility>

namespace plimsoll::app {
namespace {

// The names of the log and the roster that may be one person. Those of a row that the roster's
// reader has held against the log are among them.
std::vector<std::pair<std::string, std::string>> find_alike(const Inputs& inputs) {
    std::vector<std::string_view> names;
    for (const AthleteSessions& athlete : inputs.log.by_athlete()) {
        names.push_back(athlete.athlete);
    }
    names.insert(names.end(), inputs.roster.not_in_log.begin(), inputs.roster.not_in_log.end());
    return alike_names(names);
}

} // namespace

CommandResult run_squad(const Invocation& invocation, Messages& messages) {
    const std::string format = chosen_format(invocation);
    require_factors("--without", invocation.without);
    Inputs inputs = load_inputs(invocation, messages);
    const Date as_of = as_of_day(
        invocation, newest_day_of(chosen_athletes(invocation, inputs, messages)), messages);
    read_roster(invocation, as_of, inputs, messages);
    read_plans(invocation, inputs, messages);
    reports::Squad squad;
    squad.customs = customs_of(invocation);
    if (invocation.pseudonymous) {
        // What is alike would tell what a name is like.
        messages.release([names = replace_names(inputs)](const std::string& text) {
            return with_pseudonyms(text, names);
        });
    } else {
        squad.alike = find_alike(inputs);
    }
    const std::vector<AthleteSessions> athletes = inputs.log.by_athlete();
    std::vector<reports::AthleteWeek> weeks;
    for (AthleteStatement& entry : make_statements(invocation, inputs, athletes, as_of)) {
        const Athlete* facts = inputs.facts_of(entry.sessions.athlete);
        if (facts == nullptr && !invocation.roster.empty()) {
            squad.not_in_roster.emplace_back(entry.sessions.athlete);
        }
        auto plan = standing_of(inputs, entry.sessions.sessions, squad.customs.week_of(as_of),
                                entry.statement);
        weeks.push_back(
            {std::move(entry.statement), entry.sessions.sessions, facts, std::move(plan)});
    }
    squad.athletes = weeks;
    squad.not_in_log = inputs.roster.not_in_log;
    squad.log = &inputs.log;
    squad.as_of = as_of;
    squad.program = program_name;
    CommandResult result;
    const bool refused =
        inputs.events_refused > 0 || inputs.roster.rows_refused > 0 || inputs.plans.refused > 0;
    result.status = inputs.some_unreadable || refused ? data_error : done;
    result.bytes = format == "json"
                       ? reports::squad_json(squad)
                       : render(invocation, format, reports::squad_report(squad), as_of, messages);
    return result;
}

} // namespace plimsoll::app
