// The record messages of a FIT file: points of a track.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_FIT_RECORDS_HPP
#define PLIMSOLL_IMPORT_FIT_RECORDS_HPP

#include "import/fit_message.hpp"
#include "import/track.hpp"
#include "import/track_clock.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace plimsoll::ingest {

/// Gathers the records of one part. A record without a time is passed over.
class FitRecords {
public:
    /// @param most  how many may be kept.
    explicit FitRecords(std::size_t most) : most_(most) {}

    void add(const FitMessage& record);

    /// The timer was stopped before the next record.
    void pause() noexcept { paused_ = true; }

    const std::vector<TrackPoint>& points() const noexcept { return points_; }

    /// To be called once all records are there.
    ClockJumps mend_clock() { return ingest::mend_clock(points_); }

    std::vector<TrackPoint> take_points() { return std::exchange(points_, {}); }

    /// Records beyond the most that may be kept.
    std::size_t dropped() const noexcept { return dropped_; }

private:
    void add_compressed(const FitMessage& record, TrackPoint& point);

    std::size_t most_;
    std::vector<TrackPoint> points_;
    bool paused_ = false;
    std::optional<std::uint32_t> compressed_before_; // sixteenths of a metre, modulo 4096
    double compressed_m_ = 0.0;
    std::size_t dropped_ = 0;
};

} // namespace plimsoll::ingest

#endif
