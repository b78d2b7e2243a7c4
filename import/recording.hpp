// What a watch recorded of one session, from whatever format, and how it becomes a session.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_RECORDING_HPP
#define PLIMSOLL_IMPORT_RECORDING_HPP

#include "import/diagnostic_sink.hpp"
#include "import/import_options.hpp"
#include "import/track.hpp"
#include "import/track_clock.hpp"
#include "model/training_log.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace plimsoll::ingest {

/// One session as its file tells it. What the device summed up stands in the quantities; what it
/// left out is taken from the points.
struct Recording {
    std::uint32_t line = 0;                   ///< where it starts, or its number in the file
    std::optional<double> start_s;            ///< seconds since 1970, UTC
    bool start_is_local = false;              ///< start_s counts in local time
    std::optional<std::int32_t> utc_offset_s; ///< local time - UTC, where the file says
    std::optional<double> offset_at_s;        ///< a moment at which it holds, if not at the start
    Sport sport = Sport::unknown;
    std::string athlete; ///< empty: as ImportOptions say
    std::string title;
    std::optional<double> duration_s; ///< timer or moving time
    std::optional<double> elapsed_s;
    std::optional<double> distance_m;
    std::optional<double> avg_hr_bpm;
    std::optional<double> max_hr_bpm;
    std::optional<double> max_speed_mps;
    std::optional<double> ascent_m;
    std::optional<double> rpe;
    std::optional<double> vendor_load_au;
    std::vector<TrackPoint> points;
    std::size_t too_fast = 0; ///< speeds of laps that nobody reaches; they are left out
    ClockJumps clock;         ///< what mend_clock() found in them
};

/// Sets right the clock of the points, and the start with it, if it is that of the first point. To
/// be called once the points are complete, before anything is computed from their times.
void mend_clock(Recording& recording);

/// The recordings of one file.
struct RecordedFile {
    FileReport report; ///< path and counts are filled in by add_recordings
    std::vector<Recording> recordings;
    std::size_t points = 0; ///< of all recordings
    std::size_t most_points = most_track_points;
    std::size_t points_dropped = 0; ///< beyond most_points

    /// Adds @p point to @p recording unless the file has too many.
    void add_point(Recording& recording, const TrackPoint& point) {
        if (points < most_points) {
            recording.points.push_back(point);
            ++points;
        } else {
            ++points_dropped;
        }
    }
};

/// The most sessions that one file may tell; a file with more is damaged.
inline constexpr std::size_t most_recordings = 1000; // policy

/// Turns the recordings of @p file into sessions of @p log, appends its FileReport and adds to
/// @p diagnostics what could not be used. A session starts in the local time of the file, else of
/// options.zone, else in UTC; where the file says its local time is UTC and options.zone is given,
/// the zone counts.
/// A recording without a start is rejected; one of neither time nor distance is no session.
void add_recordings(RecordedFile file, const ImportOptions& options, DiagnosticSink& diagnostics,
                    PackedLog& log);

/// The local time @p since_1970_s seconds after the start of 1970.
LocalTime local_time_of(double since_1970_s);

} // namespace plimsoll::ingest

#endif
