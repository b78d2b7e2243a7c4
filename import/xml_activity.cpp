// Sessions from XML documents.
// SPDX-License-Identifier: Apache-2.0
#include "import/xml_activity.hpp"

#include "import/number.hpp"
#include "import/sport_label.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t most_unknown_labels = 20; // policy
constexpr double highest_xml_bpm = 250.0;       // policy

} // namespace

std::optional<double> xml_number(std::string_view text) {
    return parse_number(text, NumberStyle::plain);
}

std::optional<std::uint8_t> xml_heart_rate(std::string_view text) {
    const std::optional<double> rate = xml_number(text);
    if (!rate || !(*rate >= 1.0) || *rate > highest_xml_bpm) {
        return std::nullopt;
    }
    return static_cast<std::uint8_t>(std::lround(*rate));
}

void XmlActivities::begin(std::uint32_t line) {
    if (file_.recordings.size() >= most_recordings) { // the last one is used over and over
        ++dropped_;
        forget();
    }
    file_.recordings.emplace_back();
    now().line = line;
    label_.clear();
}

void XmlActivities::forget() {
    file_.points -= now().points.size();
    file_.recordings.pop_back();
    if (const auto counted = unknown_.find(label_); counted != unknown_.end()) {
        if (--counted->second == 0) {
            unknown_.erase(counted);
        }
    }
}

void XmlActivities::start_at(const XmlTime& time) {
    Recording& recording = now();
    if (!recording.start_s) {
        recording.start_s = time.since_1970_s;
        recording.start_is_local = time.is_local;
        recording.utc_offset_s = time.utc_offset_s;
    }
}

void XmlActivities::name_sport(std::string_view label) {
    const std::optional<Sport> sport = sport_of_label(label);
    now().sport = sport.value_or(Sport::other);
    if (!sport) {
        const std::string word(label);
        now().title = now().title.empty() ? word : now().title;
        if (unknown_.size() < most_unknown_labels || unknown_.contains(word)) {
            ++unknown_[word];
            label_ = word;
        }
    }
}

void finish_xml(XmlActivities& activities, const std::optional<XmlProblem>& problem,
                FileReport report, const ImportOptions& options, DiagnosticSink& sink,
                PackedLog& log) {
    if (problem) {
        sink.add(
            Severity::warning, problem->line, 0, {}, "bad_xml",
            fmt::format("the document breaks off: {}; what came before was read", problem->text));
    }
    for (const auto& [label, count] : activities.unknown_sports()) {
        sink.add(Severity::note, 0, 0, {}, "unknown_sport",
                 fmt::format("the sport {} is not known; {} so named {} as 'other'", quoted(label),
                             count == 1 ? "1 session" : fmt::format("{} sessions", count),
                             count == 1 ? "counts" : "count"));
    }
    if (activities.dropped() > 0) {
        sink.add(Severity::warning, 0, 0, {}, "too_many_sessions",
                 fmt::format("has more than {} sessions; {} were left out", most_recordings,
                             activities.dropped()));
    }
    RecordedFile file = activities.take();
    report.counts = file.report.counts;
    report.encoding = "XML";
    report.date_order = "YYYY-MM-DDTHH:MM:SS";
    file.report = std::move(report);
    add_recordings(std::move(file), options, sink, log);
    sink.finish();
}

} // namespace plimsoll::ingest
