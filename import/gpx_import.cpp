// GPX tracks to recordings.
// SPDX-License-Identifier: Apache-2.0
#include "import/gpx_import.hpp"

#include "import/xml_activity.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace plimsoll::ingest {
namespace {

// Heart rate has no place in GPX: every vendor has an extension, under one of these names.
constexpr std::array<std::string_view, 4> heart_rate_names{"hr", "heartRate", "heartrate",
                                                           "heart_rate"};

// Strava wrote numbers for sports; of this one it is known what it means (formats.md 6).
constexpr std::string_view strava_run = "9";

class GpxHandler final : public XmlHandler {
public:
    void open(std::string_view name, std::string_view parent, const XmlAttributes& attributes,
              std::uint32_t line) override {
        if (name == "gpx" && parent.empty()) {
            version_ = attributes.find("version").value_or("");
            creator_ = attributes.find("creator").value_or("");
        } else if (name == "trk") {
            close_track();
            activities_.begin(line);
            within_ = true;
            timed_ = false;
        } else if (name == "trkseg") {
            paused_ = within_ && !activities_.now().points.empty();
        } else if (name == "trkpt" && within_) {
            point_ = TrackPoint();
            time_.reset();
            in_point_ = true;
            const auto latitude = attributes.find("lat");
            const auto longitude = attributes.find("lon");
            const auto latitude_deg = latitude ? xml_number(*latitude) : std::nullopt;
            const auto longitude_deg = longitude ? xml_number(*longitude) : std::nullopt;
            if (latitude_deg && longitude_deg) {
                point_.position = position_of_degrees(*latitude_deg, *longitude_deg);
            }
        } else if (name == "rte") {
            routes_ = true;
        }
    }

    void close(std::string_view name, std::string_view parent, std::string_view text) override {
        if (!within_) {
            return;
        }
        if (name == "trk") {
            close_track();
        } else if (name == "trkpt") {
            close_point();
        } else if (in_point_) {
            close_in_point(name, parent, text);
        } else if (parent == "trk" && name == "name") {
            activities_.now().title = text;
        } else if (parent == "trk" && name == "type" && !text.empty()) {
            activities_.name_sport(text == strava_run ? "run" : text);
        }
    }

    XmlActivities& finish() {
        close_track();
        return activities_;
    }

    const std::vector<std::uint32_t>& untimed() const noexcept { return untimed_; }

    bool has_routes() const noexcept { return routes_; }

    const std::string& version() const noexcept { return version_; }

    const std::string& creator() const noexcept { return creator_; }

private:
    void close_in_point(std::string_view name, std::string_view parent, std::string_view text) {
        if (name == "time" && parent == "trkpt") {
            time_ = parse_xml_time(text);
        } else if (name == "speed") {
            if (const auto speed = xml_number(text); speed && *speed >= 0.0) {
                point_.speed_mps = static_cast<float>(*speed);
            }
        } else if (std::find(heart_rate_names.begin(), heart_rate_names.end(), name) !=
                   heart_rate_names.end()) {
            point_.heart_rate_bpm = xml_heart_rate(text);
        }
    }

    void close_point() {
        if (!std::exchange(in_point_, false) || !time_) {
            return;
        }
        timed_ = true;
        activities_.start_at(*time_);
        point_.time_s = time_->since_1970_s;
        point_.after_pause = std::exchange(paused_, false);
        activities_.add_point(point_);
    }

    void close_track() {
        in_point_ = false;
        if (!std::exchange(within_, false)) {
            return;
        }
        if (timed_) {
            mend_clock(activities_.now());
        } else {
            untimed_.push_back(activities_.now().line);
            activities_.forget();
        }
    }

    XmlActivities activities_;
    bool within_ = false;   // a track
    bool in_point_ = false; // of it
    bool timed_ = false;
    bool paused_ = false;
    TrackPoint point_;
    std::optional<XmlTime> time_;
    std::vector<std::uint32_t> untimed_; // lines of tracks
    bool routes_ = false;
    std::string version_;
    std::string creator_;
};

} // namespace

void import_gpx(ByteSource& bytes, const ImportOptions& options, PackedLog& log) {
    GpxHandler handler;
    const std::optional<XmlProblem> problem = read_xml(bytes, handler);
    XmlActivities& activities = handler.finish();
    if (!activities.any() && handler.untimed().empty()) {
        std::string text = handler.has_routes() ? "is a GPX route, not a recorded track"
                                                : "is a GPX file without a track";
        if (problem) {
            text += fmt::format("; line {}: {}", problem->line, problem->text);
        }
        throw InputError(
            Diagnostic{Severity::error, {bytes.name(), 0, 0, {}}, "unknown_kind", text, {}});
    }
    FileReport report;
    report.path = bytes.name();
    report.format = "gpx";
    report.dialect = handler.version().empty() ? "GPX track" : "GPX track, " + handler.version();
    report.signature = "root element 'gpx'";
    if (!handler.creator().empty()) {
        report.signature += ", creator " + quoted(handler.creator());
    }
    DiagnosticSink sink(bytes.name(), log.diagnostics, options.strict);
    for (const std::uint32_t line : handler.untimed()) {
        sink.add(Severity::note, line, 0, {}, "no_session",
                 "a track without times was drawn, not recorded: no session");
    }
    activities.count_others(handler.untimed().size());
    finish_xml(activities, problem, std::move(report), options, sink, log);
}

} // namespace plimsoll::ingest
