// Lines above tracks, vendor by vendor.
// SPDX-License-Identifier: Apache-2.0
#include "import/track_above.hpp"

#include "import/clock.hpp"
#include "import/detect.hpp"
#include "import/dialect.hpp"
#include "import/inference.hpp"
#include "import/number.hpp"
#include "import/row_reader.hpp"
#include "import/text_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll::ingest {
namespace {

using AboveLines = std::span<const std::vector<std::string>>;

struct AboveLine {
    std::string key; // folded
    std::string value;
};

// "# Speed Units : Kilometers Per Hour" is "speed units" and "Kilometers Per Hour".
AboveLine above_line(const std::vector<std::string>& cells, char mark) {
    std::string text = cells.empty() ? "" : cells[0];
    text.erase(0, text.find_first_not_of("# "));
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) {
        return {};
    }
    std::string value(trimmed(std::string_view(text).substr(at + 1)));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
        value = value.substr(1, value.size() - 2);
    }
    return {folded(text.substr(0, at)), value};
}

double since_1970_s(const LocalTime& time) {
    constexpr double day_s = 86400.0;
    return day_s * time.day.days_since_1970() + time.second.value_or(0);
}

std::optional<double> plain_number(std::string_view text) {
    return parse_number(text, NumberStyle::plain);
}

void put_local_start(Recording& recording, const LocalTime& start) {
    recording.start_s = since_1970_s(start);
    recording.start_is_local = true;
}

void read_openfield(AboveLines lines, TrackAbove& above) {
    std::string device;
    for (const std::vector<std::string>& cells : lines) {
        const AboveLine line = above_line(cells, ':');
        if (line.key == "speed units") {
            above.speed_factor = track_unit(line.value);
        } else if (line.key == "distance units") {
            above.distance_factor = track_unit(line.value);
        } else if (line.key == "athlete") {
            above.recording.athlete = line.value;
        } else if (line.key == "centisectime") {
            constexpr double centiseconds_a_day = 8'640'000.0;
            constexpr double most_days = 100'000.0;
            const double days = plain_number(line.value).value_or(0.0) / centiseconds_a_day;
            if (days > 0.0 && days < most_days) {
                above.day = Date::from_days(static_cast<std::int32_t>(days));
            }
        } else if (line.key == "deviceid") {
            device = line.value;
        } else if (line.key == "period") {
            above.recording.title = line.value;
        }
    }
    if (above.recording.athlete.empty()) {
        above.recording.athlete = device;
    }
}

void read_sensor(AboveLines lines, TrackAbove& above) {
    for (const std::vector<std::string>& cells : lines) {
        const AboveLine line = above_line(cells, ':');
        if (line.key == "centisectime") {
            if (const auto count = plain_number(line.value)) {
                above.recording.start_s = *count / 100.0;
            }
        } else if (line.key == "deviceid") {
            above.recording.athlete = line.value;
        }
    }
}

void read_logan(AboveLines lines, TrackAbove& above) {
    std::optional<LocalTime> start;
    std::optional<int> clock;
    for (const std::vector<std::string>& cells : lines) {
        const AboveLine line = above_line(cells, '=');
        if (line.key == "date") {
            if (const auto moment = parse_moment(line.value, DateShape::words)) {
                start = moment->time;
            }
        } else if (line.key == "time") {
            clock = parse_time_of_day(line.value);
        } else if (line.key == "athlete" && line.value != "{None}") {
            above.recording.athlete = line.value;
        } else if (line.key == "eventdescription") {
            above.recording.title = line.value;
        }
    }
    if (start) {
        start->second = clock;
        put_local_start(above.recording, *start);
    }
}

// "2009,11,15,9,59,38"
std::optional<LocalTime> start_in_six(std::span<const std::string> cells) {
    std::array<int, 6> parts{};
    if (cells.size() < parts.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto number = plain_number(cells[i]);
        if (!number || *number < 0.0 || *number > 9999.0) {
            return std::nullopt;
        }
        parts.at(i) = static_cast<int>(*number);
    }
    const std::optional<Date> day = Date::try_from_ymd(parts[0], parts[1], parts[2]);
    if (!day || parts[3] > 23 || parts[4] > 59 || parts[5] > 59) {
        return std::nullopt;
    }
    return LocalTime{*day, (parts[3] * 60 + parts[4]) * 60 + parts[5]};
}

void read_ibike(AboveLines lines, TrackAbove& above) {
    constexpr std::size_t step_column = 4; // of the settings, the last line above
    if (lines.size() < 2) {
        return;
    }
    if (const auto start = start_in_six(lines[1])) {
        put_local_start(above.recording, *start);
    }
    const std::vector<std::string>& settings = lines.back();
    if (lines.size() > 2 && settings.size() > step_column) {
        const auto step = plain_number(settings[step_column]);
        constexpr double longest_s = 60.0;
        if (step && *step >= 0.1 && *step <= longest_s) {
            above.step_s = step;
        }
    }
}

// The cell below the one that is headed @p name; empty where there is none.
std::string_view cell_below(AboveLines lines, std::string_view name) {
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        for (std::size_t k = 0; k < std::min(lines[i].size(), lines[i + 1].size()); ++k) {
            if (folded(lines[i][k]) == name) {
                return lines[i + 1][k];
            }
        }
    }
    return {};
}

// "2011-01-02 21:22:20|2011-01-02 21:22|01/02/2011 21:22": the same in several ways
void read_joule(AboveLines lines, TrackAbove& above) {
    std::string_view moment = cell_below(lines, "date/time");
    moment = moment.substr(0, moment.find('|'));
    if (const auto start = parse_moment(moment, DateShape::iso)) {
        put_local_start(above.recording, start->time);
    }
}

void read_polar(AboveLines lines, TrackAbove& above) {
    if (lines.size() < 2) {
        return;
    }
    const std::vector<std::string_view> header(lines[lines.size() - 2].begin(),
                                               lines[lines.size() - 2].end());
    const std::vector<std::string_view> cells(lines.back().begin(), lines.back().end());
    std::optional<HeaderMatch> match = match_of(polar_flow_dialect, header);
    if (!match) {
        return;
    }
    TableLayout layout;
    layout.dialect = &polar_flow_dialect;
    layout.header = lines[lines.size() - 2];
    layout.match = std::move(*match);
    DecimalInference numbers;
    DateInference dates;
    for (const ColumnUse& column : layout.match.columns) {
        if (column.index < cells.size()) {
            column.field == Field::start ? dates.see(cells[column.index])
                                         : numbers.see(cells[column.index]);
        }
    }
    ReadingRules rules;
    rules.numbers = numbers.conclude().value;
    rules.dates = dates.conclude().value;
    std::vector<Diagnostic> unheard;
    DiagnosticSink sink("", unheard, false);
    RowReader reader(layout, rules, sink);
    if (reader.read(2, cells) != RowEnd::session) {
        return;
    }
    const Session& session = reader.session();
    Recording& recording = above.recording;
    put_local_start(recording, session.start);
    recording.athlete = session.athlete;
    recording.title = session.title;
    recording.sport = session.sport;
    recording.duration_s = session.duration_s;
    recording.distance_m = session.distance_m;
    recording.avg_hr_bpm = session.avg_hr_bpm;
    recording.max_speed_mps = session.max_speed_mps;
    recording.ascent_m = session.ascent_m;
    recording.vendor_load_au = session.load_au;
}

// "Year,2016,Month,10,Day,7,Hour,17,Minute,24,Second,2", then a table of one workout.
void read_wahoo(AboveLines lines, TrackAbove& above) {
    for (const std::vector<std::string>& cells : lines) {
        if (cells.size() >= 12 && folded(cells[0]) == "year") {
            const std::array<std::string, 6> six{cells[1], cells[3], cells[5],
                                                 cells[7], cells[9], cells[11]};
            if (const auto start = start_in_six(six)) {
                put_local_start(above.recording, *start);
            }
        }
    }
    const auto number = [&](std::string_view name) {
        return plain_number(cell_below(lines, name)).value_or(0.0);
    };
    Recording& recording = above.recording;
    recording.duration_s = number("runningtime");
    recording.elapsed_s = number("runningtime") + number("pausedtime");
    recording.avg_hr_bpm = number("hravg");
    for (const std::string_view name : {"gpsdist", "wheeldist", "stridedist", "manualdist"}) {
        if (!recording.distance_m && number(name) > 0.0) {
            recording.distance_m = number(name);
        }
    }
    // The file names no sport: a wheel is ridden, and strides are a runner's (policy).
    recording.sport = number("wheeldist") > 0.0       ? Sport::ride
                      : number("striderateavg") > 0.0 ? Sport::run
                                                      : Sport::unknown;
}

} // namespace

TrackAbove read_above(const TrackLayout& layout) {
    TrackAbove above;
    above.recording.sport = layout.dialect->sport;
    const AboveLines lines(layout.table.preamble);
    switch (layout.dialect->above) {
    case LinesAbove::openfield:
        read_openfield(lines, above);
        break;
    case LinesAbove::sensor_100hz:
        read_sensor(lines, above);
        break;
    case LinesAbove::logan:
        read_logan(lines, above);
        break;
    case LinesAbove::ibike:
        read_ibike(lines, above);
        break;
    case LinesAbove::joule:
        read_joule(lines, above);
        break;
    case LinesAbove::polar_flow:
        read_polar(lines, above);
        break;
    case LinesAbove::wahoo:
        read_wahoo(lines, above);
        break;
    case LinesAbove::nothing:
        break;
    }
    return above;
}

} // namespace plimsoll::ingest
