// Reading what the command line names.
// SPDX-License-Identifier: Apache-2.0
#include "app/load_inputs.hpp"

#include "app/option_values.hpp"
#include "app/pathway_folder.hpp"
#include "app/stray_events.hpp"
#include "import/athlete_file.hpp"
#include "import/byte_source.hpp"
#include "import/dedupe.hpp"
#include "import/events_file.hpp"
#include "import/log_import.hpp"
#include "import/map_file.hpp"
#include "import/number.hpp"
#include "import/toml_file.hpp"
#include "model/athlete.hpp"
#include "model/error.hpp"
#include "model/nearest_name.hpp"
#include "reports/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

namespace plimsoll::app {
namespace {

// A threshold of speed: above nothing, and no faster than anybody runs.
double speed_of(const char* option, const std::string& text, double otherwise) {
    if (text.empty()) {
        return otherwise;
    }
    const auto speed = ingest::parse_number(text, ingest::NumberStyle::plain);
    if (!speed || *speed <= 0.0 || *speed > fastest_mps) {
        throw UsageError(fmt::format("{}: '{}' is no speed above 0 and up to {:g} m/s", option,
                                     text, fastest_mps));
    }
    return *speed;
}

ingest::ImportOptions options_of_import(const Invocation& invocation,
                                        const std::optional<Athlete>& athlete) {
    ingest::ImportOptions options;
    if (!invocation.athlete.empty()) {
        options.athlete = invocation.athlete;
    } else if (athlete && !athlete->id.empty()) {
        options.athlete = athlete->id;
    }
    if (invocation.units == "km") {
        options.units = ingest::DistanceUnit::kilometres;
    } else if (invocation.units == "mi") {
        options.units = ingest::DistanceUnit::miles;
    } else if (!invocation.units.empty() && invocation.units != "auto") {
        static constexpr std::array<std::string_view, 3> known{"auto", "km", "mi"};
        refuse_value("--units", invocation.units, known);
    }
    options.bands.high_speed_mps =
        speed_of("--high-speed-above", invocation.high_speed_above, options.bands.high_speed_mps);
    options.bands.sprint_mps =
        speed_of("--sprint-above", invocation.sprint_above, options.bands.sprint_mps);
    if (options.bands.sprint_mps < options.bands.high_speed_mps) {
        throw UsageError("--sprint-above is below --high-speed-above: a sprint is at high speed");
    }
    if (!invocation.map.empty()) {
        options.map = ingest::map_from(ingest::open_toml(invocation.map));
    }
    if (!invocation.timezone.empty()) {
        options.zone.emplace(invocation.timezone);
    }
    options.strict = invocation.strict;
    options.threads = std::thread::hardware_concurrency();
    return options;
}

// A whole input, or a whole athlete, that could not be read, as against a row.
bool is_unreadable(const Diagnostic& diagnostic) {
    static constexpr std::array<std::string_view, 12> codes{
        "no_date", "no_time",   "io",      "unknown_kind", "empty_folder", "athlete_lost",
        "damaged", "encrypted", "packing", "nested",       "swells",       "too_many_entries"};
    return diagnostic.severity == Severity::error &&
           std::find(codes.begin(), codes.end(), diagnostic.code) != codes.end();
}

std::string list_of(std::span<const AthleteSessions> athletes) {
    constexpr std::size_t most = 5;
    std::string names;
    for (std::size_t i = 0; i < std::min(most, athletes.size()); ++i) {
        names += (i == 0 ? "" : ", ") + std::string(athletes[i].athlete);
    }
    return athletes.size() > most ? names + ", ..." : names;
}

std::vector<std::string_view> names_of(std::span<const AthleteSessions> athletes) {
    std::vector<std::string_view> names;
    for (const AthleteSessions& athlete : athletes) {
        names.push_back(athlete.athlete);
    }
    return names;
}

// Gate rows that no pathway knows, or whose value no body reaches.
void leave_out_bad_gates(const Invocation& invocation, Inputs& inputs, Messages& messages) {
    const bool some = std::any_of(inputs.events.begin(), inputs.events.end(),
                                  [](const Event& e) { return e.kind == EventKind::gate; });
    if (!some) {
        return;
    }
    const std::vector<Diagnostic> problems =
        load_pathways(invocation).gate_problems(inputs.events, invocation.events);
    messages.diagnostics(problems);
    if (invocation.strict && !problems.empty()) {
        throw InputError(problems.front());
    }
    for (const Diagnostic& problem : problems) {
        std::erase_if(inputs.events, [&](const Event& e) { return e.line == problem.where.line; });
    }
    inputs.events_refused += problems.size();
}

} // namespace

Inputs read_inputs(const Invocation& invocation, Messages& messages) {
    Inputs inputs;
    if (!invocation.athlete_file.empty()) {
        inputs.athlete = ingest::read_athlete_file(invocation.athlete_file);
    }
    if (!invocation.events.empty()) {
        const auto bytes = ingest::open_file(invocation.events);
        ingest::EventsFile file = ingest::read_events(*bytes);
        messages.diagnostics(file.diagnostics);
        if (invocation.strict && !file.diagnostics.empty()) {
            throw InputError(file.diagnostics.front());
        }
        inputs.events = std::move(file.events);
        inputs.events_known = true;
        inputs.events_refused = file.diagnostics.size();
        leave_out_bad_gates(invocation, inputs, messages);
    }
    inputs.packed =
        ingest::import_packed(invocation.inputs, options_of_import(invocation, inputs.athlete));
    if (inputs.events_known) {
        adopt_events(invocation, inputs);
        messages.diagnostics(find_strays(invocation, inputs));
    }
    const std::vector<Diagnostic>& found = inputs.packed.diagnostics;
    inputs.some_unreadable = std::any_of(found.begin(), found.end(), is_unreadable);
    return inputs;
}

Inputs load_inputs(const Invocation& invocation, Messages& messages) {
    Inputs inputs = read_inputs(invocation, messages);
    inputs.log = ingest::folded_log(std::move(inputs.packed));
    messages.diagnostics(inputs.log.diagnostics);
    return inputs;
}

void read_roster(const Invocation& invocation, Date as_of, Inputs& inputs, Messages& messages) {
    if (invocation.roster.empty()) {
        return;
    }
    const bool packed = inputs.log.sessions.empty();
    inputs.roster = read_and_match_roster(
        {invocation.roster, invocation.athlete, as_of, invocation.strict},
        packed ? athlete_ids(inputs.packed.sessions) : names_of(inputs.log.by_athlete()), messages);
}

void require_whole_events(const Inputs& inputs) {
    if (inputs.events_refused > 0) {
        throw InputError({},
                         fmt::format("{} of the events file could not be used",
                                     reports::counted(inputs.events_refused, "row")),
                         "a plan that does not know of an injury could do harm: mend the file");
    }
}

std::vector<AthleteSessions> chosen_athletes(const Invocation& invocation, const Inputs& inputs,
                                             Messages& messages) {
    std::vector<AthleteSessions> athletes = inputs.log.by_athlete();
    if (athletes.empty()) {
        throw InputError({}, "no session could be read");
    }
    const std::string id = inputs.athlete ? inputs.athlete->id : std::string();
    if (!id.empty() && !invocation.athlete.empty() && id != invocation.athlete) {
        throw UsageError(fmt::format("error: --athlete is '{}', the athlete's file is of '{}'",
                                     invocation.athlete, id));
    }
    const std::string& wanted = invocation.athlete.empty() ? id : invocation.athlete;
    if (wanted.empty()) {
        if (inputs.athlete && athletes.size() > 1) {
            throw InputError({},
                             fmt::format("the log is of {} athletes ({}) where one is expected",
                                         athletes.size(), list_of(athletes)),
                             "name one of them as id in the athlete's file, or with --athlete");
        }
        return athletes;
    }
    for (const AthleteSessions& athlete : athletes) {
        if (athlete.athlete != wanted) {
            continue;
        }
        if (athletes.size() > 1) {
            messages.note(fmt::format(
                "{} left out: they are not of '{}'",
                reports::counted(inputs.log.sessions.size() - athlete.sessions.size(), "session"),
                wanted));
        }
        return {athlete};
    }
    const std::string nearest = nearest_name(wanted, names_of(athletes));
    throw InputError(
        {},
        athletes.size() == 1
            ? fmt::format("the log is of '{}', not of '{}'", athletes[0].athlete, wanted)
            : fmt::format("the log is of {} athletes ({}), none of them '{}'", athletes.size(),
                          list_of(athletes), wanted),
        nearest.empty() ? "" : "did you mean '" + nearest + "'?");
}

} // namespace plimsoll::app
