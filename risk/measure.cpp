// Measures.
// SPDX-License-Identifier: Apache-2.0
#include "risk/measure.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace plimsoll::risk {
namespace {

struct MeasureName {
    std::string_view name;
    std::string_view unit;
    std::string_view description;
};

// In the order of Measure.
constexpr std::array<MeasureName, 8> measure_rows{
    {{"srpe", "AU", "session RPE x minutes"},
     {"distance", "m", "running distance"},
     {"duration", "min", "minutes"},
     {"trimp", "AU", "TRIMP of Banister"},
     {"high_speed", "m", "high-speed distance"},
     {"sprint", "m", "sprint distance"},
     {"changes_of_direction", "turns", "changes of direction"},
     {"edwards", "AU (unverified)", "TRIMP of Edwards, unverified"}}};

constexpr auto names = [] {
    std::array<std::string_view, measure_rows.size()> out;
    for (std::size_t i = 0; i < measure_rows.size(); ++i) {
        out.at(i) = measure_rows.at(i).name;
    }
    return out;
}();

const MeasureName& row_of(Measure measure) noexcept {
    return measure_rows[static_cast<std::size_t>(measure)];
}

} // namespace

std::string_view to_string(Measure measure) noexcept {
    return row_of(measure).name;
}

std::string_view unit_of(Measure measure) noexcept {
    return row_of(measure).unit;
}

bool is_unverified(Measure measure) noexcept {
    return measure == Measure::edwards;
}

std::string_view describe(Measure measure) noexcept {
    return row_of(measure).description;
}

std::string_view what_is_missing(Measure measure) noexcept {
    switch (measure) {
    case Measure::trimp:
        return "for want of a heart rate";
    case Measure::edwards:
        return "for want of heart-rate zones";
    default:
        return "for want of an RPE";
    }
}

std::string_view needs_in_words(Measure measure) noexcept {
    switch (measure) {
    case Measure::trimp:
        return "; it needs heart rates in the log, and resting_hr_bpm, max_hr_bpm and sex of the "
               "athlete";
    case Measure::edwards:
        return "; it needs five columns of heart-rate zones in the log";
    default:
        return "";
    }
}

std::optional<Measure> parse_measure(std::string_view name) noexcept {
    const auto* const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Measure>(found - names.begin());
}

std::span<const std::string_view> measure_names() noexcept {
    return names;
}

double srpe_load(double rpe, double minutes) {
    require(rpe >= 0.0 && rpe <= 10.0, "srpe_load: RPE is from 0 to 10");
    require(minutes >= 0.0, "srpe_load: minutes are not negative");
    return rpe * minutes;
}

Measure default_measure(std::span<const Session> sessions, std::optional<Sport> plays) noexcept {
    const auto count = [&](auto&& holds) {
        return std::count_if(sessions.begin(), sessions.end(), holds);
    };
    const auto runs = count([](const Session& s) { return is_run(s.sport); });
    const auto others =
        count([](const Session& s) { return is_team(s.sport) || s.sport == Sport::unknown; });
    const auto with_distance =
        count([](const Session& s) { return is_run(s.sport) && s.distance_m.has_value(); });
    const bool runner = plays ? !is_team(*plays) : runs >= others;
    if (runner && runs > 0 && 2 * with_distance >= runs) {
        return Measure::distance;
    }
    const bool rated = count([](const Session& s) { return s.rpe || s.load_au; }) > 0;
    return rated ? Measure::srpe : Measure::duration;
}

SportFilter default_filter(Measure measure) noexcept {
    return measure == Measure::distance ? SportFilter::run : SportFilter::all;
}

} // namespace plimsoll::risk
