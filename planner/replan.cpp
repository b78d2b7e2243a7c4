// Going on with a plan.
// SPDX-License-Identifier: Apache-2.0
#include "planner/replan.hpp"

#include "model/error.hpp"
#include "planner/projection.hpp"
#include "planner/return_range.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace plimsoll::planner {
namespace {

void require_within(const PlanFile& file, Date as_of) {
    if (as_of < file.made_on()) {
        throw InputError({file.path, 0, 0, ""},
                         fmt::format("the plan was made as of {}, and it is to go on as of {}, "
                                     "before it begins",
                                     long_day(file.made_on()), long_day(as_of)),
                         "--as-of names the last day that counts as done");
    }
    if (as_of >= file.last_day()) {
        throw InputError({file.path, 0, 0, ""},
                         fmt::format("the plan ended on {}: there is nothing to go on with",
                                     long_day(file.last_day())),
                         "make a new plan, without --continue");
    }
}

std::vector<PassedGate> passed_since(const PathwayPlan& path, Date made_on) {
    std::vector<PassedGate> passed;
    for (std::size_t p = 0; p < path.gates.size(); ++p) {
        const PathwayPhase& phase = path.pathway.phases[p];
        for (std::size_t g = 0; g < path.gates[p].size(); ++g) {
            const GateResult& result = path.gates[p][g];
            if (result.state == GateState::passed && result.day && *result.day > made_on) {
                passed.push_back({phase.id, phase.gates[g].id, phase.gates[g].text, *result.day});
            }
        }
    }
    return passed;
}

// Once what the events and the answers of the screen both say.
std::vector<Event> pain_since(std::span<const Event> events, Date made_on, Date as_of) {
    std::vector<Event> pain;
    for (const Event& event : events) {
        const bool is_score =
            event.kind == EventKind::pain || event.kind == EventKind::morning_pain;
        const bool told = std::any_of(pain.begin(), pain.end(), [&](const Event& known) {
            return known.day == event.day && known.kind == event.kind &&
                   known.value == event.value && body_part(known.detail) == body_part(event.detail);
        });
        if (is_score && !told && event.value.value_or(0.0) > 0.0 && event.day > made_on &&
            event.day <= as_of) {
            pain.push_back(event);
        }
    }
    std::stable_sort(pain.begin(), pain.end(),
                     [](const Event& a, const Event& b) { return a.day < b.day; });
    return pain;
}

// The place on the pathway as it is today, its phases to come as the plan has them.
PathwayPlan with_phases_of(PathwayPlan path, const PlanFile& file, Date as_of) {
    const Schedule& schedule = file.plan.schedule;
    path.spans.clear();
    for (const Phase& phase : schedule.phases) {
        const PathwayPhase* known = path.pathway.phase_with(phase.id);
        if (known != nullptr && phase.to > as_of) {
            path.spans.push_back({static_cast<std::size_t>(known - path.pathway.phases.data()),
                                  phase.from, phase.to});
        }
    }
    path.running_from.reset();
    if (!path.state) {
        return path;
    }
    if (const Date first_week = schedule.weeks.front().from; first_week > as_of + 1) {
        path.running_from = first_week;
    }
    path.last_distance = schedule.weeks.back().to();
    const ExpectedDays* row = row_with_spread(path.pathway, path.subject);
    if (file.range && row != nullptr) {
        path.range = ReturnRange{file.range->p10, file.range->p50, file.range->p90, row->text,
                                 *row->mean_days, *row->sd_days,   row->grounds};
    }
    if (!path.pathway.goal_day_starts.empty() && file.plan.kind == GoalKind::base) {
        path.base_day = schedule.weeks.back().to();
    }
    return path;
}

// The plan of the file, the ratios ahead of it behind what was run.
PlanResult kept_plan(const GoingOn& plan, const Background& origin) {
    PlanResult kept = plan.file.plan;
    kept.policy = PlanPolicy::of(origin.athlete, origin.start());
    Schedule followed = plan.followed;
    project(followed, origin, kept.first_back);
    for (std::size_t i = 0; i < kept.schedule.days.size(); ++i) {
        if (kept.schedule.days[i].date > plan.request.as_of) {
            kept.schedule.days[i].projected = followed.days[i].projected;
        }
    }
    kept.schedule.risk_per = followed.risk_per;
    kept.schedule.risk_baseline = followed.risk_baseline;
    kept.demand_from = plan.request.goal.event_from;
    return kept;
}

PlanResult ahead_of(PlanResult plan, Date as_of) {
    Schedule& schedule = plan.schedule;
    plan.start = as_of + 1;
    std::erase_if(schedule.days, [&](const PlannedDay& day) { return day.date <= as_of; });
    std::erase_if(schedule.weeks, [&](const PlannedWeek& week) { return week.to() <= as_of; });
    std::erase_if(schedule.phases, [&](const Phase& phase) { return phase.to <= as_of; });
    return plan;
}

} // namespace

Replan replan(const PathwayRequest& request, const PlanFile& file) {
    require(request.pathway != nullptr, "replan: a pathway");
    require_within(file, request.as_of);
    const std::optional<StartOnPathway> origin = start_of_plan(file, request);
    StartOnPathway today = start_on_pathway(request);
    const DaysRun run(request.sessions);
    const Schedule& schedule = file.plan.schedule;
    const Schedule followed = as_followed(schedule, run, request.as_of);
    const GoingOn going_on{file, request, today, run, followed};
    Replan result;
    result.from = file.plan.start;
    result.as_of = request.as_of;
    result.goal_day_was = file.plan.goal_day;
    result.last_day_was = file.last_day();
    result.sequence = file.sequence;
    result.done = done_by_week(schedule, run, request.as_of);
    result.missed = longest_missed(schedule, run, request.as_of);
    result.passed = passed_since(today.path, file.made_on());
    result.pain = pain_since(request.events, file.made_on(), request.as_of);
    result.reasons = reasons_to_replan(going_on, origin);
    result.kept = result.reasons.empty();
    if (!result.kept) {
        PathwayRequest anew = request;
        anew.weeks_from = file.plan.weeks_from.value_or(schedule.weeks.front().from);
        result.plan = plan_on_pathway(anew);
        result.ahead = result.plan.result;
        result.changes = changes_between(schedule, result.ahead.schedule, request.as_of);
        return result;
    }
    result.plan.result = kept_plan(going_on, origin->background);
    result.ahead = ahead_of(result.plan.result, request.as_of);
    const std::optional<Date> goal_day = file.plan.goal_day;
    if (file.plan.kind != GoalKind::base && goal_day && *goal_day > request.as_of) {
        result.plan.result.goal_risk =
            goal_risk(result.ahead.schedule, today.background, file.plan.demand_m, *goal_day);
        result.ahead.goal_risk = result.plan.result.goal_risk;
    }
    result.plan.path = with_phases_of(today.path, file, request.as_of);
    result.plan.background = std::move(today.background);
    return result;
}

} // namespace plimsoll::planner
