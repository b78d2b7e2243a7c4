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
#include "planner/plan_file.hpp"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll::app {

/// The plans of --plan or --plans.
struct Plans {
    std::map<std::string, planner::PlanFile, std::less<>> by_athlete; ///< those that are used
    std::size_t refused = 0; ///< files that could not be used
    /// Every file of the folder, and whose it says it is; nobody's where it is no plan.
    std::vector<std::pair<std::string, std::string>> files;
};

/// Everything a command was given.
struct Inputs {
    PackedLog packed; ///< as it was read; empty once the log is made of it
    TrainingLog log;
    std::optional<Athlete> athlete;
    Roster roster; ///< of --roster, which risk alone reads
    Plans plans;
    std::vector<Event> events;
    bool events_known = false;
    std::size_t events_refused = 0; ///< rows of the events file that could not be used
    bool some_unreadable = false;   ///< an input that was named, or an athlete, not at all

    /// What is known of one athlete: the athlete's file, else the row of the roster, else null.
    const Athlete* facts_of(std::string_view id) const {
        return athlete ? &*athlete : roster.find(id);
    }
};

/// Reads all inputs of @p invocation, and tells @p messages what is wrong with the events. The log
/// stays packed, what is wrong with it untold.
/// @throws Error  an athlete or events file that cannot be used; --strict, the first error.
Inputs read_inputs(const Invocation& invocation, Messages& messages);

/// Reads all inputs of @p invocation, folds duplicates, and tells @p messages what was wrong with
/// them.
/// @throws Error  an athlete or events file that cannot be used; --strict, the first error.
Inputs load_inputs(const Invocation& invocation, Messages& messages);

/// Reads the roster, if one is named, and matches it with the athletes of the log.
/// @throws as read_and_match_roster
void read_roster(const Invocation& invocation, Date as_of, Inputs& inputs, Messages& messages);

/// @throws InputError  a row of the events file could not be used: a report says so, a plan is not
///                     made.
void require_whole_events(const Inputs& inputs);

/// The sessions that the command is about: those of --athlete, or of the athlete's file, else all.
/// @throws InputError  no session; none of that athlete; or an athlete's file without an id and
///                     several athletes.
/// @throws UsageError  --athlete and the athlete's file disagree.
std::vector<AthleteSessions> chosen_athletes(const Invocation& invocation, const Inputs& inputs,
                                             Messages& messages);

} // namespace plimsoll::app

#endif
