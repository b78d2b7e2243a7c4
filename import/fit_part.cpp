// Messages to recordings: field numbers, scales, and what stands in for what is missing.
// SPDX-License-Identifier: Apache-2.0
#include "import/fit_part.hpp"

#include "import/fit_sport.hpp"
#include "import/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t most_unknown_sports = 20; // policy

constexpr std::uint32_t timer_event = 0;
constexpr std::uint32_t stop_event = 1;
constexpr std::uint32_t stop_all_event = 4;

std::optional<double> first_of(const std::optional<double>& a, const std::optional<double>& b) {
    return a ? a : b;
}

void add_to(std::optional<double>& sum, const std::optional<double>& more) {
    if (more) {
        sum = sum.value_or(0.0) + *more;
    }
}

template <class T>
void keep_larger(std::optional<T>& kept, const std::optional<T>& other) {
    if (other && (!kept || *other > *kept)) {
        kept = other;
    }
}

template <class T>
void keep_first(std::optional<T>& kept, const std::optional<T>& other) {
    if (!kept) {
        kept = other;
    }
}

std::optional<double> no_zero(const std::optional<double>& value) {
    return value && *value > 0.0 ? value : std::nullopt;
}

std::string text_of(const FitMessage& message, std::uint8_t field) {
    const std::optional<std::string_view> text = message.text(field);
    if (!text) {
        return {};
    }
    return is_utf8(*text) ? std::string(*text) : windows_1252_to_utf8(*text);
}

// Fields 7, 8 and 9 mean the same in sessions and laps.
FitSummary summary_of(const FitMessage& message) {
    FitSummary summary;
    summary.start = message.code(2);
    summary.end = message.time();
    summary.elapsed_s = no_zero(message.value(7, 1000.0));
    summary.timer_s = no_zero(message.value(8, 1000.0));
    summary.distance_m = no_zero(message.value(9, 100.0));
    return summary;
}

} // namespace

void FitPart::add(const FitMessage& message) {
    switch (message.number()) {
    case fit_file_id:
        if (!file_type_) {
            file_type_ = message.code(0);
            manufacturer_ = message.code(1);
            times_.created = message.code(4);
        }
        break;
    case fit_sport:
        sport_ = message.code(0);
        sub_sport_ = message.code(1);
        break;
    case fit_session:
        add_session(message);
        break;
    case fit_lap:
        add_lap(message);
        break;
    case fit_record:
        records_.add(message);
        break;
    case fit_event:
        if (message.code(0) == timer_event &&
            (message.code(1) == stop_event || message.code(1) == stop_all_event)) {
            records_.pause();
        }
        break;
    case fit_activity:
        times_.activity = message.time();
        times_.activity_local = message.code(5);
        break;
    default:
        break;
    }
}

void FitPart::add_session(const FitMessage& message) {
    if (sessions_.size() >= most_recordings) {
        ++sessions_dropped_;
        return;
    }
    FitSummary session = summary_of(message);
    session.sport = message.code(5);
    session.sub_sport = message.code(6);
    session.moving_s = no_zero(message.value(59, 1000.0));
    session.avg_hr_bpm = no_zero(message.value(16));
    session.max_hr_bpm = no_zero(message.value(17));
    session.max_speed_mps =
        no_zero(first_of(message.value(125, 1000.0), message.value(15, 1000.0)));
    session.ascent_m = message.value(22);
    session.load_au = no_zero(message.value(168, 65536.0));
    session.rpe = no_zero(first_of(message.value(193, 10.0), message.developer_rating()));
    session.name = text_of(message, 110);
    sessions_.push_back(std::move(session));
}

void FitPart::add_lap(const FitMessage& message) {
    const FitSummary lap = summary_of(message);
    ++laps_seen_;
    keep_first(laps_.start, lap.start);
    keep_larger(laps_.end, lap.end);
    add_to(laps_.elapsed_s, lap.elapsed_s);
    add_to(laps_.timer_s, lap.timer_s);
    add_to(laps_.distance_m, lap.distance_m);
    keep_first(laps_.sport, message.code(25));
    keep_first(laps_.sub_sport, message.code(39));
    keep_larger(laps_.max_hr_bpm, no_zero(message.value(16)));
    keep_larger(laps_.max_speed_mps,
                no_zero(first_of(message.value(111, 1000.0), message.value(14, 1000.0))));
    add_to(laps_.ascent_m, message.value(21));
}

std::optional<std::uint32_t> FitPart::first_time() const {
    std::optional<std::uint32_t> first;
    const auto take = [&](const std::optional<std::uint32_t>& time) {
        if (time && (!first || *time < *first)) {
            first = time;
        }
    };
    for (const FitSummary& session : sessions_) {
        take(session.start ? session.start : session.end);
    }
    if (!first) {
        take(laps_.start ? laps_.start : laps_.end);
    }
    if (!first && !records_.points().empty()) {
        constexpr double most_s = 4294967295.0; // a mended clock can leave what FIT can write
        const double time_s = records_.points().front().time_s;
        if (time_s >= 0.0 && time_s <= most_s) {
            first = static_cast<std::uint32_t>(time_s);
        }
    }
    return first;
}

// What a lone session lacks, its laps may have.
void FitPart::fill_gaps(FitSummary& session) const {
    keep_first(session.sport, laps_.sport);
    keep_first(session.sport, sport_);
    keep_first(session.sub_sport, laps_.sub_sport);
    keep_first(session.sub_sport, sport_ == session.sport ? sub_sport_ : std::nullopt);
    if (sessions_.size() > 1) {
        return;
    }
    keep_first(session.start, laps_.start);
    keep_first(session.timer_s, laps_.timer_s);
    keep_first(session.distance_m, laps_.distance_m);
    keep_first(session.max_hr_bpm, laps_.max_hr_bpm);
    keep_first(session.max_speed_mps, laps_.max_speed_mps);
    keep_first(session.ascent_m, laps_.ascent_m);
}

Recording FitPart::recording_of(const FitSummary& session, const std::optional<FitAnchor>& anchor) {
    Recording recording;
    if (!session.start && session.end && session.elapsed_s) {
        recording.start_s = *session.end - *session.elapsed_s;
    } else if (session.start) {
        recording.start_s = *session.start;
    } else if (session.end) {
        recording.start_s = *session.end;
    }
    recording.elapsed_s = session.elapsed_s;
    if (!recording.elapsed_s && session.start && session.end && *session.end > *session.start) {
        recording.elapsed_s = *session.end - *session.start;
    }
    recording.duration_s = first_of(session.timer_s, session.moving_s);
    recording.distance_m = session.distance_m;
    recording.avg_hr_bpm = session.avg_hr_bpm;
    recording.max_hr_bpm = session.max_hr_bpm;
    recording.max_speed_mps = session.max_speed_mps;
    recording.ascent_m = session.ascent_m;
    recording.rpe = session.rpe;
    recording.vendor_load_au = session.load_au;
    recording.utc_offset_s = utc_offset_of_fit(times_);
    if (recording.utc_offset_s && times_.activity) {
        recording.offset_at_s = static_cast<double>(fit_epoch_s) + *times_.activity;
    }
    recording.start_is_local = anchor && anchor->is_local;
    if (session.sport) {
        const std::optional<Sport> sport = sport_of_fit(*session.sport, session.sub_sport);
        recording.sport = sport.value_or(Sport::other);
        if (!sport && (unknown_sports_.size() < most_unknown_sports ||
                       unknown_sports_.contains(*session.sport))) {
            ++unknown_sports_[*session.sport];
        }
    }
    if (session.sport == fit_transition) {
        recording.title = "Transition";
    } else if (recording.sport == Sport::other || recording.sport == Sport::unknown) {
        recording.title = session.name;
    }
    return recording;
}

// Each record belongs to the last session that had begun, those before the first to the first.
void FitPart::deal_out_points(std::vector<Recording>& recordings) {
    if (recordings.size() == 1) {
        recordings.front().points = records_.take_points();
        return;
    }
    std::vector<Recording*> in_time;
    for (Recording& recording : recordings) {
        if (recording.start_s) {
            in_time.push_back(&recording);
        }
    }
    std::stable_sort(in_time.begin(), in_time.end(), [](const Recording* a, const Recording* b) {
        return *a->start_s < *b->start_s;
    });
    for (const TrackPoint& point : records_.take_points()) {
        const auto next = std::upper_bound(
            in_time.begin(), in_time.end(), point.time_s,
            [](double time_s, const Recording* recording) { return time_s < *recording->start_s; });
        if (!in_time.empty()) {
            (next == in_time.begin() ? *next : *(next - 1))->points.push_back(point);
        }
    }
}

std::vector<Recording> FitPart::recordings(const std::string& path) {
    const ClockJumps clock = records_.mend_clock();
    const std::optional<FitAnchor> placed = anchor_of_fit(times_, first_time(), path);
    dated_by_name_ = placed && placed->by_name;
    if (sessions_.empty()) {
        FitSummary whole = laps_;
        if (!records_.points().empty()) { // the last lap may be missing: the records tell all
            whole = FitSummary{};
            whole.sport = laps_.sport;
            whole.sub_sport = laps_.sub_sport;
            laps_ = whole;
        }
        whole.start = first_time();
        sessions_.push_back(std::move(whole));
    }
    std::vector<Recording> recordings;
    for (FitSummary& session : sessions_) {
        fill_gaps(session);
        recordings.push_back(recording_of(session, placed));
    }
    deal_out_points(recordings);
    recordings.front().clock = clock;
    for (Recording& recording : recordings) {
        if (!recording.start_s && !recording.points.empty()) {
            recording.start_s = recording.points.front().time_s;
        }
        if (recording.start_s && placed) {
            *recording.start_s += placed->shift_s;
        } else {
            recording.start_s.reset();
        }
    }
    return recordings;
}

} // namespace plimsoll::ingest
