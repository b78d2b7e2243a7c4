// Fixed days of team training.
// SPDX-License-Identifier: Apache-2.0
#include "planner/team_days.hpp"

#include "model/error.hpp"
#include "model/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

namespace plimsoll::planner {
namespace {

bool is_fixed_day(Weekday day, std::span<const TeamDay> team_days) {
    return std::any_of(team_days.begin(), team_days.end(),
                       [&](const TeamDay& team) { return team.weekday == day; });
}

bool is_of_team(const Exercise& exercise) {
    return exercise.kind == SessionKind::team_training;
}

// The run day that can move to a fixed one; the end where none can.
std::vector<Weekday>::iterator run_day_to_move(Background& background,
                                               std::span<const TeamDay> team_days) {
    auto best = background.run_days.end();
    int nearest = days_a_week;
    for (auto day = background.run_days.begin(); day != background.run_days.end(); ++day) {
        if (is_fixed_day(*day, team_days) || *day == background.long_day) {
            continue;
        }
        for (const TeamDay& team : team_days) {
            if (const int apart = days_apart(*day, team.weekday); apart < nearest) {
                nearest = apart;
                best = day;
            }
        }
    }
    return best;
}

bool trains_with_team(const PlannedDay& day) {
    return day.session.kind == SessionKind::team_training ||
           std::any_of(day.others.begin(), day.others.end(), [](const PlannedSession& session) {
               return session.kind == SessionKind::team_training;
           });
}

} // namespace

void keep_to_team_days(Pathway& pathway, std::span<const TeamDay> team_days,
                       const Athlete* athlete) {
    if (team_days.empty()) {
        return;
    }
    const std::vector<Weekday> open = days_open_to(athlete);
    for (const TeamDay& team : team_days) {
        if (std::find(open.begin(), open.end(), team.weekday) == open.end()) {
            throw InputError({},
                             fmt::format("the goal has team training on {}, and the athlete's file "
                                         "does not train on that day",
                                         to_string(team.weekday)),
                             "add the day to days under [sport] in the athlete's file");
        }
    }
    bool some = false;
    for (PathwayPhase& phase : pathway.phases) {
        for (Exercise& exercise : phase.exercises) {
            if (is_of_team(exercise)) {
                some = true;
                const int fixed = static_cast<int>(team_days.size());
                exercise.per_week = std::min(exercise.per_week.value_or(fixed), fixed);
            }
        }
    }
    if (!some) {
        throw InputError({},
                         fmt::format("the goal has team training, and the pathway {} has none for "
                                     "this athlete",
                                     pathway.id),
                         "the athlete's file names the sport as plays under [sport]; the pathways "
                         "time_off and conditioning have no team sessions");
    }
}

void run_on_team_days(Background& background, std::span<const TeamDay> team_days) {
    std::vector<Weekday>& days = background.run_days;
    bool moved = false;
    for (const TeamDay& team : team_days) {
        if (std::find(days.begin(), days.end(), team.weekday) != days.end()) {
            continue;
        }
        const auto to_move = run_day_to_move(background, team_days);
        if (to_move == days.end()) {
            days.push_back(team.weekday);
        } else {
            *to_move = team.weekday;
        }
        moved = true;
    }
    std::sort(days.begin(), days.end());
    if (moved) {
        std::string names;
        for (const Weekday day : days) {
            names += std::string(to_string(day)) + " ";
        }
        background.run_days_from = names + "(with the team's days, as the goal says)";
    }
}

RuleInfo team_day_rule(std::span<const TeamDay> team_days) {
    std::string names;
    for (const TeamDay& team : team_days) {
        names += (names.empty() ? "" : " ") + std::string(to_string(team.weekday));
    }
    return {rule_of_team_days,
            "Team sessions stand on the days of the team's calendar alone, in the place of a run.",
            names,
            true,
            "the goal file",
            "policy",
            "[[fixture]] of the goal"};
}

std::optional<std::string> team_days_left(const Schedule& schedule,
                                          std::span<const TeamDay> team_days) {
    std::set<Weekday> used;
    for (const PlannedDay& day : schedule.days) {
        if (trains_with_team(day)) {
            used.insert(day.date.weekday());
        }
    }
    std::string left;
    for (const TeamDay& team : team_days) {
        if (!used.contains(team.weekday)) {
            left += (left.empty() ? "" : " ") + std::string(to_string(team.weekday));
        }
    }
    if (used.empty() || left.empty()) {
        return std::nullopt;
    }
    return say("The team trains on days on which this plan has no session of it ({}): a phase "
               "holds so many a week (phase_content) and none on two days in a row (speed_apart). "
               "A session on those days is none of this plan.",
               left);
}

std::vector<Violation> team_day_violations(const Schedule& schedule,
                                           std::span<const TeamDay> team_days) {
    std::vector<Violation> out;
    for (const PlannedDay& day : schedule.days) {
        if (!team_days.empty() && trains_with_team(day) &&
            !is_fixed_day(day.date.weekday(), team_days)) {
            out.push_back({rule_of_team_days, day.date, 0.0});
        }
    }
    return out;
}

} // namespace plimsoll::planner
