// Rows to lanes, lanes to recordings.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_lanes.hpp"

#include "import/track_speed_unit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace plimsoll::ingest {

TrackLanes::TrackLanes(const TrackLayout& layout, bool several)
    : dialect_(*layout.dialect),
      several_(several) {
    tables_.push_back(read_above(layout));
}

void TrackLanes::begin_table(TrackAbove above) {
    tables_.push_back(std::move(above));
    lane_by_name_.clear();
    last_ = nullptr;
}

TrackLane* TrackLanes::find(std::uint32_t line, std::string_view athlete,
                            std::string_view session) {
    std::string key(athlete);
    key += '\n';
    key += session;
    athlete_ = athlete;
    session_ = session;
    const auto known = lane_by_name_.find(key);
    last_ = known == lane_by_name_.end() ? open(line) : known->second;
    return last_;
}

TrackLane* TrackLanes::open(std::uint32_t line) {
    if (lanes_.size() == most_recordings) {
        return nullptr;
    }
    const TrackAbove& above = tables_.back();
    Recording start = above.recording;
    start.line = line;
    if (!athlete_.empty()) {
        start.athlete = athlete_;
    }
    start.points.reserve(points_expected_);
    lanes_.push_back(
        {TrackLane(std::move(start), above.step_s.value_or(dialect_.step_s)), tables_.size() - 1});
    last_ = &lanes_.back().lane;
    lane_by_name_[athlete_ + '\n' + session_] = last_;
    return last_;
}

std::string TrackLanes::mend(DiagnosticSink& sink) {
    for (Numbered& one : lanes_) {
        mend_clock(one.lane.recording());
    }
    std::string found;
    for (std::size_t table = 0; table < tables_.size(); ++table) {
        const std::string unit = put_speeds_into_mps(table, sink);
        found = found.empty() ? unit : found;
    }
    return found;
}

// The lines above name the unit; where they do not, the distances show it.
std::string TrackLanes::put_speeds_into_mps(std::size_t table, DiagnosticSink& sink) {
    std::vector<Recording*> recordings;
    for (Numbered& one : lanes_) {
        if (one.table == table) {
            recordings.push_back(&one.lane.recording());
        }
    }
    if (recordings.empty()) {
        return {};
    }
    const TrackAbove& above = tables_[table];
    std::string found;
    double factor = above.speed_factor.value_or(1.0);
    if (above.speed_factor) {
        if (const SpeedUnit* unit = other_unit(recordings.front()->points, factor)) {
            factor = unit->factor;
            sink.add(Severity::warning, 0, 0, {}, "unit_contradicted",
                     fmt::format("speeds are read as {}: in the unit that is named above the "
                                 "table they would not make the distance",
                                 unit->name));
        }
    }
    if (!above.speed_factor && dialect_.speed_unsaid) {
        SpeedSums sums;
        for (const Recording* recording : recordings) {
            sums.add(recording->points);
        }
        if (const SpeedUnit* const unit = sums.unit()) {
            factor = unit->factor;
            found = fmt::format("speeds in {}: over the time they make the distance", unit->name);
        } else {
            factor = kilometres_an_hour.factor;
            sink.add(Severity::note, 0, 0, {}, "unit_assumed",
                     "speeds are read as km/h (assumed: neither a line above nor the distances "
                     "tell their unit)");
        }
    }
    for (Recording* recording : recordings) {
        scale_speeds(recording->points, factor);
    }
    return found;
}

std::vector<Recording> TrackLanes::take_recordings() {
    const bool any = std::any_of(lanes_.begin(), lanes_.end(),
                                 [](const Numbered& one) { return one.lane.has_time(); });
    std::vector<Recording> recordings;
    for (Numbered& one : lanes_) {
        Recording& recording = one.lane.recording();
        if (any && !one.lane.has_time()) {
            continue; // a header once more, read as an athlete's name
        }
        if (one.lane.pauses_s() > 0.0 && !recording.points.empty()) {
            recording.elapsed_s = recording.points.back().time_s - recording.points.front().time_s +
                                  one.lane.pauses_s();
        }
        recordings.push_back(std::move(recording));
    }
    return recordings;
}

} // namespace plimsoll::ingest
