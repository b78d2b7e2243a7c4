// Measures.
// SPDX-License-Identifier: Apache-2.0
#include "risk/measure.hpp"

#include "model/error.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace plimsoll::risk {
namespace {

constexpr std::array<std::string_view, 3> names{"srpe", "distance", "duration"};

} // namespace

std::string_view to_string(Measure measure) noexcept {
    return names[static_cast<std::size_t>(measure)];
}

std::string_view unit_of(Measure measure) noexcept {
    switch (measure) {
    case Measure::srpe:
        return "AU";
    case Measure::distance:
        return "m";
    case Measure::duration:
        break;
    }
    return "min";
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
