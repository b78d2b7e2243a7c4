// Clocks that jump while a track is recorded: what of the track is kept. Worked by hand.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_clock.hpp"
#include "tests/support/any_file.hpp"
#include "tests/support/fit_writer.hpp"
#include "tests/support/logs.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::ingest;
using namespace plimsoll::test;
using Catch::Matchers::Contains;
using Catch::Matchers::WithinAbs;

namespace {

constexpr double a_day_s = 86400.0;

// @p count points a second apart, 3 m each by the device.
std::vector<TrackPoint> steady(std::size_t count) {
    std::vector<TrackPoint> points(count);
    for (std::size_t i = 0; i < count; ++i) {
        points[i].time_s = 1000.0 + static_cast<double>(i);
        points[i].distance_m = 3.0 * static_cast<double>(i);
    }
    return points;
}

void move(std::vector<TrackPoint>& points, std::size_t from, std::size_t to, double by_s) {
    for (std::size_t i = from; i < to; ++i) {
        points[i].time_s += by_s;
    }
}

TrackQuantities measured(std::vector<TrackPoint>& points, ClockJumps& jumps) {
    jumps = mend_clock(points);
    return measure_track(points, Sport::run);
}

std::string gpx(const std::vector<TrackPoint>& points) {
    std::string text = "<gpx version=\"1.1\"><trk><type>run</type><trkseg>\n";
    for (const TrackPoint& point : points) {
        const auto second = static_cast<int>(point.time_s) - 1000;
        const int of_day = 36000 + second % 86400;
        text +=
            fmt::format("<trkpt lat=\"{:.7f}\" lon=\"10\"><time>2026-05-{:02}T{:02}:{:02}:{:02}Z"
                        "</time></trkpt>\n",
                        *point.distance_m / 110574.2756, 4 + second / 86400, of_day / 3600,
                        of_day / 60 % 60, of_day % 60);
    }
    return text + "</trkseg></trk></gpx>\n";
}

} // namespace

TEST_CASE("track clock: one point a day ahead costs that point and nothing behind it",
          "[import][track][clock]") {
    for (const std::size_t bad :
         {std::size_t{0}, std::size_t{1}, std::size_t{300}, std::size_t{598}}) {
        CAPTURE(bad);
        std::vector<TrackPoint> points = steady(600);
        move(points, bad, bad + 1, a_day_s);
        ClockJumps jumps;
        const TrackQuantities track = measured(points, jumps);
        CHECK(jumps.left_out == 1);
        CHECK(jumps.set == 0);
        const double lost = bad == 0 ? 1.0 : 0.0; // seconds at the end
        CHECK_THAT(track.elapsed_s, WithinAbs(599.0 - lost, 1e-9));
        CHECK_THAT(*track.distance_m, WithinAbs(1797.0 - 3.0 * lost, 1e-9));
        CHECK_THAT(jumps.first_moved_s, WithinAbs(bad == 0 ? 1.0 - a_day_s : 0.0, 1e-9));
    }
}

TEST_CASE("track clock: a few points behind the others are left out", "[import][track][clock]") {
    std::vector<TrackPoint> points = steady(600);
    move(points, 200, 210, -500.0);
    ClockJumps jumps;
    const TrackQuantities track = measured(points, jumps);
    CHECK(jumps.left_out == 10);
    CHECK_THAT(track.elapsed_s, WithinAbs(599.0, 1e-9));
    CHECK_THAT(*track.distance_m, WithinAbs(1797.0, 1e-9));
}

TEST_CASE("track clock: a clock set back an hour half way goes on", "[import][track][clock]") {
    std::vector<TrackPoint> points = steady(600);
    move(points, 300, 600, -3600.0);
    ClockJumps jumps;
    const TrackQuantities track = measured(points, jumps);
    CHECK(jumps.set == 1);
    CHECK(jumps.left_out == 0);
    // 299 s before it, 299 s behind it, a second between the two that was not recorded
    CHECK_THAT(track.elapsed_s, WithinAbs(599.0, 1e-9));
    CHECK_THAT(track.recorded_s, WithinAbs(598.0, 1e-9));
    CHECK_THAT(*track.distance_m, WithinAbs(1797.0, 1e-9));
}

TEST_CASE("track clock: a clock that was wrong for a minute is read between its neighbours",
          "[import][track][clock]") {
    std::vector<TrackPoint> points = steady(600);
    move(points, 300, 360, a_day_s);
    ClockJumps jumps;
    const TrackQuantities track = measured(points, jumps);
    CHECK(jumps.set == 1);
    CHECK_THAT(track.elapsed_s, WithinAbs(599.0, 1e-9));
    CHECK_THAT(*track.distance_m, WithinAbs(1797.0, 1e-9));
}

TEST_CASE("track clock: the date of a watch that had none yet is that of the points behind",
          "[import][track][clock]") {
    std::vector<TrackPoint> points = steady(600);
    move(points, 0, 100, -9000.0 * a_day_s);
    ClockJumps jumps;
    const TrackQuantities track = measured(points, jumps);
    CHECK(jumps.set == 1);
    CHECK_THAT(jumps.first_moved_s, WithinAbs(9000.0 * a_day_s, 1e-6));
    CHECK_THAT(points.front().time_s, WithinAbs(1000.0, 1e-6));
    CHECK_THAT(track.elapsed_s, WithinAbs(599.0, 1e-6));
}

TEST_CASE("track clock: a track that stands in its file twice counts once",
          "[import][track][clock]") {
    std::vector<TrackPoint> points = steady(600);
    const std::vector<TrackPoint> once = points;
    points.insert(points.end(), once.begin(), once.end());
    ClockJumps jumps;
    const TrackQuantities track = measured(points, jumps);
    CHECK(jumps.repeated == 600);
    CHECK(jumps.set == 0);
    CHECK_THAT(*track.distance_m, WithinAbs(1797.0, 1e-9));
    CHECK_THAT(track.elapsed_s, WithinAbs(599.0, 1e-9));
}

TEST_CASE("track clock: two clocks in turn leave a track in order", "[import][track][clock]") {
    std::vector<TrackPoint> points = steady(600);
    for (std::size_t i = 1; i < points.size(); i += 2) {
        points[i].time_s += 1e9;
    }
    mend_clock(points);
    CHECK(points.size() >= 300);
    CHECK(points.back().time_s - points.front().time_s <= 600.0);
}

TEST_CASE("track clock: times in order stay as they are, whatever their gaps",
          "[import][track][clock]") {
    std::vector<TrackPoint> points = steady(100);
    move(points, 50, 100, 5.0 * a_day_s); // a pause of days
    points[30].time_s -= 9.0;             // a point that came late
    const std::vector<TrackPoint> before = points;
    const ClockJumps jumps = mend_clock(points);
    CHECK(jumps.left_out + jumps.set + jumps.repeated == 0);
    REQUIRE(points.size() == before.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        CHECK(points[i].time_s == before[i].time_s);
    }
    std::vector<TrackPoint> none;
    CHECK(mend_clock(none).left_out == 0);
}

TEST_CASE("track clock: every point is kept or counted, and no step back is left",
          "[import][track][clock][property]") {
    CHECK(rc::check("whatever the times", [](const std::vector<std::int16_t>& tens) {
        std::vector<TrackPoint> points(tens.size());
        for (std::size_t i = 0; i < tens.size(); ++i) {
            points[i].time_s = 100.0 * tens[i];
        }
        const ClockJumps jumps = mend_clock(points);
        RC_ASSERT(points.size() + jumps.left_out + jumps.repeated == tens.size());
        RC_ASSERT(std::is_sorted(
            points.begin(), points.end(),
            [](const TrackPoint& a, const TrackPoint& b) { return a.time_s < b.time_s - 10.0; }));
    }));
}

TEST_CASE("GPX: one time that is a day ahead is counted and costs no distance",
          "[import][xml][clock]") {
    std::vector<TrackPoint> points = steady(600);
    move(points, 300, 301, a_day_s);
    const TrainingLog log = import_any(gpx(points));
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(*log.sessions.front().duration_s, WithinAbs(599.0, 1e-9));
    CHECK_THAT(*log.sessions.front().distance_m, WithinAbs(1797.0, 0.5));
    CHECK_THAT(messages_of(log), Contains("1 point whose clock jumped was left out"));
}

TEST_CASE("GPX: the day is that of the track, not that of a first point a day ahead",
          "[import][xml][clock]") {
    std::vector<TrackPoint> points = steady(600);
    move(points, 0, 1, a_day_s);
    const TrainingLog log = import_any(gpx(points));
    REQUIRE(log.sessions.size() == 1);
    CHECK(to_string(log.sessions.front().start.day) == "2026-05-04");
    CHECK(log.sessions.front().start.second == 36001);
    CHECK_THAT(*log.sessions.front().duration_s, WithinAbs(598.0, 1e-9));
}

TEST_CASE("tracks: a row without the seconds that time the others has no time",
          "[import][track][clock]") {
    std::string text = "Timestamp,Seconds,Velocity,Odometer\n";
    for (int i = 0; i < 3000; ++i) { // 10 Hz at 3 m/s
        text += fmt::format("04/05/2026 18:{:02}:{:02},{},3.0,{:.2f}\n", i / 600 % 60, i / 10 % 60,
                            i == 1000 ? "" : fmt::format("{:.1f}", 0.1 * i), 0.3 * i);
    }
    const TrainingLog log = import_any(text);
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(*log.sessions.front().duration_s, WithinAbs(299.9, 1e-6));
    CHECK_THAT(*log.sessions.front().distance_m, WithinAbs(899.7, 0.01));
    CHECK_THAT(messages_of(log), Contains("1 row of the track has no time"));
}

TEST_CASE("FIT: one record a day ahead costs neither time nor high speed", "[import][fit][clock]") {
    FitWriter file;
    file.add(0, {{0, fit::enumeration, 4LL}, {4, fit::uint32, fit_morning}});
    for (long long i = 0; i < 600; ++i) { // 6 m/s
        file.add(20, {{253, fit::uint32, fit_morning + i + (i == 300 ? 86400 : 0)},
                      {5, fit::uint32, 600 * i},
                      {6, fit::uint16, 6000LL}});
    }
    file.add(12, {{0, fit::enumeration, 1LL}});
    const TrainingLog log = import_any(file.bytes());
    REQUIRE(log.sessions.size() == 1);
    CHECK_THAT(*log.sessions[0].duration_s, WithinAbs(599.0, 1e-9));
    CHECK_THAT(*log.sessions[0].distance_m, WithinAbs(3594.0, 1e-9));
    CHECK_THAT(*log.sessions[0].high_speed_m, WithinAbs(3594.0, 0.5));
    CHECK_THAT(messages_of(log), Contains("1 point whose clock jumped was left out"));
}
