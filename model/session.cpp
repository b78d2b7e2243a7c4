// Sessions: names of load kinds and the one order in which sessions are kept.
// SPDX-License-Identifier: Apache-2.0
#include "model/session.hpp"

#include "model/units.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <tuple>

namespace plimsoll {
namespace {

constexpr std::array<std::string_view, 4> load_kind_names{"srpe", "trimp", "estimated", "vendor"};

} // namespace

std::string_view to_string(LoadKind kind) noexcept {
    return load_kind_names[static_cast<std::size_t>(kind)];
}

std::optional<LoadKind> parse_load_kind(std::string_view name) noexcept {
    const auto* const found = std::find(load_kind_names.begin(), load_kind_names.end(), name);
    if (found == load_kind_names.end()) {
        return std::nullopt;
    }
    return static_cast<LoadKind>(found - load_kind_names.begin());
}

std::optional<double> minutes_of(const Session& session) noexcept {
    if (!session.duration_s) {
        return std::nullopt;
    }
    return *session.duration_s / units::seconds_per_minute;
}

bool earlier(const Session& a, const Session& b) {
    const auto key = [](const Session& s) {
        return std::tie(s.athlete, s.start, s.sport, s.duration_s, s.distance_m, s.rpe, s.load_au,
                        s.load_kind, s.elapsed_s, s.avg_hr_bpm, s.max_hr_bpm, s.max_speed_mps,
                        s.ascent_m, s.high_speed_m, s.sprint_m, s.sprints, s.changes_of_direction,
                        s.hr_zones, s.title);
    };
    return key(a) < key(b);
}

} // namespace plimsoll
