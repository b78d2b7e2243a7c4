// Points to quantities: distance, speed, sprints, heart rate.
// SPDX-License-Identifier: Apache-2.0
#include "import/track.hpp"

#include "model/athlete.hpp"

#include <algorithm>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr double longest_step_s = 10.0;      // policy: over a longer one no speed is known
constexpr double longest_silence_s = 60.0;   // policy: a longer one is a pause,
constexpr double slowest_mps = 0.5;          // policy: unless somebody went on this fast meanwhile
constexpr double half_window_s = 0.5;        // policy: smooths 10 Hz over 1 s, 1 Hz over 2 s
constexpr double place_slack_m = 1.0;        // policy: the noise of one position
constexpr std::size_t most_lost_points = 10; // policy: then the place before them was wrong
constexpr double first_point_s = 1.0;        // policy: what a point without one before stands for
constexpr double rounding = 1e-6;

// One point that counts: it is later than the one before.
struct Step {
    const TrackPoint* point = nullptr;
    double way_m = 0.0;            // so far
    bool has_way = false;          // of its own: it is no glitch and says where it is
    bool first_of_stretch = false; // nothing was recorded just before it
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

class TrackMeter {
public:
    TrackMeter(std::span<const TrackPoint> points, Sport sport,
               std::optional<double> device_max_mps, const SpeedBands& bands)
        : bands_(bands),
          device_max_mps_(device_max_mps),
          fastest_mps_(fastest_mps_in(sport)),
          on_foot_(is_on_foot(sport)) {
        steps_.reserve(points.size());
        for (const TrackPoint& point : points) {
            if (steps_.empty() || point.time_s > steps_.back().point->time_s) {
                Step step;
                step.point = &point;
                step.first_of_stretch = steps_.empty() || point.after_pause ||
                                        is_silence(*steps_.back().point, point, fastest_mps_);
                steps_.push_back(step);
            } else if (point.after_pause && !steps_.empty()) {
                steps_.back().first_of_stretch = true; // the pause counts though its point is late
            }
        }
    }

    TrackQuantities measure() {
        if (steps_.empty()) {
            return out_;
        }
        out_.elapsed_s = steps_.back().point->time_s - steps_.front().point->time_s;
        for (std::size_t i = 1; i < steps_.size(); ++i) {
            out_.recorded_s += steps_[i].first_of_stretch ? 0.0 : step_s(i);
        }
        const std::size_t distances = count(&TrackPoint::distance_m);
        const std::size_t positions = count(&TrackPoint::position);
        if (distances > 0 && 2 * distances >= std::min(steps_.size(), 2 * positions)) {
            add_way(
                [](const TrackPoint& from, const TrackPoint& to) {
                    return std::max(*to.distance_m - *from.distance_m, 0.0); // it may start anew
                },
                &TrackPoint::distance_m, true);
        } else if (positions > 0) {
            add_way(
                [](const TrackPoint& from, const TrackPoint& to) {
                    return distance_between_m(*from.position, *to.position);
                },
                &TrackPoint::position, false);
        }
        if (2 * count(&TrackPoint::speed_mps) >= steps_.size()) {
            take_device_speeds();
        } else {
            derive_speeds();
        }
        sum_bands();
        sum_heart_rates();
        return out_;
    }

private:
    template <class Member>
    std::size_t count(Member member) const {
        return static_cast<std::size_t>(
            std::count_if(steps_.begin(), steps_.end(),
                          [&](const Step& step) { return (step.point->*member).has_value(); }));
    }

    double step_s(std::size_t i) const {
        return steps_[i].point->time_s - steps_[i - 1].point->time_s;
    }

    // Adds up the way between the points that have @p member, glitches left out. Over a pause the
    // device's own distance counts, a position does not: somebody may have walked meanwhile.
    template <class Between, class Member>
    void add_way(Between between, Member member, bool over_pauses) {
        const TrackPoint* good = nullptr;
        std::size_t lost = 0;
        double way_m = 0.0;
        for (Step& step : steps_) {
            const TrackPoint& point = *step.point;
            step.way_m = way_m;
            if (!(point.*member)) {
                continue;
            }
            const bool anew = good == nullptr || (step.first_of_stretch && !over_pauses);
            const double more_m = anew ? 0.0 : between(*good, point);
            const bool glitch =
                !anew && more_m > fastest_mps_ * (point.time_s - good->time_s) + place_slack_m;
            if (glitch && ++lost < most_lost_points) {
                ++out_.glitches;
                continue;
            }
            way_m += glitch ? 0.0 : more_m;
            good = &point;
            lost = 0;
            step.way_m = way_m;
            step.has_way = true;
        }
        out_.distance_m = way_m;
    }

    void take_device_speeds() {
        for (Step& step : steps_) {
            if (step.point->speed_mps) {
                step.speed_mps = static_cast<double>(*step.point->speed_mps);
            }
        }
    }

    // Stretch by stretch, from the points that have a way of their own.
    void derive_speeds() {
        std::vector<Step*> stretch;
        for (Step& step : steps_) {
            if (step.first_of_stretch) {
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
            while (from < i && apart_s(from + 1, i) >= half_window_s - rounding) {
                ++from;
            }
            to = std::max(to, i);
            while (to + 1 < stretch.size() && apart_s(i, to) < half_window_s - rounding) {
                ++to;
            }
            if (to > from && apart_s(from, to) <= 2.0 * longest_step_s) {
                const double speed_mps =
                    (stretch[to]->way_m - stretch[from]->way_m) / apart_s(from, to);
                stretch[i]->speed_mps = std::min(speed_mps, device_max_mps_.value_or(speed_mps));
            }
        }
    }

    // A sprint in the making.
    struct Sprint {
        double lasts_s = 0.0;
        std::size_t count = 0;

        void end(double least_s) {
            count += lasts_s >= least_s - rounding ? 1U : 0U;
            lasts_s = 0.0;
        }
    };

    void sum_bands() {
        double known_s = 0.0;
        double high_m = 0.0;
        double sprint_m = 0.0;
        Sprint sprint;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const std::optional<double>& speed_mps = steps_[i].speed_mps;
            const bool glitch = speed_mps && *speed_mps > fastest_mps_;
            out_.glitches += glitch ? 1U : 0U;
            if (speed_mps && !glitch) {
                out_.max_speed_mps = std::max(out_.max_speed_mps.value_or(0.0), *speed_mps);
            }
            if (!speed_mps || glitch || steps_[i].first_of_stretch || step_s(i) > longest_step_s) {
                sprint.end(bands_.sprint_s);
                continue;
            }
            known_s += step_s(i);
            high_m += *speed_mps > bands_.high_speed_mps ? *speed_mps * step_s(i) : 0.0;
            if (*speed_mps > bands_.sprint_mps) {
                sprint_m += *speed_mps * step_s(i);
                sprint.lasts_s += step_s(i);
            } else {
                sprint.end(bands_.sprint_s);
            }
        }
        sprint.end(bands_.sprint_s);
        if (on_foot_ && known_s > 0.0 && 2.0 * known_s >= out_.recorded_s) {
            out_.high_speed_m = high_m;
            out_.sprint_m = sprint_m;
            out_.sprints = static_cast<double>(sprint.count);
        }
    }

    // Each value stands for the time since the point before it.
    void sum_heart_rates() {
        double beats = 0.0;
        double weight_s = 0.0;
        for (std::size_t i = 0; i < steps_.size(); ++i) {
            const std::optional<std::uint8_t>& rate = steps_[i].point->heart_rate_bpm;
            if (!rate) {
                continue;
            }
            const double time_s =
                steps_[i].first_of_stretch ? first_point_s : std::min(step_s(i), longest_step_s);
            beats += *rate * time_s;
            weight_s += time_s;
            out_.max_hr_bpm = std::max(out_.max_hr_bpm.value_or(0.0), 1.0 * *rate);
        }
        if (weight_s > 0.0) {
            out_.avg_hr_bpm = beats / weight_s;
        }
    }

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

bool is_on_foot(Sport sport) noexcept {
    return is_run(sport) || is_team(sport);
}

TrackQuantities measure_track(std::span<const TrackPoint> points, Sport sport,
                              std::optional<double> device_max_mps, const SpeedBands& bands) {
    return TrackMeter(points, sport, device_max_mps, bands).measure();
}

} // namespace plimsoll::ingest
