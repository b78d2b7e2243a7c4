// Reading what the command line names.
// SPDX-License-Identifier: Apache-2.0
#include "app/load_inputs.hpp"

#include "app/command.hpp"
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

constexpr int old_log_days = 7; // policy: an older log deserves the question

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

Date newest_day(std::span<const AthleteSessions> athletes) {
    Date newest = athletes.front().sessions.back().start.day;
    for (const AthleteSessions& athlete : athletes) {
        newest = std::max(newest, athlete.sessions.back().start.day);
    }
    return newest;
}

// The only place of the program that asks what day it is, and only to doubt a default.
Date today() {
    const auto now = std::chrono::system_clock::now();
    const auto days = std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
    return Date::from_days(static_cast<std::int32_t>(days));
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
    }
    inputs.log =
        ingest::import_logs(invocation.inputs, options_of_import(invocation, inputs.athlete));
    messages.diagnostics(inputs.log.diagnostics);
    inputs.some_unreadable =
        std::any_of(inputs.log.diagnostics.begin(), inputs.log.diagnostics.end(), is_unreadable);
    return inputs;
}

std::vector<AthleteSessions> chosen_athletes(const Inputs& inputs, Messages& messages) {
    std::vector<AthleteSessions> athletes = inputs.log.by_athlete();
    if (athletes.empty()) {
        throw InputError({}, "no session could be read");
    }
    if (!inputs.athlete || athletes.size() == 1) {
        return athletes;
    }
    const std::string& id = inputs.athlete->id;
    for (const AthleteSessions& athlete : athletes) {
        if (athlete.athlete == id && !id.empty()) {
            messages.note(fmt::format(
                "{} left out: they are not of '{}'",
                reports::counted(inputs.log.sessions.size() - athlete.sessions.size(), "session"),
                id));
            return {athlete};
        }
    }
    std::string names;
    constexpr std::size_t most = 5;
    for (std::size_t i = 0; i < std::min(most, athletes.size()); ++i) {
        names += (i == 0 ? "" : ", ") + std::string(athletes[i].athlete);
    }
    throw InputError({},
                     fmt::format("the log is of {} athletes ({}{}) where one is expected",
                                 athletes.size(), names, athletes.size() > most ? ", ..." : ""),
                     id.empty()
                         ? "name one of them as id in the athlete's file"
                         : fmt::format("none of them is '{}', the id in the athlete's file", id));
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
            throw UsageError(fmt::format(
                "error: --as-of '{}' is not a date of the shape YYYY-MM-DD", invocation.as_of));
        }
        return *day;
    }
    if (!invocation.week.empty()) {
        const std::optional<IsoWeek> week = parse_iso_week(invocation.week);
        if (!week) {
            throw UsageError(fmt::format("error: --week '{}' is not an ISO week such as 2026-W47",
                                         invocation.week));
        }
        return monday_of(*week) + 6;
    }
    const Date newest = newest_day(athletes);
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
    if (!invocation.measure.empty()) {
        request.measure = risk::parse_measure(invocation.measure);
        if (!request.measure) {
            refuse_value("--measure", invocation.measure, risk::measure_names());
        }
    }
    if (!invocation.sport.empty()) {
        static constexpr std::array<std::string_view, 3> known{"run", "team", "all"};
        const auto* const found = std::find(known.begin(), known.end(), invocation.sport);
        if (found == known.end()) {
            refuse_value("--sport", invocation.sport, known);
        }
        request.filter = static_cast<SportFilter>(found - known.begin());
    }
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
