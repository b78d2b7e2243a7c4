// Training Center XML to recordings.
// SPDX-License-Identifier: Apache-2.0
#include "import/tcx_import.hpp"

#include "import/xml_activity.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace plimsoll::ingest {
namespace {

void add_up(std::optional<double>& sum, const std::optional<double>& more) {
    if (more && *more >= 0.0) {
        sum = sum.value_or(0.0) + *more;
    }
}

// Takes the elements that count; prefixes and the order of children do not matter.
class TcxHandler final : public XmlHandler {
public:
    void open(std::string_view name, std::string_view parent, const XmlAttributes& attributes,
              std::uint32_t line) override {
        if (name == "Activity") {
            close_activity();
            activities_.begin(line);
            within_ = true;
            totals_ = Totals();
            if (const auto sport = attributes.find("Sport")) {
                activities_.name_sport(*sport);
            }
        } else if (name == "Course") {
            courses_ = true;
        } else if (!within_) {
            return;
        } else if (name == "Lap") {
            if (const auto start = attributes.find("StartTime")) {
                start_at(*start);
            }
            lap_ = Lap();
            tracks_in_lap_ = 0;
        } else if (name == "Track") {
            paused_ = ++tracks_in_lap_ > 1; // the timer stopped between two tracks of a lap
        } else if (name == "Trackpoint") {
            point_ = Point();
        } else if (name == "Value") {
            value_of_ = parent;
        }
    }

    void close(std::string_view name, std::string_view parent, std::string_view text) override {
        if (!within_) {
            return;
        }
        if (name == "Activity") {
            close_activity();
        } else if (name == "Id" && parent == "Activity") {
            start_at(text);
        } else if (name == "Lap") {
            close_lap();
        } else if (parent == "Lap") {
            close_in_lap(name, text);
        } else if (name == "Trackpoint") {
            close_point();
        } else if (parent == "Trackpoint" || parent == "Position" || parent == "TPX") {
            close_in_point(name, parent, text);
        } else if (name == "Value") {
            close_value(text);
        }
    }

    XmlActivities& finish() {
        close_activity();
        return activities_;
    }

    bool has_courses() const noexcept { return courses_; }

private:
    struct Totals {
        std::optional<double> timer_s;
        std::optional<double> distance_m;
        std::optional<double> max_speed_mps;
        std::optional<double> max_hr_bpm;
        double beats = 0.0; // of the laps that tell a mean, times their seconds
        double beats_s = 0.0;
    };

    struct Lap {
        std::optional<double> timer_s;
        std::optional<double> avg_hr_bpm;
    };

    struct Point {
        std::optional<double> time_s;
        std::optional<double> latitude_deg;
        std::optional<double> longitude_deg;
        TrackPoint track;
    };

    void start_at(std::string_view text) {
        if (const std::optional<XmlTime> time = parse_xml_time(text)) {
            activities_.start_at(*time);
        }
    }

    void close_in_lap(std::string_view name, std::string_view text) {
        if (name == "TotalTimeSeconds") {
            lap_.timer_s = xml_number(text);
            add_up(totals_.timer_s, lap_.timer_s);
        } else if (name == "DistanceMeters") {
            add_up(totals_.distance_m, xml_number(text));
        } else if (name == "MaximumSpeed") {
            const std::optional<double> speed = xml_number(text);
            if (speed && *speed > fastest_mps_in(activities_.now().sport)) {
                ++activities_.now().too_fast;
            } else if (speed) {
                totals_.max_speed_mps = std::max(totals_.max_speed_mps.value_or(0.0), *speed);
            }
        }
    }

    void close_value(std::string_view text) {
        const std::optional<std::uint8_t> rate = xml_heart_rate(text);
        if (!rate) {
            return;
        }
        if (value_of_ == "HeartRateBpm") {
            point_.track.heart_rate_bpm = rate;
        } else if (value_of_ == "AverageHeartRateBpm") {
            lap_.avg_hr_bpm = *rate;
        } else if (value_of_ == "MaximumHeartRateBpm") {
            totals_.max_hr_bpm = std::max(totals_.max_hr_bpm.value_or(0.0), 1.0 * *rate);
        }
    }

    void close_lap() {
        if (lap_.avg_hr_bpm && lap_.timer_s && *lap_.timer_s > 0.0) {
            totals_.beats += *lap_.avg_hr_bpm * *lap_.timer_s;
            totals_.beats_s += *lap_.timer_s;
        }
        lap_ = Lap();
    }

    void close_in_point(std::string_view name, std::string_view parent, std::string_view text) {
        if (name == "Time") {
            if (const std::optional<XmlTime> time = parse_xml_time(text)) {
                point_.time_s = time->since_1970_s;
                activities_.start_at(*time);
            }
        } else if (name == "LatitudeDegrees") {
            point_.latitude_deg = xml_number(text);
        } else if (name == "LongitudeDegrees") {
            point_.longitude_deg = xml_number(text);
        } else if (name == "DistanceMeters") {
            point_.track.distance_m = xml_number(text);
        } else if (name == "Speed" && parent == "TPX") {
            if (const auto speed = xml_number(text); speed && *speed >= 0.0) {
                point_.track.speed_mps = static_cast<float>(*speed);
            }
        }
    }

    void close_point() {
        if (!point_.time_s) {
            return; // the first and last may be empty
        }
        point_.track.time_s = *point_.time_s;
        if (point_.latitude_deg && point_.longitude_deg) {
            point_.track.position =
                position_of_degrees(*point_.latitude_deg, *point_.longitude_deg);
        }
        point_.track.after_pause = std::exchange(paused_, false);
        activities_.add_point(point_.track);
    }

    void close_activity() {
        if (!std::exchange(within_, false)) {
            return;
        }
        Recording& recording = activities_.now();
        mend_clock(recording);
        recording.duration_s = totals_.timer_s;
        recording.distance_m = totals_.distance_m;
        recording.max_speed_mps = totals_.max_speed_mps;
        recording.max_hr_bpm = totals_.max_hr_bpm;
        if (totals_.beats_s > 0.0) {
            recording.avg_hr_bpm = totals_.beats / totals_.beats_s;
        }
        if (!recording.points.empty() && totals_.timer_s) {
            // The last lap may go on behind the last point.
            recording.elapsed_s = std::max(*totals_.timer_s, recording.points.back().time_s -
                                                                 recording.points.front().time_s);
        }
    }

    XmlActivities activities_;
    bool within_ = false;
    bool courses_ = false;
    Totals totals_;
    Lap lap_;
    Point point_;
    std::string value_of_;
    std::size_t tracks_in_lap_ = 0;
    bool paused_ = false;
};

} // namespace

void import_tcx(ByteSource& bytes, const ImportOptions& options, PackedLog& log) {
    TcxHandler handler;
    const std::optional<XmlProblem> problem = read_xml(bytes, handler);
    XmlActivities& activities = handler.finish();
    if (!activities.any()) {
        std::string text = handler.has_courses() ? "is a TCX course, not an activity"
                                                 : "is a TCX file without an activity";
        if (problem) {
            text += fmt::format("; line {}: {}", problem->line, problem->text);
        }
        throw InputError(
            Diagnostic{Severity::error, {bytes.name(), 0, 0, {}}, "unknown_kind", text, {}});
    }
    FileReport report;
    report.path = bytes.name();
    report.format = "tcx";
    report.dialect = "TCX activity";
    report.signature = "root element 'TrainingCenterDatabase'";
    DiagnosticSink sink(bytes.name(), log.diagnostics, options.strict);
    finish_xml(activities, problem, std::move(report), options, sink, log);
}

} // namespace plimsoll::ingest
