// Workouts out of a document that is mostly other things.
// SPDX-License-Identifier: Apache-2.0
#include "import/apple_health.hpp"

#include "import/clock.hpp"
#include "import/number.hpp"
#include "import/recording.hpp"
#include "import/sport_label.hpp"
#include "import/xml_reader.hpp"
#include "import/xml_time.hpp"
#include "model/error.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::size_t most_workouts = 50'000; // policy: ten a day for fourteen years

struct HealthUnit {
    std::string_view name;
    double factor; // to metres or seconds
};

constexpr std::array health_units{
    HealthUnit{"km", units::metres_per_kilometre},
    HealthUnit{"mi", units::metres_per_mile},
    HealthUnit{"yd", units::metres_per_yard},
    HealthUnit{"ft", units::metres_per_foot},
    HealthUnit{"cm", 0.01},
    HealthUnit{"m", 1.0},
    HealthUnit{"min", units::seconds_per_minute},
    HealthUnit{"hr", units::seconds_per_hour},
    HealthUnit{"s", 1.0},
};

std::optional<double> in_base_units(std::optional<std::string_view> value,
                                    std::optional<std::string_view> unit) {
    const std::optional<double> number =
        value ? parse_number(*value, NumberStyle::plain) : std::nullopt;
    for (const HealthUnit& known : health_units) {
        if (number && unit == known.name) {
            return *number * known.factor;
        }
    }
    return std::nullopt;
}

// 2019-05-14 18:52:09 -0400
std::optional<XmlTime> health_time(std::optional<std::string_view> text) {
    std::string joined(text.value_or(""));
    if (const std::size_t blank = joined.rfind(' '); blank != std::string::npos && blank > 10) {
        joined.erase(blank, 1);
    }
    return parse_xml_time(joined);
}

// "HKWorkoutActivityTypeTraditionalStrengthTraining" is "Traditional Strength Training".
std::string words_of(std::string_view type) {
    constexpr std::string_view prefix = "HKWorkoutActivityType";
    if (type.starts_with(prefix)) {
        type.remove_prefix(prefix.size());
    }
    std::string words;
    for (const char c : type) {
        if (c >= 'A' && c <= 'Z' && !words.empty()) {
            words += ' ';
        }
        words += c;
    }
    return words;
}

// HKQuantityTypeIdentifierDistance...
struct WayOfApple {
    std::string_view name;
    Sport sport;
};

constexpr std::array ways{
    WayOfApple{"WalkingRunning", Sport::run},     WayOfApple{"Cycling", Sport::ride},
    WayOfApple{"Swimming", Sport::swim},          WayOfApple{"Rowing", Sport::row},
    WayOfApple{"DownhillSnowSports", Sport::ski}, WayOfApple{"CrossCountrySkiing", Sport::ski},
};

bool goes_on_foot(Sport sport) noexcept {
    return is_on_foot(sport) || sport == Sport::walk || sport == Sport::hike;
}

class HealthHandler final : public XmlHandler {
public:
    void open(std::string_view name, std::string_view parent, const XmlAttributes& attributes,
              std::uint32_t line) override {
        if (name == "Workout") {
            begin(attributes, line);
        } else if (!within_) {
            return;
        } else if (name == "WorkoutActivity") {
            legs_.push_back({recording_of(attributes, line), 0});
            take_sport(attributes, legs_.back().recording);
        } else if (name == "WorkoutStatistics" && parent == "Workout") {
            take_statistics(attributes, whole_);
        } else if (name == "WorkoutStatistics" && parent == "WorkoutActivity" && !legs_.empty()) {
            take_statistics(attributes, legs_.back());
        } else if (name == "MetadataEntry" && parent == "Workout") {
            take_metadata(attributes);
        } else if (name == "FileReference") {
            if (const auto path = attributes.find("path")) {
                routes_.emplace_back(line_, std::string(*path));
            }
        }
    }

    void close(std::string_view name, std::string_view /*parent*/,
               std::string_view /*text*/) override {
        if (name == "Workout") {
            finish();
        }
    }

    // A document may break off within a workout.
    void finish() {
        if (std::exchange(within_, false)) {
            put_workout();
        }
    }

    RecordedFile& file() noexcept { return file_; }

    std::size_t dropped() const noexcept { return dropped_; }

    const std::map<std::string, std::size_t>& unknown() const noexcept { return unknown_; }

    const std::vector<std::pair<std::uint32_t, std::string>>& routes() const noexcept {
        return routes_;
    }

private:
    // What is told so far of a workout or one of its legs.
    struct Told {
        Recording recording;
        int distance_rank = 0; // the higher the better the distance
    };

    Recording& now() { return whole_.recording; }

    static Recording recording_of(const XmlAttributes& attributes, std::uint32_t line) {
        Recording recording;
        recording.line = line;
        const auto start = health_time(attributes.find("startDate"));
        const auto end = health_time(attributes.find("endDate"));
        if (start) {
            recording.start_s = start->since_1970_s;
            recording.utc_offset_s = start->utc_offset_s;
            recording.start_is_local = start->is_local;
        }
        if (start && end && end->since_1970_s > start->since_1970_s) {
            recording.elapsed_s = end->since_1970_s - start->since_1970_s;
        }
        recording.duration_s = in_base_units(attributes.find("duration"),
                                             attributes.find("durationUnit").value_or("min"));
        if (!recording.duration_s) { // an app left it out, or wrote it in its own language
            recording.duration_s = recording.elapsed_s;
        }
        recording.distance_m =
            in_base_units(attributes.find("totalDistance"), attributes.find("totalDistanceUnit"));
        return recording;
    }

    void take_sport(const XmlAttributes& attributes, Recording& recording) {
        const auto type = attributes.find("workoutActivityType");
        if (!type) {
            return;
        }
        const std::string label = words_of(*type);
        const std::optional<Sport> sport = sport_of_label(label);
        recording.sport = sport.value_or(Sport::other);
        if (!sport) {
            recording.title = label;
            ++unknown_[label];
        }
    }

    void begin(const XmlAttributes& attributes, std::uint32_t line) {
        if (file_.recordings.size() >= most_workouts) {
            ++dropped_;
            within_ = false;
            return;
        }
        within_ = true;
        line_ = line;
        legs_.clear();
        whole_ = {recording_of(attributes, line), 0};
        take_sport(attributes, now());
    }

    // Legs of several sports are a session each; of one sport they are its parts.
    void put_workout() {
        const auto told = [](const Told& leg) {
            return leg.recording.sport != Sport::unknown && leg.recording.sport != Sport::other;
        };
        const auto first = std::find_if(legs_.begin(), legs_.end(), told);
        const bool several = std::any_of(first, legs_.end(), [&](const Told& leg) {
            return told(leg) && leg.recording.sport != first->recording.sport;
        });
        if (!several) {
            file_.recordings.push_back(std::move(now()));
            return;
        }
        for (Told& leg : legs_) {
            file_.recordings.push_back(std::move(leg.recording));
        }
    }

    // A watch counts the steps of a rider, too: the way of the sport comes first, else the longest.
    static void take_distance(const XmlAttributes& attributes, std::string_view way, Told& told) {
        const auto* const known =
            std::find_if(ways.begin(), ways.end(),
                         [&](const WayOfApple& known_way) { return known_way.name == way; });
        const auto sum = in_base_units(attributes.find("sum"), attributes.find("unit"));
        if (!sum) {
            return;
        }
        Recording& recording = told.recording;
        if (known != ways.end() && recording.sport == Sport::unknown) {
            recording.sport = known->sport; // of a leg that names none
        }
        const bool of_sport =
            known != ways.end() && (recording.sport == known->sport ||
                                    (known->sport == Sport::run && goes_on_foot(recording.sport)));
        const int rank = of_sport ? 2 : 1;
        if (rank > told.distance_rank ||
            (rank == told.distance_rank && *sum > recording.distance_m.value_or(0.0))) {
            recording.distance_m = sum;
            told.distance_rank = rank;
        }
    }

    static void take_statistics(const XmlAttributes& attributes, Told& told) {
        constexpr std::string_view distance = "IdentifierDistance";
        const std::string_view type = attributes.find("type").value_or("");
        if (const std::size_t at = type.find(distance); at != std::string_view::npos) {
            take_distance(attributes, type.substr(at + distance.size()), told);
        } else if (type.ends_with("IdentifierHeartRate")) {
            const auto bpm = [&](std::string_view name) {
                const auto text = attributes.find(name);
                return text ? parse_number(*text, NumberStyle::plain) : std::nullopt;
            };
            told.recording.avg_hr_bpm = bpm("average");
            told.recording.max_hr_bpm = bpm("maximum");
        }
    }

    void take_metadata(const XmlAttributes& attributes) {
        const std::string_view key = attributes.find("key").value_or("");
        const std::string_view value = attributes.find("value").value_or("");
        if (key == "HKElevationAscended") {
            const std::size_t blank = value.find(' '); // "1234 cm"
            if (blank != std::string_view::npos) {
                now().ascent_m = in_base_units(value.substr(0, blank), value.substr(blank + 1));
            }
        } else if (key == "HKIndoorWorkout" && value == "1" && now().sport == Sport::run) {
            now().sport = Sport::treadmill_run;
        }
    }

    RecordedFile file_;
    Told whole_;
    std::vector<Told> legs_;
    bool within_ = false;
    std::uint32_t line_ = 0;
    std::size_t dropped_ = 0;
    std::map<std::string, std::size_t> unknown_;
    std::vector<std::pair<std::uint32_t, std::string>> routes_;
};

std::string folder_around(const std::string& path) {
    return path.substr(0, path.rfind('/') + 1); // npos + 1 is 0
}

} // namespace

void import_apple_health(ByteSource& bytes, const ImportOptions& options, PackedLog& log,
                         std::vector<NamedFile>& named) {
    HealthHandler handler;
    const std::optional<XmlProblem> problem = read_xml(bytes, handler);
    handler.finish();
    RecordedFile& file = handler.file();
    if (file.recordings.empty()) {
        std::string text = "is an Apple Health export without a workout";
        if (problem) {
            text += fmt::format("; line {}: {}", problem->line, problem->text);
        }
        throw InputError(
            Diagnostic{Severity::error, {bytes.name(), 0, 0, {}}, "unknown_kind", text, {}});
    }
    DiagnosticSink sink(bytes.name(), log.diagnostics, options.strict);
    const bool alone = file.recordings.size() == 1; // then the file is the session
    const auto number = static_cast<std::uint32_t>(log.files.size());
    for (const auto& [line, path] : handler.routes()) {
        const std::size_t first = path.find_first_not_of('/');
        if (first != std::string::npos) {
            named.push_back({{number, alone ? 0 : line},
                             folder_around(bytes.name()) + path.substr(first),
                             false});
        }
    }
    file.report.path = bytes.name();
    file.report.format = "apple_health";
    file.report.dialect = "Apple Health export";
    file.report.signature = "root element 'HealthData'";
    file.report.encoding = "UTF-8";
    file.report.date_order = describe(DateShape::iso);
    file.report.unread_columns = "records that are no workouts";
    add_recordings(std::move(file), options, sink, log);
    for (const auto& [label, sessions] : handler.unknown()) {
        sink.add(Severity::note, 0, 0, {}, "unknown_sport",
                 fmt::format("the sport '{}' is not known; {} so named {} as 'other'", label,
                             sessions == 1 ? "1 session" : fmt::format("{} sessions", sessions),
                             sessions == 1 ? "counts" : "count"));
    }
    if (handler.dropped() > 0) {
        sink.add(Severity::warning, 0, 0, {}, "too_many_sessions",
                 fmt::format("has more than {} workouts; {} were left out", most_workouts,
                             handler.dropped()));
    }
    if (problem) {
        sink.add(Severity::warning, problem->line, 0, {}, "broken_off",
                 problem->text + "; what came before was read");
    }
    sink.finish();
}

} // namespace plimsoll::ingest
