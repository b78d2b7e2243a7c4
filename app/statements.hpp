// The statements that a command is about.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_STATEMENTS_HPP
#define PLIMSOLL_APP_STATEMENTS_HPP

#include "app/load_inputs.hpp"
#include "risk/statement.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace plimsoll::app {

/// The events of one athlete: those that name it, and, where it is the only one, those that name
/// nobody.
std::vector<Event> events_of(const Inputs& inputs, std::string_view athlete, bool only_one);

/// What is asked of each athlete, but for what ask_of() puts in.
/// @throws InputError  the athlete was not born on @p as_of.
/// @throws UsageError  an option's value.
risk::StatementRequest statement_request(const Invocation& invocation, const Inputs& inputs,
                                         Date as_of);

/// Makes @p request one of a certain athlete.
/// @param events  of the athlete; must outlive the request's use.
void ask_of(std::string_view athlete, const Inputs& inputs, std::span<const Event> events,
            risk::StatementRequest& request);

/// One statement an athlete.
struct AthleteStatement {
    AthleteSessions sessions;
    std::vector<Event> events;
    risk::Statement statement;
};

/// @throws as statement_request
std::vector<AthleteStatement> make_statements(const Invocation& invocation, const Inputs& inputs,
                                              std::span<const AthleteSessions> athletes,
                                              Date as_of);

} // namespace plimsoll::app

#endif
