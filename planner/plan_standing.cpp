// Standing in a plan.
// SPDX-License-Identifier: Apache-2.0
#include "planner/plan_standing.hpp"

#include "planner/background.hpp"
#include "planner/replan_reasons.hpp"

#include <algorithm>
#include <array>

namespace plimsoll::planner {
namespace {

// policy: the order
constexpr std::array off_plan_table{
    OffPlanRuleInfo{OffPlanRule::ceiling, "plan_ceiling",
                    "the next planned run is above the longest next run that is no spike, by more "
                    "than 100 m"},
    OffPlanRuleInfo{OffPlanRule::missed_time, "plan_missed_time",
                    "more than 7 days without a run, the first of them a planned one"},
    OffPlanRuleInfo{OffPlanRule::missed, "plan_missed",
                    "two or more planned runs of the last 7 days were not run, or all of them"},
    OffPlanRuleInfo{OffPlanRule::more, "plan_more",
                    "more than 10 % further run in the last 7 days than was planned, and more than "
                    "100 m"},
};

bool is_planned_run(const PlannedDay& day) {
    return day.session.kind != SessionKind::rest;
}

DayOutcome by_amount(double done, double planned) {
    return done > planned ? DayOutcome::more : DayOutcome::less;
}

DayOutcome outcome_of(const PlannedDay& day, const DaysRun& run, Date as_of) {
    if (day.date > as_of) {
        return DayOutcome::ahead;
    }
    const RunDose done = run.on(day.date);
    const PlannedSession& planned = day.session;
    if (!is_planned_run(day)) {
        return done.sessions > 0 && !run.expects_running(day) ? DayOutcome::extra
                                                              : DayOutcome::rest;
    }
    if (run.as_planned(day)) {
        return DayOutcome::as_planned;
    }
    if (!run.has_done(day)) {
        return done.sessions > 0 ? DayOutcome::less : DayOutcome::missed;
    }
    const bool by_minutes = done.minutes && planned.duration_min &&
                            (planned.kind == SessionKind::walk_run || done.distance_m <= 0.0);
    if (by_minutes) {
        return by_amount(*done.minutes, *planned.duration_min);
    }
    return done.distance_m > 0.0 ? by_amount(done.distance_m, planned.distance_m)
                                 : DayOutcome::otherwise;
}

// What a day counts where a run as planned counts as planned: the walking of a walk-run session,
// which a watch counts too, makes a shorter one no longer than planned.
double counted_m(const DayAgainstPlan& day) {
    const double planned_m = day.planned.session.distance_m;
    switch (day.outcome) {
    case DayOutcome::as_planned:
        return planned_m;
    case DayOutcome::less:
        return std::min(day.done.distance_m, planned_m);
    default:
        return day.done.distance_m;
    }
}

class Standing {
public:
    Standing(const PlanFile& file, std::span<const Session> sessions,
             const risk::Statement& statement)
        : schedule_(file.plan.schedule),
          statement_(statement),
          run_(sessions) {}

    std::vector<DayAgainstPlan> days(Date from, Date to) const {
        std::vector<DayAgainstPlan> days;
        for (const PlannedDay& day : schedule_.days) {
            if (from <= day.date && day.date <= to) {
                const DayOutcome outcome = outcome_of(day, run_, statement_.as_of);
                days.push_back(
                    {day, outcome == DayOutcome::ahead ? RunDose() : run_.on(day.date), outcome});
            }
        }
        return days;
    }

    std::optional<PlannedDay> next_run() const {
        for (const PlannedDay& day : schedule_.days) {
            if (day.date > statement_.as_of && is_planned_run(day)) {
                return day;
            }
        }
        return std::nullopt;
    }

    std::vector<OffPlan> off() const {
        std::vector<OffPlan> off;
        ask_ceiling(off);
        ask_missed_time(off);
        ask_week(off);
        return off;
    }

private:
    void ask_ceiling(std::vector<OffPlan>& off) const {
        const std::optional<PlannedDay> next = next_run();
        const std::optional<double> cap_m = statement_.next_session_cap_m;
        if (next && cap_m && next->session.kind == SessionKind::run &&
            next->session.distance_m > *cap_m + least_slack_m) {
            OffPlan found{OffPlanRule::ceiling, next->date, next->date};
            found.planned_m = next->session.distance_m;
            found.ceiling_m = *cap_m;
            off.push_back(found);
        }
    }

    void ask_missed_time(std::vector<OffPlan>& off) const {
        const auto missed = longest_missed(schedule_, run_, statement_.as_of);
        if (missed && missed->days() > most_missed_days) {
            off.push_back({OffPlanRule::missed_time, missed->from, missed->to});
        }
    }

    void ask_week(std::vector<OffPlan>& off) const {
        const Date from =
            std::max(schedule_.days.front().date, statement_.as_of - (off_plan_days - 1));
        OffPlan missed{OffPlanRule::missed, from, statement_.as_of};
        OffPlan more{OffPlanRule::more, from, statement_.as_of};
        for (const DayAgainstPlan& day : days(from, statement_.as_of)) {
            missed.planned += is_planned_run(day.planned) ? 1 : 0;
            missed.missed += day.outcome == DayOutcome::missed ? 1 : 0;
            more.planned_m += day.planned.session.distance_m;
            more.done_m += counted_m(day);
        }
        const bool all = missed.missed > 0 && missed.missed == missed.planned;
        if (all || missed.missed > most_missed_runs) {
            off.push_back(missed);
        }
        if (more.done_m > (1.0 + most_surplus_share) * more.planned_m &&
            more.done_m > more.planned_m + least_slack_m) {
            off.push_back(more);
        }
    }

    const Schedule& schedule_;
    const risk::Statement& statement_;
    DaysRun run_;
};

int count_of(const std::vector<DayAgainstPlan>& days, DayOutcome outcome) {
    return static_cast<int>(std::count_if(days.begin(), days.end(), [&](const DayAgainstPlan& day) {
        return day.outcome == outcome;
    }));
}

} // namespace

std::string_view to_string(DayOutcome outcome) noexcept {
    switch (outcome) {
    case DayOutcome::ahead:
        return "ahead";
    case DayOutcome::rest:
        return "rest";
    case DayOutcome::as_planned:
        return "as_planned";
    case DayOutcome::more:
        return "more";
    case DayOutcome::less:
        return "less";
    case DayOutcome::otherwise:
        return "otherwise";
    case DayOutcome::missed:
        return "missed";
    case DayOutcome::extra:
        break;
    }
    return "extra";
}

std::string_view to_string(PlanTime time) noexcept {
    switch (time) {
    case PlanTime::not_begun:
        return "not_begun";
    case PlanTime::running:
        return "running";
    case PlanTime::over:
        break;
    }
    return "over";
}

std::span<const OffPlanRuleInfo> off_plan_rules() noexcept {
    return off_plan_table;
}

std::string_view id_of(OffPlanRule rule) noexcept {
    return off_plan_table.at(static_cast<std::size_t>(rule)).id;
}

int PlanStanding::missed() const {
    return count_of(days, DayOutcome::missed);
}

int PlanStanding::cut_short() const {
    return count_of(days, DayOutcome::less);
}

int PlanStanding::extra() const {
    return count_of(days, DayOutcome::extra);
}

PlanStanding standing_in(const PlanFile& file, std::span<const Session> sessions, Date week_from,
                         const risk::Statement& statement) {
    const Date as_of = statement.as_of;
    const Standing found(file, sessions, statement);
    PlanStanding standing;
    standing.first_day = file.plan.schedule.days.front().date;
    standing.last_day = file.last_day();
    standing.as_of = as_of;
    standing.time = as_of < standing.first_day  ? PlanTime::not_begun
                    : as_of > standing.last_day ? PlanTime::over
                                                : PlanTime::running;
    standing.goal_day = file.plan.goal_day;
    standing.days = found.days(week_from, as_of + days_a_week);
    for (const DayAgainstPlan& day : standing.days) {
        if (day.outcome == DayOutcome::ahead) {
            continue;
        }
        add_dose(standing.done, day.done);
        if (is_planned_run(day.planned)) {
            const PlannedSession& planned = day.planned.session;
            add_dose(standing.planned, {planned.distance_m, planned.duration_min, 1});
        }
    }
    standing.next_run = found.next_run();
    standing.hold = statement.hold;
    if (standing.time != PlanTime::over) {
        standing.off = found.off();
    }
    return standing;
}

} // namespace plimsoll::planner
