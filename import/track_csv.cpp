// Rows of a track to points.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_csv.hpp"

#include "import/clock.hpp"
#include "import/name_date.hpp"
#include "import/number.hpp"
#include "import/position.hpp"
#include "import/recording.hpp"
#include "import/table_rows.hpp"
#include "import/text_encoding.hpp"
#include "model/error.hpp"
#include "model/units.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr double day_s = 86400.0;
constexpr double excel_epoch_days = -25569.0; // 30 December 1899, in days since 1970
constexpr double usual_step_s = 0.1;          // where a clock stands still: 10 Hz
constexpr std::size_t rows_for_marks = 500;   // policy: they show the decimal mark and the dates

double since_1970_s(const LocalTime& time, double fraction_s) {
    return day_s * time.day.days_since_1970() + time.second.value_or(0) + fraction_s;
}

// The part of a second behind the last point or comma of "20:51:52.09".
double fraction_of(std::string_view cell) {
    const std::size_t colon = cell.rfind(':');
    if (colon == std::string_view::npos) {
        return 0.0;
    }
    const std::size_t mark = cell.find_first_of(".,", colon);
    if (mark == std::string_view::npos) {
        return 0.0;
    }
    const std::size_t end = cell.find_first_not_of("0123456789", mark + 1);
    const std::string_view digits = cell.substr(mark + 1, end - mark - 1);
    return parse_number("0." + std::string(digits), NumberStyle::plain).value_or(0.0);
}

// "# Speed Units : Kilometers Per Hour" is "speed units" and "Kilometers Per Hour".
struct AboveLine {
    std::string key;
    std::string value;
};

AboveLine above_line(const std::vector<std::string>& cells) {
    std::string text = cells.empty() ? "" : cells[0];
    text.erase(0, text.find_first_not_of("# "));
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) {
        return {};
    }
    std::string value(trimmed(std::string_view(text).substr(colon + 1)));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
    }
    return {folded(text.substr(0, colon)), value};
}

double speed_factor(const std::string& unit) {
    const std::string name = folded(unit);
    if (name.starts_with("kilomet")) {
        return units::metres_per_kilometre / units::seconds_per_hour;
    }
    return name.starts_with("mile") ? units::metres_per_mile / units::seconds_per_hour : 1.0;
}

double distance_factor(const std::string& unit) {
    const std::string name = folded(unit);
    if (name.starts_with("kilomet")) {
        return units::metres_per_kilometre;
    }
    return name.starts_with("mile")   ? units::metres_per_mile
           : name.starts_with("yard") ? units::metres_per_yard
                                      : 1.0;
}

class TrackTable {
public:
    TrackTable(ByteSource& bytes, const TrackLayout& layout) : bytes_(bytes), layout_(layout) {
        recording_.sport = layout.dialect->sport;
        if (layout.dialect->has_preamble) {
            read_preamble();
        }
        infer_marks();
    }

    void read() {
        bytes_.rewind();
        const Passage passage =
            each_row(bytes_, layout_.table, {},
                     [&](const Record& record, const std::vector<std::string_view>& cells) {
                         take(record.line, cells);
                         return true;
                     });
        file_.report.encoding = passage.encoding;
        if (!recording_.start_s) {
            if (const auto named = moment_in_name(bytes_.name())) {
                recording_.start_s = since_1970_s(*named, 0.0);
                recording_.start_is_local = true;
            }
        }
    }

    RecordedFile finish() && {
        file_.recordings.push_back(std::move(recording_));
        return std::move(file_);
    }

    std::size_t rows() const noexcept { return rows_; }

    std::size_t unreadable() const noexcept { return unreadable_; }

    std::uint32_t first_unreadable() const noexcept { return first_unreadable_; }

    bool comma() const noexcept { return numbers_.value == NumberStyle::decimal_comma; }

    const Inferred<DateShape>& dates() const noexcept { return dates_; }

private:
    using Values = std::array<std::optional<double>, track_field_count>;

    void read_preamble() {
        speed_factor_ = units::metres_per_kilometre / units::seconds_per_hour;
        std::string device;
        for (const std::vector<std::string>& cells : layout_.table.preamble) {
            const AboveLine line = above_line(cells);
            if (line.key == "speed units") {
                speed_factor_ = speed_factor(line.value);
            } else if (line.key == "distance units") {
                distance_factor_ = distance_factor(line.value);
            } else if (line.key == "athlete") {
                recording_.athlete = line.value;
            } else if (line.key == "deviceid") {
                device = line.value;
            } else if (line.key == "period") {
                recording_.title = line.value;
            }
        }
        if (recording_.athlete.empty()) {
            recording_.athlete = device;
        }
    }

    void infer_marks() {
        DecimalInference numbers(layout_.table.delimiter == ';');
        DateInference dates;
        std::size_t rows = 0;
        bytes_.rewind();
        each_row(bytes_, layout_.table, {},
                 [&](const Record&, const std::vector<std::string_view>& cells) {
                     for (std::size_t i = 0; i < std::min(cells.size(), layout_.columns.size());
                          ++i) {
                         if (!layout_.is_read[i]) {
                             continue;
                         }
                         if (layout_.columns[i].field == TrackField::moment) {
                             dates.see(cells[i]);
                         } else if (layout_.columns[i].field != TrackField::athlete) {
                             numbers.see(cells[i]);
                         }
                     }
                     return ++rows < rows_for_marks;
                 });
        numbers_ = numbers.conclude();
        dates_ = dates.conclude();
    }

    void take(std::uint32_t line, const std::vector<std::string_view>& cells) {
        ++rows_;
        Values values;
        std::optional<double> moment_s;
        for (std::size_t i = 0; i < std::min(cells.size(), layout_.columns.size()); ++i) {
            if (!layout_.is_read[i]) {
                continue;
            }
            const TrackName& column = layout_.columns[i];
            if (column.field == TrackField::athlete) {
                if (recording_.athlete.empty()) {
                    recording_.athlete = cells[i];
                }
                continue;
            }
            const bool is_moment = column.field == TrackField::moment;
            const std::optional<double> number =
                is_moment ? std::nullopt : parse_number(cells[i], numbers_.value);
            if (number) {
                values.at(static_cast<std::size_t>(column.field)) = *number * column.factor;
            } else if (is_moment || column.field == TrackField::excel_days) {
                moment_s = moment_of(cells[i]); // days may be dates after all
            }
        }
        const std::optional<double> time_s = time_of(values, moment_s);
        if (!time_s) {
            first_unreadable_ = unreadable_++ == 0 ? line : first_unreadable_;
            return;
        }
        put_point(*time_s, values);
    }

    // The date and time of a row, or the time of day alone.
    std::optional<double> moment_of(std::string_view cell) const {
        if (const auto moment = parse_moment(cell, dates_.value)) {
            return since_1970_s(moment->time, fraction_of(cell));
        }
        return parse_clock(cell);
    }

    // Seconds, from any start. The first row of all tells where the session starts.
    std::optional<double> time_of(const Values& values, std::optional<double> moment_s) {
        const auto value = [&](TrackField field) {
            return values.at(static_cast<std::size_t>(field));
        };
        if (const auto days = value(TrackField::excel_days)) {
            constexpr double most_days = 1e6;
            const bool is_days = *days < most_days;
            return start_at(is_days ? day_s * (*days + excel_epoch_days) : *days, is_days);
        }
        if (const auto seconds = value(TrackField::unix_s)) {
            return start_at(*seconds + value(TrackField::centiseconds).value_or(0.0) / 100.0,
                            false);
        }
        const std::optional<double> running = running_s(value);
        if (moment_s && *moment_s >= day_s) { // with a date
            const double at = start_at(*moment_s, true);
            return running ? running : at;
        }
        return running ? running : moment_s;
    }

    double start_at(double since_1970, bool is_local) {
        if (!recording_.start_s) {
            recording_.start_s = since_1970;
            recording_.start_is_local = is_local;
        }
        return since_1970;
    }

    // A column of seconds may begin again or stand still; the time goes on all the same.
    template <class Value>
    std::optional<double> running_s(const Value& value) {
        std::optional<double> at = value(TrackField::seconds);
        if (const auto minutes = value(TrackField::minutes)) {
            at = *minutes * units::seconds_per_minute;
        }
        if (!at) {
            return std::nullopt;
        }
        if (last_seconds_) {
            const double step = *at - *last_seconds_;
            clock_s_ += step > 0.0 ? step : usual_step_s;
        } else {
            clock_s_ = *at;
        }
        last_seconds_ = at;
        return clock_s_;
    }

    void put_point(double time_s, const Values& values) {
        const auto value = [&](TrackField field) {
            return values.at(static_cast<std::size_t>(field));
        };
        TrackPoint point;
        point.time_s = time_s;
        if (const auto distance = value(TrackField::distance); distance && *distance >= 0.0) {
            point.distance_m = *distance * distance_factor_;
        }
        if (const auto speed = value(TrackField::speed); speed && *speed >= 0.0) {
            point.speed_mps = static_cast<float>(*speed * speed_factor_);
        }
        const auto latitude = value(TrackField::latitude);
        const auto longitude = value(TrackField::longitude);
        const bool nowhere =
            std::fabs(latitude.value_or(0.0)) + std::fabs(longitude.value_or(0.0)) <= 0.0;
        if (latitude && longitude && !nowhere) { // 0, 0 is a vest that sees no satellite
            point.position = position_of_degrees(*latitude, *longitude);
        }
        constexpr double most_bpm = 250.0;
        if (const auto beat = value(TrackField::heart_rate);
            beat && *beat >= 1.0 && *beat <= most_bpm) {
            point.heart_rate_bpm = static_cast<std::uint8_t>(*beat);
        }
        file_.add_point(recording_, point);
    }

    ByteSource& bytes_;
    const TrackLayout& layout_;
    Inferred<NumberStyle> numbers_{NumberStyle::plain, true, ""};
    Inferred<DateShape> dates_{DateShape::iso, true, ""};
    double speed_factor_ = 1.0;
    double distance_factor_ = 1.0;
    Recording recording_;
    RecordedFile file_;
    std::optional<double> last_seconds_;
    double clock_s_ = 0.0;
    std::size_t rows_ = 0;
    std::size_t unreadable_ = 0;
    std::uint32_t first_unreadable_ = 0;
};

} // namespace

void import_track_csv(ByteSource& bytes, const TrackLayout& layout, const ImportOptions& options,
                      PackedLog& log) {
    TrackTable table(bytes, layout);
    table.read();
    DiagnosticSink sink(bytes.name(), log.diagnostics, options.strict);
    if (table.rows() == table.unreadable()) {
        throw InputError(Diagnostic{Severity::error,
                                    {bytes.name(), 0, 0, {}},
                                    "no_time",
                                    "is a track (" + std::string(layout.dialect->name) +
                                        ") of which no row has a time that can be read",
                                    {}});
    }
    if (table.unreadable() > 0) {
        sink.add(Severity::warning, table.first_unreadable(), 0, {}, "no_time",
                 fmt::format("{} no time that can be read; passed over",
                             table.unreadable() == 1
                                 ? "1 row of the track has"
                                 : fmt::format("{} rows of the track have", table.unreadable())));
    }
    const bool comma = table.comma();
    const std::string dates(describe(table.dates().value));
    RecordedFile file = std::move(table).finish();
    file.report.path = bytes.name();
    file.report.format = layout.dialect->format;
    file.report.dialect = layout.dialect->name;
    file.report.date_order = dates;
    for (const std::string_view sign : layout.dialect->signature) {
        file.report.signature +=
            (file.report.signature.empty() ? "columns '" : ", '") + std::string(sign) + "'";
    }
    add_recordings(std::move(file), options, sink, log);
    log.files.back().decimal = comma ? "," : ".";
    sink.finish();
}

} // namespace plimsoll::ingest
