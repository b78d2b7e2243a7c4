// Recordings to sessions: what the device summed up, else what its points say, within limits.
// SPDX-License-Identifier: Apache-2.0
#include "import/recording.hpp"

#include "import/log_years.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace plimsoll::ingest {
namespace {

// Policy, as for the cells of a table: what no single session reaches.
constexpr double longest_session_s = 7.0 * 24.0 * 3600.0;
constexpr double longest_way_m = 1e6;
constexpr double highest_beat_bpm = 250.0;
constexpr double highest_rating = 10.0; // Borg CR-10

constexpr double seconds_a_day = 86400.0;

// What is printed of a sum of many small steps.
double rounded(double value, double steps) {
    return std::round(value * steps) / steps;
}

std::string in_words(const SpeedBands& bands) {
    return fmt::format("high speed above {:g} m/s; a sprint above {:g} m/s for {:g} s",
                       bands.high_speed_mps, bands.sprint_mps, bands.sprint_s);
}

class SessionMaker {
public:
    SessionMaker(const ImportOptions& options, DiagnosticSink& diagnostics)
        : options_(options),
          diagnostics_(diagnostics) {}

    enum class End : std::uint8_t { session, rejected, other };

    End make(const Recording& recording, Session& session) {
        const double fastest = fastest_mps_in(recording.sport);
        const bool has_max = recording.max_speed_mps.value_or(fastest + 1.0) <= fastest;
        const TrackQuantities track =
            measure_track(recording.points, recording.sport,
                          has_max ? recording.max_speed_mps : std::nullopt, options_.bands);
        session.athlete = recording.athlete.empty() ? options_.athlete : recording.athlete;
        session.sport = recording.sport;
        session.title = recording.title;
        session.source.line = recording.line;
        line_ = recording.line;
        if (!put_start(recording, session)) {
            return End::rejected;
        }
        session.duration_s =
            either(recording.duration_s, track.recorded_s, longest_session_s, "duration_s", 1000.0);
        session.elapsed_s =
            either(recording.elapsed_s, track.elapsed_s, longest_session_s, "elapsed_s", 1000.0);
        if (!recording.elapsed_s && session.elapsed_s && session.duration_s &&
            *session.elapsed_s < *session.duration_s) {
            session.elapsed_s.reset(); // the points cover a part of the session
        }
        session.distance_m =
            either(recording.distance_m, track.distance_m, longest_way_m, "distance_m", 100.0);
        limit_distance(track, session);
        session.avg_hr_bpm =
            either(recording.avg_hr_bpm, track.avg_hr_bpm, highest_beat_bpm, "avg_hr_bpm", 10.0);
        session.max_hr_bpm =
            either(recording.max_hr_bpm, track.max_hr_bpm, highest_beat_bpm, "max_hr_bpm", 10.0);
        if (recording.sport != Sport::unknown) { // whose fastest is it: a runner's or a rider's?
            session.max_speed_mps =
                either(recording.max_speed_mps, track.max_speed_mps,
                       fastest_mps_in(recording.sport), "max_speed_mps", 1000.0);
        }
        session.ascent_m = within(recording.ascent_m, longest_way_m, "ascent_m");
        session.rpe = within(recording.rpe, highest_rating, "rpe");
        if (recording.vendor_load_au) {
            session.load_au = within(recording.vendor_load_au, longest_way_m, "load_au");
            session.load_kind = LoadKind::vendor;
        }
        if (track.high_speed_m && track.sprint_m) {
            session.high_speed_m = rounded(*track.high_speed_m, 100.0);
            session.sprint_m = rounded(*track.sprint_m, 100.0);
            session.sprints = track.sprints;
        }
        note_glitches(track.glitches + recording.too_fast);
        note_clock(recording.clock);
        return session.duration_s || session.distance_m ? End::session : End::other;
    }

    bool left_in_utc() const noexcept { return left_in_utc_; }

    bool used_zone() const noexcept { return used_zone_; }

private:
    void complain(Severity severity, std::string_view field, std::string_view code,
                  std::string text) {
        diagnostics_.add(severity, line_, 0, field, code, std::move(text));
    }

    // Whether the offset, which was told at another moment than the start, is that of @p zone
    // there: clocks may have been set in between.
    static bool is_of_zone(const Recording& recording, const TimeZone& zone) {
        return recording.offset_at_s && recording.utc_offset_s &&
               zone.from_utc(local_time_of(*recording.offset_at_s)) ==
                   local_time_of(*recording.offset_at_s + *recording.utc_offset_s);
    }

    bool put_start(const Recording& recording, Session& session) {
        if (!recording.start_s) {
            complain(Severity::error, {}, "no_start", "the session has no date");
            return false;
        }
        const bool by_zone =
            options_.zone && !recording.start_is_local &&
            (recording.utc_offset_s.value_or(0) == 0 || is_of_zone(recording, *options_.zone));
        session.start =
            by_zone ? options_.zone->from_utc(local_time_of(*recording.start_s))
                    : local_time_of(*recording.start_s + recording.utc_offset_s.value_or(0));
        const int year = session.start.day.ymd().year;
        if (year < first_year || year > last_year) {
            complain(Severity::error, {}, "bad_date",
                     fmt::format("the session starts on {}, not in the years {} to {}",
                                 to_string(session.start.day), first_year, last_year));
            return false;
        }
        used_zone_ = used_zone_ || by_zone;
        left_in_utc_ =
            left_in_utc_ || (!by_zone && !recording.start_is_local && !recording.utc_offset_s);
        return true;
    }

    // Nothing for 0, which devices write for "not measured", and for what nobody reaches.
    std::optional<double> within(const std::optional<double>& value, double most,
                                 std::string_view field) {
        if (!value || !(*value > 0.0)) {
            return std::nullopt;
        }
        if (*value > most) {
            complain(Severity::warning, field, "out_of_range",
                     fmt::format("{:g} is above {:g}; taken as missing", *value, most));
            return std::nullopt;
        }
        return value;
    }

    std::optional<double> either(const std::optional<double>& summed_up,
                                 const std::optional<double>& of_track, double most,
                                 std::string_view field, double steps) {
        std::optional<double> value = within(summed_up, most, field);
        if (!value) {
            value = within(of_track, most, field);
        }
        return value ? std::optional(rounded(*value, steps)) : std::nullopt;
    }

    // The points tell the distance where the device's own is impossible.
    void limit_distance(const TrackQuantities& track, Session& session) {
        const double lasts_s =
            std::max(session.duration_s.value_or(0.0), session.elapsed_s.value_or(0.0));
        const auto fault_of = [&](double distance_m) {
            return pace_fault(distance_m, lasts_s, session.sport);
        };
        if (!session.distance_m || fault_of(*session.distance_m) == PaceFault::none) {
            return;
        }
        const bool of_track = track.distance_m && *track.distance_m > 0.0 &&
                              fault_of(*track.distance_m) == PaceFault::none;
        complain(Severity::warning, "distance_m", "out_of_range",
                 in_words(fault_of(*session.distance_m), *session.distance_m, lasts_s) +
                     (of_track ? "; taken from the points" : "; taken as missing"));
        session.distance_m =
            of_track ? std::optional(rounded(*track.distance_m, 100.0)) : std::nullopt;
    }

    void note_glitches(std::size_t glitches) {
        if (glitches > 0) {
            complain(Severity::note, {}, "glitches",
                     fmt::format("{} that nobody reaches in this sport {} left out; across {} no "
                                 "speed counts, and at most a straight line as distance",
                                 glitches == 1 ? "1 jump or speed"
                                               : fmt::format("{} jumps or speeds", glitches),
                                 glitches == 1 ? "was" : "were", glitches == 1 ? "it" : "them"));
        }
    }

    void note_clock(const ClockJumps& clock) {
        const auto points = [](std::size_t count, std::string_view one, std::string_view many) {
            return fmt::format("{} {}", count == 1 ? "1 point" : fmt::format("{} points", count),
                               count == 1 ? one : many);
        };
        if (clock.left_out > 0) {
            complain(Severity::note, {}, "clock",
                     points(clock.left_out, "whose clock jumped was left out",
                            "whose clock jumped were left out"));
        }
        if (clock.repeated > 0) {
            complain(Severity::note, {}, "clock",
                     points(clock.repeated, "stands in the track twice and counts once",
                            "stand in the track twice and count once"));
        }
        if (clock.set > 0) {
            complain(Severity::warning, {}, "clock",
                     fmt::format("the clock was set {} while the track was recorded; what follows "
                                 "was read as its next stretch, and the start may be wrong",
                                 clock.set == 1 ? "once" : fmt::format("{} times", clock.set)));
        }
    }

    const ImportOptions& options_;
    DiagnosticSink& diagnostics_;
    std::uint32_t line_ = 0;
    bool left_in_utc_ = false;
    bool used_zone_ = false;
};

} // namespace

void mend_clock(Recording& recording) {
    if (recording.points.empty()) {
        return;
    }
    const double first_s = recording.points.front().time_s;
    recording.clock = mend_clock(recording.points);
    if (recording.start_s && std::fabs(*recording.start_s - first_s) < 1.0) {
        *recording.start_s += recording.clock.first_moved_s;
    }
}

LocalTime local_time_of(double since_1970_s) {
    // Far outside the calendar there is no time of day either, and nothing overflows.
    constexpr double most_days = 2'900'000.0; // the year 9900
    const double days = std::clamp(std::floor(since_1970_s / seconds_a_day), -200'000.0, most_days);
    const double second =
        std::clamp(std::floor(since_1970_s - days * seconds_a_day), 0.0, seconds_a_day - 1.0);
    return {Date::from_days(static_cast<std::int32_t>(days)), static_cast<std::int32_t>(second)};
}

void add_recordings(RecordedFile file, const ImportOptions& options, DiagnosticSink& diagnostics,
                    PackedLog& log) {
    SessionMaker maker(options, diagnostics);
    RowCounts& counts = file.report.counts;
    for (Recording& recording : file.recordings) {
        if (file.recordings.size() == 1) {
            recording.line = 0; // the file is the session
        }
        ++counts.rows;
        Session session;
        switch (maker.make(recording, session)) {
        case SessionMaker::End::session:
            session.source.file = static_cast<std::uint32_t>(log.files.size());
            file.report.without_sport += session.sport == Sport::unknown ? 1U : 0U;
            if (session.high_speed_m) {
                file.report.thresholds = in_words(options.bands);
            }
            log.sessions.add(session);
            ++counts.sessions;
            break;
        case SessionMaker::End::rejected:
            ++counts.rejected;
            break;
        case SessionMaker::End::other:
            ++counts.other;
            diagnostics.add(Severity::note, recording.line, 0, {}, "no_session",
                            "has neither a duration nor a distance: no session");
            break;
        }
        recording.points = {}; // measured: the next may have the memory
    }
    if (file.points_dropped > 0) {
        diagnostics.add(Severity::warning, 0, 0, {}, "too_many_points",
                        fmt::format("has more than {} points; {} were left out", file.most_points,
                                    file.points_dropped));
    }
    file.report.is_recording = true;
    file.report.distance_unit = "m";
    file.report.distance_unit_why = "the format says so";
    file.report.decimal = ".";
    file.report.timezone = maker.left_in_utc() ? "UTC"
                           : maker.used_zone() ? options.zone->name()
                                               : "local";
    log.files.push_back(std::move(file.report));
}

} // namespace plimsoll::ingest
