// What holds of every log: causality, scale, order, separation.
// SPDX-License-Identifier: Apache-2.0
#include "import/fccp.hpp"
#include "import/number.hpp"
#include "import/text_source.hpp"
#include "reports/csv.hpp"
#include "risk/statement.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::risk;
using test::day;

namespace {

// Loads of up to 120 days, many of them rest.
std::vector<double> any_loads() {
    const auto tenths =
        *rc::gen::resize(120, rc::gen::container<std::vector<int>>(rc::gen::weightedOneOf<int>(
                                  {{3, rc::gen::just(0)}, {2, rc::gen::inRange(0, 20'000)}})));
    std::vector<double> loads;
    for (const int tenth : tenths) {
        loads.push_back(tenth / 10.0);
    }
    return loads;
}

// Sessions on up to 60 days of 2026, in order of earlier().
std::vector<Session> any_sessions() {
    const auto count = *rc::gen::inRange(1, 40);
    std::vector<Session> sessions;
    for (int i = 0; i < count; ++i) {
        // At 3.5 to 9 minutes a kilometre: beyond what a sport allows the importer takes no
        // distance.
        const double km = *rc::gen::inRange(10, 300) / 10.0;
        const double minutes = std::ceil(km * *rc::gen::inRange(35, 90) / 10.0);
        Session session = test::run_on(day("2026-03-01") + *rc::gen::inRange(0, 60), km, minutes);
        if (*rc::gen::inRange(0, 3) > 0) {
            session.rpe = *rc::gen::inRange(0, 11);
        }
        if (*rc::gen::inRange(0, 4) == 0) {
            session.sport = Sport::ride;
        }
        sessions.push_back(session);
    }
    std::sort(sessions.begin(), sessions.end(), earlier);
    return sessions;
}

Statement state(const std::vector<Session>& sessions, Date as_of, Measure measure) {
    StatementRequest request;
    request.as_of = as_of;
    request.measure = measure;
    return make_statement(sessions, request);
}

bool close(const std::optional<double>& a, const std::optional<double>& b) {
    return a.has_value() == b.has_value() &&
           (!a || std::fabs(*a - *b) <= 1e-9 * (1 + std::fabs(*a)));
}

bool same(const Statement& a, const Statement& b) {
    if (!a.load || !b.load) {
        return !a.load && !b.load;
    }
    return close(a.last_day.coupled.value, b.last_day.coupled.value) &&
           close(a.last_day.uncoupled.value, b.last_day.uncoupled.value) &&
           close(a.last_day.ewma.ratio.value, b.last_day.ewma.ratio.value) &&
           close(a.monotony_sample, b.monotony_sample) &&
           close(a.next_session_cap_m, b.next_session_cap_m) && close(a.acute, b.acute) &&
           a.total.hazard_ratio == b.total.hazard_ratio;
}

} // namespace

TEST_CASE("properties: coupled and uncoupled ratios of one week agree", "[properties]") {
    CHECK(rc::check("C = 4U/(U+3)", [] {
        std::vector<double> loads = any_loads();
        loads.resize(std::max<std::size_t>(28, loads.size()), 1.0);
        const std::size_t last = loads.size() - 1;
        const auto coupled = coupled_ratio(loads, last).value;
        const auto uncoupled = uncoupled_ratio(loads, last).value;
        if (uncoupled) {
            RC_ASSERT(std::fabs(*coupled - coupled_from_uncoupled(*uncoupled)) <= 1e-9);
        } else if (coupled) {
            RC_ASSERT(std::fabs(*coupled - 4.0) <= 1e-9); // nothing before the last week
        }
    }));
}

TEST_CASE("properties: another unit of load leaves every ratio", "[properties]") {
    CHECK(rc::check("ratios have no unit", [] {
        const std::vector<double> loads = any_loads();
        RC_PRE(!loads.empty());
        const double factor = *rc::gen::inRange(1, 5000) / 7.0;
        std::vector<double> scaled;
        for (const double load : loads) {
            scaled.push_back(factor * load);
        }
        const std::size_t last = loads.size() - 1;
        RC_ASSERT(close(coupled_ratio(loads, last).value, coupled_ratio(scaled, last).value));
        RC_ASSERT(close(uncoupled_ratio(loads, last).value, uncoupled_ratio(scaled, last).value));
        RC_ASSERT(close(ewma_ratios(loads, EwmaSeed::first_load).back().ratio.value,
                        ewma_ratios(scaled, EwmaSeed::first_load).back().ratio.value));
    }));
}

TEST_CASE("properties: tomorrow's sessions never change today's statement", "[properties]") {
    CHECK(rc::check("causality", [] {
        const std::vector<Session> sessions = any_sessions();
        const Date as_of = day("2026-03-01") + *rc::gen::inRange(0, 60);
        const Measure measure =
            *rc::gen::element(Measure::distance, Measure::srpe, Measure::duration);
        std::vector<Session> past;
        for (const Session& session : sessions) {
            if (session.start.day <= as_of) {
                past.push_back(session);
            }
        }
        RC_PRE(!past.empty());
        RC_ASSERT(same(state(sessions, as_of, measure), state(past, as_of, measure)));
    }));
}

TEST_CASE("properties: a rest day never raises the acute load", "[properties]") {
    CHECK(rc::check("rest only lowers", [] {
        std::vector<double> loads = any_loads();
        RC_PRE(!loads.empty());
        const double before = window_sum(loads, loads.size() - 1, acute_days);
        loads.push_back(0.0);
        RC_ASSERT(window_sum(loads, loads.size() - 1, acute_days) <= before);
    }));
}

TEST_CASE("properties: a day without a session never raises a statement's acute load",
          "[properties]") {
    CHECK(rc::check("rest only lowers, in every measure", [] {
        const std::vector<Session> sessions = any_sessions();
        const Date last = sessions.back().start.day;
        const Measure measure =
            *rc::gen::element(Measure::distance, Measure::srpe, Measure::duration);
        RC_ASSERT(state(sessions, last + 1, measure).acute <= state(sessions, last, measure).acute);
    }));
}

TEST_CASE("properties: distances in another unit leave a statement's ratios", "[properties]") {
    CHECK(rc::check("metres, yards or paces", [] {
        const std::vector<Session> sessions = any_sessions();
        const double factor = *rc::gen::inRange(1, 5000) / 700.0;
        std::vector<Session> scaled = sessions;
        for (Session& session : scaled) {
            session.distance_m = factor * *session.distance_m;
        }
        const Date as_of = sessions.back().start.day;
        const Statement a = state(sessions, as_of, Measure::distance);
        const Statement b = state(scaled, as_of, Measure::distance);
        RC_ASSERT(close(a.last_day.coupled.value, b.last_day.coupled.value));
        RC_ASSERT(close(a.last_day.uncoupled.value, b.last_day.uncoupled.value));
        RC_ASSERT(close(a.last_day.ewma.ratio.value, b.last_day.ewma.ratio.value));
        RC_ASSERT(close(a.monotony_sample, b.monotony_sample));
        RC_ASSERT(close(factor * a.acute, b.acute));
    }));
}

TEST_CASE("properties: athletes of one log never leak into each other", "[properties]") {
    CHECK(rc::check("a statement is that of the athlete's own rows", [] {
        TrainingLog alone;
        alone.files.resize(1);
        alone.sessions = any_sessions();
        std::vector<Session> mixed = alone.sessions;
        const auto others = *rc::gen::inRange(1, 4);
        for (int i = 0; i < others; ++i) {
            for (Session session : any_sessions()) {
                session.athlete = std::string("aAz").substr(static_cast<std::size_t>(i), 1);
                mixed.push_back(session);
            }
        }
        TrainingLog together;
        together.files.resize(1);
        // Row by row from all of them: by the day, whoever it is.
        std::stable_sort(mixed.begin(), mixed.end(), [](const Session& a, const Session& b) {
            return a.start.day < b.start.day;
        });
        together.sessions = mixed;
        const TrainingLog a = test::import_text(reports::canonical_csv(alone));
        const TrainingLog b = test::import_text(reports::canonical_csv(together));
        RC_ASSERT(b.by_athlete().size() == static_cast<std::size_t>(others) + 1);
        for (const AthleteSessions& athlete : b.by_athlete()) {
            if (athlete.athlete != "athlete") {
                continue;
            }
            const std::vector<Session> own(athlete.sessions.begin(), athlete.sessions.end());
            for (const Measure measure : {Measure::distance, Measure::srpe}) {
                RC_ASSERT(same(state(a.sessions, day("2026-04-30"), measure),
                               state(own, day("2026-04-30"), measure)));
            }
        }
    }));
}

TEST_CASE("properties: a coupled ratio lies between 0 and 4", "[properties]") {
    CHECK(rc::check("0 <= C <= 4", [] {
        const std::vector<double> loads = any_loads();
        for (std::size_t d = 0; d < loads.size(); ++d) {
            const double ratio = coupled_ratio(loads, d).value.value_or(0.0);
            RC_ASSERT(ratio >= 0.0);
            RC_ASSERT(ratio <= 4.0 + 1e-12);
        }
    }));
}

TEST_CASE("properties: an average lies between the least and the greatest load", "[properties]") {
    CHECK(rc::check("ewma within range", [] {
        const std::vector<double> loads = any_loads();
        RC_PRE(!loads.empty());
        const auto [least, most] = std::minmax_element(loads.begin(), loads.end());
        for (const double average : ewma(loads, *rc::gen::inRange(1, 60), EwmaSeed::first_load)) {
            RC_ASSERT(average >= *least - 1e-9);
            RC_ASSERT(average <= *most + 1e-9);
        }
    }));
}

TEST_CASE("properties: the order of rows and of files is irrelevant", "[properties]") {
    CHECK(rc::check("shuffled rows, same log", [] {
        const std::vector<Session> sessions = any_sessions();
        TrainingLog log;
        log.files.resize(1);
        log.sessions = sessions;
        std::string csv = reports::canonical_csv(log);
        const std::size_t head = csv.find('\n') + 1;
        std::vector<std::string> rows;
        for (std::size_t at = head; at < csv.size();) {
            const std::size_t end = csv.find('\n', at) + 1;
            rows.push_back(csv.substr(at, end - at));
            at = end;
        }
        std::string shuffled = csv.substr(0, head);
        while (!rows.empty()) {
            const auto pick = *rc::gen::inRange<std::size_t>(0, rows.size());
            shuffled += rows[pick];
            rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(pick));
        }
        const TrainingLog a = test::import_text(csv);
        const TrainingLog b = test::import_text(shuffled);
        RC_ASSERT(a.sessions.size() == b.sessions.size());
        for (const Measure measure : {Measure::distance, Measure::srpe}) {
            RC_ASSERT(same(state(a.sessions, day("2026-04-30"), measure),
                           state(b.sessions, day("2026-04-30"), measure)));
        }
    }));
}

TEST_CASE("properties: the canonical log round-trips every session", "[properties]") {
    CHECK(rc::check("write, read, same", [] {
        TrainingLog log;
        log.files.resize(1);
        log.sessions = any_sessions();
        for (Session& session : log.sessions) {
            session.title = *rc::gen::string<std::string>();
            // What a cell cannot keep: blanks at its ends, controls, bytes that are no UTF-8.
            std::erase_if(session.title, [](char c) { return c <= ' ' || c == '\x7F'; });
            if (*rc::gen::inRange(0, 2) == 0) { // a tenth of the session in each zone
                HeartRateZones zones;
                zones.seconds.fill(static_cast<float>(*session.duration_s / 10.0));
                session.hr_zones = zones;
            }
        }
        std::sort(log.sessions.begin(), log.sessions.end(), earlier);
        const TrainingLog again = test::import_text(reports::canonical_csv(log));
        RC_ASSERT(again.sessions.size() == log.sessions.size());
        for (std::size_t i = 0; i < log.sessions.size(); ++i) {
            Session expected = log.sessions[i];
            expected.source = again.sessions[i].source;
            RC_ASSERT(again.sessions[i] == expected);
        }
    }));
}

TEST_CASE("properties: any bytes can be read, and every row ends somewhere", "[properties]") {
    CHECK(rc::check("text source and cells", [] {
        const auto pieces = *rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("\"", "\"\"", ",", "\n", "\r", "\r\n", ";", "a", "1.5",
                                          " ", "-", "\xFC", "\xC3\xBC", "\t"));
        std::string text;
        for (const std::string& piece : pieces) {
            text += piece;
        }
        const auto bytes = ingest::from_memory("x", text);
        ingest::TextSource source(*bytes, ',');
        ingest::Record record;
        std::vector<std::string_view> cells;
        std::size_t records = 0;
        while (source.next(record)) {
            ingest::split_cells(record, ',', cells);
            RC_ASSERT(!cells.empty());
            ++records;
        }
        RC_ASSERT(records <= text.size());
        const TrainingLog log =
            test::import_text("date,duration_min,rpe\n2026-05-01,60,5\n" + text);
        RC_ASSERT(log.files[0].counts.adds_up());
    }));
}

TEST_CASE("properties: numbers that were written are read back", "[properties]") {
    CHECK(rc::check("parse_number", [] {
        const double value = *rc::gen::inRange(-1'000'000'000, 1'000'000'000) / 1000.0;
        RC_ASSERT(ingest::parse_number(fmt::format("{}", value), ingest::NumberStyle::plain) ==
                  value);
    }));
}

TEST_CASE("properties: the short way to a number reads what std::from_chars reads",
          "[properties]") {
    CHECK(rc::check("read_number", [] {
        const auto text =
            *rc::gen::container<std::string>(rc::gen::weightedElement<char>({{9, '0'},
                                                                             {9, '1'},
                                                                             {9, '4'},
                                                                             {9, '5'},
                                                                             {9, '9'},
                                                                             {5, '.'},
                                                                             {1, ' '},
                                                                             {1, '/'},
                                                                             {1, ':'},
                                                                             {1, '-'},
                                                                             {1, 'e'}}));
        for (const auto style : {ingest::NumberStyle::plain, ingest::NumberStyle::decimal_point}) {
            RC_ASSERT(ingest::parse_number(text, style) == ingest::parse_any_number(text, style));
        }
    }));
}
