// SPDX-License-Identifier: Apache-2.0
#include "model/packed_sessions.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <tuple>
#include <vector>

using namespace plimsoll;
using test::day;

namespace {

std::vector<Session> unpacked(const PackedSessions& packed, std::size_t athlete = 0) {
    std::vector<Session> sessions;
    packed.unpack(athlete, sessions);
    return sessions;
}

// Whole, two-decimal and any other values, and those at the border of each form.
std::optional<double> any_value() {
    static const std::vector<double> borders{0.0,    -0.0,     0.01,     655.35,   655.36,
                                             655.34, 65'535.0, 65'536.0, 0.005,    1e-300,
                                             1e300,  123.456,  16'060.0, 0.1 + 0.2};
    switch (*rc::gen::inRange(0, 5)) {
    case 0:
        return std::nullopt;
    case 1:
        return *rc::gen::inRange(0, 100'000);
    case 2:
        return *rc::gen::inRange(0, 100'000) / 100.0;
    case 3:
        return *rc::gen::elementOf(borders);
    default:
        return *rc::gen::inRange(0, 1'000'000'000) / 7.0;
    }
}

Session any_session(std::uint32_t line) {
    Session session;
    session.athlete = *rc::gen::element<std::string>("a", "b", "a name longer than any buffer");
    session.start.day = Date::from_days(*rc::gen::inRange(-7000, 47'000));
    if (*rc::gen::inRange(0, 2) == 1) {
        session.start.second = *rc::gen::inRange(0, 86'400);
    }
    session.sport = static_cast<Sport>(*rc::gen::inRange(0, 20));
    session.load_kind = static_cast<LoadKind>(*rc::gen::inRange(0, 4));
    session.source = {static_cast<std::uint32_t>(*rc::gen::inRange(0, 3)), line};
    for (const auto member :
         {&Session::duration_s, &Session::elapsed_s, &Session::distance_m, &Session::avg_hr_bpm,
          &Session::max_hr_bpm, &Session::max_speed_mps, &Session::ascent_m, &Session::rpe,
          &Session::load_au, &Session::high_speed_m, &Session::sprint_m, &Session::sprints,
          &Session::changes_of_direction}) {
        session.*member = any_value();
    }
    if (*rc::gen::inRange(0, 3) == 0) {
        session.hr_zones = HeartRateZones{{1.5F, 0.0F, 60.0F, 3600.25F, 0.1F}};
    }
    session.title = std::string(static_cast<std::size_t>(*rc::gen::inRange(0, 40)), 't');
    return session;
}

} // namespace

TEST_CASE("properties: packing loses nothing", "[model][packed]") {
    CHECK(rc::check("the same sessions come out, by athlete and start", [] {
        PackedSessions first;
        PackedSessions second;
        std::vector<Session> all;
        const auto count = static_cast<std::uint32_t>(*rc::gen::inRange(0, 200));
        for (std::uint32_t line = 1; line <= count; ++line) {
            all.push_back(any_session(line));
            (line % 3 == 0 ? second : first).add(all.back());
        }
        first.append(std::move(second));
        RC_ASSERT(first.size() == all.size());
        std::sort(all.begin(), all.end(), [](const Session& a, const Session& b) {
            return std::tie(a.athlete, a.start, a.source.file, a.source.line) <
                   std::tie(b.athlete, b.start, b.source.file, b.source.line);
        });
        std::vector<Session> out;
        for (const std::size_t athlete : first.by_id()) {
            const std::vector<Session> his = unpacked(first, athlete);
            out.insert(out.end(), his.begin(), his.end());
        }
        RC_ASSERT(out == all);
    }));
}

TEST_CASE("a title larger than a chunk is kept whole", "[model][packed]") {
    PackedSessions packed;
    Session session = test::run_on(day("2026-05-01"), 10);
    session.title = std::string(100'000, 'x') + "end";
    packed.add(session);
    session.title = "short";
    packed.add(session);
    CHECK(unpacked(packed)[0].title.size() == 100'003);
    CHECK(unpacked(packed)[0].title.ends_with("xend"));
    CHECK(unpacked(packed)[1].title == "short");
}

TEST_CASE("sessions are moved over with their athletes", "[model][packed]") {
    PackedSessions a;
    PackedSessions b;
    Session session = test::run_on(day("2026-05-02"), 10);
    session.athlete = "zoe";
    a.add(session);
    session.start.day = day("2026-05-01");
    b.add(session);
    session.athlete = "amy";
    b.add(session);
    a.append(std::move(b));
    REQUIRE(a.athletes() == 2);
    CHECK(a.by_id() == std::vector<std::size_t>{1, 0});
    CHECK(a.id(0) == "zoe");
    const std::vector<Session> zoe = unpacked(a, 0);
    REQUIRE(zoe.size() == 2);
    CHECK(zoe[0].start.day == day("2026-05-01"));
    CHECK(zoe[1].start.day == day("2026-05-02"));
    session.athlete = "zoe";
    a.add(session); // still finds her
    CHECK(a.athletes() == 2);
    CHECK(a.size() == 4);
}

TEST_CASE("the newest day is the last one that is not after a day", "[model][packed]") {
    PackedSessions packed;
    for (const char* text : {"2026-05-03", "2026-05-01", "2026-05-09"}) {
        packed.add(test::run_on(day(text), 10));
    }
    CHECK(packed.newest_day(0, day("2026-05-08")) == day("2026-05-03"));
    CHECK(packed.newest_day(0, day("2026-05-09")) == day("2026-05-09"));
    CHECK(packed.newest_day(0, day("2026-04-30")) == std::nullopt);
}
