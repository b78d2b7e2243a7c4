// Pages of speed and turns.
// SPDX-License-Identifier: Apache-2.0
#include "reports/speed_section.hpp"

#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/plan_days.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;
using planner::PlannedSession;
using planner::PlanResult;
using planner::SessionKind;

std::string noun_of(SessionKind kind, int count) {
    switch (kind) {
    case SessionKind::strides:
        return count == 1 ? say("stride") : say("strides");
    case SessionKind::sprint:
        return count == 1 ? say("sprint") : say("sprints");
    default:
        return count == 1 ? say("turn") : say("turns");
    }
}

// What a week holds of one measure; nothing where no session says any.
struct WeekSums {
    Date from = Date::from_days(0);
    std::optional<double> fast_m;
    std::optional<double> sprint_m;
    std::optional<double> turns;
    int fast_days = 0;
    bool match = false;
    std::string limit; ///< the first rule that a session of it names

    bool empty() const { return !fast_m && !sprint_m && !turns && fast_days == 0 && !match; }
};

void add_to(std::optional<double>& sum, const std::optional<double>& more) {
    if (more) {
        sum = sum.value_or(0.0) + *more;
    }
}

constexpr int fast_from_percent = 85;

bool is_fast_day(const planner::PlannedDay& day) {
    return std::any_of(day.others.begin(), day.others.end(), [](const PlannedSession& session) {
        return has_speed(session.kind) &&
               std::any_of(session.exercises.begin(), session.exercises.end(),
                           [](const planner::PlannedExercise& exercise) {
                               return exercise.dose.effort_percent.value_or(0) >= fast_from_percent;
                           });
    });
}

void add_session(WeekSums& sums, const PlannedSession& session) {
    if (session.kind == SessionKind::match) {
        sums.match = true;
        return;
    }
    add_to(sums.fast_m, session.high_speed_m);
    add_to(sums.sprint_m, session.sprint_m);
    add_to(sums.turns, session.changes_of_direction);
    if (sums.limit.empty() && has_speed(session.kind) && session.limited_by != planner::no_limit) {
        sums.limit = session.limited_by;
    }
}

std::vector<WeekSums> weeks_of(const PlanResult& plan) {
    std::vector<WeekSums> weeks;
    const Date first = plan.schedule.days.front().date;
    Date from = plan.schedule.weeks.empty() ? first : plan.schedule.weeks.front().from;
    while (from > first) {
        from = from - planner::days_a_week;
    }
    for (const planner::PlannedDay& day : plan.schedule.days) {
        const Date week = from + (day.date - from) / planner::days_a_week * planner::days_a_week;
        if (weeks.empty() || weeks.back().from != week) {
            weeks.push_back({});
            weeks.back().from = week;
        }
        weeks.back().fast_days += is_fast_day(day) ? 1 : 0;
        add_session(weeks.back(), day.session);
        for (const PlannedSession& session : day.others) {
            add_session(weeks.back(), session);
        }
    }
    return weeks;
}

std::string measure_in_words(const std::string& measure, double value) {
    if (measure == "sprint_m") {
        return say("{:.0f} m of sprinting", value);
    }
    if (measure == "high_speed_m") {
        return say("{:.0f} m at high speed", value);
    }
    return say("{:.0f} turns", value);
}

std::string wish_in_words(const planner::SpeedWish& wish, const PlanResult& plan) {
    const std::string asked = say("The match asks about {} ({})",
                                  measure_in_words(wish.measure, wish.asked), say_text(wish.from));
    if (!plan.speed->last_week) {
        return say("{}; no building week of the plan is before that of the match.", asked);
    }
    const std::string held =
        say("the week from {} holds {:.0f}{}", day_of_table(*plan.speed->last_week, plan),
            wish.planned, wish.measure == "changes_of_direction" ? "" : " m");
    return wish.limited_by.empty() ? say("{}; {}.", asked, held)
                                   : say("{}; {}, because of {}.", asked, held, wish.limited_by);
}

// Of what the match holds, but nobody has told or published how much.
std::string measures_without_figure(const PlanResult& plan) {
    const std::array<std::pair<const char*, std::string>, 3> measures{
        {{"high_speed_m", say("metres at high speed")},
         {"sprint_m", say("metres of sprinting")},
         {"changes_of_direction", say("turns")}}};
    std::vector<std::string> unknown;
    for (const auto& measure : measures) {
        const auto is_told = [&](const planner::SpeedWish& wish) {
            return wish.measure == measure.first;
        };
        if (std::none_of(plan.speed->wishes.begin(), plan.speed->wishes.end(), is_told)) {
            unknown.push_back(measure.second);
        }
    }
    return fmt::to_string(fmt::join(unknown, ", "));
}

std::string how_counted(const planner::SpeedSummary& speed) {
    const std::string top = fmt::format("{:.1f} m/s", speed.top_speed_mps);
    return say("fast: metres above 19.8 km/h. sprint: above 25.2 km/h, which are fast, too. 85 %: "
               "days "
               "with an effort of 85 % of top speed or more. A team session counts with the most "
               "that "
               "it may hold; the match itself is not in the table. limited by: what forbids one "
               "stride, sprint or turn more. No figure bounds how fast turns may rise: only the "
               "shares of the match do.") +
           " " +
           (speed.own_top_speed
                ? say("Percent are of your top speed, {} ({}).", top,
                      say_text(speed.top_speed_from))
                : say("Percent are of {}, of {}, because none of yours is known: if you are "
                      "slower, the metres are fewer, and a rise from week to week may be larger "
                      "than it seems. max_speed_mps under [athlete] in the athlete's file makes "
                      "them yours.",
                      top, say_text(speed.top_speed_from)));
}

} // namespace

std::optional<std::string> short_of_match(const PlanResult& plan) {
    if (!plan.speed) {
        return std::nullopt;
    }
    std::vector<std::string> parts;
    for (const planner::SpeedWish& wish : plan.speed->wishes) {
        if (wish.planned < wish.asked) {
            parts.push_back(say("{:.0f} of about {}", wish.planned,
                                measure_in_words(wish.measure, wish.asked)));
        }
    }
    if (parts.empty()) {
        return std::nullopt;
    }
    return say("Short of the match: the last building week before it holds {}. By that day the "
               "rules bring you no further; a later match, or a part of this one, is nearer to "
               "what was trained.",
               fmt::to_string(fmt::join(parts, ", ")));
}

std::string speed_dose(const PlannedSession& session) {
    if (session.kind == SessionKind::team_training) {
        std::vector<std::string> parts;
        const double sprint_m = session.sprint_m.value_or(0.0);
        if (session.high_speed_m) { // the sprints are part of it
            parts.push_back(say("{:.0f} m fast", *session.high_speed_m));
        }
        if (session.sprint_m) {
            parts.push_back(say("{:.0f} m sprinted", sprint_m));
        }
        if (session.changes_of_direction) {
            parts.push_back(say("{:.0f} turns", *session.changes_of_direction));
        }
        return parts.empty() ? std::string()
                             : say("at most {}", fmt::to_string(fmt::join(parts, ", ")));
    }
    if (!has_speed(session.kind)) {
        return {};
    }
    std::string text;
    std::optional<int> metres;
    for (const planner::PlannedExercise& exercise : session.exercises) {
        const planner::Dose& dose = exercise.dose;
        if (!dose.reps || dose.reps_to) {
            return {}; // of a plan that says a range
        }
        const int count = *dose.reps * dose.sets.value_or(1);
        text += text.empty() ? fmt::format("{} {}", count, noun_of(session.kind, count))
                             : fmt::format(", {}", count);
        if (dose.distance_m && dose.distance_m != metres) {
            text += " " + say("of {} m", *dose.distance_m);
            metres = dose.distance_m;
        }
        if (dose.effort_percent) {
            text += " " + say("at {} %", *dose.effort_percent);
        }
    }
    return text;
}

void add_speed(Document& document, const PlanResult& plan) {
    if (!plan.speed || plan.schedule.days.empty()) {
        return;
    }
    Table table;
    table.columns = {
        {say("from"), Align::right, Fit::natural},     {say("fast m"), Align::right, Fit::natural},
        {say("sprint m"), Align::right, Fit::natural}, {say("turns"), Align::right, Fit::natural},
        {"85 %", Align::right, Fit::natural},          {"", Align::left, Fit::natural},
        {say("limited by"), Align::left, Fit::natural}};
    for (const WeekSums& week : weeks_of(plan)) {
        if (!week.empty()) {
            table.rows.push_back(
                {{day_of_table(week.from, plan).substr(4), whole(week.fast_m), whole(week.sprint_m),
                  whole(week.turns), week.fast_days > 0 ? std::to_string(week.fast_days) : "",
                  week.match ? say("and the match") : "", week.limit}});
        }
    }
    if (table.rows.empty()) {
        return;
    }
    document.add(Heading{say("Speed and turns, week by week")});
    document.add(std::move(table));
    document.add(Paragraph{how_counted(*plan.speed)});
    Points points;
    for (const planner::SpeedLeftOut& left : plan.speed->left_out) {
        points.texts.push_back(say("{}: no {}, because of {}.", day_of_table(left.day, plan),
                                   noun_of(left.kind, 0), left.limited_by));
    }
    const std::size_t left_out = points.texts.size();
    for (const planner::SpeedWish& wish : plan.speed->wishes) {
        points.texts.push_back(wish_in_words(wish, plan));
    }
    const std::string unknown = measures_without_figure(plan);
    if (plan.kind == planner::GoalKind::match && !unknown.empty()) {
        points.texts.push_back(say("No figure is known here for this match: {}.", unknown));
    }
    if (points.texts.size() > left_out) {
        points.texts.push_back(
            say("Published figures are of the players that are named, mostly elite: a direction, "
                "and no target for a social match. Of what has no figure here a team session "
                "counts with nothing, however much it holds. A session that holds more than its "
                "dose is none of this plan. Own figures stand under [goal.demand]."));
    }
    if (!points.texts.empty()) {
        document.add(std::move(points));
    }
}

} // namespace plimsoll::reports
