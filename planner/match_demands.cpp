// The table of match demands.
// SPDX-License-Identifier: Apache-2.0
#include "planner/match_demands.hpp"

#include "model/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plimsoll::planner {
namespace {

using D = DemandKind;

constexpr auto none = std::nullopt;
constexpr bool first_hand = false;
constexpr bool at_second_hand = true;

constexpr std::string_view coutts = "Coutts et al. 2010, doi:10.1016/j.jsams.2009.09.004";
constexpr std::string_view duhig = "cited in Duhig et al. 2016, doi:10.1136/bjsports-2015-095679";
constexpr std::string_view neafl = "Movement demands and metabolic power comparisons between elite "
                                   "and subelite Australian footballers (authors not visible)";
constexpr std::string_view barnes = "Barnes et al. 2014, doi:10.1055/s-0034-1375695";
constexpr std::string_view egger = "Egger et al. 2025, doi:10.3389/fspor.2025.1602127";
constexpr std::string_view malone = "Malone et al. 2016, J Strength Cond Res 30:2292";
constexpr std::string_view hurlers = "PMC6481817";
constexpr std::string_view rugby_review = "doi:10.1186/s40798-021-00305-x";
constexpr std::string_view reardon = "Reardon et al. 2015, doi:10.1371/journal.pone.0133410";
constexpr std::string_view cahill = "Cahill, in doi:10.1186/s40798-021-00305-x";
constexpr std::string_view deakin = "Deakin University, media release of 31 May 2017";

// clang-format off
constexpr std::array demand_table{
    MatchDemand{Sport::australian_football, "AFL, 2005-07", D::distance, 12939, 1145, none, none, coutts, first_hand},
    MatchDemand{Sport::australian_football, "AFL, 2005-07", D::high_speed, 3880, 663, none, 14.4, coutts, first_hand},
    MatchDemand{Sport::australian_football, "AFL", D::accelerations, 246, 47, none, none, duhig, at_second_hand},
    MatchDemand{Sport::australian_football, "NEAFL, sub-elite", D::distance, 13547, none, none, none, neafl, first_hand},
    MatchDemand{Sport::soccer, "veterans, 45 years", D::distance, 6000, none, none, none, egger, first_hand},
    MatchDemand{Sport::soccer, "veterans, 45 years", D::sprints, 34, none, 90, none, egger, first_hand},
    MatchDemand{Sport::soccer, "veterans, 45 years", D::changes_of_direction, 120, 59, none, none, egger, first_hand},
    MatchDemand{Sport::soccer, "Premier League, 2012-13", D::high_speed, 1151, 337, none, none, barnes, first_hand},
    MatchDemand{Sport::soccer, "Premier League, 2012-13", D::sprint, 350, 139, none, none, barnes, first_hand},
    MatchDemand{Sport::soccer, "Premier League, 2012-13", D::sprints, 57, 20, none, none, barnes, first_hand},
    MatchDemand{Sport::gaelic_football, "elite", D::distance, 8160, 1482, none, none, malone, first_hand},
    MatchDemand{Sport::gaelic_football, "elite", D::high_speed, 1731, 659, none, 17.0, malone, first_hand},
    MatchDemand{Sport::gaelic_football, "elite", D::sprint, 445, 169, none, 22.0, malone, first_hand},
    MatchDemand{Sport::gaelic_football, "elite", D::sprints, 44, none, none, none, malone, first_hand},
    MatchDemand{Sport::gaelic_football, "elite", D::accelerations, 184, 40, none, none, malone, first_hand},
    MatchDemand{Sport::hurling, "elite", D::sprint, 415, 140, none, 22.0, hurlers, first_hand},
    MatchDemand{Sport::hurling, "elite", D::sprints, 22.2, 6.8, none, none, hurlers, first_hand},
    MatchDemand{Sport::rugby, "professional union", D::distance, 5000, none, 7000, none, rugby_review, first_hand},
    MatchDemand{Sport::rugby, "professional union, backs", D::high_speed, 698, 198, none, none, reardon, first_hand},
    MatchDemand{Sport::rugby, "professional union, backs", D::sprint, 50, 76, none, none, cahill, first_hand},
    MatchDemand{Sport::rugby, "professional union, forwards", D::high_speed, 269, 172, none, none, reardon, first_hand},
    MatchDemand{Sport::rugby, "professional union, forwards", D::sprint, 27, 64, none, none, cahill, first_hand},
    MatchDemand{Sport::netball, "centre", D::hard_time, 3.9, none, none, none, deakin, first_hand},
    MatchDemand{Sport::netball, "wing defence", D::hard_time, 4.7, none, none, none, deakin, first_hand},
    MatchDemand{Sport::netball, "goalkeeper", D::hard_time, 1.0, none, none, none, deakin, first_hand},
};
// clang-format on

constexpr std::string_view veterans = "soccer_veterans";
constexpr std::string_view veterans_level = "veterans";

constexpr double seconds_an_hour = 3600.0;
constexpr double metres_a_kilometre = 1000.0;

} // namespace

std::string_view to_string(DemandKind kind) noexcept {
    switch (kind) {
    case DemandKind::distance:
        return "distance";
    case DemandKind::high_speed:
        return "at high speed";
    case DemandKind::sprint:
        return "sprinting";
    case DemandKind::sprints:
        return "sprints";
    case DemandKind::accelerations:
        return "accelerations";
    case DemandKind::changes_of_direction:
        return "changes of direction";
    case DemandKind::hard_time:
        break;
    }
    return "time at high intensity";
}

std::string_view unit_of(DemandKind kind) noexcept {
    switch (kind) {
    case DemandKind::distance:
    case DemandKind::high_speed:
    case DemandKind::sprint:
        return "m";
    case DemandKind::hard_time:
        return "%";
    case DemandKind::sprints:
    case DemandKind::accelerations:
    case DemandKind::changes_of_direction:
        break;
    }
    return "";
}

std::span<const MatchDemand> match_demands() noexcept {
    return demand_table;
}

std::vector<const MatchDemand*> demands_of(Sport sport) {
    std::vector<const MatchDemand*> found;
    for (const MatchDemand& demand : demand_table) {
        if (demand.sport == sport) {
            found.push_back(&demand);
        }
    }
    return found;
}

std::string_view match_name_of(const MatchDemand& demand) noexcept {
    const bool of_veterans = demand.level.substr(0, veterans_level.size()) == veterans_level;
    return of_veterans ? veterans : to_string(demand.sport);
}

std::vector<std::string_view> match_names() {
    std::vector<std::string_view> names{veterans};
    for (const MatchDemand& demand : demand_table) {
        const std::string_view name = to_string(demand.sport);
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            names.push_back(name);
        }
    }
    return names;
}

std::optional<MatchDistance> match_distance_of(std::string_view name) {
    for (const MatchDemand& demand : demand_table) {
        if (match_name_of(demand) == name && demand.kind == DemandKind::distance) {
            return MatchDistance{demand.to.value_or(demand.value),
                                 fmt::format("{}; {}", demand.level, demand.source)};
        }
    }
    return std::nullopt;
}

double comparison_run_s(double speed_kmh) {
    require(speed_kmh > 0.0, "comparison_run_s: a speed above 0");
    return comparison_run_m / (speed_kmh * metres_a_kilometre) * seconds_an_hour;
}

} // namespace plimsoll::planner
