// Sports and their canonical names.
// SPDX-License-Identifier: Apache-2.0
#include "model/sport.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace plimsoll {
namespace {

// In the order of the enumerators after Sport::unknown.
constexpr std::array<std::string_view, 26> names{"run",
                                                 "trail_run",
                                                 "track_run",
                                                 "treadmill_run",
                                                 "walk",
                                                 "hike",
                                                 "ride",
                                                 "swim",
                                                 "row",
                                                 "ski",
                                                 "strength",
                                                 "cardio",
                                                 "elliptical",
                                                 "mobility",
                                                 "racket",
                                                 "football",
                                                 "soccer",
                                                 "australian_football",
                                                 "gaelic_football",
                                                 "hurling",
                                                 "rugby",
                                                 "hockey",
                                                 "netball",
                                                 "basketball",
                                                 "multisport",
                                                 "other"};
static_assert(names.size() == static_cast<std::size_t>(Sport::other));

} // namespace

std::string_view to_string(Sport sport) noexcept {
    return sport == Sport::unknown ? std::string_view()
                                   : names[static_cast<std::size_t>(sport) - 1];
}

std::optional<Sport> parse_sport(std::string_view name) noexcept {
    if (name.empty()) {
        return Sport::unknown;
    }
    const auto* const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Sport>(found - names.begin() + 1);
}

std::span<const std::string_view> sport_names() noexcept {
    return names;
}

std::string_view to_string(SportFilter filter) noexcept {
    switch (filter) {
    case SportFilter::run:
        return "run";
    case SportFilter::team:
        return "team";
    case SportFilter::all:
        break;
    }
    return "all";
}

} // namespace plimsoll
