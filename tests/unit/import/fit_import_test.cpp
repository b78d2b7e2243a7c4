// FIT files to sessions. The files are made by the tests' own writer; expected values follow by
// hand from the numbers put in and formats.md 7. SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/dedupe.hpp"
#include "import/fit_import.hpp"
#include "import/fit_sport.hpp"
#include "import/name_date.hpp"
#include "model/error.hpp"
#include "tests/support/fit_writer.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <string>
#include <utility>

using namespace plimsoll;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

TrainingLog import_bytes(const std::string& bytes, const ingest::ImportOptions& options = {},
                         const std::string& name = "a.fit") {
    PackedLog log;
    const auto source = ingest::from_memory(name, bytes);
    ingest::import_fit(*source, options, log);
    return ingest::folded_log(std::move(log));
}

Session only_session(const TrainingLog& log) {
    REQUIRE(log.sessions.size() == 1);
    CHECK(log.totals().adds_up());
    return log.sessions[0];
}

std::string refusal_of(const std::string& bytes) {
    try {
        import_bytes(bytes);
    } catch (const InputError& error) {
        CHECK(error.diagnostic().code == "unknown_kind");
        return error.diagnostic().text;
    }
    return "no error";
}

FitWriter activity_head(long long type = 4) {
    FitWriter file;
    file.add(0,
             {{0, fit::enumeration, type}, {1, fit::uint16, 294LL}, {4, fit::uint32, fit_morning}});
    return file;
}

FitEntry u32(int number, long long value) {
    return {number, fit::uint32, value};
}

FitEntry u16(int number, long long value) {
    return {number, fit::uint16, value};
}

FitEntry u8(int number, long long value) {
    return {number, fit::uint8, value};
}

FitEntry code(int number, long long value) {
    return {number, fit::enumeration, value};
}

// A session of @p seconds from fit_morning + @p from on.
void add_session(FitWriter& file, long long from, long long seconds, std::vector<FitEntry> more) {
    more.insert(more.begin(), {u32(253, fit_morning + from + seconds), u32(2, fit_morning + from),
                               u32(7, 1000 * seconds), u32(8, 1000 * seconds)});
    file.add(18, more, 3);
}

} // namespace

TEST_CASE("fit: a run, in either byte order", "[import][fit]") {
    for (const bool big : {false, true}) {
        const TrainingLog log = import_bytes(fit_run(600, 3.0, big).bytes());
        const Session session = only_session(log);
        CHECK(log.diagnostics.empty());
        CHECK(to_string(session.start) == "2026-05-02T08:00:00"); // two hours ahead of UTC
        CHECK(session.sport == Sport::run);
        CHECK(session.duration_s == 600.0);
        CHECK(session.elapsed_s == 600.0);
        CHECK(session.distance_m == 1800.0);
        CHECK(session.avg_hr_bpm == 140.0);
        CHECK(session.max_hr_bpm == 141.0);
        CHECK(session.max_speed_mps == 3.0); // from the records
        CHECK(session.high_speed_m == 0.0);
        CHECK(session.sprints == 0.0);
        CHECK(!session.rpe);
        CHECK(!session.load_au);
        CHECK(log.source_of(session.source) == "a.fit");
        const FileReport& file = log.files.at(0);
        CHECK(file.format == "fit");
        CHECK(file.dialect == "FIT activity, Garmin");
        CHECK(file.encoding == (big ? "binary, big-endian" : "binary, little-endian"));
        CHECK(file.timezone == "local");
    }
}

TEST_CASE("fit: every field of a session message", "[import][fit]") {
    FitWriter file = activity_head();
    add_session(file, 0, 3600,
                {u32(59, 3000000),
                 u32(9, 1234567),
                 u16(14, 3500),
                 u16(15, 9000),
                 u32(125, 6543),
                 u8(16, 155),
                 u8(17, 181),
                 u16(22, 87),
                 code(5, 1),
                 code(6, 3),
                 u8(192, 75),
                 u8(193, 50),
                 {168, fit::sint32, 65536LL * 120 + 32768}});
    const TrainingLog log = import_bytes(file.bytes());
    const Session session = only_session(log);
    CHECK(session.sport == Sport::trail_run);
    CHECK(session.duration_s == 3600.0); // the timer before moving time
    CHECK(session.distance_m == 12345.67);
    CHECK(session.max_speed_mps == 6.543); // enhanced before plain
    CHECK(session.avg_hr_bpm == 155.0);
    CHECK(session.max_hr_bpm == 181.0);
    CHECK(session.ascent_m == 87.0);
    CHECK(session.rpe == 5.0);
    CHECK(session.load_au == 120.5);
    CHECK(session.load_kind == LoadKind::vendor); // never mixed with session RPE
    CHECK(log.files.at(0).dialect == "FIT activity, COROS");
}

TEST_CASE("fit: a rating in a developer's field", "[import][fit]") {
    FitWriter file = activity_head();
    file.add(206, {u8(0, 0), u8(1, 0), u8(2, fit::uint8), {3, fit::string, std::string("RPE"), 8}});
    file.add(18, {u32(2, fit_morning), u32(8, 60000), code(5, 7)}, {{0, fit::uint8, 8LL}}, 0);
    CHECK(only_session(import_bytes(file.bytes())).rpe == 8.0);
}

TEST_CASE("fit: what the session lacks comes from the records", "[import][fit]") {
    FitWriter file = activity_head();
    for (int i = 0; i <= 100; ++i) { // 50 s at 3 m/s, then 50 s at 8 m/s
        const long long way = i <= 50 ? 300LL * i : 15000 + 800LL * (i - 50);
        file.add(20,
                 {u32(253, fit_morning + i), u32(5, way), u32(73, i <= 50 ? 3000 : 8000),
                  u8(3, i <= 50 ? 100 : 160)},
                 1);
    }
    file.add(18, {u32(2, fit_morning), u32(253, fit_morning + 100), code(5, 7)}, 3);
    const Session session = only_session(import_bytes(file.bytes()));
    CHECK(session.sport == Sport::soccer);
    CHECK(session.elapsed_s == 100.0);
    CHECK(session.duration_s == 100.0);
    CHECK(session.distance_m == 550.0);
    CHECK(session.max_speed_mps == 8.0);
    CHECK(session.high_speed_m == 400.0);
    CHECK(session.sprint_m == 400.0);
    CHECK(session.sprints == 1.0);
    CHECK(session.max_hr_bpm == 160.0);
    // 1 s for the first point and 50 s at 100, 50 s at 160
    CHECK_THAT(session.avg_hr_bpm.value(), WithinAbs((51 * 100 + 50 * 160) / 101.0, 0.05));
}

TEST_CASE("fit: zero heart rate, zero distance and 65 m/s are no values", "[import][fit]") {
    FitWriter file = activity_head();
    add_session(file, 0, 60, {u32(9, 0), u8(16, 0), u8(17, 0), u32(125, 65000), code(5, 1)});
    const TrainingLog log = import_bytes(file.bytes());
    const Session session = only_session(log);
    CHECK(!session.distance_m);
    CHECK(!session.avg_hr_bpm);
    CHECK(!session.max_hr_bpm);
    CHECK(!session.max_speed_mps);
    CHECK_THAT(messages_of(log), Contains("max_speed_mps 65 is above 13; taken as missing"));
}

TEST_CASE("fit: no session message: the records, else the laps", "[import][fit]") {
    FitWriter records = activity_head();
    for (int i = 0; i <= 60; ++i) {
        records.add(20, {u32(253, fit_morning + i), u32(5, 300LL * i)}, 1);
        if (i == 20) { // the lap after the last is missing: it does not stand for the whole
            records.add(19,
                        {u32(253, fit_morning + 20), u32(2, fit_morning), u32(8, 20000),
                         u32(9, 6000), code(25, 1)},
                        2);
        }
    }
    const Session from_records = only_session(import_bytes(records.bytes()));
    CHECK(from_records.sport == Sport::run);
    CHECK(from_records.duration_s == 60.0);
    CHECK(from_records.distance_m == 180.0);
    CHECK(to_string(from_records.start) == "2026-05-02T06:00:00");

    FitWriter laps = activity_head();
    laps.add(12, {code(0, 2), code(1, 7)});
    for (int i = 0; i < 3; ++i) {
        laps.add(19,
                 {u32(253, fit_morning + 100 * (i + 1)), u32(2, fit_morning + 100 * i),
                  u32(7, 100000), u32(8, 90000), u32(9, 50000), u8(16, 120 + i), u16(21, 5)},
                 2);
    }
    const Session from_laps = only_session(import_bytes(laps.bytes()));
    CHECK(from_laps.sport == Sport::ride);
    CHECK(from_laps.elapsed_s == 300.0);
    CHECK(from_laps.duration_s == 270.0);
    CHECK(from_laps.distance_m == 1500.0);
    CHECK(from_laps.max_hr_bpm == 122.0);
    CHECK(from_laps.ascent_m == 15.0);
}

TEST_CASE("fit: one session a leg, transitions named", "[import][fit]") {
    FitWriter file = activity_head();
    for (int i = 0; i <= 100; i += 2) {
        file.add(20, {u32(253, fit_morning + i), u8(3, 100 + i)}, 1);
    }
    add_session(file, 0, 40, {code(5, 5), code(6, 18)});
    add_session(file, 40, 20, {code(5, 3)});
    add_session(file, 60, 40, {code(5, 1)});
    const TrainingLog log = import_bytes(file.bytes());
    REQUIRE(log.sessions.size() == 3);
    CHECK(log.sessions[0].sport == Sport::swim);
    CHECK(log.sessions[1].sport == Sport::multisport);
    CHECK(log.sessions[1].title == "Transition");
    CHECK(log.sessions[2].sport == Sport::run);
    CHECK(log.sessions[0].max_hr_bpm == 138.0); // each leg has its own records
    CHECK(log.sessions[1].max_hr_bpm == 158.0);
    CHECK(log.sessions[2].max_hr_bpm == 200.0);
    CHECK(log.source_of(log.sessions[1].source) == "a.fit:2");
    CHECK(log.totals().sessions == 3);
}

TEST_CASE("fit: the same legs with their summaries first", "[import][fit]") {
    FitWriter file = activity_head();
    add_session(file, 60, 40, {code(5, 1)});
    add_session(file, 0, 60, {code(5, 2)});
    file.add(20, {u32(253, fit_morning + 59), u8(3, 100)}, 1);
    file.add(20, {u32(253, fit_morning + 60), u8(3, 150)}, 1);
    const TrainingLog log = import_bytes(file.bytes());
    REQUIRE(log.sessions.size() == 2);
    CHECK(log.sessions[0].max_hr_bpm == 100.0);
    CHECK(log.sessions[1].max_hr_bpm == 150.0);
}

TEST_CASE("fit: parts that hold no activity cost nothing", "[import][fit]") {
    FitWriter memory; // a chest strap's, without a file_id
    memory.add(132, {u32(9, 5)});
    const TrainingLog log = import_bytes(fit_run(60).bytes() + memory.bytes() +
                                         activity_head(2).bytes() + fit_run(30).bytes());
    CHECK(log.sessions.size() == 2);
    CHECK(log.diagnostics.empty());
    CHECK(log.files.at(0).signature == "'.FIT' at byte 8, 4 parts");
    CHECK(log.files.at(0).unread_columns == "2 parts that are no activity");
}

TEST_CASE("fit: files of other kinds are refused with their kind", "[import][fit]") {
    CHECK(refusal_of(activity_head(2).bytes()) == "is a FIT file of settings, not of an activity");
    CHECK(refusal_of(activity_head(5).bytes()) == "is a FIT file of a workout, not of an activity");
    CHECK(refusal_of(activity_head(6).bytes()) == "is a FIT file of a course, not of an activity");
    CHECK(refusal_of(activity_head(9).bytes()) ==
          "is a FIT file of body weight, not of an activity");
    CHECK(refusal_of(activity_head(32).bytes()) ==
          "is a FIT file of monitoring data, not of an activity");
    CHECK(refusal_of(activity_head(77).bytes()) == "is a FIT file of type 77, not of an activity");
    CHECK(refusal_of(activity_head().bytes()) ==
          "is a FIT activity without a session, a lap or a record with a time");
    CHECK(refusal_of(FitWriter().bytes()) ==
          "is a FIT file of no kind that is known, not of an activity");
    CHECK_THAT(refusal_of(activity_head().bytes().substr(0, 20)),
               Contains("; byte 14: the file ends in the middle of a message"));
    // A course has laps and records, too.
    FitWriter course = activity_head(6);
    course.add(19, {u32(2, fit_morning), u32(8, 60000)}, 2);
    CHECK(refusal_of(course.bytes()) == "is a FIT file of a course, not of an activity");
}

TEST_CASE("fit: damage is told with its byte", "[import][fit]") {
    std::string bytes = fit_run(60).bytes();
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    const TrainingLog wrong = import_bytes(bytes);
    CHECK(wrong.sessions.size() == 1);
    CHECK_THAT(messages_of(wrong),
               Contains("a.fit: warning: byte " + std::to_string(bytes.size() - 2) +
                        ": the checksum is wrong"));
    const TrainingLog cut = import_bytes(bytes.substr(0, 400));
    CHECK(cut.sessions.size() == 1);
    CHECK_THAT(messages_of(cut), Contains("the file ends in the middle of a message"));
}

TEST_CASE("fit: times in UTC, in the file's local time and in a zone", "[import][fit]") {
    const auto with_activity = [](long long apart) {
        FitWriter file = activity_head();
        add_session(file, 0, 60, {code(5, 1)});
        file.add(34, {u32(253, fit_morning + 60), u32(5, fit_morning + 60 + apart)});
        return file.bytes();
    };
    const auto start_of = [](const TrainingLog& log) {
        return to_string(only_session(log).start) + " " + log.files.at(0).timezone;
    };
    CHECK(start_of(import_bytes(with_activity(-7 * 3600))) == "2026-05-01T23:00:00 local");
    CHECK(start_of(import_bytes(with_activity(20700 + 3))) == "2026-05-02T11:45:00 local"); // Nepal
    CHECK(start_of(import_bytes(with_activity(0))) == "2026-05-02T06:00:00 local");
    // Neither a zone nor near a quarter of an hour: the word is not taken.
    CHECK(start_of(import_bytes(with_activity(20 * 3600))) == "2026-05-02T06:00:00 UTC");
    CHECK(start_of(import_bytes(with_activity(3600 + 400))) == "2026-05-02T06:00:00 UTC");
    ingest::ImportOptions vienna;
    vienna.zone.emplace("Europe/Vienna");
    CHECK(start_of(import_bytes(with_activity(-7 * 3600), vienna)) == "2026-05-01T23:00:00 local");
    CHECK(start_of(import_bytes(with_activity(0), vienna)) == "2026-05-02T08:00:00 Europe/Vienna");
    CHECK(start_of(import_bytes(with_activity(20 * 3600), vienna)) ==
          "2026-05-02T08:00:00 Europe/Vienna");
}

TEST_CASE("fit: clocks that were set during a session", "[import][fit]") {
    // 2026-10-25, 01:00 UTC: Vienna goes from UTC+2 to UTC+1. From 00:30 UTC to 02:30 UTC; the file
    // tells the local time of the end, 03:30. On the wall clock it began at 02:30.
    constexpr long long night = 1'792'888'200 - 631'065'600; // 2026-10-25T00:30:00Z by date -u
    FitWriter file = activity_head();
    file.add(18,
             {u32(253, night + 7200), u32(2, night), u32(7, 7200000), u32(8, 7200000), code(5, 1)},
             3);
    file.add(34, {u32(253, night + 7200), u32(5, night + 7200 + 3600)});
    ingest::ImportOptions options;
    const auto start = [&] {
        return to_string(only_session(import_bytes(file.bytes(), options)).start);
    };
    CHECK(start() == "2026-10-25T01:30:00"); // without a zone nobody knows of the change
    options.zone.emplace("Europe/Vienna");
    CHECK(start() == "2026-10-25T02:30:00");
    options.zone.emplace("Asia/Tokyo"); // not where the device was
    CHECK(start() == "2026-10-25T01:30:00");
}

TEST_CASE("fit: times that count from the start of the device", "[import][fit]") {
    const auto relative = [](std::vector<FitEntry> activity, long long created) {
        FitWriter file;
        file.add(0, {code(0, 4), u32(4, created)});
        file.add(18, {u32(253, 1100), u32(2, 1000), u32(7, 100000), u32(8, 100000), code(5, 1)}, 3);
        if (!activity.empty()) {
            file.add(34, activity);
        }
        return file.bytes();
    };
    // The activity message says what the wall clock showed at 1100: the run began 100 s before.
    const TrainingLog wall = import_bytes(relative({u32(253, 1100), u32(5, fit_morning)}, 500));
    CHECK(to_string(only_session(wall).start) == "2026-05-02T05:58:20");
    CHECK(wall.files.at(0).timezone == "local");
    // The file was made when the run began.
    const TrainingLog made = import_bytes(relative({}, fit_morning));
    CHECK(to_string(only_session(made).start) == "2026-05-02T06:00:00");
    CHECK(made.files.at(0).timezone == "UTC");
    // Only the name says when, and a warning says so.
    const TrainingLog named = import_bytes(relative({}, 500), {}, "x/2015-10-13-08-43-15.fit");
    CHECK(to_string(only_session(named).start) == "2015-10-13T08:43:15");
    CHECK_THAT(messages_of(named), Contains("the date is that of its name"));
    // Nobody says when.
    const TrainingLog dateless = import_bytes(relative({}, 500));
    CHECK(dateless.sessions.empty());
    CHECK(dateless.totals().rejected == 1);
    CHECK_THAT(messages_of(dateless), Contains("error: the session has no date"));
}

TEST_CASE("fit: compressed speed and distance", "[import][fit]") {
    // 12 bits of cm/s, 12 bits of 1/16 m: 300 cm/s = 0x12C and 4000/16 m = 0xFA0, then 64/16 m
    // = 0x040: 160/16 = 10 m further, over the end of the 256 m.
    FitWriter file = activity_head();
    file.add(20, {u32(253, fit_morning), {8, fit::byte, std::string("\x2C\x01\xFA", 3)}}, 1);
    file.add(20, {u32(253, fit_morning + 3), {8, fit::byte, std::string("\x2C\x01\x04", 3)}}, 1);
    file.add(20, {u32(253, fit_morning + 4), {8, fit::byte, std::string("\xFF\xFF\xFF", 3)}}, 1);
    const Session session = only_session(import_bytes(file.bytes()));
    CHECK(session.distance_m == 10.0);
    CHECK(session.duration_s == 4.0);
}

TEST_CASE("fit: the timer's stops are pauses", "[import][fit]") {
    FitWriter file = activity_head();
    for (int i = 0; i <= 40; ++i) {
        if (i == 21) {
            file.add(21, {u32(253, fit_morning + 20), code(0, 0), code(1, 4)}, 2);
        }
        file.add(20, {u32(253, fit_morning + i + (i > 20 ? 30 : 0)), u32(5, 300LL * i)}, 1);
    }
    const Session session = only_session(import_bytes(file.bytes()));
    CHECK(session.elapsed_s == 70.0);
    CHECK(session.duration_s == 39.0); // the 31 s between the stop and the next record are none
    CHECK(session.distance_m == 120.0);
}

TEST_CASE("fit: sports and what is not known of them", "[import][fit]") {
    using ingest::sport_of_fit;
    CHECK(sport_of_fit(1, std::nullopt) == Sport::run);
    CHECK(sport_of_fit(1, 1) == Sport::treadmill_run);
    CHECK(sport_of_fit(1, 4) == Sport::track_run);
    CHECK(sport_of_fit(1, 255) == Sport::run);
    CHECK(sport_of_fit(10, 20) == Sport::strength);
    CHECK(sport_of_fit(10, 26) == Sport::cardio);
    CHECK(sport_of_fit(4, 14) == Sport::row);
    CHECK(sport_of_fit(72, std::nullopt) == Sport::rugby);
    CHECK(sport_of_fit(0, 85) == Sport::racket);
    CHECK(sport_of_fit(0, std::nullopt) == Sport::other);
    CHECK(!sport_of_fit(199, std::nullopt));

    FitWriter file = activity_head();
    add_session(file, 0, 60, {code(5, 199), {110, fit::string, std::string("Curling"), 16}});
    const TrainingLog log = import_bytes(file.bytes());
    CHECK(only_session(log).sport == Sport::other);
    CHECK(only_session(log).title == "Curling");
    CHECK_THAT(messages_of(log), Contains("the sport code 199 is not known"));
    FitWriter silent = activity_head();
    add_session(silent, 0, 60, {u16(15, 9000)});
    CHECK(only_session(import_bytes(silent.bytes())).sport == Sport::unknown);
    CHECK(!only_session(import_bytes(silent.bytes())).max_speed_mps); // a runner's or a rider's?
}

TEST_CASE("dates in the names of files", "[import]") {
    const auto text = [](const std::string& path) {
        const auto moment = ingest::moment_in_name(path);
        return moment ? to_string(*moment) : std::string("none");
    };
    CHECK(text("2015-10-13-08-43-15.fit") == "2015-10-13T08:43:15");
    CHECK(text("/2001-01-01/20170518-191602-1740899583.fit") == "2017-05-18T19:16:02");
    CHECK(text("2009_11_28_11_00_00.csv") == "2009-11-28T11:00:00");
    CHECK(text("run 2019-02-17.fit") == "2019-02-17");
    CHECK(text("2019-02-17-062644-ELEMNT-297E-195-0.fit") == "2019-02-17T06:26:44");
    CHECK(text("2019-02-30.fit") == "none");
    CHECK(text("1740899583.fit") == "none");
    CHECK(text("activity_18470923.fit") == "none");
    CHECK(text("activity_20101215345.csv") == "none"); // the number of an activity
    CHECK(text("activity_2010121534.csv") == "none");
    CHECK(text("20101215.csv") == "2010-12-15");
    CHECK(text("20101215083000.csv") == "2010-12-15T08:30:00");
    CHECK(text("2010-12-1534.csv") == "none");
}

TEST_CASE("fit: any damage to a file leaves sums that add up", "[import][fit]") {
    FitWriter legs = activity_head();
    add_session(legs, 0, 40, {code(5, 5)});
    add_session(legs, 40, 60, {code(5, 1)});
    const std::string whole = fit_run(20).bytes() + legs.bytes();
    const bool held = rc::check("some bytes changed", [&](const std::vector<std::uint32_t>& at) {
        std::string bytes = whole;
        for (const std::uint32_t change : at) {
            bytes[(change >> 8U) % bytes.size()] = static_cast<char>(change & 0xFFU);
        }
        PackedLog packed;
        const auto source = ingest::from_memory("a.fit", bytes);
        try {
            ingest::import_fit(*source, {}, packed);
        } catch (const InputError&) {
            RC_ASSERT(packed.sessions.size() == 0);
            return;
        }
        const TrainingLog log = ingest::folded_log(std::move(packed));
        RC_ASSERT(log.totals().adds_up());
        RC_ASSERT(log.totals().sessions == log.sessions.size());
        for (const Session& session : log.sessions) {
            RC_ASSERT(session.duration_s.value_or(0.0) <= 7.0 * 86400.0);
            RC_ASSERT(session.distance_m.value_or(0.0) <= 1e6);
        }
    });
    CHECK(held);
}
