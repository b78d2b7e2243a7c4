// Sections to recordings.
// SPDX-License-Identifier: Apache-2.0
#include "import/epson_csv.hpp"

#include "import/clock.hpp"
#include "import/fccp.hpp"
#include "import/number.hpp"
#include "import/recording.hpp"
#include "import/text_source.hpp"
#include "model/error.hpp"
#include "model/units.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr double highest_beat = 250.0;
constexpr double usual_interval_s = 1.0;

std::optional<double> number_in(std::string_view cell) {
    return parse_number(cell, NumberStyle::plain);
}

std::optional<double> since_1970(std::string_view day, std::string_view clock) {
    constexpr double day_s = 86400.0;
    std::string iso(day); // 2014/12/19
    std::replace(iso.begin(), iso.end(), '/', '-');
    const auto moment = parse_moment(iso, DateShape::iso);
    const auto second = parse_time_of_day(clock);
    return moment && second ? std::optional(day_s * moment->time.day.days_since_1970() + *second)
                            : std::nullopt;
}

class EpsonReader {
public:
    explicit EpsonReader(RecordedFile& file) : file_(file) {}

    void take(std::uint32_t line, const std::vector<std::string_view>& cells) {
        const std::string_view first = cells.front();
        if (first.starts_with('[')) {
            if (first == "[TrainingResult]") {
                begin(line);
            }
            section_ = first;
            names_.clear();
            return;
        }
        if (!within_) {
            return;
        }
        if (section_ == "[GraphData]") {
            take_graph(cells);
        } else if (first == "TrainingName") {
            now().title = cells.size() > 1 ? cells[1] : std::string_view();
        } else if (section_ == "[TrainingResult]" || section_ == "[TrainingData]") {
            take_table(cells);
        }
    }

    void end() {
        if (!std::exchange(within_, false)) {
            return;
        }
        put_sums();
        put_points();
    }

    std::size_t dropped() const noexcept { return dropped_; }

private:
    Recording& now() { return file_.recordings.back(); }

    void begin(std::uint32_t line) {
        end();
        if (file_.recordings.size() == most_recordings) {
            ++dropped_;
            return;
        }
        within_ = true;
        values_.clear();
        speeds_.clear();
        beats_.clear();
        interval_s_ = usual_interval_s;
        beat_interval_s_ = usual_interval_s;
        file_.recordings.emplace_back();
        now().line = line;
        now().sport = Sport::run;
    }

    // A line of names, a line of values below.
    void take_table(const std::vector<std::string_view>& cells) {
        if (cells.front() == "TrainingKindId" || cells.front() == "LapCount") {
            names_.assign(cells.begin(), cells.end());
            return;
        }
        for (std::size_t i = 0; i < std::min(cells.size(), names_.size()); ++i) {
            values_.emplace_back(names_[i], cells[i]);
        }
        names_.clear();
    }

    std::string_view value(std::string_view name) const {
        const auto at = std::find_if(values_.begin(), values_.end(),
                                     [&](const auto& pair) { return pair.first == name; });
        return at == values_.end() ? std::string_view() : std::string_view(at->second);
    }

    void put_sums() {
        Recording& recording = now();
        recording.start_s = since_1970(value("StartDay"), value("StartTime"));
        recording.start_is_local = true;
        const auto end_s = since_1970(value("EndDay"), value("EndTime"));
        if (recording.start_s && end_s && *end_s > *recording.start_s) {
            recording.elapsed_s = *end_s - *recording.start_s;
        }
        if (const auto seconds = number_in(value("TrainingTime"))) {
            recording.duration_s =
                *seconds + number_in(value("TrainingTimeCentisecond")).value_or(0.0) / 100.0;
        }
        recording.distance_m = number_in(value("Distance"));
        recording.avg_hr_bpm = number_in(value("PulseAve"));
        recording.max_hr_bpm = number_in(value("MaxHeartRate"));
        recording.ascent_m = number_in(value("TotalAscentAltitude"));
    }

    void take_graph(const std::vector<std::string_view>& cells) {
        const std::string_view name = cells.front();
        if (name == "LogInterval" || name == "HrInterval") {
            constexpr double longest_s = 60.0;
            const auto seconds = number_in(cells.size() > 1 ? cells[1] : "");
            if (seconds && *seconds > 0.0 && *seconds <= longest_s) {
                (name == "LogInterval" ? interval_s_ : beat_interval_s_) = *seconds;
            }
        } else if (name == "GraphSpeed") {
            put_series(cells, speeds_);
        } else if (name == "HeartRate" || name == "GraphHeartRate") {
            put_series(cells, beats_);
        }
    }

    static void put_series(const std::vector<std::string_view>& cells,
                           std::vector<std::optional<double>>& series) {
        series.clear();
        for (std::size_t i = 1; i < std::min(cells.size(), most_track_points); ++i) {
            const auto number = number_in(cells[i]);
            series.push_back(number && *number >= 0.0 ? number : std::nullopt);
        }
    }

    // Speeds are metres an hour.
    void put_points() {
        const std::size_t count = speeds_.empty() ? beats_.size() : speeds_.size();
        const double step_s = speeds_.empty() ? beat_interval_s_ : interval_s_;
        for (std::size_t i = 0; i < count; ++i) {
            TrackPoint point;
            point.time_s = step_s * static_cast<double>(i);
            if (i < speeds_.size() && speeds_[i]) {
                point.speed_mps = static_cast<float>(*speeds_[i] / units::seconds_per_hour);
            }
            const auto beat = static_cast<std::size_t>(point.time_s / beat_interval_s_);
            if (beat < beats_.size() && beats_[beat] && *beats_[beat] >= 1.0 &&
                *beats_[beat] <= highest_beat) {
                point.heart_rate_bpm = static_cast<std::uint8_t>(*beats_[beat]);
            }
            file_.add_point(now(), point);
        }
    }

    RecordedFile& file_;
    std::string section_;
    std::vector<std::string> names_;
    std::vector<std::pair<std::string, std::string>> values_;
    std::vector<std::optional<double>> speeds_;
    std::vector<std::optional<double>> beats_;
    double interval_s_ = usual_interval_s;
    double beat_interval_s_ = usual_interval_s;
    bool within_ = false;
    std::size_t dropped_ = 0;
};

} // namespace

bool is_epson(std::string_view start) {
    return start.starts_with("[[Training]]") || start.starts_with("[[EpsonView]]") ||
           start.starts_with("\xEF\xBB\xBF[[Training]]");
}

void import_epson(ByteSource& bytes, const ImportOptions& options, PackedLog& log) {
    RecordedFile file;
    EpsonReader reader(file);
    DiagnosticSink sink(bytes.name(), log.diagnostics, options.strict);
    TextSource text(bytes, ',');
    Record record;
    std::vector<std::string_view> cells;
    try {
        while (text.next(record)) {
            split_cells(record, ',', cells);
            reader.take(record.line, cells);
        }
    } catch (const InputError& error) {
        sink.add(Severity::error, error.diagnostic().where.line, 0, {}, error.diagnostic().code,
                 error.diagnostic().text + "; nothing behind it was read");
    }
    reader.end();
    if (file.recordings.empty()) {
        throw InputError(Diagnostic{Severity::error,
                                    {bytes.name(), 0, 0, {}},
                                    "unknown_kind",
                                    "is an Epson export without a training",
                                    {}});
    }
    if (reader.dropped() > 0) {
        sink.add(Severity::warning, 0, 0, {}, "too_many_sessions",
                 "has more trainings than are read of one file; the rest was left out");
    }
    file.report.path = bytes.name();
    file.report.format = "epson_csv";
    file.report.dialect = "Epson training";
    file.report.signature = "section '[TrainingResult]'";
    file.report.encoding = text.encoding();
    file.report.date_order = "YYYY/MM/DD";
    file.report.unread_columns = "laps, positions, heights, steps";
    add_recordings(std::move(file), options, sink, log);
    sink.finish();
}

} // namespace plimsoll::ingest
