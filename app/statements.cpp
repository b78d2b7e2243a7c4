// Statements of the athletes of a log.
// SPDX-License-Identifier: Apache-2.0
#include "app/statements.hpp"

#include "app/option_values.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <utility>

namespace plimsoll::app {

std::vector<Event> events_of(const Inputs& inputs, std::string_view athlete, bool only_one) {
    std::vector<Event> events;
    for (const Event& event : inputs.events) {
        if (event.athlete == athlete || (only_one && event.athlete.empty())) {
            events.push_back(event);
        }
    }
    return events;
}

risk::StatementRequest statement_request(const Invocation& invocation, const Inputs& inputs,
                                         Date as_of) {
    risk::StatementRequest request;
    request.as_of = as_of;
    request.injuries_told = inputs.athlete.has_value();
    request.events_known = inputs.events_known;
    request.events_refused = inputs.events_refused;
    if (inputs.athlete && inputs.athlete->birth_date && *inputs.athlete->birth_date >= as_of) {
        throw InputError({invocation.athlete_file, 0, 0, "athlete.birth_date"},
                         fmt::format("is {}, not before {}", to_string(*inputs.athlete->birth_date),
                                     to_string(as_of)));
    }
    request.measure = measure_of(invocation);
    request.filter = filter_of(invocation);
    request.without = invocation.without;
    request.told_in = told_in(invocation);
    return request;
}

void ask_of(std::string_view athlete, const Inputs& inputs, std::span<const Event> events,
            risk::StatementRequest& request) {
    request.events = events;
    request.athlete = inputs.facts_of(athlete);
    request.roster_refused = inputs.roster.refused.contains(athlete);
}

std::vector<AthleteStatement> make_statements(const Invocation& invocation, const Inputs& inputs,
                                              std::span<const AthleteSessions> athletes,
                                              Date as_of) {
    risk::StatementRequest request = statement_request(invocation, inputs, as_of);
    std::vector<AthleteStatement> statements;
    for (const AthleteSessions& athlete : athletes) {
        AthleteStatement entry{
            athlete, events_of(inputs, athlete.athlete, athletes.size() == 1), {}};
        ask_of(athlete.athlete, inputs, entry.events, request);
        entry.statement = risk::make_statement(athlete.sessions, request);
        statements.push_back(std::move(entry));
    }
    return statements;
}

} // namespace plimsoll::app
