// FIT parts to a training log.
// SPDX-License-Identifier: Apache-2.0
#include "import/fit_import.hpp"

#include "import/diagnostic_sink.hpp"
#include "import/fit_part.hpp"
#include "import/fit_reader.hpp"
#include "import/fit_sport.hpp"
#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

// The parts of one file, one after the other.
class FitFile {
public:
    FitFile(ByteSource& bytes, const ImportOptions& options, PackedLog& log)
        : path_(bytes.name()),
          options_(options),
          log_(log),
          reader_(bytes) {}

    void import() {
        FitPart part(most_track_points);
        for (auto event = reader_.next(); event != FitReader::Event::end; event = reader_.next()) {
            if (event == FitReader::Event::message) {
                part.add(reader_.message());
            } else {
                close(part);
                part = FitPart(most_track_points - file_.points);
            }
        }
        if (activities_ == 0) {
            refuse();
        }
        DiagnosticSink sink(path_, log_.diagnostics, options_.strict);
        tell_problems(sink);
        describe();
        add_recordings(std::move(file_), options_, sink, log_);
        sink.finish();
    }

private:
    // A part is an activity if it says so; and if it says nothing, where it has sessions or
    // records.
    void close(FitPart& part) {
        const bool is_activity = part.file_type().value_or(fit_activity_file) == fit_activity_file;
        if (!is_activity || !part.has_activity()) {
            ++others_;
            if (part.file_type()) {
                const std::string_view kind = file_kind_of_fit(*part.file_type());
                other_kind_ =
                    kind.empty() ? fmt::format("type {}", *part.file_type()) : std::string(kind);
            }
            return;
        }
        ++activities_;
        if (const auto number = part.manufacturer(); number && maker_.empty()) {
            maker_ = manufacturer_of_fit(*number);
        }
        file_.points += part.records();
        file_.points_dropped += part.records_dropped();
        sessions_dropped_ += part.sessions_dropped();
        std::vector<Recording> recordings = part.recordings(path_);
        dated_by_name_ = dated_by_name_ || part.dated_by_name();
        for (const auto& [code, count] : part.unknown_sports()) {
            unknown_sports_[code] += count;
        }
        for (Recording& recording : recordings) {
            if (file_.recordings.size() >= most_recordings) {
                ++sessions_dropped_;
                continue;
            }
            recording.line = static_cast<std::uint32_t>(file_.recordings.size() + 1);
            file_.recordings.push_back(std::move(recording));
        }
    }

    [[noreturn]] void refuse() const {
        std::string text =
            other_kind_ == "an activity"
                ? "is a FIT activity without a session, a lap or a record with a time"
                : fmt::format("is a FIT file of {}, not of an activity",
                              other_kind_.empty() ? "no kind that is known" : other_kind_);
        for (const FitProblem& problem : reader_.problems()) {
            text += fmt::format("; byte {}: {}", problem.offset, problem.text);
            break; // the first is the cause of the others
        }
        throw InputError(
            Diagnostic{Severity::error, {path_, 0, 0, {}}, "unknown_kind", std::move(text), {}});
    }

    void tell_problems(DiagnosticSink& sink) const {
        for (const FitProblem& problem : reader_.problems()) {
            sink.add(Severity::warning, 0, 0, {}, problem.code,
                     fmt::format("byte {}: {}", problem.offset, problem.text));
        }
        if (sessions_dropped_ > 0) {
            sink.add(Severity::warning, 0, 0, {}, "too_many_sessions",
                     fmt::format("has more than {} sessions; {} were left out", most_recordings,
                                 sessions_dropped_));
        }
        if (dated_by_name_) {
            sink.add(Severity::warning, 0, 0, {}, "dated_by_name",
                     "its times count from the start of the device; the date is that of its name");
        }
        for (const auto& [code, count] : unknown_sports_) {
            sink.add(Severity::note, 0, 0, {}, "unknown_sport",
                     fmt::format("the sport code {} is not known; {} so marked {} as 'other'", code,
                                 count == 1 ? "1 session" : fmt::format("{} sessions", count),
                                 count == 1 ? "counts" : "count"));
        }
    }

    void describe() {
        FileReport& report = file_.report;
        report.path = path_;
        report.format = "fit";
        report.dialect = maker_.empty() ? "FIT activity" : "FIT activity, " + maker_;
        report.signature = "'.FIT' at byte 8";
        if (reader_.part() > 1) {
            report.signature += fmt::format(", {} parts", reader_.part());
        }
        const bool both = reader_.saw_big_endian() && reader_.saw_little_endian();
        report.encoding = both                       ? "binary, big and little endian"
                          : reader_.saw_big_endian() ? "binary, big-endian"
                                                     : "binary, little-endian";
        report.date_order = "seconds since 1989-12-31";
        if (others_ > 0) {
            report.unread_columns =
                fmt::format("{} that {} no activity",
                            others_ == 1 ? "1 part" : fmt::format("{} parts", others_),
                            others_ == 1 ? "is" : "are");
        }
    }

    std::string path_;
    const ImportOptions& options_;
    PackedLog& log_;
    FitReader reader_;
    RecordedFile file_;
    std::size_t activities_ = 0;
    std::size_t others_ = 0;
    std::string other_kind_;
    std::string maker_;
    std::size_t sessions_dropped_ = 0;
    bool dated_by_name_ = false;
    std::map<std::uint32_t, std::size_t> unknown_sports_;
};

} // namespace

void import_fit(ByteSource& bytes, const ImportOptions& options, PackedLog& log) {
    FitFile(bytes, options, log).import();
}

} // namespace plimsoll::ingest
