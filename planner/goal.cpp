// Goal files.
// SPDX-License-Identifier: Apache-2.0
#include "planner/goal.hpp"

#include "model/nearest_name.hpp"
#include "planner/pathway_library.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll::planner {
namespace {

constexpr double most_weekly_m = 500'000.0;
constexpr double least_weekly_m = 1000.0;

} // namespace

Goal goal_from(ingest::TomlTable file) {
    ingest::TomlTable table = file.table("goal");
    if (!table.present()) {
        file.refuse("goal", "is missing", "a goal file starts with [goal] and kind = \"base\"");
    }
    const std::optional<std::string> kind = table.text("kind");
    if (!kind) {
        table.refuse("kind", "is missing", "kind = \"base\" plans a weekly distance");
    }
    if (*kind != "base") {
        table.refuse("kind", "is '" + *kind + "'; this version plans for 'base' only");
    }
    Goal goal;
    goal.pathway = table.text("pathway").value_or(goal.pathway);
    const std::vector<std::string_view> known = pathway_ids();
    if (std::find(known.begin(), known.end(), goal.pathway) == known.end()) {
        const std::string nearest = nearest_name(goal.pathway, known);
        table.refuse("pathway", "is '" + goal.pathway + "', which is no pathway",
                     nearest.empty() ? fmt::format("it is one of {}", fmt::join(known, ", "))
                                     : "did you mean '" + nearest + "'?");
    }
    goal.date = table.date("date");
    ingest::TomlTable demand = table.table("demand");
    goal.weekly_distance_m = demand.number("weekly_distance_m", 0, most_weekly_m);
    if (goal.weekly_distance_m && *goal.weekly_distance_m < least_weekly_m) {
        demand.refuse("weekly_distance_m", "is less than 1000 metres",
                      "the unit is metres: 40 km are 40000");
    }
    demand.finish();
    table.finish();
    file.finish();
    return goal;
}

Goal read_goal_file(const std::string& path) {
    return goal_from(ingest::open_toml(path));
}

} // namespace plimsoll::planner
