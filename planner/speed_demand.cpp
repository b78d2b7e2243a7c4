// Published and own figures of matches.
// SPDX-License-Identifier: Apache-2.0
#include "planner/speed_demand.hpp"

#include "model/words.hpp"
#include "planner/match_demands.hpp"

#include <fmt/format.h>

namespace plimsoll::planner {
namespace {

constexpr double high_speed_kmh = 19.8; // 5.5 m/s; evidence.md 6.2
constexpr double sprint_kmh = 25.2;     // 7 m/s; the same
constexpr double most_high_speed_m = 10'000.0;
constexpr double most_sprint_m = 5'000.0;
constexpr double most_turns = 2'000.0;
constexpr const char* from_goal_file = "the goal file";

void take_larger(std::optional<SpeedFigure>& figure, const MatchDemand& row) {
    const double value = row.to.value_or(row.value);
    if (figure && figure->value >= value) {
        return;
    }
    const std::string above =
        row.threshold_kmh ? say("above {:g} km/h; ", *row.threshold_kmh) : std::string();
    figure = SpeedFigure{value, fmt::format("{}{}; {}", above, row.level, row.source)};
}

void read_own(ingest::TomlTable& demand, std::string_view key, double most,
              std::optional<SpeedFigure>& figure) {
    if (const std::optional<double> own = demand.number(key, 1, most)) {
        figure = SpeedFigure{*own, from_goal_file};
    }
}

} // namespace

SpeedDemand published_speed_demand(std::string_view name) {
    SpeedDemand demand;
    for (const MatchDemand& row : match_demands()) {
        if (match_name_of(row) != name) {
            continue;
        }
        if (row.kind == DemandKind::high_speed &&
            row.threshold_kmh.value_or(high_speed_kmh) >= high_speed_kmh) {
            take_larger(demand.high_speed_m, row);
        } else if (row.kind == DemandKind::sprint &&
                   row.threshold_kmh.value_or(sprint_kmh) >= sprint_kmh) {
            take_larger(demand.sprint_m, row);
        } else if (row.kind == DemandKind::changes_of_direction) {
            take_larger(demand.changes_of_direction, row);
        }
    }
    return demand;
}

SpeedDemand read_speed_demand(ingest::TomlTable& demand, SpeedDemand published) {
    read_own(demand, "high_speed_m", most_high_speed_m, published.high_speed_m);
    read_own(demand, "sprint_m", most_sprint_m, published.sprint_m);
    read_own(demand, "changes_of_direction", most_turns, published.changes_of_direction);
    if (published.high_speed_m && published.sprint_m &&
        published.high_speed_m->value < published.sprint_m->value) {
        if (published.high_speed_m->from == from_goal_file) {
            demand.refuse("high_speed_m", "is less than the metres sprinted, which are part of it",
                          "high speed is above 5.5 m/s, a sprint above 7 m/s");
        }
        published.high_speed_m.reset(); // of other players than the own sprints
    }
    return published;
}

} // namespace plimsoll::planner
