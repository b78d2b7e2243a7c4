// Rows of a squad, an athlete at a time.
// SPDX-License-Identifier: Apache-2.0
#include "app/squad_csv.hpp"

#include "app/as_of.hpp"
#include "app/statements.hpp"
#include "import/dedupe.hpp"
#include "model/error.hpp"
#include "model/parallel.hpp"
#include "reports/csv.hpp"

#include <algorithm>
#include <iterator>
#include <thread>
#include <utility>
#include <vector>

namespace plimsoll::app {
namespace {

struct AthleteRows {
    std::string text;
    ingest::Folded found;
};

} // namespace

std::string squad_csv(const Invocation& invocation, Inputs& inputs, Messages& messages) {
    PackedLog& log = inputs.packed;
    messages.diagnostics(log.diagnostics);
    if (log.sessions.size() == 0) {
        throw InputError({}, "no session could be read");
    }
    const Date as_of = as_of_day(invocation, newest_day_of(log), messages);
    read_roster(invocation, as_of, inputs, messages);
    const risk::StatementRequest request = statement_request(invocation, inputs, as_of);
    const bool unverified = request.measure && risk::is_unverified(*request.measure);
    const std::vector<std::size_t> order = log.sessions.by_id();
    std::vector<AthleteRows> athletes(order.size());
    const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::vector<Session>> buffers(threads);
    for_each_number(order.size(), threads, [&](std::size_t i, std::size_t worker) {
        std::vector<Session>& sessions = buffers[worker];
        log.sessions.unpack(order[i], sessions);
        ingest::fold_duplicates(sessions, log.files, athletes[i].found);
        const std::vector<Event> events =
            events_of(inputs, log.sessions.id(order[i]), order.size() == 1);
        risk::StatementRequest mine = request;
        ask_of(log.sessions.id(order[i]), inputs, events, mine);
        mine.detail = invocation.series ? risk::Detail::every_day : risk::Detail::row;
        const risk::Statement statement = risk::make_statement(sessions, mine);
        athletes[i].text = invocation.series ? reports::risk_series_rows(statement, unverified)
                                             : reports::risk_row(statement);
    });
    std::string text = invocation.series ? reports::risk_series_header(unverified)
                                         : std::string(reports::risk_header);
    ingest::Folded found;
    for (AthleteRows& athlete : athletes) {
        text += athlete.text;
        std::move(athlete.found.duplicates.begin(), athlete.found.duplicates.end(),
                  std::back_inserter(found.duplicates));
        std::move(athlete.found.overlaps.begin(), athlete.found.overlaps.end(),
                  std::back_inserter(found.overlaps));
    }
    std::vector<Diagnostic> folded;
    ingest::tell_of(std::move(found), log.files, folded);
    messages.diagnostics(folded);
    return text;
}

} // namespace plimsoll::app
