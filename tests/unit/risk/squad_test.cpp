// Two thousand athletes of whom one is broken: that one is reported, the others computed.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/log_import.hpp"
#include "import/roster_file.hpp"
#include "risk/statement.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string>

using namespace plimsoll;
using test::day;

namespace {

constexpr int athletes = 2000;
constexpr int broken = 777;

// Ten days each, athlete i for 30 + i % 60 minutes at RPE 5, day after day of all of them.
std::string squad_log() {
    std::string csv = "athlete,date,duration_min,rpe,sport\n";
    for (int d = 1; d <= 10; ++d) {
        for (int i = 0; i < athletes; ++i) {
            fmt::format_to(std::back_inserter(csv), "p{:04},2026-05-{:02},{}{},5,soccer\n", i, d,
                           i == broken ? "-" : "", 30 + i % 60);
        }
    }
    return csv;
}

} // namespace

TEST_CASE("of two thousand athletes one is broken: the others are computed, and it is named",
          "[risk][squad]") {
    const TrainingLog log = test::import_text(squad_log());
    CHECK(log.totals().sessions == 10 * (athletes - 1));
    CHECK(log.totals().rejected == 10);
    CHECK(log.totals().adds_up());
    CHECK(log.lost_athletes() == std::vector<std::string>{fmt::format("p{:04}", broken)});
    CHECK(std::count_if(log.diagnostics.begin(), log.diagnostics.end(),
                        [](const Diagnostic& d) { return d.code == "negative"; }) == 10);
    risk::StatementRequest request;
    request.as_of = day("2026-05-10");
    std::size_t wrong = 0;
    const auto all = log.by_athlete();
    REQUIRE(all.size() == athletes - 1);
    for (const AthleteSessions& athlete : all) {
        const risk::Statement s = risk::make_statement(athlete.sessions, request);
        const int number = std::stoi(std::string(athlete.athlete.substr(1)));
        wrong += s.acute == 5.0 * (30 + number % 60) ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("of two thousand rows of a roster one is broken: the others are read",
          "[risk][squad][roster]") {
    std::string csv = "athlete,birth_date,sex\n";
    for (int i = 0; i < athletes; ++i) {
        fmt::format_to(std::back_inserter(csv), "p{:04},199{}-04-{},f\n", i, i % 10,
                       i == broken ? "31" : "30");
    }
    const auto bytes = ingest::from_memory("r.csv", csv);
    const ingest::RosterFile roster = ingest::read_roster(*bytes);
    CHECK(roster.entries.size() == athletes - 1);
    CHECK(roster.refused == std::vector<std::string>{fmt::format("p{:04}", broken)});
    REQUIRE(roster.diagnostics.size() == 1);
    CHECK(roster.diagnostics[0].where.line == broken + 2);
}
