// Rows against what is possible in their sport.
// SPDX-License-Identifier: Apache-2.0
#include "import/row_reader.hpp"
#include "import/track.hpp"
#include "model/athlete.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::ingest {

// What nobody reaches in the sport is a glitch. Garmin's lists have so many that they are only
// counted.
void RowReader::limit_speed(std::uint32_t line, Session& session) {
    const double limit_mps =
        session.sport == Sport::unknown ? fastest_mps : fastest_mps_in(session.sport);
    if (session.max_speed_mps.value_or(0.0) <= limit_mps) {
        return;
    }
    if (speed_column_ != nullptr && speed_column_->may_be_pace) {
        ++notes_.fast_rows;
    } else {
        diagnostics_.add(Severity::warning, line, 0, "max_speed_mps", "out_of_range",
                         fmt::format("{:g} m/s is above {:g}; taken as missing",
                                     *session.max_speed_mps, limit_mps));
    }
    session.max_speed_mps.reset();
}

// A distance that nobody covers in the time is one in another unit, or another column's.
void RowReader::limit_distance(std::uint32_t line, Session& session) {
    if (!session.distance_m) {
        return;
    }
    const double lasts_s =
        std::max(session.duration_s.value_or(0.0), session.elapsed_s.value_or(0.0));
    const PaceFault fault = pace_fault(*session.distance_m, lasts_s, session.sport);
    if (fault == PaceFault::none) {
        return;
    }
    ++notes_.odd_distances;
    ++unusable_values_;
    diagnostics_.add(Severity::warning, line, 0, "distance_m", "out_of_range",
                     in_words(fault, *session.distance_m, lasts_s) + "; taken as missing");
    session.distance_m.reset();
}

} // namespace plimsoll::ingest
