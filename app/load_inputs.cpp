// Reading what the command line names.
// SPDX-License-Identifier: Apache-2.0
#include "app/load_inputs.hpp"

#include "app/command.hpp"
#include "app/pathway_folder.hpp"
#include "import/athlete_file.hpp"
#include "import/byte_source.hpp"
#include "import/events_file.hpp"
#include "import/log_import.hpp"
#include "model/error.hpp"
#include "model/nearest_name.hpp"
#include "reports/format.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <sstream>
#include <utility>

namespace plimsoll::app {
namespace {

constexpr int first_year = 1900; // policy: of --as-of
constexpr int last_year = 2100;  // policy: as for the rows of a log
constexpr int old_log_days = 7;  // policy: an older log deserves the question

[[noreturn]] void refuse_value(const std::string& name, const std::string& value,
                               std::span<const std::string_view> known) {
    std::string list;
    for (const std::string_view word : known) {
        list += (list.empty() ? "" : ", ") + std::string(word);
    }
    throw UsageError(fmt::format("error: {} is one of {}, not '{}'", name, list, value));
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
    if (!invocation.timezone.empty()) {
        options.zone.emplace(invocation.timezone);
    }
    options.strict = invocation.strict;
    return options;
}

// A whole input that could not be read, as against a row of one.
bool is_unreadable(const Diagnostic& diagnostic) {
    return diagnostic.severity == Severity::error &&
           (diagnostic.code == "io" || diagnostic.code == "unknown_kind" ||
            diagnostic.code == "empty_folder");
}

// The only place of the program that asks what day it is, and only to doubt a default.
Date today() {
    const auto now = std::chrono::system_clock::now();
    const auto days = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
    return Date::from_days(static_cast<std::int32_t>(days));
}

// The newest session up to tomorrow, which it may already be where the runner is; the newest of all
// where every session lies ahead.
Date newest_day(std::span<const AthleteSessions> athletes, Date tomorrow) {
    std::optional<Date> newest;
    Date newest_of_all = athletes.front().sessions.back().start.day;
    for (const AthleteSessions& athlete : athletes) {
        newest_of_all = std::max(newest_of_all, athlete.sessions.back().start.day);
        const auto last =
            std::find_if(athlete.sessions.rbegin(), athlete.sessions.rend(),
                         [&](const Session& session) { return session.start.day <= tomorrow; });
        if (last != athlete.sessions.rend() && (!newest || last->start.day > *newest)) {
            newest = last->start.day;
        }
    }
    return newest.value_or(newest_of_all);
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

bool is_of_health(EventKind kind) {
    return kind == EventKind::injury_onset || kind == EventKind::injury_return ||
           kind == EventKind::pain || kind == EventKind::morning_pain;
}

// A log that names nobody is of whom all events name.
void adopt_events(const Invocation& invocation, Inputs& inputs) {
    const bool nameless =
        invocation.athlete.empty() && (!inputs.athlete || inputs.athlete->id.empty()) &&
        inputs.log.by_athlete().size() == 1 &&
        inputs.log.by_athlete().front().athlete == ingest::ImportOptions().athlete;
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

// Events that no athlete of the log will get: a name with a slip, or none among several. Events of
// a whole squad may stand beside the log of one of it; but injuries and pain of strangers alone are
// no squad's.
void find_strays(const Invocation& invocation, Inputs& inputs, std::vector<Diagnostic>& strays) {
    std::vector<std::string_view> known = names_of(inputs.log.by_athlete());
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
}

} // namespace

Inputs load_inputs(const Invocation& invocation, Messages& messages) {
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
    inputs.log =
        ingest::import_logs(invocation.inputs, options_of_import(invocation, inputs.athlete));
    if (inputs.events_known) {
        std::vector<Diagnostic> strays;
        adopt_events(invocation, inputs);
        find_strays(invocation, inputs, strays);
        messages.diagnostics(strays);
    }
    messages.diagnostics(inputs.log.diagnostics);
    inputs.some_unreadable =
        std::any_of(inputs.log.diagnostics.begin(), inputs.log.diagnostics.end(), is_unreadable);
    return inputs;
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

std::vector<Event> events_of(const Inputs& inputs, std::string_view athlete, bool only_one) {
    std::vector<Event> events;
    for (const Event& event : inputs.events) {
        if (event.athlete == athlete || (only_one && event.athlete.empty())) {
            events.push_back(event);
        }
    }
    return events;
}

Date as_of_day(const Invocation& invocation, std::span<const AthleteSessions> athletes,
               Messages& messages) {
    if (!invocation.as_of.empty() && !invocation.week.empty()) {
        throw UsageError("error: --as-of and --week exclude each other");
    }
    if (!invocation.as_of.empty()) {
        const std::optional<Date> day = parse_date(invocation.as_of);
        if (!day) {
            throw UsageError(
                fmt::format("error: --as-of '{}' is no day of the calendar in the shape YYYY-MM-DD",
                            invocation.as_of));
        }
        if (const int year = day->ymd().year; year < first_year || year > last_year) {
            throw UsageError(fmt::format("error: --as-of '{}' is not in the years {} to {}",
                                         invocation.as_of, first_year, last_year));
        }
        if (*day > today() + 1) {
            messages.note(fmt::format("{} lies ahead: the days until then count as days without "
                                      "training",
                                      to_string(*day)));
        }
        return *day;
    }
    if (!invocation.week.empty()) {
        const std::optional<IsoWeek> week = parse_iso_week(invocation.week);
        if (!week) {
            throw UsageError(fmt::format("error: --week '{}' is not an ISO week such as 2026-W47",
                                         invocation.week));
        }
        // A week that is not over ends today, or with a session that is already there.
        const Date sunday = monday_of(*week) + 6;
        const Date day = today();
        return sunday <= day ? sunday
                             : std::min(sunday, std::max(day, newest_day(athletes, sunday)));
    }
    const Date newest = newest_day(athletes, today() + 1);
    const int age = today() - newest;
    if (age > old_log_days) {
        messages.note(fmt::format("as of {}, the day of the newest session, {} days ago; if there "
                                  "was time off since, say --as-of",
                                  to_string(newest), age));
    } else if (age < -1) {
        messages.note(
            fmt::format("as of {}, the day of the newest session, which is in the future; "
                        "say --as-of",
                        to_string(newest)));
    }
    return newest;
}

std::optional<risk::Measure> measure_of(const Invocation& invocation) {
    if (invocation.measure.empty()) {
        return std::nullopt;
    }
    const std::optional<risk::Measure> measure = risk::parse_measure(invocation.measure);
    if (!measure) {
        refuse_value("--measure", invocation.measure, risk::measure_names());
    }
    return measure;
}

std::optional<SportFilter> filter_of(const Invocation& invocation) {
    if (invocation.sport.empty()) {
        return std::nullopt;
    }
    static constexpr std::array<std::string_view, 3> known{"run", "team", "all"};
    const auto* const found = std::find(known.begin(), known.end(), invocation.sport);
    if (found == known.end()) {
        refuse_value("--sport", invocation.sport, known);
    }
    return static_cast<SportFilter>(found - known.begin());
}

std::string chosen_format(const Invocation& invocation) {
    std::istringstream words{std::string(find_command(invocation.command)->formats)};
    std::vector<std::string> known;
    for (std::string word; words >> word;) {
        known.push_back(word);
    }
    std::string format = invocation.format;
    if (format.empty()) {
        const std::size_t dot = invocation.output.rfind('.');
        const std::string suffix =
            dot == std::string::npos ? "" : invocation.output.substr(dot + 1);
        format = suffix.empty() || suffix == "txt" ? "text" : suffix;
    }
    if (std::find(known.begin(), known.end(), format) == known.end()) {
        const std::vector<std::string_view> views(known.begin(), known.end());
        refuse_value(invocation.format.empty() ? "the format that -o's suffix names" : "--format",
                     format, views);
    }
    return format;
}

std::vector<AthleteStatement> make_statements(const Invocation& invocation, const Inputs& inputs,
                                              std::span<const AthleteSessions> athletes,
                                              Date as_of) {
    risk::StatementRequest request;
    request.as_of = as_of;
    request.athlete = inputs.athlete ? &*inputs.athlete : nullptr;
    request.events_known = inputs.events_known;
    request.events_refused = inputs.events_refused;
    if (inputs.athlete && inputs.athlete->birth_date && *inputs.athlete->birth_date >= as_of) {
        throw InputError({invocation.athlete_file, 0, 0, "athlete.birth_date"},
                         fmt::format("is {}, not before {}", to_string(*inputs.athlete->birth_date),
                                     to_string(as_of)));
    }
    request.measure = measure_of(invocation);
    request.filter = filter_of(invocation);
    std::vector<AthleteStatement> statements;
    for (const AthleteSessions& athlete : athletes) {
        AthleteStatement entry{
            athlete, events_of(inputs, athlete.athlete, athletes.size() == 1), {}};
        request.events = entry.events;
        entry.statement = risk::make_statement(athlete.sessions, request);
        statements.push_back(std::move(entry));
    }
    return statements;
}

reports::TextStyle text_style(const Invocation& invocation) {
    reports::TextStyle style;
    style.charset = invocation.unicode ? reports::Charset::unicode : reports::Charset::ascii;
    return style;
}

} // namespace plimsoll::app
