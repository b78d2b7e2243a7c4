// What adds up along a track, point by point: way, speed bands, heart rate.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TRACK_METERS_HPP
#define PLIMSOLL_IMPORT_TRACK_METERS_HPP

#include "import/track.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace plimsoll::ingest {

inline constexpr double longest_step_s = 10.0;      // policy: over a longer one no speed is known
inline constexpr double place_slack_m = 1.0;        // policy: the noise of one position
inline constexpr std::size_t most_lost_points = 10; // policy: then the place before was wrong,
inline constexpr std::size_t least_agreeing_points = 3; // policy: if so many are of another place
inline constexpr double first_point_s = 1.0; // policy: what a point without one before stands for
inline constexpr double rounding_s = 1e-6;

/// How a point stands to the one before that says where it is.
enum class Way : std::uint8_t {
    none,     ///< it does not say where it is, or nobody gets there: a glitch
    restarts, ///< there are glitches between: no speed leads to it
    follows,
};

/// Adds up the way between the points that say where they are, by the device's distance or by the
/// position. Jumps that nobody makes are left out and counted until somebody could have come there
/// in the time, and then the straight line counts as way; or until ten are lost and the last three
/// of them agree with each other, and then the way among those that agree counts, the jump to them
/// does not. In either case no speed is known between the last point before and the first behind.
template <auto Member>
class WayMeter {
public:
    /// @param over_pauses  the way over a pause counts: the device's own distance does, a position
    ///                     does not, because somebody may have walked meanwhile.
    WayMeter(double fastest_mps, bool over_pauses)
        : fastest_mps_(fastest_mps),
          over_pauses_(over_pauses) {}

    template <class Between>
    Way add(const TrackPoint& point, bool first_of_stretch, Between between) {
        if (!(point.*Member)) {
            return Way::none;
        }
        if (good_ == nullptr || (first_of_stretch && !over_pauses_)) {
            return go_on_from(point, 0.0, lost_ > 0);
        }
        const double more_m = between(*good_, point);
        if (reaches(*good_, point, more_m)) {
            return go_on_from(point, more_m, lost_ > 0);
        }
        return lose(point, between);
    }

    double way_m() const noexcept { return way_m_; }

    std::size_t glitches() const noexcept { return glitches_; }

private:
    bool reaches(const TrackPoint& from, const TrackPoint& to, double way_m) const noexcept {
        return way_m <= fastest_mps_ * (to.time_s - from.time_s) + place_slack_m;
    }

    Way go_on_from(const TrackPoint& point, double more_m, bool restarts) noexcept {
        way_m_ += more_m;
        good_ = &point;
        lost_ = 0;
        return restarts ? Way::restarts : Way::follows;
    }

    template <class Between>
    Way lose(const TrackPoint& point, Between between) {
        const double more_m = lost_ > 0 ? between(*last_lost_, point) : 0.0;
        const bool agrees = lost_ > 0 && reaches(*last_lost_, point, more_m);
        agreeing_ = agrees ? agreeing_ + 1 : 1;
        agreed_m_ = agrees ? agreed_m_ + more_m : 0.0;
        last_lost_ = &point;
        ++lost_;
        if (lost_ >= most_lost_points && agreeing_ >= least_agreeing_points) {
            return go_on_from(point, agreed_m_, true);
        }
        ++glitches_;
        return Way::none;
    }

    double fastest_mps_;
    bool over_pauses_;
    const TrackPoint* good_ = nullptr;
    const TrackPoint* last_lost_ = nullptr; // where any are
    std::size_t lost_ = 0;                  // since the good one
    std::size_t agreeing_ = 0;              // the last ones of them
    double agreed_m_ = 0.0;                 // the way among these
    std::size_t glitches_ = 0;
    double way_m_ = 0.0;
};

/// Maximum speed, distances above the bands, sprints.
class BandMeter {
public:
    BandMeter(const SpeedBands& bands, double fastest_mps)
        : bands_(bands),
          fastest_mps_(fastest_mps) {}

    /// @param step_s    since the point before.
    /// @param restarts  nothing is known of the time since the point before.
    void add(const std::optional<double>& speed_mps, double step_s, bool restarts) {
        const bool glitch = speed_mps && *speed_mps > fastest_mps_;
        glitches_ += glitch ? 1U : 0U;
        if (speed_mps && !glitch) {
            max_mps_ = std::max(max_mps_.value_or(0.0), *speed_mps);
        }
        if (!speed_mps || glitch || restarts || step_s > longest_step_s) {
            end_sprint();
            return;
        }
        known_s_ += step_s;
        high_m_ += *speed_mps > bands_.high_speed_mps ? *speed_mps * step_s : 0.0;
        if (*speed_mps > bands_.sprint_mps) {
            sprint_m_ += *speed_mps * step_s;
            sprint_s_ += step_s;
        } else {
            end_sprint();
        }
    }

    /// @param on_foot  the bands are a runner's.
    void give_to(TrackQuantities& out, bool on_foot) {
        end_sprint();
        out.glitches += glitches_;
        out.max_speed_mps = max_mps_;
        if (on_foot && known_s_ > 0.0 && 2.0 * known_s_ >= out.recorded_s) {
            out.high_speed_m = high_m_;
            out.sprint_m = sprint_m_;
            out.sprints = static_cast<double>(sprints_);
        }
    }

private:
    void end_sprint() {
        sprints_ += sprint_s_ >= bands_.sprint_s - rounding_s ? 1U : 0U;
        sprint_s_ = 0.0;
    }

    SpeedBands bands_;
    double fastest_mps_;
    std::size_t glitches_ = 0;
    std::optional<double> max_mps_;
    double known_s_ = 0.0;
    double high_m_ = 0.0;
    double sprint_m_ = 0.0;
    double sprint_s_ = 0.0; // of the sprint in the making
    std::size_t sprints_ = 0;
};

/// Mean over time and maximum; each value stands for the time since the point before it.
class HeartMeter {
public:
    void add(const std::optional<std::uint8_t>& rate_bpm, double step_s, bool first_of_stretch) {
        if (!rate_bpm) {
            return;
        }
        const double time_s = first_of_stretch ? first_point_s : std::min(step_s, longest_step_s);
        beats_ += *rate_bpm * time_s;
        weight_s_ += time_s;
        max_bpm_ = std::max(max_bpm_, 1.0 * *rate_bpm);
    }

    void give_to(TrackQuantities& out) const {
        if (weight_s_ > 0.0) {
            out.avg_hr_bpm = beats_ / weight_s_;
            out.max_hr_bpm = max_bpm_;
        }
    }

private:
    double beats_ = 0.0;
    double weight_s_ = 0.0;
    double max_bpm_ = 0.0;
};

} // namespace plimsoll::ingest

#endif
