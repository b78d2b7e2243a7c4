// SPDX-License-Identifier: Apache-2.0
#include "risk/daily_load.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace plimsoll;
using namespace plimsoll::risk;
using test::day;
using test::rated_on;
using test::run_on;

namespace {

std::vector<double> loads_of(const DailyLoad& load) {
    return {load.series.loads().begin(), load.series.loads().end()};
}

} // namespace

TEST_CASE("sessions of a day add up, and the calendar has no holes", "[risk][daily_load]") {
    const std::vector<Session> sessions{run_on(day("2026-05-01"), 5), run_on(day("2026-05-01"), 3),
                                        run_on(day("2026-05-04"), 10)};
    const auto load = daily_load(sessions, Measure::distance, SportFilter::run, day("2026-05-05"));
    REQUIRE(load.has_value());
    CHECK(loads_of(*load) == std::vector<double>{8000, 0, 0, 10000, 0});
    CHECK(load->series.kinds()[1] == DayKind::rest);
    CHECK(load->series.kinds()[3] == DayKind::observed);
    CHECK(load->counted_sessions == 3);
}

TEST_CASE("a session that does not count makes its day observed, not loaded",
          "[risk][daily_load]") {
    Session ride = run_on(day("2026-05-02"), 40);
    ride.sport = Sport::ride;
    const std::vector<Session> sessions{run_on(day("2026-05-01"), 5), ride};
    const auto load = daily_load(sessions, Measure::distance, SportFilter::run, day("2026-05-02"));
    CHECK(loads_of(*load) == std::vector<double>{5000, 0});
    CHECK(load->series.kinds()[1] == DayKind::observed);
    const auto all = daily_load(sessions, Measure::distance, SportFilter::all, day("2026-05-02"));
    CHECK(loads_of(*all) == std::vector<double>{5000, 40000});
}

TEST_CASE("tomorrow's sessions are not there yet", "[risk][daily_load]") {
    const std::vector<Session> sessions{run_on(day("2026-05-01"), 5), run_on(day("2026-05-03"), 9)};
    CHECK(loads_of(*daily_load(sessions, Measure::distance, SportFilter::run, day("2026-05-02"))) ==
          std::vector<double>{5000, 0});
    CHECK_FALSE(
        daily_load(sessions, Measure::distance, SportFilter::run, day("2026-04-30")).has_value());
    CHECK_FALSE(daily_load({}, Measure::distance, SportFilter::run, day("2026-04-30")).has_value());
}

TEST_CASE("an unrated session takes the median of the ratings before it", "[risk][daily_load]") {
    Session unrated = rated_on(day("2026-05-04"), 0, 60);
    unrated.rpe.reset();
    const std::vector<Session> sessions{
        rated_on(day("2026-05-01"), 4, 60), rated_on(day("2026-05-02"), 7, 60),
        rated_on(day("2026-05-03"), 5, 60), unrated, rated_on(day("2026-05-05"), 10, 60)};
    const auto load = daily_load(sessions, Measure::srpe, SportFilter::all, day("2026-05-05"));
    CHECK(loads_of(*load) == std::vector<double>{240, 420, 300, 300, 600}); // median of 4, 5, 7
    CHECK(load->estimated == std::vector<double>{0, 0, 0, 300, 0});
    // The rating of 5 May does not reach back: the same without it.
    const auto before = daily_load(std::span(sessions).first(4), Measure::srpe, SportFilter::all,
                                   day("2026-05-05"));
    CHECK(before->series.loads()[3] == 300.0);
}

TEST_CASE("another sport's ratings are not taken, without any it is the default",
          "[risk][daily_load]") {
    Session gym = rated_on(day("2026-05-01"), 3, 60);
    gym.sport = Sport::strength;
    Session run = run_on(day("2026-05-02"), 10, 60);
    const auto load =
        daily_load(std::vector{gym, run}, Measure::srpe, SportFilter::all, day("2026-05-02"));
    CHECK(load->series.loads()[1] == 60 * default_rpe);
    CHECK(load->estimated[1] == 60 * default_rpe);
}

TEST_CASE("a load of its own kind counts, a vendor's is never mixed in", "[risk][daily_load]") {
    Session given = rated_on(day("2026-05-01"), 5, 60);
    given.load_au = 333;
    Session vendor = rated_on(day("2026-05-02"), 5, 60);
    vendor.load_au = 999;
    vendor.load_kind = LoadKind::vendor;
    Session estimated = given;
    estimated.start.day = day("2026-05-03");
    estimated.load_kind = LoadKind::estimated;
    const auto load = daily_load(std::vector{given, vendor, estimated}, Measure::srpe,
                                 SportFilter::all, day("2026-05-03"));
    CHECK(loads_of(*load) == std::vector<double>{333, 300, 333});
    CHECK(load->estimated == std::vector<double>{0, 0, 333});
}

TEST_CASE("a session without the measure counts as nothing and is counted", "[risk][daily_load]") {
    Session treadmill = run_on(day("2026-05-01"), 0, 30);
    treadmill.distance_m.reset();
    const auto load =
        daily_load(std::vector{treadmill}, Measure::distance, SportFilter::run, day("2026-05-01"));
    CHECK(load->without_load == 1);
    CHECK(load->series.loads()[0] == 0.0);
    CHECK(daily_load(std::vector{treadmill}, Measure::duration, SportFilter::run, day("2026-05-01"))
              ->series.loads()[0] == 30.0);
}

TEST_CASE("Edwards' load is of the zones, else of the usual a minute of that sport",
          "[risk][daily_load]") {
    Session zoned = run_on(day("2026-05-01"), 10, 60);
    zoned.hr_zones = HeartRateZones{{600, 1200, 1200, 600, 0}}; // 10 + 40 + 60 + 40 = 150
    const Session without = run_on(day("2026-05-02"), 5, 30);
    Session ride = run_on(day("2026-05-03"), 30, 60);
    ride.sport = Sport::ride;
    const std::vector<Session> log{zoned, without, ride};
    const auto load = daily_load(log, Measure::edwards, SportFilter::all, day("2026-05-03"));
    CHECK(loads_of(*load) == std::vector<double>{150, 75, 0});
    CHECK(load->estimated == std::vector<double>{0, 75, 0});
    CHECK(load->without_load == 1); // no ride had zones before
    // Banister's load is another matter.
    CHECK(daily_load(log, Measure::trimp, SportFilter::all, day("2026-05-03"))->without_load == 3);
}
