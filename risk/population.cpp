// Populations.
// SPDX-License-Identifier: Apache-2.0
#include "risk/population.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace plimsoll::risk {

Level parse_level(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, Level>, 13> names{{
        {"novice", Level::novice},
        {"beginner", Level::novice},
        {"social", Level::community},
        {"recreational", Level::community},
        {"amateur", Level::community},
        {"community", Level::community},
        {"club", Level::community},
        {"veterans", Level::community},
        {"masters", Level::community},
        {"semi-professional", Level::community},
        {"professional", Level::professional},
        {"elite", Level::professional},
        {"international", Level::professional},
    }};
    std::string lower(name);
    for (char& c : lower) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    const auto* const found = std::find_if(names.begin(), names.end(),
                                           [&](const auto& entry) { return entry.first == lower; });
    return found == names.end() ? Level::unknown : found->second;
}

bool Population::footballer() const noexcept {
    return plays == Sport::soccer || plays == Sport::football;
}

bool Population::australian_footballer() const noexcept {
    return plays == Sport::australian_football;
}

Population population_of(const Athlete* athlete, bool runner) {
    Population population;
    population.runner = runner;
    if (athlete != nullptr) {
        population.plays = runner ? std::nullopt : athlete->plays;
        population.level = parse_level(athlete->level);
        population.sex = athlete->sex;
    }
    return population;
}

double transport_of(bool inside, bool same_injury) noexcept {
    return inside ? 1.0 : same_injury ? default_transport : 0.0;
}

} // namespace plimsoll::risk
