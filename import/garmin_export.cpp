// Activities out of a stream of JSON.
// SPDX-License-Identifier: Apache-2.0
#include "import/garmin_export.hpp"

#include "import/recording.hpp"
#include "import/sport_label.hpp"
#include "model/error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::string_view list_name = "summarizedActivitiesExport";
constexpr std::size_t most_activities = 50'000; // policy: as of Apple Health

// The bytes of a source, one by one, as an input iterator.
class JsonBytes {
public:
    explicit JsonBytes(ByteSource& bytes) : bytes_(bytes), chunk_(std::size_t{1} << 16U) { fill(); }

    bool at_end() const noexcept { return at_ == size_; }

    char now() const noexcept { return chunk_[at_]; }

    void next() {
        if (++at_ == size_) {
            fill();
        }
    }

private:
    void fill() {
        at_ = 0;
        size_ = seen_ < most_json_bytes ? bytes_.read(chunk_) : 0;
        seen_ += size_;
    }

    ByteSource& bytes_;
    std::vector<char> chunk_;
    std::size_t at_ = 0;
    std::size_t size_ = 0;
    std::size_t seen_ = 0;
};

class JsonByteIterator {
public:
    // NOLINTBEGIN(readability-identifier-naming): the standard's names
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;
    // NOLINTEND(readability-identifier-naming)

    JsonByteIterator() = default;

    explicit JsonByteIterator(JsonBytes& bytes) : bytes_(&bytes) {}

    char operator*() const noexcept { return bytes_->now(); }

    JsonByteIterator& operator++() {
        bytes_->next();
        return *this;
    }

    void operator++(int) { bytes_->next(); }

    friend bool operator==(const JsonByteIterator& a, const JsonByteIterator& b) noexcept {
        const bool a_ends = a.bytes_ == nullptr || a.bytes_->at_end();
        const bool b_ends = b.bytes_ == nullptr || b.bytes_->at_end();
        return a_ends == b_ends;
    }

private:
    JsonBytes* bytes_ = nullptr;
};

// Turns the objects of the list into recordings; whatever else there is, and whatever lies deeper
// in them, is passed over.
class ActivityHandler final : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return true; }

    bool boolean(bool /*value*/) override { return true; }

    bool number_integer(number_integer_t value) override {
        return put_number(static_cast<double>(value));
    }

    bool number_unsigned(number_unsigned_t value) override {
        return put_number(static_cast<double>(value));
    }

    bool number_float(number_float_t value, const string_t& /*text*/) override {
        return put_number(value);
    }

    bool string(string_t& value) override {
        if (depth_ == activity_depth_) {
            put_text(value);
        }
        return true;
    }

    bool binary(binary_t& /*value*/) override { return true; }

    bool start_object(std::size_t /*elements*/) override {
        ++depth_;
        if (list_depth_ != 0 && depth_ == list_depth_ + 1) {
            begin();
        }
        return true;
    }

    bool key(string_t& value) override {
        key_ = value;
        return true;
    }

    bool end_object() override {
        if (depth_ == activity_depth_) {
            end();
        }
        --depth_;
        return true;
    }

    bool start_array(std::size_t /*elements*/) override {
        ++depth_;
        if (list_depth_ == 0 && key_ == list_name) {
            list_depth_ = depth_;
        }
        return true;
    }

    bool end_array() override {
        if (depth_ == list_depth_) {
            list_depth_ = 0;
            key_.clear();
        }
        --depth_;
        return true;
    }

    bool parse_error(std::size_t position, const std::string& /*token*/,
                     const nlohmann::detail::exception& /*error*/) override {
        broken_at_ = position;
        if (activity_depth_ != 0) {
            file_.recordings.pop_back(); // it was not read to its end
            families_.pop_back();
            activity_depth_ = 0;
        }
        return false;
    }

    RecordedFile& file() noexcept { return file_; }

    // Takes out multisport activities whose legs are in the list, too.
    // @return  how many.
    std::size_t drop_parents() {
        std::set<double> ids;
        std::set<double> of_legs; // the parents that they name
        for (const Family& family : families_) {
            ids.insert(family.id);
            of_legs.insert(family.parent);
        }
        const auto has_legs = [&](const Family& family) {
            const bool named = std::any_of(family.legs.begin(), family.legs.end(),
                                           [&](double leg) { return ids.contains(leg); });
            return family.id > 0.0 && (named || of_legs.contains(family.id));
        };
        std::vector<Recording> kept;
        for (std::size_t i = 0; i < families_.size(); ++i) {
            if (!has_legs(families_[i])) {
                kept.push_back(std::move(file_.recordings[i]));
            }
        }
        const std::size_t dropped = file_.recordings.size() - kept.size();
        file_.recordings = std::move(kept);
        return dropped;
    }

    std::size_t dropped() const noexcept { return dropped_; }

    const std::optional<std::size_t>& broken_at() const noexcept { return broken_at_; }

    const std::map<std::string, std::size_t>& unknown() const noexcept { return unknown_; }

private:
    // Which activity is a leg of which.
    struct Family {
        double id = 0.0;
        double parent = -1.0;
        std::vector<double> legs{};
    };

    Recording& now() { return file_.recordings.back(); }

    void begin() {
        if (file_.recordings.size() == most_activities) {
            ++dropped_;
            return;
        }
        activity_depth_ = depth_;
        label_.clear();
        utc_s_.reset();
        file_.recordings.emplace_back();
        families_.emplace_back();
        now().line = static_cast<std::uint32_t>(file_.recordings.size());
    }

    void end() {
        activity_depth_ = 0;
        if (!now().start_s) {
            now().start_s = utc_s_;
        }
        const std::optional<Sport> sport =
            label_.empty() ? std::optional(Sport::unknown) : sport_of_label(label_);
        now().sport = sport.value_or(Sport::other);
        if (!sport) {
            ++unknown_[label_];
        }
    }

    bool put_number(double value) {
        constexpr std::size_t most_legs = 100;
        if (activity_depth_ != 0 && depth_ == activity_depth_ + 1 && key_ == "childIds" &&
            families_.back().legs.size() < most_legs) {
            families_.back().legs.push_back(value);
        }
        if (depth_ != activity_depth_ || activity_depth_ == 0 || !std::isfinite(value)) {
            return true;
        }
        constexpr double ms = 1000.0;           // a second
        constexpr double cm = 100.0;            // a metre
        constexpr double cm_a_ms_in_mps = 10.0; // of which they are
        Recording& recording = now();
        if (key_ == "activityId") {
            families_.back().id = value;
        } else if (key_ == "parentId") {
            families_.back().parent = value;
        } else if (key_ == "startTimeLocal") {
            recording.start_s = value / ms;
            recording.start_is_local = true;
        } else if (key_ == "beginTimestamp") {
            utc_s_ = value / ms;
        } else if (key_ == "duration") {
            recording.duration_s = value / ms;
        } else if (key_ == "elapsedDuration") {
            recording.elapsed_s = value / ms;
        } else if (key_ == "distance") {
            recording.distance_m = value / cm;
        } else if (key_ == "elevationGain") {
            recording.ascent_m = value / cm;
        } else if (key_ == "maxSpeed") {
            recording.max_speed_mps = value * cm_a_ms_in_mps;
        } else if (key_ == "avgHr") {
            recording.avg_hr_bpm = value;
        } else if (key_ == "maxHr") {
            recording.max_hr_bpm = value;
        } else if (key_ == "activityTrainingLoad") {
            recording.vendor_load_au = value;
        }
        return true;
    }

    void put_text(const std::string& value) {
        constexpr std::size_t longest = 1000;
        if (key_ == "name") {
            now().title = value.substr(0, longest);
        } else if (key_ == "activityType") {
            label_ = value.substr(0, longest);
        }
    }

    RecordedFile file_;
    std::vector<Family> families_; // of the recordings, one each
    std::string key_;
    std::string label_; // of the present activity
    std::optional<double> utc_s_;
    std::size_t depth_ = 0;
    std::size_t list_depth_ = 0;     // 0: outside the list
    std::size_t activity_depth_ = 0; // 0: outside an activity
    std::size_t dropped_ = 0;
    std::optional<std::size_t> broken_at_;
    std::map<std::string, std::size_t> unknown_;
};

} // namespace

bool is_garmin_export(std::string_view start) {
    const std::size_t first = start.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string_view::npos && (start[first] == '[' || start[first] == '{') &&
           start.find(list_name) != std::string_view::npos;
}

void import_garmin_export(ByteSource& bytes, const ImportOptions& options, PackedLog& log) {
    ActivityHandler handler;
    JsonBytes source(bytes);
    nlohmann::json::sax_parse(JsonByteIterator(source), JsonByteIterator(), &handler);
    RecordedFile& file = handler.file();
    const std::string broken =
        handler.broken_at()
            ? fmt::format("byte {}: is no JSON, or breaks off", *handler.broken_at())
            : std::string();
    if (file.recordings.empty()) {
        throw InputError(Diagnostic{Severity::error,
                                    {bytes.name(), 0, 0, {}},
                                    "unknown_kind",
                                    "is a Garmin list of activities without an activity" +
                                        (broken.empty() ? "" : "; " + broken),
                                    {}});
    }
    const std::size_t parents = handler.drop_parents();
    file.report.counts.rows = parents;
    file.report.counts.other = parents;
    DiagnosticSink sink(bytes.name(), log.diagnostics, options.strict);
    file.report.path = bytes.name();
    file.report.format = "garmin_export_json";
    file.report.dialect = "Garmin export of all data, list of activities";
    file.report.signature = "key 'summarizedActivitiesExport'";
    file.report.encoding = "UTF-8";
    file.report.date_order = "milliseconds since 1970";
    file.report.unread_columns = "laps, splits, cadence, power, zones and more";
    add_recordings(std::move(file), options, sink, log);
    for (const auto& [label, sessions] : handler.unknown()) {
        sink.add(Severity::note, 0, 0, {}, "unknown_sport",
                 fmt::format("the sport {} is not known; {} so named {} as 'other'", quoted(label),
                             sessions == 1 ? "1 session" : fmt::format("{} sessions", sessions),
                             sessions == 1 ? "counts" : "count"));
    }
    if (parents > 0) {
        sink.add(Severity::note, 0, 0, {}, "legs",
                 parents == 1
                     ? std::string("1 multisport activity counts by its legs")
                     : fmt::format("{} multisport activities count by their legs", parents));
    }
    if (handler.dropped() > 0) {
        sink.add(Severity::warning, 0, 0, {}, "too_many_sessions",
                 fmt::format("has more than {} activities; {} were left out", most_activities,
                             handler.dropped()));
    }
    if (!broken.empty()) {
        sink.add(Severity::warning, 0, 0, {}, "broken_off", broken + "; what came before was read");
    }
    sink.finish();
}

} // namespace plimsoll::ingest
