// What every command does first: read the logs, the athlete's file and the events.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_APP_LOAD_INPUTS_HPP
#define PLIMSOLL_APP_LOAD_INPUTS_HPP

#include "app/invocation.hpp"
#include "app/messages.hpp"
#include "app/roster.hpp"
#include "model/athlete.hpp"
#include "model/event.hpp"
#include "model/training_log.hpp"
#include "reports/text_renderer.hpp"
#include "risk/statement.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::app {

/// Everything a command was given.
struct Inputs {
    TrainingLog log;
    std::optional<Athlete> athlete;
    Roster roster; ///< of --roster, which risk alone reads
    std::vector<Event> events;
    bool events_known = false;
    std::size_t events_refused = 0; ///< rows of the events file that could not be used
    bool some_unreadable = false;   ///< an input that was named could not be read at all

    /// What is known of one athlete: the athlete's file, else the row of the roster, else null.
    const Athlete* facts_of(std::string_view id) const {
        return athlete ? &*athlete : roster.find(id);
    }
};

/// Reads all inputs of @p invocation and tells @p messages what was wrong with them.
/// @throws Error  an athlete or events file that cannot be used; --strict, the first error.
Inputs load_inputs(const Invocation& invocation, Messages& messages);

/// @throws InputError  a row of the events file could not be used: a report says so, a plan is not
///                     made.
void require_whole_events(const Inputs& inputs);

/// The sessions that the command is about: those of --athlete, or of the athlete's file, else all.
/// @throws InputError  no session; none of that athlete; or an athlete's file without an id and
///                     several athletes.
/// @throws UsageError  --athlete and the athlete's file disagree.
std::vector<AthleteSessions> chosen_athletes(const Invocation& invocation, const Inputs& inputs,
                                             Messages& messages);

/// The events of one athlete: those that name it, and, where it is the only one, those that name
/// nobody.
std::vector<Event> events_of(const Inputs& inputs, std::string_view athlete, bool only_one);

/// --as-of, the Sunday of --week, or the day of the newest session.
/// @throws UsageError  neither a date nor a week.
Date as_of_day(const Invocation& invocation, std::span<const AthleteSessions> athletes,
               Messages& messages);

/// --measure; absent where it was not typed. @throws UsageError  there is no such measure.
std::optional<risk::Measure> measure_of(const Invocation& invocation);
/// --sport; absent where it was not typed. @throws UsageError  not run, team or all.
std::optional<SportFilter> filter_of(const Invocation& invocation);

/// The format that --format or the suffix of -o names; "text" without either.
/// @throws UsageError  the command has no such format.
std::string chosen_format(const Invocation& invocation);

/// One statement an athlete.
struct AthleteStatement {
    AthleteSessions sessions;
    std::vector<Event> events;
    risk::Statement statement;
};

std::vector<AthleteStatement> make_statements(const Invocation& invocation, const Inputs& inputs,
                                              std::span<const AthleteSessions> athletes,
                                              Date as_of);

reports::TextStyle text_style(const Invocation& invocation);

} // namespace plimsoll::app

#endif
