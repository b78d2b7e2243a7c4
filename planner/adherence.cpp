// Done against planned.
// SPDX-License-Identifier: Apache-2.0
#include "planner/adherence.hpp"

#include "planner/background.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace plimsoll::planner {
namespace {

bool has_planned_run(const PlannedDay& day) {
    return day.session.kind != SessionKind::rest;
}

bool is_with_team(SessionKind kind) {
    return kind == SessionKind::team_training || kind == SessionKind::match;
}

// The weeks of the plan, and seven days each of what lies before and behind them.
std::vector<WeekDone> empty_weeks(const Schedule& schedule, Date as_of) {
    std::vector<WeekDone> weeks;
    const auto add_week = [&](std::optional<int> number, Date from, Date to) {
        if (from <= as_of && from <= to) {
            WeekDone week;
            week.number = number;
            week.from = from;
            week.to = std::min(to, as_of);
            weeks.push_back(std::move(week));
        }
    };
    const auto add_sevens = [&](Date from, Date last) {
        for (; from <= last; from = from + days_a_week) {
            add_week(std::nullopt, from, std::min(last, from + (days_a_week - 1)));
        }
    };
    add_sevens(schedule.days.front().date, schedule.weeks.front().from - 1);
    for (const PlannedWeek& week : schedule.weeks) {
        add_week(week.number, week.from, week.to());
    }
    add_sevens(schedule.weeks.back().to() + 1, schedule.days.back().date);
    return weeks;
}

} // namespace

void add_dose(RunDose& sum, const RunDose& part) {
    sum.distance_m += part.distance_m;
    sum.sessions += part.sessions;
    sum.minutes =
        sum.minutes && part.minutes ? std::optional(*sum.minutes + *part.minutes) : std::nullopt;
}

bool DaysRun::expects_running(const PlannedDay& day) {
    return has_planned_run(day) ||
           std::any_of(day.others.begin(), day.others.end(),
                       [](const PlannedSession& session) { return has_running(session.kind); });
}

DaysRun::DaysRun(std::span<const Session> sessions) {
    for (const Session& session : sessions) {
        if (is_team(session.sport)) {
            days_[session.start.day].team = true;
        }
        const double distance_m = session.distance_m.value_or(0.0);
        const std::optional<double> minutes = minutes_of(session);
        if (is_run(session.sport) && (distance_m > 0.0 || minutes.value_or(0.0) > 0.0)) {
            OfDay& day = days_[session.start.day];
            day.some_distance = day.some_distance || distance_m > 0.0;
            add_dose(day.runs, {distance_m, minutes, 1});
        }
    }
}

const DaysRun::OfDay* DaysRun::find(Date day) const {
    const auto found = days_.find(day);
    return found == days_.end() ? nullptr : &found->second;
}

RunDose DaysRun::on(Date day) const {
    const OfDay* known = find(day);
    return known == nullptr ? RunDose() : known->runs;
}

bool DaysRun::had_team_session(Date day) const {
    const OfDay* known = find(day);
    return known != nullptr && known->team;
}

bool DaysRun::has_done(const PlannedDay& day) const {
    const PlannedSession& planned = day.session;
    if (is_with_team(planned.kind) && had_team_session(day.date)) {
        return true;
    }
    const RunDose done = on(day.date);
    if (planned.kind != SessionKind::walk_run || done.sessions == 0) {
        return done.sessions > 0;
    }
    return done.minutes && planned.duration_min
               ? *done.minutes >= done_share * *planned.duration_min
               : done.distance_m >= done_share * planned.distance_m;
}

bool DaysRun::as_planned(const PlannedDay& day) const {
    if (!has_done(day)) {
        return false;
    }
    const PlannedSession& planned = day.session;
    const OfDay& known = *find(day.date);
    if (known.runs.sessions == 0) {
        return true; // with the team
    }
    const bool by_minutes =
        known.runs.minutes && planned.duration_min &&
        *known.runs.minutes <= (1.0 + minutes_slack_share) * *planned.duration_min;
    if (by_minutes && planned.kind == SessionKind::walk_run) {
        return true;
    }
    if (!known.some_distance) { // on a treadmill
        return by_minutes &&
               *known.runs.minutes >= (1.0 - minutes_slack_share) * *planned.duration_min;
    }
    const double slack_m = std::max(least_slack_m, as_planned_share * planned.distance_m);
    return std::abs(known.runs.distance_m - planned.distance_m) <= slack_m;
}

std::vector<WeekDone> done_by_week(const Schedule& schedule, const DaysRun& run, Date as_of) {
    std::vector<WeekDone> weeks = empty_weeks(schedule, as_of);
    for (WeekDone& week : weeks) {
        for (const PlannedDay& day : schedule.days) {
            if (day.date < week.from || day.date > week.to) {
                continue;
            }
            add_dose(week.done, run.on(day.date));
            if (has_planned_run(day)) {
                add_dose(week.planned, {day.session.distance_m, day.session.duration_min, 1});
                if (!run.has_done(day)) {
                    week.missed.push_back(day.date);
                }
            } else if (!DaysRun::expects_running(day) && run.on(day.date).sessions > 0) {
                week.extra.push_back(day.date);
            }
        }
    }
    return weeks;
}

std::optional<DaySpan> longest_missed(const Schedule& schedule, const DaysRun& run, Date as_of) {
    std::optional<DaySpan> longest;
    std::optional<Date> since;
    for (const PlannedDay& day : schedule.days) {
        if (day.date > as_of) {
            break;
        }
        if (run.on(day.date).sessions > 0 || run.had_team_session(day.date)) {
            since.reset();
        } else if (has_planned_run(day) && !since) {
            since = day.date;
        }
        if (since && (!longest || day.date - *since >= longest->days())) {
            longest = DaySpan{*since, day.date};
        }
    }
    return longest;
}

Schedule as_followed(const Schedule& schedule, const DaysRun& run, Date as_of) {
    Schedule followed = schedule;
    for (PlannedDay& day : followed.days) {
        if (day.date > as_of || run.as_planned(day)) {
            continue;
        }
        const RunDose done = run.on(day.date);
        const bool keeps_kind = has_planned_run(day) && run.has_done(day);
        PlannedSession& session = day.session;
        if (!keeps_kind) {
            session.kind = done.distance_m > 0.0 ? SessionKind::run : SessionKind::rest;
            session.steps.clear();
        }
        session.distance_m = done.distance_m;
        session.duration_min = done.sessions > 0 ? done.minutes : std::nullopt;
    }
    return followed;
}

} // namespace plimsoll::planner
