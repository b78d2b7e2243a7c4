// plimsoll validate
// SPDX-License-Identifier: Apache-2.0
#include "app/as_of.hpp"
#include "app/command.hpp"
#include "app/load_inputs.hpp"
#include "app/option_values.hpp"
#include "app/render.hpp"
#include "app/version.hpp"
#include "import/injuries_file.hpp"
#include "model/error.hpp"
#include "model/nearest_name.hpp"
#include "reports/csv.hpp"
#include "reports/format.hpp"
#include "reports/validation_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace plimsoll::app {
namespace {

// Stated in every result. 2000 draws settle the ends of an interval to about 0.01.
constexpr risk::BootstrapPlan bootstrap{2000, 20261122};

ingest::InjuriesFile injuries_of(const Invocation& invocation, Messages& messages) {
    const auto bytes = ingest::open_file(invocation.injuries);
    ingest::InjuriesFile file = ingest::read_injuries(*bytes);
    messages.diagnostics(file.diagnostics);
    if (invocation.strict && !file.diagnostics.empty()) {
        throw InputError(file.diagnostics.front());
    }
    return file;
}

// Gives the reports that name nobody to the only athlete there is, and points at names that the log
// does not know.
void match(std::vector<InjuryReport>& reports, const std::vector<AthleteSessions>& athletes,
           const Invocation& invocation, Messages& messages) {
    std::vector<std::string_view> names;
    names.reserve(athletes.size());
    for (const AthleteSessions& athlete : athletes) {
        names.push_back(athlete.athlete);
    }
    std::vector<Diagnostic> unknown;
    for (InjuryReport& report : reports) {
        if (report.athlete.empty() && athletes.size() == 1) {
            report.athlete = athletes.front().athlete;
        }
        if (std::find(names.begin(), names.end(), report.athlete) != names.end()) {
            continue;
        }
        const std::string nearest = nearest_name(report.athlete, names);
        unknown.push_back({Severity::error, report.where, "unknown_athlete",
                           report.athlete.empty()
                               ? "is missing, and the log is of several athletes"
                               : plimsoll::quoted(report.athlete) + " is not in the log",
                           nearest.empty() ? "" : "did you mean '" + nearest + "'?"});
    }
    messages.diagnostics(unknown);
    if (invocation.strict && !unknown.empty()) {
        throw InputError(unknown.front());
    }
    if (!reports.empty() && unknown.size() == reports.size()) {
        throw InputError({invocation.injuries, 0, 0, {}},
                         fmt::format("none of {} is of an athlete in the log",
                                     reports::counted(reports.size(), "injury report")),
                         fmt::format("the log is of '{}'{}", names.front(),
                                     names.size() > 1 ? " and others" : ""));
    }
}

} // namespace

CommandResult run_validate(const Invocation& invocation, Messages& messages) {
    const std::string format = chosen_format(invocation);
    risk::ValidationRequest request;
    request.measure = measure_of(invocation);
    request.filter = filter_of(invocation);
    request.bootstrap = bootstrap;
    if (invocation.injuries.empty()) {
        throw UsageError("error: 'plimsoll validate' needs --injuries I.csv");
    }
    ingest::InjuriesFile injuries = injuries_of(invocation, messages);
    const Inputs inputs = load_inputs(invocation, messages);
    const std::vector<AthleteSessions> athletes = chosen_athletes(invocation, inputs, messages);
    request.as_of = as_of_day(invocation, newest_day_of(athletes), messages);
    match(injuries.reports, athletes, invocation, messages);
    if (injuries.reports.empty()) {
        if (!injuries.diagnostics.empty()) {
            throw InputError({invocation.injuries, 0, 0, {}}, "no injury could be read");
        }
        messages.note(invocation.injuries + " holds no injury");
    }
    const risk::Validation validation = risk::validate(athletes, injuries.reports, request);
    CommandResult result;
    result.status = inputs.some_unreadable ? data_error : done;
    if (format == "json") {
        result.bytes = reports::validation_json(validation, program_name);
    } else if (format == "csv") {
        result.bytes = reports::validation_csv(validation);
    } else {
        result.bytes =
            render(invocation, format, reports::validation_report(validation, inputs.log),
                   request.as_of, messages);
    }
    return result;
}

} // namespace plimsoll::app
