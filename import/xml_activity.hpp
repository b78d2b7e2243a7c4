// What the readers of TCX and GPX share.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_XML_ACTIVITY_HPP
#define PLIMSOLL_IMPORT_XML_ACTIVITY_HPP

#include "import/diagnostic_sink.hpp"
#include "import/recording.hpp"
#include "import/xml_reader.hpp"
#include "import/xml_time.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll::ingest {

/// The number that the whole of @p text is; as machines write numbers.
std::optional<double> xml_number(std::string_view text);

/// A heart rate of 1 to 250, rounded; nothing else.
std::optional<std::uint8_t> xml_heart_rate(std::string_view text);

/// The sessions of one document as they come up.
class XmlActivities {
public:
    /// Begins a session. @param line  of its element.
    void begin(std::uint32_t line);

    /// Takes the present session back.
    void forget();

    /// Counts rows that are no sessions.
    void count_others(std::size_t count) noexcept {
        file_.report.counts.rows += count;
        file_.report.counts.other += count;
    }

    /// The present session; the last one, once it is over.
    Recording& now() { return file_.recordings.back(); }

    bool any() const noexcept { return !file_.recordings.empty(); }

    /// Gives the present session its start, unless it has one, and its zone.
    void start_at(const XmlTime& time);
    /// The words that a file has for the sport of the present session.
    void name_sport(std::string_view label);

    void add_point(const TrackPoint& point) { file_.add_point(now(), point); }

    RecordedFile take() { return std::move(file_); }

    std::size_t dropped() const noexcept { return dropped_; }

    /// Labels that nobody knows, with the sessions that carry them.
    const std::map<std::string, std::size_t>& unknown_sports() const noexcept { return unknown_; }

private:
    RecordedFile file_;
    std::size_t dropped_ = 0;
    std::map<std::string, std::size_t> unknown_;
    std::string label_; // of the present session, if it is unknown
};

/// Tells what @p problem and the sessions of a document were like, then makes sessions of them.
/// @param report  format, dialect and signature; the rest is filled in.
void finish_xml(XmlActivities& activities, const std::optional<XmlProblem>& problem,
                FileReport report, const ImportOptions& options, DiagnosticSink& sink,
                PackedLog& log);

} // namespace plimsoll::ingest

#endif
