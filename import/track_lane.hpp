// One athlete's rows of a track: their times, made one after the other, and their points.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TRACK_LANE_HPP
#define PLIMSOLL_IMPORT_TRACK_LANE_HPP

#include "import/inference.hpp"
#include "import/recording.hpp"
#include "import/track_dialect.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::ingest {

/// The numbers of one row, in metres and seconds; speeds and distances in the unit of the file.
class TrackValues {
public:
    void clear() noexcept { known_ = 0; }

    void put(TrackField field, double value) noexcept {
        values_[static_cast<std::size_t>(field)] = value;
        known_ |= 1U << static_cast<unsigned>(field);
    }

    bool has(TrackField field) const noexcept {
        return (known_ >> static_cast<unsigned>(field) & 1U) != 0;
    }

    double operator[](TrackField field) const noexcept {
        return values_[static_cast<std::size_t>(field)];
    }

private:
    std::array<double, track_field_count> values_{};
    std::uint32_t known_ = 0;
};

/// Reads moments of one shape. Those of a track differ in their last digits from row to row: what
/// stands before them is read once.
class MomentReader {
public:
    /// Seconds since 1970 in the file's time where there is a date, below a day where there is
    /// none; nothing for a text that is no time.
    std::optional<double> read(std::string_view cell, DateShape shape);

private:
    std::string before_; // the seconds of the last moment: "24/02/2026 20:51:"
    double before_s_ = 0.0;
};

/// The rows of one athlete.
class TrackLane {
public:
    TrackLane(Recording start, double step_s) : recording_(std::move(start)), step_s_(step_s) {}

    /// The time of a row in seconds, from any start; the first row with a date tells when the
    /// session starts. Nothing where the row has no time, or none on the clock of the first row, or
    /// where the rows went_back().
    std::optional<double> time_of(const TrackValues& values, std::string_view moment,
                                  DateShape shape);

    /// Whether the row that time_of() was asked for last begins anew: its seconds do, and its
    /// moment is earlier than the rows before it allow.
    bool went_back() const noexcept { return went_back_; }

    /// It did: its time, which is none.
    std::optional<double> go_back() noexcept {
        went_back_ = true;
        return std::nullopt;
    }

    /// The next row stands under a header of its own: if its seconds begin anew, so does it.
    void go_under_header() noexcept { under_header_ = true; }

    /// Whether any row had a time.
    bool has_time() const noexcept { return clock_ != Clock::unknown; }

    /// What follows is behind a pause.
    void pause() noexcept { paused_ = true; }

    /// Whether the next point is; only the first that asks is told so.
    bool take_pause() noexcept {
        const bool paused = paused_;
        paused_ = false;
        return paused;
    }

    /// A pause that the seconds of the rows leave out.
    void add_pause(double lasts_s) noexcept { pauses_s_ += lasts_s; }

    double pauses_s() const noexcept { return pauses_s_; }

    Recording& recording() noexcept { return recording_; }

private:
    // What the times of the rows are.
    enum class Clock : std::uint8_t { unknown, excel_days, unix_ms, unix_s, running, moment };

    // Whether the rows of this athlete are timed by @p clock; the first to ask decides.
    bool timed_by(Clock clock) noexcept {
        clock_ = clock_ == Clock::unknown ? clock : clock_;
        return clock_ == clock;
    }

    double start_at(double since_1970_s, bool is_local);
    double running_s(double seconds);
    bool is_back(double seconds, std::string_view moment, DateShape shape);

    Recording recording_;
    double step_s_;
    MomentReader moments_;
    Clock clock_ = Clock::unknown;
    std::optional<double> last_seconds_;
    double clock_s_ = 0.0;
    double seconds_before_leap_ = 0.0; // where the seconds leapt ahead last, and clock_s_ there
    double clock_before_leap_s_ = 0.0;
    std::optional<double> dated_s_; // the first moment with a date, since 1970, and clock_s_ there
    double clock_dated_s_ = 0.0;
    double pauses_s_ = 0.0;
    bool paused_ = false;
    bool went_back_ = false;
    bool under_header_ = false;
};

} // namespace plimsoll::ingest

#endif
