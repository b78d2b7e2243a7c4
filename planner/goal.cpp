// Goal files.
// SPDX-License-Identifier: Apache-2.0
#include "planner/goal.hpp"

#include "model/nearest_name.hpp"
#include "planner/background.hpp"
#include "planner/match_demands.hpp"
#include "planner/pathway_library.hpp"
#include "planner/session_kind.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace plimsoll::planner {
namespace {

constexpr double most_weekly_m = 500'000.0;
constexpr double most_race_m = 200'000.0;
constexpr double most_match_m = 30'000.0;
constexpr double least_session_min = 5.0; // less is a mistaken unit
constexpr double most_session_min = 300.0;
constexpr double least_demand_m = 1000.0; // less is a mistaken unit

// In the order of the enumerators.
constexpr std::array<std::string_view, 3> kind_names{"base", "race", "match"};

GoalKind kind_of(const ingest::TomlTable& table, const std::optional<std::string>& name) {
    const std::string hint = "\"base\" is a weekly distance, \"race\" and \"match\" are a distance "
                             "on one day";
    if (!name) {
        table.refuse("kind", "is missing", hint);
    }
    const auto* const found = std::find(kind_names.begin(), kind_names.end(), *name);
    if (found == kind_names.end()) {
        table.refuse("kind", "is '" + *name + "', which is no kind of goal", hint);
    }
    return static_cast<GoalKind>(found - kind_names.begin());
}

std::optional<double> distance(ingest::TomlTable& demand, std::string_view key, double most_m) {
    const std::optional<double> metres = demand.number(key, 0, most_m);
    if (metres && *metres < least_demand_m) {
        demand.refuse(key, fmt::format("is less than {:.0f} metres", least_demand_m),
                      "the unit is metres: 40 km are 40000");
    }
    return metres;
}

// With the line of the kind where the table is not there.
[[noreturn]] void refuse_missing(const ingest::TomlTable& table, const ingest::TomlTable& demand,
                                 const std::string& hint) {
    if (demand.present()) {
        demand.refuse("distance_m", "is missing", hint);
    }
    table.refuse("kind", "has no distance: goal.demand.distance_m is missing", hint);
}

// What is published of a match stands in for a distance of one's own.
void read_match(Goal& goal, const ingest::TomlTable& table, const ingest::TomlTable& demand,
                const ingest::TomlTable& where, std::string_view key,
                const std::optional<std::string>& name, std::optional<double> own_m) {
    if (name) {
        const std::vector<std::string_view> known = match_names();
        if (std::find(known.begin(), known.end(), *name) == known.end()) {
            where.refuse(key, "is '" + *name + "', which is no match that demands are known of",
                         fmt::format("it is one of {}", fmt::join(known, ", ")));
        }
        const std::optional<MatchDistance> published = match_distance_of(*name);
        if (!published && !own_m) {
            where.refuse(key, "is '" + *name + "', and no distance of such a match was found",
                         "say distance_m under [goal.demand], from your own matches, with sport = "
                         "\"" +
                             *name + "\" in the place of demand");
        }
        if (published) {
            goal.event_distance_m = published->metres;
            goal.event_from = published->from;
        }
        goal.speed = published_speed_demand(*name);
    }
    if (own_m) {
        goal.event_distance_m = *own_m;
        goal.event_from = goal_file_itself;
    }
    if (goal.event_distance_m <= 0.0) {
        refuse_missing(table, demand,
                       "how far you run in a match, in metres; or the name of a published demand, "
                       "such as demand = \"soccer_veterans\" under [goal]");
    }
}

void read_demand(Goal& goal, ingest::TomlTable& table) {
    std::optional<std::string> name;
    if (table.is_text("demand")) {
        name = table.text("demand");
        if (goal.kind == GoalKind::match) {
            read_match(goal, table, table, table, "demand", name, {});
            return;
        }
        table.refuse("demand", "names a match, and the goal is none",
                     "[goal.demand] has the distance in metres");
    }
    ingest::TomlTable demand = table.table("demand");
    switch (goal.kind) {
    case GoalKind::base:
        goal.weekly_distance_m = distance(demand, "weekly_distance_m", most_weekly_m);
        break;
    case GoalKind::race:
        goal.event_distance_m = distance(demand, "distance_m", most_race_m).value_or(0.0);
        if (goal.event_distance_m <= 0.0) {
            refuse_missing(table, demand,
                           "the distance of the race, in metres: a half marathon is 21097.5");
        }
        break;
    case GoalKind::match:
        name = demand.text("sport");
        read_match(goal, table, demand, demand, "sport", name,
                   distance(demand, "distance_m", most_match_m));
        goal.speed = read_speed_demand(demand, goal.speed);
        break;
    }
    demand.finish();
}

Weekday weekday_of(ingest::TomlTable& fixture) {
    const std::optional<Weekday> weekday = parse_weekday(fixture.text("weekday").value_or(""));
    if (!weekday) {
        fixture.refuse("weekday", "is no day of the week", "such as \"sat\"");
    }
    return *weekday;
}

void read_match_day(Goal& goal, ingest::TomlTable& fixture, Weekday weekday) {
    if (goal.kind != GoalKind::match) {
        fixture.refuse("kind", "is a match, and the goal is none");
    }
    if (goal.event_weekday) {
        fixture.refuse("weekday", "is the second day of matches",
                       "the first match is planned; one weekday is enough");
    }
    goal.event_weekday = weekday;
}

void read_team_day(Goal& goal, ingest::TomlTable& fixture, Weekday weekday) {
    TeamDay team;
    team.weekday = weekday;
    team.duration_min = fixture.number("duration_min", least_session_min, most_session_min);
    team.rpe = fixture.number("rpe", 0.0, 10.0);
    for (const TeamDay& other : goal.team_days) {
        if (other.weekday == weekday) {
            fixture.refuse("weekday", "has a team session already", "one session a day is planned");
        }
        if (days_apart(other.weekday, weekday) < 2) {
            fixture.refuse(
                "weekday",
                fmt::format("is next to the team session on {}", to_string(other.weekday)),
                "sessions with speed never stand on two days in a row: name those that "
                "are to be taken part in");
        }
    }
    goal.team_days.push_back(team);
}

// Team sessions leave the day of the match and the day before free.
void require_room_for_match(const Goal& goal, const ingest::TomlTable& file) {
    if (goal.kind != GoalKind::match) {
        return;
    }
    const std::optional<Weekday> match =
        goal.date ? std::optional(goal.date->weekday()) : goal.event_weekday;
    for (const TeamDay& team : goal.team_days) {
        const int before =
            match ? (static_cast<int>(*match) - static_cast<int>(team.weekday) + days_a_week) %
                        days_a_week
                  : days_a_week;
        if (before <= 1) {
            file.refuse("fixture",
                        fmt::format("has a team session on {}, and the match is on {}",
                                    to_string(team.weekday), to_string(*match)),
                        "the day of a match and the day before it have no team session");
        }
    }
}

// The calendar: the weekday of the matches, and the fixed days of team training.
void read_fixtures(Goal& goal, ingest::TomlTable& file) {
    for (ingest::TomlTable& fixture : file.tables("fixture")) {
        const Weekday weekday = weekday_of(fixture);
        const std::string kind = fixture.text("kind").value_or("");
        if (kind == to_string(SessionKind::match)) {
            read_match_day(goal, fixture, weekday);
        } else if (kind == to_string(SessionKind::team_training)) {
            read_team_day(goal, fixture, weekday);
        } else {
            fixture.refuse("kind", "is '" + kind + "', which is no kind of fixture",
                           R"(it is "match" or "team_training")");
        }
        fixture.finish();
    }
    if (goal.event_weekday && goal.date && goal.date->weekday() != *goal.event_weekday) {
        file.refuse("fixture",
                    fmt::format("says {}, and the goal's date is a {}",
                                to_string(*goal.event_weekday), to_string(goal.date->weekday())));
    }
    std::sort(goal.team_days.begin(), goal.team_days.end(),
              [](const TeamDay& a, const TeamDay& b) { return a.weekday < b.weekday; });
    require_room_for_match(goal, file);
}

} // namespace

std::string_view to_string(GoalKind kind) noexcept {
    return kind_names.at(static_cast<std::size_t>(kind));
}

Goal goal_from(ingest::TomlTable file) {
    ingest::TomlTable table = file.table("goal");
    if (!table.present()) {
        file.refuse("goal", "is missing", "a goal file starts with [goal] and kind = \"base\"");
    }
    Goal goal;
    goal.kind = kind_of(table, table.text("kind"));
    goal.pathway = table.text("pathway").value_or(goal.pathway);
    const std::vector<std::string_view> known = pathway_ids();
    if (std::find(known.begin(), known.end(), goal.pathway) == known.end()) {
        const std::string nearest = nearest_name(goal.pathway, known);
        table.refuse("pathway", "is '" + goal.pathway + "', which is no pathway",
                     nearest.empty() ? fmt::format("it is one of {}", fmt::join(known, ", "))
                                     : "did you mean '" + nearest + "'?");
    }
    if (goal.pathway == "preseason" && goal.kind == GoalKind::race) {
        table.refuse("pathway", "leads to a first game, and the goal is a race",
                     "pathway = \"conditioning\" leads to a race");
    }
    goal.date = table.date("date");
    read_demand(goal, table);
    if (goal.kind == GoalKind::match &&
        (goal.pathway == "time_off" || goal.pathway == "conditioning")) {
        table.refuse(
            "kind",
            "is a match, and the pathway " + goal.pathway +
                " builds distance without the speed and turns of one",
            "pathway = \"preseason\" leads to a match, after an injury that of the injury");
    }
    read_fixtures(goal, file);
    table.finish();
    file.finish();
    return goal;
}

Goal read_goal_file(const std::string& path) {
    return goal_from(ingest::open_toml(path));
}

} // namespace plimsoll::planner
