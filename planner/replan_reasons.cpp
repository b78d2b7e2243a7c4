// Reasons to plan anew.
// SPDX-License-Identifier: Apache-2.0
#include "planner/replan_reasons.hpp"

#include "model/error.hpp"
#include "model/units.hpp"
#include "model/words.hpp"
#include "planner/pathway_verify.hpp"
#include "planner/rules/available_days.hpp"
#include "planner/rules/ratio_ceiling.hpp"
#include "planner/rules/session_cap.hpp"
#include "planner/rules/walk_run_rule.hpp"
#include "planner/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr double same_distance_m = 0.5;

// Only days from @p first to @p last, every run as the rules know it: a team session was one.
Schedule as_planned_runs(Schedule schedule, Date first, Date last) {
    std::erase_if(schedule.days,
                  [&](const PlannedDay& day) { return day.date < first || day.date > last; });
    for (PlannedDay& day : schedule.days) {
        SessionKind& kind = day.session.kind;
        if (day.session.is_goal) {
            continue; // a race or match of the goal was planned as such
        }
        kind = kind == SessionKind::rest || kind == SessionKind::walk_run ? kind : SessionKind::run;
    }
    return schedule;
}

// What is left of a plan behind a day: its weeks, phases and days, the first ones perhaps in part.
Schedule left_behind(const Schedule& schedule, Date as_of) {
    Schedule left = schedule;
    std::erase_if(left.days, [&](const PlannedDay& day) { return day.date <= as_of; });
    std::erase_if(left.phases, [&](const Phase& phase) { return phase.to <= as_of; });
    return left;
}

// The race or match that a plan leads to.
std::optional<EventDay> event_of(const PlanResult& plan) {
    if (plan.kind == GoalKind::base || !plan.goal_day) {
        return std::nullopt;
    }
    return EventDay{*plan.goal_day, plan.demand_m, plan.kind == GoalKind::match};
}

class Reasons {
public:
    Reasons(const GoingOn& plan, const std::optional<StartOnPathway>& origin)
        : plan_(plan),
          origin_(origin),
          as_of_(plan.request.as_of),
          made_on_(plan.file.made_on()) {}

    std::vector<ReplanReason> all() {
        ask_goal();
        if (!out_.empty() && plan_.file.plan.pathway != plan_.request.goal.pathway) {
            return std::move(out_);
        }
        ask_health();
        ask_log();
        ask_phase();
        if (!origin_) {
            add(reason_injury, made_on_ + 1,
                say("the injury that the plan starts from is recorded otherwise than it was"));
            return std::move(out_);
        }
        const bool may_go_on = out_.empty();
        ask_days();
        if (origin_->background.start() != plan_.file.plan.schedule.weeks.front().from) {
            add(reason_history, made_on_,
                say("what was recorded by {} is not what the plan was made from: runs "
                    "would have begun on {}",
                    long_day(made_on_), long_day(origin_->background.start())));
            return std::move(out_);
        }
        ask_rules();
        if (may_go_on) { // else its phases have gone other ways anyhow
            ask_pathway_rules();
        }
        return std::move(out_);
    }

private:
    void add(std::string id, Date date, std::string text, std::optional<double> by_m = {}) {
        out_.push_back({std::move(id), date, by_m, std::move(text)});
    }

    bool has(std::string_view id) const {
        return std::any_of(out_.begin(), out_.end(),
                           [&](const ReplanReason& reason) { return reason.id == id; });
    }

    void ask_goal() {
        const PlanResult& plan = plan_.file.plan;
        const Goal& goal = plan_.request.goal;
        if (plan.pathway != goal.pathway) {
            add(reason_goal, as_of_,
                say("the goal goes by the pathway {}, the plan by {}", goal.pathway, plan.pathway));
        }
        if (plan.wished != goal.date) {
            const auto when = [](const std::optional<Date>& day) {
                return day ? say("for {}", long_day(*day)) : say("as soon as it is safe");
            };
            add(reason_goal, as_of_,
                say("the goal is wished {}, the plan was made for one {}", when(goal.date),
                    when(plan.wished)));
        }
        const double demand_m = goal.has_event() ? goal.event_distance_m
                                                 : goal.weekly_distance_m.value_or(plan.demand_m);
        if (plan.kind != goal.kind || std::abs(demand_m - plan.demand_m) > same_distance_m) {
            add(reason_goal, as_of_,
                say("the goal is {}, that of the plan {}", told(goal.kind, demand_m),
                    told(plan.kind, plan.demand_m)));
        }
        const bool other_weekday = goal.has_event() && !goal.date && goal.event_weekday &&
                                   plan.goal_day && plan.goal_day->weekday() != *goal.event_weekday;
        if (other_weekday) {
            add(reason_goal, as_of_,
                say("matches are on {}, and the plan leads to {}", to_string(*goal.event_weekday),
                    long_day(*plan.goal_day)));
        }
    }

    static std::string told(GoalKind kind, double demand_m) {
        const double km = demand_m / units::metres_per_kilometre;
        return kind == GoalKind::base ? say("{:.1f} km a week", km)
                                      : say("a {} of {:.1f} km", to_string(kind), km);
    }

    void ask_health() {
        for (const Injury& injury : plan_.request.injuries) {
            if (injury.onset > made_on_ && injury.onset <= as_of_) {
                add(reason_injury, injury.onset,
                    say("{} since {}", injury.site, long_day(injury.onset)));
            }
        }
        const PathwayPlan& path = plan_.today.path;
        if (path.pathway.of_injury() && path.subject.onset != plan_.file.onset &&
            !has(reason_injury)) {
            add(reason_injury, path.subject.onset.value_or(made_on_),
                say("the onset of the injury is recorded on another day than it was"));
        }
        ask_pain();
        if (plan_.today.refers) {
            add(reason_refer, as_of_, plan_.today.refers->why);
        } else if (!has(reason_pain) && !has(reason_injury)) {
            if (const auto why = reason_to_hold(plan_.today.background)) {
                add(reason_refer, as_of_, *why);
            }
        }
    }

    void ask_pain() {
        const PathwayPlan& path = plan_.today.path;
        std::optional<PainReport> pain = recent_pain(plan_.request.events, as_of_);
        if (path.state) {
            pain = path.state->hold;
        } else if (pain && !pain->holds()) {
            pain.reset();
        }
        if (pain) {
            add(reason_pain, pain->day,
                say("pain {:g} of 10{} on {}{}: hold, then repeat the level", pain->score,
                    pain->morning ? say(" in the morning") : "", long_day(pain->day),
                    pain->site.empty() ? "" : " (" + pain->site + ")"));
        } else if (path.state && path.state->repeats_from && *path.state->repeats_from > made_on_) {
            add(reason_pain, *path.state->repeats_from,
                say("pain on {}: the phase is repeated from that day",
                    long_day(*path.state->repeats_from)));
        }
    }

    void ask_log() {
        static constexpr std::array not_logged{EventKind::unlogged};
        for (const DaySpan& span : spans_of(plan_.request.events, not_logged)) {
            if (span.to > made_on_ && span.from <= as_of_) {
                add(reason_unlogged, span.from,
                    say("nothing was logged from {} to {}: what was run of the plan is not "
                        "known",
                        long_day(span.from), long_day(std::min(span.to, as_of_))));
            }
        }
        const auto missed = longest_missed(plan_.file.plan.schedule, plan_.run, as_of_);
        if (missed && missed->days() > most_missed_days) {
            add(reason_missed, missed->from,
                say("no run from {} to {}, {} days: more than {} missed, the base is "
                    "computed anew",
                    long_day(missed->from), long_day(missed->to), missed->days(),
                    most_missed_days));
        }
    }

    const Phase* expected_phase(Date day) const {
        const std::vector<Phase>& phases = plan_.file.plan.schedule.phases;
        const auto found = std::find_if(phases.begin(), phases.end(), [&](const Phase& phase) {
            return phase.from <= day && day <= phase.to;
        });
        return found == phases.end() ? nullptr : &*found;
    }

    std::string open_gates() const {
        const PathwayPlan& path = plan_.today.path;
        const std::size_t here = path.state->present().phase;
        std::string texts;
        for (std::size_t g = 0; g < path.gates[here].size(); ++g) {
            if (path.gates[here][g].state != GateState::passed) {
                texts += (texts.empty() ? "" : "; ") + path.pathway.phases[here].gates[g].text;
            }
        }
        return texts;
    }

    void ask_phase() {
        const PathwayPlan& path = plan_.today.path;
        const Phase* expected = expected_phase(as_of_ + 1);
        if (!path.state || expected == nullptr) {
            return;
        }
        const PathwayState& state = *path.state;
        std::size_t here = state.present().phase;
        if (state.waits_until && *state.waits_until <= as_of_ + 1) {
            ++here; // all gates are passed, tomorrow it may begin
        }
        const std::vector<PathwayPhase>& phases = path.pathway.phases;
        if (phases[here].id == expected->id) {
            return;
        }
        if (state.present().back && state.present().from > made_on_) {
            add(reason_phase, state.present().from,
                say("back to {} on {}: {}", phases[here].id, long_day(state.present().from),
                    state.present().why));
            return;
        }
        const auto found =
            std::find_if(phases.begin(), phases.end(),
                         [&](const PathwayPhase& phase) { return phase.id == expected->id; });
        if (found != phases.end() && found - phases.begin() < static_cast<std::ptrdiff_t>(here)) {
            add(reason_phase, state.present().from,
                say("{} began on {}, sooner than the plan expected: it has {} until {}",
                    phases[here].id, long_day(state.present().from), expected->id,
                    long_day(expected->to)));
            return;
        }
        const std::string open = open_gates();
        add(reason_phase, expected->from,
            say("{} was expected from {}, and gates of {} are open{}", expected->id,
                long_day(expected->from), phases[here].id,
                open.empty() ? std::string() : ": " + open));
    }

    // Days that an event takes away, as far as something stands on them.
    void ask_days() {
        for (const PlannedDay& day : plan_.file.plan.schedule.days) {
            const bool holds_some = day.session.kind != SessionKind::rest || !day.others.empty();
            if (day.date > as_of_ && holds_some && origin_->background.is_away(day.date)) {
                add(reason_away, day.date,
                    say("{} has something planned, and an event takes the day away",
                        long_day(day.date)));
                return; // the first tells it
            }
        }
    }

    // Rules of a run are of its own day; all others are of the seven days from theirs.
    bool is_ahead(const Violation& violation) const {
        static constexpr std::array<std::string_view, 4> of_a_day{
            SessionCap::id, WalkRunRule::id, RatioCeiling::id, AvailableDays::id};
        if (violation.date > as_of_) {
            return true;
        }
        if (std::find(of_a_day.begin(), of_a_day.end(), violation.rule) != of_a_day.end()) {
            return false;
        }
        const Date last = violation.date + (days_a_week - 1);
        const std::vector<PlannedDay>& days = plan_.file.plan.schedule.days;
        return std::any_of(days.begin(), days.end(), [&](const PlannedDay& day) {
            return day.date > as_of_ && day.date <= last && day.session.kind != SessionKind::rest;
        });
    }

    // Of each rule the first.
    void tell(const std::vector<Violation>& violations) {
        for (const Violation& violation : violations) {
            if (has(violation.rule)) {
                continue;
            }
            add(violation.rule, violation.date,
                violation.by_m > 0.0
                    ? say("with what was run, the days from {} on would break this rule "
                          "by {:.1f} km",
                          long_day(violation.date), violation.by_m / 1000.0)
                    : say("with what was run, {} would break this rule", long_day(violation.date)),
                violation.by_m > 0.0 ? std::optional(violation.by_m) : std::nullopt);
        }
    }

    void ask_rules() {
        const Background& background = origin_->background;
        const PlanPolicy policy = PlanPolicy::of(background.athlete, background.start());
        const Rules rules = base_rules(background, policy, event_of(plan_.file.plan));
        const Schedule& followed = plan_.followed;
        const Schedule runs =
            as_planned_runs(followed, followed.weeks.front().from, followed.weeks.back().to());
        std::vector<Violation> violations = violations_of(runs, background, policy, rules);
        std::erase_if(violations, [&](const Violation& known) { return !is_ahead(known); });
        tell(violations);
    }

    void ask_pathway_rules() {
        const PathwayPlan& path = plan_.today.path;
        if (!path.state) {
            return;
        }
        const std::span<const Session> before = origin_->background.measuring_sessions();
        Schedule past = plan_.followed;
        std::erase_if(past.days, [&](const PlannedDay& day) { return day.date > as_of_; });
        const std::vector<Session> runs =
            with_history(past, {before.begin(), before.end()}, plan_.file.athlete);
        tell(pathway_violations(left_behind(plan_.file.plan.schedule, as_of_),
                                {path.pathway, path.subject, plan_.request.events, runs, as_of_ + 1,
                                 plan_.request.goal.team_days}));
    }

    const GoingOn& plan_;
    const std::optional<StartOnPathway>& origin_;
    Date as_of_;
    Date made_on_;
    std::vector<ReplanReason> out_;
};

} // namespace

std::optional<StartOnPathway> start_of_plan(const PlanFile& file, const PathwayRequest& request) {
    PathwayRequest then = request;
    then.as_of = file.made_on();
    then.hold.reset();
    then.weeks_from = file.plan.weeks_from;
    const bool some = std::any_of(request.sessions.begin(), request.sessions.end(),
                                  [&](const Session& s) { return s.start.day <= then.as_of; });
    if (!some) {
        throw InputError({file.path, 0, 0, ""},
                         say("the plan was made as of {}, and the log has no session by "
                             "then",
                             long_day(then.as_of)),
                         say("give the whole log, that of before the plan, too"));
    }
    const bool of_other = request.pathway->id != file.plan.pathway;
    if (of_other ||
        (request.pathway->of_injury() &&
         !subject_of(*request.pathway, request.athlete, request.injuries, then.as_of).onset)) {
        return std::nullopt;
    }
    return start_on_pathway(then);
}

std::vector<ReplanReason> reasons_to_replan(const GoingOn& plan,
                                            const std::optional<StartOnPathway>& origin) {
    return Reasons(plan, origin).all();
}

} // namespace plimsoll::planner
