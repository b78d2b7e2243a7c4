// Events that found their athlete, and those that did not.
// SPDX-License-Identifier: Apache-2.0
#include "app/stray_events.hpp"

#include "import/import_options.hpp"
#include "model/nearest_name.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::app {
namespace {

bool is_of_health(EventKind kind) {
    return kind == EventKind::injury_onset || kind == EventKind::injury_return ||
           kind == EventKind::pain || kind == EventKind::morning_pain;
}

} // namespace

std::vector<std::string_view> athlete_ids(const PackedSessions& sessions) {
    std::vector<std::string_view> ids;
    for (const std::size_t athlete : sessions.by_id()) {
        ids.push_back(sessions.id(athlete));
    }
    return ids;
}

// A log that names nobody is of whom all events name.
void adopt_events(const Invocation& invocation, Inputs& inputs) {
    const bool nameless = invocation.athlete.empty() &&
                          (!inputs.athlete || inputs.athlete->id.empty()) &&
                          inputs.packed.sessions.athletes() == 1 &&
                          inputs.packed.sessions.id(0) == ingest::ImportOptions().athlete;
    if (!nameless || inputs.events.empty()) {
        return;
    }
    const std::string name = inputs.events.front().athlete;
    const bool one = std::all_of(inputs.events.begin(), inputs.events.end(),
                                 [&](const Event& event) { return event.athlete == name; });
    for (Event& event : inputs.events) {
        event.athlete = one ? "" : event.athlete;
    }
}

// Events that no athlete of the log will get: a name with a slip, or none among several. Events of
// a whole squad may stand beside the log of one of it; but injuries and pain of strangers alone are
// no squad's.
std::vector<Diagnostic> find_strays(const Invocation& invocation, Inputs& inputs) {
    std::vector<Diagnostic> strays;
    std::vector<std::string_view> known = athlete_ids(inputs.packed.sessions);
    const bool several = known.size() > 1;
    const bool one_chosen = inputs.athlete.has_value() || !invocation.athlete.empty();
    if (inputs.athlete && !inputs.athlete->id.empty()) {
        known.push_back(inputs.athlete->id);
    }
    const auto is_stray = [&](const Event& event) {
        return event.athlete.empty()
                   ? several && !one_chosen
                   : std::find(known.begin(), known.end(), event.athlete) == known.end();
    };
    const bool none_fits = std::all_of(inputs.events.begin(), inputs.events.end(), is_stray);
    for (const Event& event : inputs.events) {
        if (!is_stray(event)) {
            continue;
        }
        const bool named = !event.athlete.empty();
        const std::string nearest = named ? nearest_name(event.athlete, known) : std::string();
        const bool error = !nearest.empty() || !named || (none_fits && is_of_health(event.kind));
        inputs.events_refused += error ? 1 : 0;
        strays.push_back(
            {error ? Severity::error : Severity::note,
             {invocation.events, event.line, 1, "athlete"},
             "stray_event",
             named ? fmt::format("'{}' is not in the log; the event is left out", event.athlete)
                   : "is empty, and the log is of several athletes; the event is left out",
             nearest.empty() ? "" : "did you mean '" + nearest + "'?"});
    }
    return strays;
}

} // namespace plimsoll::app
