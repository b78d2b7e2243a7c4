// Points to quantities: distance, speed, sprints, heart rate.
// SPDX-License-Identifier: Apache-2.0
#include "import/track.hpp"

#include "import/track_meters.hpp"
#include "model/athlete.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr double longest_silence_s = 60.0; // policy: a longer one is a pause,
constexpr double slowest_mps = 0.5;        // policy: unless somebody went on this fast meanwhile
constexpr double half_window_s = 0.5;      // policy: smooths 10 Hz over 1 s, 1 Hz over 2 s

// One point that counts: it is later than the one before.
struct Step {
    const TrackPoint* point = nullptr;
    double step_s = 0.0;           // since the one before
    double way_m = 0.0;            // so far
    bool has_way = false;          // of its own: it is no glitch and says where it is
    bool first_of_stretch = false; // nothing was recorded just before it
    bool restarts = false;         // its speed is no way from the one before: nobody gets here
    std::optional<double> speed_mps;
};

// Whether nothing went on between two points.
bool is_silence(const TrackPoint& from, const TrackPoint& to, double fastest_mps_of_sport) {
    const double time_s = to.time_s - from.time_s;
    if (time_s <= longest_silence_s) {
        return false;
    }
    double way_m = 0.0;
    if (from.distance_m && to.distance_m) {
        way_m = *to.distance_m - *from.distance_m;
    } else if (from.position && to.position) {
        way_m = distance_between_m(*from.position, *to.position);
    }
    return way_m < slowest_mps * time_s || way_m > fastest_mps_of_sport * time_s;
}

double distance_gone_m(const TrackPoint& from, const TrackPoint& to) {
    return std::max(*to.distance_m - *from.distance_m, 0.0); // it may start anew
}

double way_between_m(const TrackPoint& from, const TrackPoint& to) {
    return distance_between_m(*from.position, *to.position);
}

// Calls see(point, seconds since the one before, first of a stretch) for the points that count:
// those that are later than the one before. A pause counts though its point is late.
template <class See>
void for_each_step(std::span<const TrackPoint> points, double fastest_mps_of_sport, See see) {
    const TrackPoint* last = nullptr;
    bool paused = false;
    for (const TrackPoint& point : points) {
        if (last != nullptr && !(point.time_s > last->time_s)) {
            paused = paused || point.after_pause;
            continue;
        }
        const bool first = last == nullptr || point.after_pause || paused ||
                           is_silence(*last, point, fastest_mps_of_sport);
        see(point, last == nullptr ? 0.0 : point.time_s - last->time_s, first);
        last = &point;
        paused = false;
    }
}

// What the points that count have.
struct Having {
    std::size_t steps = 0;
    std::size_t distances = 0;
    std::size_t positions = 0;
    std::size_t speeds = 0;

    explicit Having(std::span<const TrackPoint> points) {
        const TrackPoint* last = nullptr;
        for (const TrackPoint& point : points) {
            if (last != nullptr && !(point.time_s > last->time_s)) {
                continue;
            }
            last = &point;
            ++steps;
            distances += point.distance_m ? 1U : 0U;
            positions += point.position ? 1U : 0U;
            speeds += point.speed_mps ? 1U : 0U;
        }
    }

    bool way_by_device() const noexcept {
        return distances > 0 && 2 * distances >= std::min(steps, 2 * positions);
    }

    bool speed_by_device() const noexcept { return 2 * speeds >= steps; }
};

std::optional<double> device_speed(const TrackPoint& point) {
    return point.speed_mps ? std::optional(static_cast<double>(*point.speed_mps)) : std::nullopt;
}

// A track whose way and speed the device tells, as those of vests do: one pass, nothing kept.
TrackQuantities measure_device_track(std::span<const TrackPoint> points,
                                     double fastest_mps_of_sport, bool on_foot,
                                     const SpeedBands& speed_bands) {
    TrackQuantities out;
    WayMeter<&TrackPoint::distance_m> way(fastest_mps_of_sport, true);
    BandMeter bands(speed_bands, fastest_mps_of_sport);
    HeartMeter heart;
    for_each_step(points, fastest_mps_of_sport,
                  [&](const TrackPoint& point, double step_s, bool first) {
                      out.elapsed_s += step_s;
                      out.recorded_s += first ? 0.0 : step_s;
                      way.add(point, first, distance_gone_m);
                      bands.add(device_speed(point), step_s, first);
                      heart.add(point.heart_rate_bpm, step_s, first);
                  });
    out.distance_m = way.way_m();
    out.glitches = way.glitches();
    bands.give_to(out, on_foot);
    heart.give_to(out);
    return out;
}

// Any other track.
class TrackMeter {
public:
    TrackMeter(std::span<const TrackPoint> points, double fastest_mps_of_sport, bool on_foot,
               std::optional<double> device_max_mps, const SpeedBands& bands)
        : having_(points),
          bands_(bands),
          device_max_mps_(device_max_mps),
          fastest_mps_(fastest_mps_of_sport),
          on_foot_(on_foot) {
        steps_.reserve(having_.steps);
        for_each_step(points, fastest_mps_,
                      [&](const TrackPoint& point, double step_s, bool first) {
                          Step step;
                          step.point = &point;
                          step.step_s = step_s;
                          step.first_of_stretch = first;
                          steps_.push_back(step);
                      });
    }

    TrackQuantities measure() {
        if (steps_.empty()) {
            return out_;
        }
        for (const Step& step : steps_) {
            out_.elapsed_s += step.step_s;
            out_.recorded_s += step.first_of_stretch ? 0.0 : step.step_s;
        }
        if (having_.way_by_device()) {
            add_way<&TrackPoint::distance_m>(distance_gone_m, true);
        } else if (having_.positions > 0) {
            add_way<&TrackPoint::position>(way_between_m, false);
        }
        if (having_.speed_by_device()) {
            for (Step& step : steps_) {
                step.speed_mps = device_speed(*step.point);
                step.restarts = false; // the device measures it otherwise
            }
        } else {
            derive_speeds();
        }
        BandMeter bands(bands_, fastest_mps_);
        HeartMeter heart;
        for (const Step& step : steps_) {
            bands.add(step.speed_mps, step.step_s, step.first_of_stretch || step.restarts);
            heart.add(step.point->heart_rate_bpm, step.step_s, step.first_of_stretch);
        }
        bands.give_to(out_, on_foot_);
        heart.give_to(out_);
        return out_;
    }

private:
    template <auto Member, class Between>
    void add_way(Between between, bool over_pauses) {
        WayMeter<Member> way(fastest_mps_, over_pauses);
        for (Step& step : steps_) {
            const Way here = way.add(*step.point, step.first_of_stretch, between);
            step.has_way = here != Way::none;
            step.restarts = here == Way::restarts;
            step.way_m = way.way_m();
        }
        out_.distance_m = way.way_m();
        out_.glitches += way.glitches();
    }

    // Stretch by stretch, from the points that have a way of their own.
    void derive_speeds() {
        std::vector<Step*> stretch;
        for (Step& step : steps_) {
            if (step.first_of_stretch || step.restarts) {
                derive_speeds_of(stretch);
                stretch.clear();
            }
            if (step.has_way) {
                stretch.push_back(&step);
            }
        }
        derive_speeds_of(stretch);
    }

    void derive_speeds_of(const std::vector<Step*>& stretch) const {
        const auto apart_s = [&](std::size_t earlier, std::size_t later) {
            return stretch[later]->point->time_s - stretch[earlier]->point->time_s;
        };
        std::size_t from = 0; // the last one half a window before i, else the first of all
        std::size_t to = 0;   // the first one half a window behind i, else the last of all
        for (std::size_t i = 0; i < stretch.size(); ++i) {
            while (from < i && apart_s(from + 1, i) >= half_window_s - rounding_s) {
                ++from;
            }
            to = std::max(to, i);
            while (to + 1 < stretch.size() && apart_s(i, to) < half_window_s - rounding_s) {
                ++to;
            }
            if (to > from && apart_s(from, to) <= 2.0 * longest_step_s) {
                const double speed_mps =
                    (stretch[to]->way_m - stretch[from]->way_m) / apart_s(from, to);
                stretch[i]->speed_mps = std::min(speed_mps, device_max_mps_.value_or(speed_mps));
            }
        }
    }

    Having having_;
    SpeedBands bands_;
    std::optional<double> device_max_mps_;
    double fastest_mps_;
    bool on_foot_;
    std::vector<Step> steps_;
    TrackQuantities out_;
};

} // namespace

double fastest_mps_in(Sport sport) noexcept {
    switch (sport) {
    case Sport::swim:
        return 4.0;
    case Sport::row:
        return 10.0;
    case Sport::ride:
    case Sport::unknown:
    case Sport::multisport:
    case Sport::other:
        return 40.0;
    case Sport::ski:
        return 75.0;
    default:
        return fastest_mps;
    }
}

PaceFault pace_fault(double distance_m, double lasts_s, Sport sport) noexcept {
    constexpr double rounding_m = 100.0;      // policy: a tenth of a kilometre in a few seconds
    constexpr double slowest_mean_mps = 0.02; // policy: 72 m in an hour
    constexpr double long_enough_s = 600.0;   // policy
    if (!(lasts_s > 0.0)) {
        return PaceFault::none;
    }
    if (distance_m > fastest_mps_in(sport) * lasts_s + rounding_m) {
        return PaceFault::too_fast;
    }
    const bool gets_on = is_run(sport) || sport == Sport::swim || sport == Sport::ride ||
                         sport == Sport::row || sport == Sport::hike;
    return gets_on && lasts_s >= long_enough_s && distance_m > 0.0 &&
                   distance_m < slowest_mean_mps * lasts_s
               ? PaceFault::too_slow
               : PaceFault::none;
}

std::string in_words(PaceFault fault, double distance_m, double lasts_s) {
    constexpr double seconds_a_minute = 60.0;
    return fmt::format("{:g} m in {:.1f} min are {} than anybody", distance_m,
                       lasts_s / seconds_a_minute,
                       fault == PaceFault::too_fast ? "faster" : "slower");
}

bool is_on_foot(Sport sport) noexcept {
    return is_run(sport) || is_team(sport);
}

TrackQuantities measure_track(std::span<const TrackPoint> points, Sport sport,
                              std::optional<double> device_max_mps, const SpeedBands& bands) {
    const double fastest = fastest_mps_in(sport);
    const Having having(points);
    if (having.way_by_device() && having.speed_by_device()) {
        return measure_device_track(points, fastest, is_on_foot(sport), bands);
    }
    return TrackMeter(points, fastest, is_on_foot(sport), device_max_mps, bands).measure();
}

} // namespace plimsoll::ingest
