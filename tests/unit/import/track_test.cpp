// Tracks to quantities. Expected values are worked by hand; distances on the ellipsoid are those of
// published tables of the length of a degree.
// SPDX-License-Identifier: Apache-2.0
#include "import/track.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <functional>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::ingest;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

Position at(double latitude, double longitude) {
    const std::optional<Position> position = position_of_degrees(latitude, longitude);
    REQUIRE(position.has_value());
    return *position;
}

// One point every @p step_s seconds with the device's speed.
std::vector<TrackPoint> with_speeds(const std::vector<double>& speeds, double step_s = 1.0) {
    std::vector<TrackPoint> points;
    for (std::size_t i = 0; i < speeds.size(); ++i) {
        TrackPoint point;
        point.time_s = static_cast<double>(i) * step_s;
        point.speed_mps = static_cast<float>(speeds[i]);
        points.push_back(point);
    }
    return points;
}

// Northwards from the equator: 1e-5 degrees of latitude there are 1.10574 m.
std::vector<TrackPoint> along_meridian(const std::vector<double>& metres, double step_s = 1.0) {
    std::vector<TrackPoint> points;
    for (std::size_t i = 0; i < metres.size(); ++i) {
        TrackPoint point;
        point.time_s = static_cast<double>(i) * step_s;
        point.position = at(metres[i] / 110574.2756, 10.0);
        points.push_back(point);
    }
    return points;
}

} // namespace

TEST_CASE("track: a degree is as long as the tables say", "[import][track]") {
    // Length of a degree of latitude and of longitude on WGS 84 at 0, 45 and 60 degrees
    // (en.wikipedia.org/wiki/Latitude, "Length of a degree": 110.574, 111.132, 111.412 km and
    // 111.320, 78.847, 55.800 km).
    CHECK_THAT(distance_between_m(at(-0.5, 7), at(0.5, 7)), WithinAbs(110574.0, 1.0));
    CHECK_THAT(distance_between_m(at(44.5, 7), at(45.5, 7)), WithinAbs(111132.0, 1.0));
    CHECK_THAT(distance_between_m(at(59.5, 7), at(60.5, 7)), WithinAbs(111412.0, 1.0));
    CHECK_THAT(distance_between_m(at(0, 7), at(0, 8)), WithinAbs(111320.0, 1.0));
    CHECK_THAT(10.0 * distance_between_m(at(45, 7), at(45, 7.1)), WithinAbs(78847.0, 1.0));
    CHECK_THAT(10.0 * distance_between_m(at(60, 7), at(60, 7.1)), WithinAbs(55800.0, 1.0));
    CHECK_THAT(distance_between_m(at(0, 179.9999), at(0, -179.9999)), WithinAbs(22.264, 0.02));
    CHECK(distance_between_m(at(51, -3), at(51, -3)) == 0.0);
}

TEST_CASE("track: no place beyond the poles", "[import][track]") {
    CHECK(!position_of_degrees(90.1, 0));
    CHECK(!position_of_degrees(0, 180.1));
    CHECK(!position_of_degrees(std::nan(""), 0));
    CHECK(position_of_degrees(90, 180));
    CHECK(at(0, 180) == at(0, -180));
    CHECK(!position_of_semicircles(1 + (1 << 30), 0));
    CHECK(position_of_semicircles(-(1 << 30), -5));
}

TEST_CASE("track: bands and sprints of the device's speeds", "[import][track]") {
    // Seconds at 3, 6 (high), 8 8 (a sprint of 2 s), 6, 7 (7 is no sprint), 8 (a sprint of 1 s), 3.
    const auto points = with_speeds({3, 3, 6, 8, 8, 6, 7, 8, 3});
    const TrackQuantities q = measure_track(points, Sport::soccer);
    REQUIRE(q.high_speed_m);
    CHECK_THAT(*q.high_speed_m, WithinAbs(6 + 8 + 8 + 6 + 7 + 8, 1e-9));
    CHECK_THAT(q.sprint_m.value(), WithinAbs(24.0, 1e-9));
    CHECK(q.sprints == 2.0);
    CHECK(q.max_speed_mps == 8.0);
    CHECK(q.elapsed_s == 8.0);
    CHECK(!q.distance_m); // a speed alone is no distance

    const TrackQuantities ride = measure_track(points, Sport::ride);
    CHECK(!ride.high_speed_m);
    CHECK(!ride.sprints);
    CHECK(ride.max_speed_mps == 8.0);
    const SpeedBands low{2.0, 5.5, 2.0};
    CHECK(measure_track(points, Sport::run, {}, low).sprints == 1.0); // 6 8 8 6 7 8 without a break
    CHECK_THAT(measure_track(points, Sport::run, {}, low).sprint_m.value(), WithinAbs(43.0, 1e-9));
}

TEST_CASE("track: a sprint at 10 Hz lasts ten samples", "[import][track]") {
    std::vector<double> speeds(50, 4.0);
    std::fill_n(speeds.begin() + 10, 9, 7.5);  // 0.9 s
    std::fill_n(speeds.begin() + 30, 10, 7.5); // 1.0 s
    const TrackQuantities q = measure_track(with_speeds(speeds, 0.1), Sport::rugby);
    CHECK(q.sprints == 1.0);
    CHECK_THAT(q.sprint_m.value(), WithinAbs(19 * 0.75, 1e-6));
}

TEST_CASE("track: 400 km/h is a glitch, and counted", "[import][track]") {
    const TrackQuantities q =
        measure_track(with_speeds({3, 3, 111.1, 3, 8, 8, 111.1, 8}), Sport::run);
    CHECK(q.max_speed_mps == 8.0);
    CHECK(q.glitches == 2);
    CHECK_THAT(q.sprint_m.value(), WithinAbs(24.0, 1e-9));
    CHECK(q.sprints == 2.0); // what lies on both sides of a glitch is not joined

    // A position 300 m off and back: neither way counts, nor does it make a speed.
    const TrackQuantities p = measure_track(along_meridian({0, 3, 6, 306, 12, 15, 18}), Sport::run);
    CHECK(p.glitches == 1);
    CHECK_THAT(p.distance_m.value(), WithinAbs(18.0, 0.05));
    CHECK_THAT(p.max_speed_mps.value(), WithinAbs(3.0, 0.02));

    // The device's own distance leaps when a treadmill is set right.
    auto points = with_speeds({3, 3, 3, 3});
    const std::vector<double> ways{0, 3, 6, 506};
    for (std::size_t i = 0; i < ways.size(); ++i) {
        points[i].distance_m = ways[i];
    }
    CHECK(measure_track(points, Sport::treadmill_run).distance_m == 6.0);
    CHECK(measure_track(points, Sport::treadmill_run).glitches == 1);
}

TEST_CASE("track: a wrong first place is left behind", "[import][track]") {
    std::vector<double> metres{100000};
    for (int i = 1; i <= 30; ++i) {
        metres.push_back(3.0 * i);
    }
    const TrackQuantities q = measure_track(along_meridian(metres), Sport::run);
    CHECK(q.glitches == 9); // the tenth in a row is believed, and the way among the ten with it
    CHECK_THAT(q.distance_m.value(), WithinAbs(87.0, 0.1)); // from 3 m to 90 m
    CHECK_THAT(q.max_speed_mps.value(), WithinAbs(3.0, 0.02));
}

TEST_CASE("track: a jump that stays makes no speed", "[import][track]") {
    // 3 m/s for 600 s with a jump behind the 300th second. Nobody runs more than 13 m/s: over a
    // jump of 40 m the fourth point behind it is reached (40 + 4 x 3 <= 4 x 13 + 1), and the
    // straight line counts; over one of 500 m none is, and the tenth point is believed without the
    // jump.
    struct Case {
        double jump_m;
        double distance_m;
        std::size_t lost;
    };

    const std::vector<Case> cases{{40, 1840, 3}, {60, 1860, 5}, {100, 1900, 9}, {500, 1797, 9}};
    for (const Case& one : cases) {
        std::vector<double> metres;
        for (int i = 0; i <= 600; ++i) {
            metres.push_back(3.0 * i + (i > 300 ? one.jump_m : 0.0));
        }
        const auto by_position = along_meridian(metres);
        std::vector<TrackPoint> by_device(metres.size());
        for (std::size_t i = 0; i < metres.size(); ++i) {
            by_device[i].time_s = static_cast<double>(i);
            by_device[i].distance_m = metres[i];
        }
        for (const auto& points : {by_position, by_device}) {
            const TrackQuantities q = measure_track(points, Sport::run);
            CAPTURE(one.jump_m, points.front().position.has_value());
            CHECK(q.glitches == one.lost);
            CHECK_THAT(q.distance_m.value(), WithinAbs(one.distance_m, 0.6));
            CHECK_THAT(q.max_speed_mps.value(), WithinAbs(3.0, 0.02));
            CHECK(q.high_speed_m == 0.0);
            CHECK(q.sprints == 0.0);
        }
    }
}

TEST_CASE("track: a vest's place that moves by 8 m and stays makes no speed", "[import][track]") {
    std::vector<double> metres; // 3 m/s at 10 Hz
    for (int i = 0; i <= 600; ++i) {
        metres.push_back(0.3 * i + (i > 300 ? 8.0 : 0.0));
    }
    const TrackQuantities q = measure_track(along_meridian(metres, 0.1), Sport::soccer);
    CHECK_THAT(q.distance_m.value(), WithinAbs(188.0, 0.1));
    CHECK_THAT(q.max_speed_mps.value(), WithinAbs(3.0, 0.02));
    CHECK(q.high_speed_m == 0.0);
}

TEST_CASE("track: a sprint does not go on across a jump", "[import][track]") {
    // 8 m/s for 30 s; the place moves by 40 m behind the 10th: the points 11 to 17 s are out of
    // reach (40 + 8 k > 13 k + 1 up to k = 7).
    std::vector<double> metres;
    for (int i = 0; i <= 30; ++i) {
        metres.push_back(8.0 * i + (i > 10 ? 40.0 : 0.0));
    }
    const TrackQuantities q = measure_track(along_meridian(metres), Sport::run);
    CHECK(q.glitches == 7);
    CHECK(q.sprints == 2.0);
    CHECK_THAT(q.sprint_m.value(), WithinAbs(8.0 * (10 + 12), 0.3)); // to the 10th, from the 18th
    CHECK_THAT(q.max_speed_mps.value(), WithinAbs(8.0, 0.04));
}

TEST_CASE("track: behind a jump the points must agree with each other", "[import][track]") {
    // 1 km and 2 km off by turns: no two in a row agree; the last five are one place again.
    std::vector<double> metres;
    for (int i = 0; i <= 40; ++i) {
        const double off_m = i <= 5 ? 0.0 : i > 35 ? 3000.0 : i % 2 == 0 ? 1000.0 : 2000.0;
        metres.push_back(3.0 * i + off_m);
    }
    const TrackQuantities q = measure_track(along_meridian(metres), Sport::run);
    // To the 5th second 15 m; of 36 to 40 s all but the jump: 12 m.
    CHECK_THAT(q.distance_m.value(), WithinAbs(27.0, 0.05));
    CHECK(q.glitches == 32); // 6 to 37: the third of five that agree is believed
    CHECK_THAT(q.max_speed_mps.value(), WithinAbs(3.0, 0.02));
}

TEST_CASE("track: speeds from positions are means over two seconds at 1 Hz", "[import][track]") {
    // Steps of 3, 3, 9, 3, 3 m: means of neighbours are 3, 6, 6, 3; the ends have one step each.
    const TrackQuantities q = measure_track(along_meridian({0, 3, 6, 15, 18, 21}), Sport::run);
    CHECK_THAT(q.distance_m.value(), WithinAbs(21.0, 0.05));
    CHECK_THAT(q.max_speed_mps.value(), WithinAbs(6.0, 0.03));
    CHECK_THAT(q.high_speed_m.value(), WithinAbs(12.0, 0.1));
    CHECK(q.sprints == 0.0);
}

TEST_CASE("track: speeds from positions are means over a second at 10 Hz", "[import][track]") {
    // 8 m/s with 0.2 m of noise on every other position: sample to sample that is 4 or 12 m/s.
    std::vector<double> metres;
    for (int i = 0; i < 100; ++i) {
        metres.push_back(0.8 * i + (i % 2 == 0 ? 0.2 : -0.2));
    }
    const TrackQuantities q = measure_track(along_meridian(metres, 0.1), Sport::soccer);
    CHECK(q.glitches == 0);
    CHECK_THAT(q.max_speed_mps.value(), WithinAbs(8.0, 0.85)); // at the ends over half a second
    CHECK(q.sprints == 1.0);
}

TEST_CASE("track: pauses count for elapsed time only", "[import][track]") {
    auto points = along_meridian({0, 3, 6, 9, 12});
    points[3].time_s = 100.0; // over a minute of silence
    points[4].time_s = 101.0;
    const TrackQuantities silent = measure_track(points, Sport::run);
    CHECK(silent.elapsed_s == 101.0);
    CHECK(silent.recorded_s == 3.0);
    CHECK_THAT(silent.distance_m.value(), WithinAbs(9.0, 0.05));

    points = along_meridian({0, 3, 6, 9, 12});
    points[2].after_pause = true; // the timer was stopped
    const TrackQuantities stopped = measure_track(points, Sport::run);
    CHECK(stopped.recorded_s == 3.0);
    CHECK_THAT(stopped.distance_m.value(), WithinAbs(9.0, 0.05));
}

TEST_CASE("track: a long step is no pause where somebody went on", "[import][track]") {
    auto points = along_meridian({0, 3, 206, 209}); // 203 m in 70 s, then another second
    points[2].time_s = 71.0;
    points[3].time_s = 72.0;
    const TrackQuantities moved = measure_track(points, Sport::run);
    CHECK(moved.recorded_s == 72.0);
    CHECK_THAT(moved.distance_m.value(), WithinAbs(209.0, 0.5));
    CHECK(!moved.high_speed_m);         // of 72 s two have a speed
    points[2].position = at(1.0, 10.0); // 110 km in 70 s: nobody knows what happened
    points[3].position = at(1.0, 10.0);
    CHECK(measure_track(points, Sport::run).recorded_s == 2.0);
}

TEST_CASE("track: no speed of ours is above the device's fastest", "[import][track]") {
    const auto points = along_meridian({0, 8, 16, 24, 32});
    CHECK(measure_track(points, Sport::run).sprints == 1.0);
    const TrackQuantities q = measure_track(points, Sport::run, 6.5);
    CHECK(q.max_speed_mps == 6.5);
    CHECK(q.sprints == 0.0);
    CHECK_THAT(q.high_speed_m.value(), WithinAbs(26.0, 1e-9));
    CHECK(measure_track(with_speeds({8, 8}), Sport::run, 6.5).max_speed_mps == 8.0); // the device's
}

TEST_CASE("track: the device's distance goes on over a pause and may start anew",
          "[import][track]") {
    auto points = with_speeds({3, 3, 3, 3});
    const std::vector<double> ways{10, 13, 0, 3};
    for (std::size_t i = 0; i < ways.size(); ++i) {
        points[i].distance_m = ways[i];
    }
    CHECK(measure_track(points, Sport::run).distance_m == 6.0);
    points[2].after_pause = true;
    points[2].distance_m = 14.0;
    points[3].distance_m = 17.0;
    CHECK(measure_track(points, Sport::run).distance_m == 7.0);
}

TEST_CASE("track: speeds that are known for too little of it make no bands", "[import][track]") {
    auto points = with_speeds({6, 6, 6, 6, 6, 6});
    for (std::size_t i = 2; i < points.size(); ++i) {
        points[i].speed_mps.reset();
    }
    const TrackQuantities q = measure_track(points, Sport::run);
    CHECK(!q.high_speed_m);
    CHECK(!q.max_speed_mps);
    // Points 20 s apart tell no speed either.
    CHECK(!measure_track(with_speeds({6, 6, 6, 6}, 20.0), Sport::run).high_speed_m);
    CHECK(measure_track(with_speeds({6, 6, 6, 6}, 10.0), Sport::run).high_speed_m == 180.0);
}

TEST_CASE("track: heart rate is a mean over time", "[import][track]") {
    auto points = with_speeds({3, 3, 3});
    points[1].time_s = 5.0;
    points[2].time_s = 9.0;
    points[1].heart_rate_bpm = 120;
    points[2].heart_rate_bpm = 150;
    const TrackQuantities q = measure_track(points, Sport::run);
    CHECK_THAT(q.avg_hr_bpm.value(), WithinAbs((5 * 120 + 4 * 150) / 9.0, 1e-9));
    CHECK(q.max_hr_bpm == 150.0);
    CHECK(!measure_track(with_speeds({3, 3}), Sport::run).avg_hr_bpm);
}

TEST_CASE("track: nothing, one point, and time that goes backwards", "[import][track]") {
    CHECK(measure_track({}, Sport::run).elapsed_s == 0.0);
    const TrackQuantities one = measure_track(along_meridian({5}), Sport::run);
    CHECK(one.elapsed_s == 0.0);
    CHECK(one.distance_m == 0.0);
    CHECK(!one.high_speed_m);
    auto points = along_meridian({0, 3, 6, 9});
    points[2].time_s = -50.0;
    const TrackQuantities q = measure_track(points, Sport::run);
    CHECK(q.elapsed_s == 3.0);
    CHECK_THAT(q.distance_m.value(), WithinAbs(9.0, 0.05));
}

TEST_CASE("track: limits of the sports", "[import][track]") {
    CHECK(fastest_mps_in(Sport::run) == 13.0);
    CHECK(fastest_mps_in(Sport::soccer) == 13.0);
    CHECK(fastest_mps_in(Sport::swim) == 4.0);
    CHECK(fastest_mps_in(Sport::ride) == 40.0);
    CHECK(fastest_mps_in(Sport::ski) == 75.0);
    CHECK(is_on_foot(Sport::trail_run));
    CHECK(is_on_foot(Sport::hockey));
    CHECK(!is_on_foot(Sport::ride));
    CHECK(!is_on_foot(Sport::unknown));
}

TEST_CASE("track: quantities hold together for any track", "[import][track]") {
    const bool held = rc::check("any points", [] {
        const auto count = *rc::gen::inRange(0, 60);
        std::vector<TrackPoint> points;
        double time_s = 0.0;
        for (int i = 0; i < count; ++i) {
            TrackPoint point;
            time_s += *rc::gen::inRange(-5, 90) / *rc::gen::element(1.0, 10.0, 100.0);
            point.time_s = time_s;
            if (*rc::gen::inRange(0, 3) > 0) {
                point.position = Position{*rc::gen::inRange(-100000, 100000),
                                          *rc::gen::arbitrary<std::int32_t>() / 10000};
            }
            if (*rc::gen::inRange(0, 3) > 0) {
                point.speed_mps = static_cast<float>(*rc::gen::inRange(0, 300)) / 10.0F;
            }
            if (*rc::gen::inRange(0, 3) > 1) {
                point.distance_m = *rc::gen::inRange(0, 100000) / 10.0;
            }
            point.after_pause = *rc::gen::inRange(0, 10) == 0;
            points.push_back(point);
        }
        const TrackQuantities q = measure_track(points, Sport::run);
        RC_ASSERT(q.recorded_s >= 0.0);
        RC_ASSERT(q.recorded_s <= q.elapsed_s + 1e-9);
        RC_ASSERT(q.distance_m.value_or(0.0) >= 0.0);
        RC_ASSERT(q.max_speed_mps.value_or(0.0) <= 13.0);
        RC_ASSERT(q.sprint_m.value_or(0.0) <= q.high_speed_m.value_or(0.0) + 1e-9);
        RC_ASSERT(q.sprints.value_or(0.0) <= q.recorded_s);
    });
    CHECK(held);
}
