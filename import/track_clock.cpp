// Points whose time jumps: a few are glitches, many are a clock that was set.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_clock.hpp"

#include <algorithm>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr double least_jump_s = 10.0;            // policy: less is a point that came late
constexpr double longest_leap_s = 7.0 * 86400.0; // policy: no session lasts longer
constexpr std::size_t most_astray = 10;   // policy: as many points are a glitch, more are a clock
constexpr double first_step_s = 1.0;      // policy: from one stretch to the next
constexpr double longest_return_s = 60.0; // policy: after it nobody can say what carries on
constexpr std::size_t most_moves = 1000;  // policy: of a track with more, only what follows moves

bool goes_back(const TrackPoint& before, const TrackPoint& point) noexcept {
    return point.time_s < before.time_s - least_jump_s;
}

bool jumps(const TrackPoint& before, const TrackPoint& point) noexcept {
    return goes_back(before, point) || point.time_s > before.time_s + longest_leap_s;
}

class ClockMender {
public:
    explicit ClockMender(std::vector<TrackPoint>& points) : points_(points) {}

    ClockJumps mend() {
        const double first_s = points_.front().time_s;
        for (; next_ < points_.size(); ++next_) {
            const TrackPoint point = shifted(next_);
            if (kept_ == 0 || !jumps(points_[kept_ - 1], point)) {
                keep(point);
            } else if (goes_back(points_[kept_ - 1], point)) {
                meet_return(point);
            } else {
                meet_leap(point);
            }
        }
        points_.resize(kept_);
        jumps_.first_moved_s = points_.front().time_s - first_s;
        return jumps_;
    }

private:
    TrackPoint shifted(std::size_t index) const {
        TrackPoint point = points_[index];
        point.time_s += shift_s_;
        return point;
    }

    void keep(TrackPoint point) {
        point.after_pause = std::exchange(paused_, false) || point.after_pause;
        points_[kept_++] = point;
    }

    // How many of the points kept last are later than @p time_s.
    std::size_t ahead_of(double time_s) const {
        const auto end = points_.begin() + static_cast<std::ptrdiff_t>(kept_);
        return static_cast<std::size_t>(
            end - std::partition_point(points_.begin(), end, [&](const TrackPoint& point) {
                return point.time_s <= time_s;
            }));
    }

    // How many points from the present one on do not carry on from the last one kept; the count
    // ends beyond what may be astray.
    std::size_t astray() const {
        std::size_t count = 0;
        while (next_ + count < points_.size() && count <= most_astray &&
               jumps(points_[kept_ - 1], shifted(next_ + count))) {
            ++count;
        }
        return count;
    }

    void drop_kept(std::size_t count) {
        for (; count > 0; --count) {
            --kept_;
            paused_ = paused_ || points_[kept_].after_pause;
            ++jumps_.left_out;
        }
    }

    void drop_next(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            paused_ = paused_ || points_[next_ + i].after_pause;
        }
        jumps_.left_out += count;
        next_ += count - 1;
    }

    void meet_return(const TrackPoint& point) {
        const std::size_t ahead = ahead_of(point.time_s);
        const std::size_t behind = astray();
        if (ahead <= most_astray && ahead <= behind) {
            drop_kept(ahead);
            keep(point);
        } else if (behind <= most_astray) {
            drop_next(behind);
        } else if (repeats(point, kept_ - ahead)) {
            pass_over();
        } else {
            ++jumps_.set;
            paused_ = true;
            if (!move_between(point, kept_ - ahead)) {
                follow(point);
                return;
            }
            keep(point);
        }
    }

    void meet_leap(const TrackPoint& point) {
        const std::size_t beyond = astray();
        if (beyond <= most_astray) {
            drop_next(beyond);
        } else if (kept_ <= most_astray) {
            drop_kept(kept_);
            keep(point);
        } else {
            ++jumps_.set;
            paused_ = true;
            if (jumps_.set > most_moves) {
                follow(point);
                return;
            }
            const double by_s = point.time_s - first_step_s - points_[kept_ - 1].time_s;
            for (std::size_t i = 0; i < kept_; ++i) {
                points_[i].time_s += by_s;
            }
            keep(point);
        }
    }

    // Moves this point, and with it all that come, behind the last one kept.
    void follow(TrackPoint point) {
        const double by_s = points_[kept_ - 1].time_s + first_step_s - point.time_s;
        shift_s_ += by_s;
        point.time_s += by_s;
        keep(point);
    }

    // Whether @p point is one of those before @p end once more.
    bool repeats(const TrackPoint& point, std::size_t end) const {
        for (; end > 0 && points_[end - 1].time_s >= point.time_s; --end) {
            const TrackPoint& before = points_[end - 1];
            if (before.position == point.position && before.distance_m == point.distance_m &&
                before.speed_mps == point.speed_mps &&
                before.heart_rate_bpm == point.heart_rate_bpm) {
                return true;
            }
        }
        return false;
    }

    void pass_over() {
        const double last_s = points_[kept_ - 1].time_s;
        ++jumps_.repeated;
        while (next_ + 1 < points_.size() && shifted(next_ + 1).time_s <= last_s) {
            ++next_;
            ++jumps_.repeated;
        }
    }

    // Moves the points from @p first on, which were ahead, between the one before them and
    // @p point, if they fit there.
    bool move_between(const TrackPoint& point, std::size_t first) {
        if (first == 0 || jumps_.set > most_moves) {
            return false;
        }
        const double gap_s = point.time_s - points_[first - 1].time_s;
        const double lasted_s = points_[kept_ - 1].time_s - points_[first].time_s;
        if (gap_s <= lasted_s || gap_s > lasted_s + longest_return_s) {
            return false;
        }
        const double by_s =
            points_[first].time_s - points_[first - 1].time_s - (gap_s - lasted_s) / 2.0;
        for (std::size_t i = first; i < kept_; ++i) {
            points_[i].time_s -= by_s;
        }
        points_[first].after_pause = true;
        return true;
    }

    std::vector<TrackPoint>& points_;
    std::size_t kept_ = 0; // the first ones of points_, set right
    std::size_t next_ = 0;
    double shift_s_ = 0.0; // of the points from next_ on
    bool paused_ = false;  // before the next point that is kept
    ClockJumps jumps_;
};

} // namespace

ClockJumps mend_clock(std::vector<TrackPoint>& points) {
    const bool jumped = std::adjacent_find(points.begin(), points.end(), jumps) != points.end();
    return jumped ? ClockMender(points).mend() : ClockJumps();
}

} // namespace plimsoll::ingest
