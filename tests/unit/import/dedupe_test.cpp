// SPDX-License-Identifier: Apache-2.0
#include "import/dedupe.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;
using test::day;

namespace {

Session timed(std::int32_t second, double km, double minutes, std::uint32_t file,
              std::uint32_t line) {
    Session session = test::run_on(day("2026-05-01"), km, minutes);
    session.start.second = second;
    session.source = {file, line};
    return session;
}

TrainingLog log_of(const std::vector<Session>& sessions) {
    PackedLog log;
    log.files.resize(2);
    for (const Session& session : sessions) {
        RowCounts& counts = log.files.at(session.source.file).counts;
        ++counts.rows;
        ++counts.sessions;
        log.sessions.add(session);
    }
    return ingest::folded_log(std::move(log));
}

} // namespace

TEST_CASE("two minutes and one per cent make the same session, more do not", "[import][dedupe]") {
    CHECK(log_of({timed(3600, 10, 60, 0, 2), timed(3720, 10.09, 60.5, 1, 2)}).sessions.size() == 1);
    CHECK(log_of({timed(3600, 10, 60, 0, 2), timed(3721, 10, 60, 1, 2)}).sessions.size() == 2);
    CHECK(log_of({timed(3600, 10, 60, 0, 2), timed(3600, 10.2, 60, 1, 2)}).sessions.size() == 2);
    CHECK(log_of({timed(3600, 10, 60, 0, 2), timed(3600, 10, 61, 1, 2)}).sessions.size() == 2);
}

TEST_CASE("the richer record wins and takes what only the other has", "[import][dedupe]") {
    Session poor = timed(3600, 10, 60, 0, 2);
    poor.rpe = 6.0;
    Session rich = timed(3610, 10.02, 60, 1, 7);
    rich.avg_hr_bpm = 150.0;
    rich.max_hr_bpm = 170.0;
    rich.title = "Run";
    const TrainingLog log = log_of({poor, rich});
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].distance_m == 10020.0);
    CHECK(log.sessions[0].rpe == 6.0);
    CHECK(log.sessions[0].avg_hr_bpm == 150.0);
    REQUIRE(log.duplicates.size() == 1);
    CHECK(log.duplicates[0].dropped == SourceRow{0, 2});
    CHECK(log.duplicates[0].kept == SourceRow{1, 7});
    CHECK(log.files[0].counts.duplicates == 1);
    CHECK(log.files[0].counts.sessions == 0);
    CHECK(log.files[1].counts.sessions == 1);
    CHECK(log.totals().adds_up());
}

TEST_CASE("a vendor's load hides none that counts", "[import][dedupe]") {
    Session watch = timed(3600, 10, 60, 0, 0); // the richer record
    watch.avg_hr_bpm = 150.0;
    watch.max_hr_bpm = 170.0;
    watch.load_au = 120.0;
    watch.load_kind = LoadKind::vendor;
    Session sheet = timed(3600, 10, 60, 1, 7);
    sheet.load_au = 300.0;
    const TrainingLog log = log_of({watch, sheet});
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.sessions[0].load_au == 300.0);
    CHECK(log.sessions[0].load_kind == LoadKind::srpe);
    sheet.load_au.reset();
    CHECK(log_of({watch, sheet}).sessions.at(0).load_au == 120.0);
    CHECK(log_of({watch, sheet}).sessions.at(0).load_kind == LoadKind::vendor);
}

TEST_CASE("without a time of day only the same row of another file is a duplicate",
          "[import][dedupe]") {
    Session a = test::rated_on(day("2026-05-01"), 6, 60);
    Session b = a;
    a.source = {0, 2};
    b.source = {0, 3};
    CHECK(log_of({a, b}).sessions.size() == 2); // two drills of one day in one sheet
    b.source = {1, 2};
    CHECK(log_of({a, b}).sessions.size() == 1);
    b.rpe = 7.0;
    CHECK(log_of({a, b}).sessions.size() == 2);
}

TEST_CASE("athletes are never folded into each other", "[import][dedupe]") {
    Session a = timed(3600, 10, 60, 0, 2);
    Session b = timed(3600, 10, 60, 1, 2);
    b.athlete = "somebody else";
    CHECK(log_of({a, b}).sessions.size() == 2);
}

TEST_CASE("two sessions without a quantity in common stay two", "[import][dedupe]") {
    Session a = timed(3600, 10, 60, 0, 2);
    Session b = timed(3600, 10, 60, 1, 2);
    a.duration_s.reset();
    b.distance_m.reset();
    CHECK(log_of({a, b}).sessions.size() == 2);
}

TEST_CASE("midnight is no time of day: a sheet's two sessions of a day stay two",
          "[import][dedupe]") {
    Session run = timed(0, 10, 60, 0, 2);
    run.rpe = 3.0;
    Session match = timed(0, 10, 60, 0, 3);
    match.rpe = 9.0;
    CHECK(log_of({run, match}).sessions.size() == 2);
}

TEST_CASE("a run and a match, or two ratings, are never one session", "[import][dedupe]") {
    const Session run = timed(3600, 10, 60, 0, 2);
    Session other = timed(3600, 10, 60, 1, 2);
    other.sport = Sport::soccer;
    CHECK(log_of({run, other}).sessions.size() == 2);
    Session rated = run;
    rated.rpe = 3.0;
    Session strength = timed(3600, 10, 60, 0, 2);
    strength.sport = Sport::strength;
    CHECK(log_of({strength, other}).sessions.size() == 2);
    other.sport = Sport::trail_run;
    CHECK(log_of({run, other}).sessions.size() == 1); // a kind of running
    other = timed(3600, 10, 60, 1, 2);
    other.rpe = 9.0;
    CHECK(log_of({rated, other}).sessions.size() == 2);
}

TEST_CASE("every duplicate is named, with what it repeats", "[import][dedupe]") {
    PackedLog packed;
    packed.files.resize(2);
    packed.files[0].path = "watch.csv";
    packed.files[1].path = "phone.csv";
    packed.files[1].counts = {1, 1, 0, 0, 0};
    packed.sessions.add(timed(3600, 10, 60, 0, 2));
    packed.sessions.add(timed(3630, 10, 60, 1, 7));
    const TrainingLog log = ingest::folded_log(std::move(packed));
    REQUIRE(log.diagnostics.size() == 1);
    CHECK(to_message(log.diagnostics[0]) ==
          "phone.csv:7: note: is the session of watch.csv:2 again: starts within 2 minutes, "
          "duration and distance within 1 %");
}

TEST_CASE("sessions that overlap in time both count, with a warning", "[import][dedupe]") {
    const TrainingLog log = log_of({timed(3600, 14, 120, 0, 2), timed(5500, 10, 90, 1, 2)});
    CHECK(log.sessions.size() == 2);
    REQUIRE(log.diagnostics.size() == 1);
    CHECK(log.diagnostics[0].code == "overlap");
    CHECK(log_of({timed(3600, 14, 60, 0, 2), timed(7200, 10, 60, 1, 2)}).diagnostics.empty());
}
