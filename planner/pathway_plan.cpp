// Putting a plan along a pathway together.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_plan.hpp"

#include "model/error.hpp"
#include "planner/expected_days.hpp"
#include "planner/pathway_runs.hpp"
#include "planner/pathway_verify.hpp"
#include "planner/pathway_warnings.hpp"
#include "planner/phase_content.hpp"
#include "planner/projection.hpp"
#include "planner/refer_first.hpp"
#include "planner/return_range.hpp"
#include "planner/speed_dose_rules.hpp"
#include "planner/speed_dose_verify.hpp"
#include "planner/speed_doses.hpp"
#include "planner/team_days.hpp"
#include "planner/usual_rpe.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace plimsoll::planner {
namespace {

class PathwayPlanner {
public:
    explicit PathwayPlanner(const PathwayRequest& request) : request_(request) {
        const auto later =
            std::find_if(request.sessions.begin(), request.sessions.end(),
                         [&](const Session& s) { return s.start.day > request.as_of; });
        known_ = request.sessions.first(static_cast<std::size_t>(later - request.sessions.begin()));
        const Audience audience =
            request.athlete != nullptr && request.athlete->plays && is_team(*request.athlete->plays)
                ? Audience::team
                : Audience::runner;
        path_.pathway = for_audience(*request.pathway, audience);
        keep_to_team_days(path_.pathway, request.goal.team_days, request.athlete);
        path_.first_day = start();
        path_.subject = subject_of(path_.pathway, request.athlete, request.injuries, request.as_of);
        path_.subject.came_on_running = request.came_on_running;
    }

    StartOnPathway start_only() {
        prepare();
        PlanOnPathway made = finish();
        return {std::move(made.background), std::move(made.path), std::move(refers_)};
    }

    PlanOnPathway plan() {
        prepare();
        if (refers_) {
            refer(*refers_);
            return finish();
        }
        if (path_.pathway.phases_from_running) {
            return plan_along_runs();
        }
        result_ = plan_runs(path_, background_, request_.goal, request_.weeks);
        if (result_.status == PlanStatus::planned) {
            build_days();
        }
        if (result_.status != PlanStatus::refer) {
            for (RuleInfo& rule : pathway_rules(path_.pathway)) {
                result_.rules.push_back(std::move(rule));
            }
            for (RuleInfo& rule :
                 speed_dose_rules(path_.pathway, result_.policy,
                                  PlanPolicy::usual(request_.athlete, background_.start()))) {
                result_.rules.push_back(std::move(rule));
            }
            if (!request_.goal.team_days.empty()) {
                result_.rules.push_back(team_day_rule(request_.goal.team_days));
            }
        }
        return finish();
    }

private:
    Date start() const { return request_.as_of + 1; }

    // All that is known before a distance is planned: the place on the pathway, what goes to a
    // clinician, the background of the runs.
    void prepare() {
        if (path_.pathway.of_injury() && !path_.subject.onset) {
            refers_ = referral_by_gates(*request_.pathway, request_.injuries, request_.events,
                                        request_.as_of);
            if (!refers_) {
                throw_no_onset();
            }
            return;
        }
        if (path_.pathway.phases_from_running) {
            background_ =
                background_of(known_, request_.athlete, request_.injuries, request_.injuries_known,
                              request_.as_of, request_.events, request_.hold);
            background_.weeks_from = request_.weeks_from;
            refers_ = refer_before_plan();
            judge_gates();
            return;
        }
        path_.state = state_of(path_.pathway, path_.subject, request_.events, request_.as_of);
        if (auto referral = refer_before_plan()) {
            path_.state->refers = std::move(referral);
        }
        judge_gates();
        path_.spans = expected_spans(path_.pathway, path_.subject, *path_.state, start());
        stretch_by_pictures();
        take_share_of_expected();
        choose_first_run();
        background_ =
            background_of(known_, request_.athlete, request_.injuries, request_.injuries_known,
                          first_run_ - 1, request_.events, hold_of_runs(), restart_of_runs());
        background_.weeks_from = request_.weeks_from;
        run_on_team_days(background_, request_.goal.team_days);
        refers_ = path_.state->refers;
    }

    std::size_t here() const { return path_.state->present().phase; }

    std::optional<Referral> refer_before_plan() const {
        return refer_first(*request_.pathway, request_.athlete, request_.injuries, request_.events,
                           known_, request_.as_of);
    }

    void refer(const Referral& referral) {
        result_.status = PlanStatus::refer;
        result_.why = referral.why + ": " + referral.text.substr(0, referral.text.size() - 1);
        result_.start = start();
    }

    PlanOnPathway finish() {
        result_.pathway = path_.pathway.id;
        if (result_.status == PlanStatus::planned && request_.goal.has_event()) {
            result_.goal_risk =
                goal_risk(result_.schedule, background_, result_.demand_m, *result_.goal_day);
        }
        path_.changes = changes_from_shipped(*request_.pathway);
        path_.early_return = early_return_of(path_, request_.as_of);
        return {std::move(result_), std::move(background_), std::move(path_)};
    }

    [[noreturn]] void throw_no_onset() const {
        throw InputError(
            {},
            fmt::format("the pathway '{}' starts with the onset of an injury ({}), and none is "
                        "recorded by {}",
                        path_.pathway.id, fmt::join(path_.pathway.sites, ", "),
                        long_day(request_.as_of)),
            "an injury_onset row in the events file, or [[injury]] with site and onset in the "
            "athlete's file");
    }

    // Time off: the phases are those of the runs, their gates boxes that hold nothing back.
    PlanOnPathway plan_along_runs() {
        result_ = make_plan(background_, request_.goal, request_.weeks);
        for (const Phase& phase : result_.schedule.phases) {
            const PathwayPhase* known = path_.pathway.phase_with(phase.id);
            if (known == nullptr) { // a file of a user's own leaves it out
                continue;
            }
            path_.spans.push_back({static_cast<std::size_t>(known - path_.pathway.phases.data()),
                                   phase.from, phase.to});
        }
        add_content(result_.schedule, path_.pathway, path_.spans, background_);
        set_doses();
        return finish();
    }

    // Without a state every gate counts as it stands today, else those of the phases so far.
    void judge_gates() {
        for (std::size_t p = 0; p < path_.pathway.phases.size(); ++p) {
            const PhaseStay* stay = path_.state ? path_.state->last_stay_in(p) : nullptr;
            if (stay != nullptr) {
                path_.gates.push_back(stay->gates);
                continue;
            }
            std::vector<GateResult> results;
            for (const Gate& gate : path_.pathway.phases[p].gates) {
                GateResult result =
                    judge(gate, path_.subject, request_.events,
                          request_.as_of - (record_counts_days + 1), request_.as_of);
                if (path_.state) {
                    result.state = GateState::open;
                    result.day.reset();
                    result.value.reset();
                }
                results.push_back(result);
            }
            path_.gates.push_back(std::move(results));
        }
    }

    // A grade or a place that a picture showed has a mean of days: no return is expected before.
    void stretch_by_pictures() {
        const std::optional<int> days = fewest_days(path_.pathway, path_.subject);
        if (days && path_.subject.onset) {
            path_.fewest_days = days;
            stretch_to_return(path_.pathway, path_.spans, start(), *path_.subject.onset + *days);
        }
    }

    // Of a range: the return sooner or later than expected, in proportion to the days since onset.
    void take_share_of_expected() {
        const auto back =
            std::find_if(path_.spans.begin(), path_.spans.end(), [&](const PhaseSpan& span) {
                return path_.pathway.phases[span.phase].after_return;
            });
        if (!request_.expected_share || back == path_.spans.end() || !path_.subject.onset) {
            return;
        }
        const double days = *request_.expected_share * (back->from - *path_.subject.onset);
        const int least = path_.fewest_days.value_or(0); // of what a picture showed
        move_return(path_.pathway, path_.subject, path_.spans, start(),
                    *path_.subject.onset + std::max(least, static_cast<int>(std::lround(days))));
    }

    // The first day for a run or a jump: behind what holds, and what the pathway forbids by the
    // calendar, whatever phase the records have led to.
    std::optional<Date> impact_from() const {
        std::optional<Date> from =
            path_.pathway.of_injury() ? path_.state->hold_until : std::nullopt;
        for (const PathwayPhase& phase : path_.pathway.phases) {
            if (phase.not_before && path_.subject.onset) {
                const Date earliest = *path_.subject.onset + phase.not_before->day;
                from = std::max(from, std::optional(earliest));
            }
        }
        return from;
    }

    void choose_first_run() {
        first_run_ = std::max(start(), path_.spans[span_of_runs(path_)].from);
        if (const std::optional<Date> from = impact_from()) {
            first_run_ = std::max(first_run_, *from);
        }
        if (first_run_ > start()) {
            path_.running_from = first_run_;
        }
    }

    // Pain of an injury on its way puts the runs off; any other pain forbids a plan, as ever.
    std::optional<std::string> hold_of_runs() const {
        if (path_.pathway.of_injury()) {
            return std::nullopt;
        }
        if (!request_.hold && path_.state->hold) {
            const PainReport& pain = *path_.state->hold;
            return fmt::format("pain {:g} of 10 on {}", pain.score, long_day(pain.day));
        }
        return request_.hold;
    }

    std::optional<Restart> restart_of_runs() const {
        if (!path_.pathway.of_injury()) {
            return std::nullopt;
        }
        const PathwayState& state = *path_.state;
        Restart restart;
        restart.injured = path_.subject.onset.value_or(state.stays.front().from);
        restart.first_run = first_run_;
        restart.sites = path_.pathway.sites;
        const bool may_run = path_.pathway.phases[here()].running == Running::plan;
        if (!may_run) {
            return restart;
        }
        // Since the phases with runs were entered without a step back to one without.
        Date since = state.present().from;
        for (auto stay = state.stays.rbegin();
             stay != state.stays.rend() &&
             path_.pathway.phases[stay->phase].running == Running::plan;
             ++stay) {
            since = stay->from;
        }
        for (const Session& session : known_) {
            if (session.start.day >= since && is_run(session.sport) &&
                session.distance_m.value_or(0.0) > 0.0) {
                restart.first_run = session.start.day;
                break;
            }
        }
        restart.rungs_done = rungs_done(path_.pathway, *path_.state);
        return restart;
    }

    void build_days() {
        std::vector<PlannedDay> runs = std::move(result_.schedule.days);
        result_.schedule.days = {};
        path_.last_distance = runs.back().date;
        const Date last = last_planned_day(path_, runs.back().date);
        for (Date date = start(); date <= last; date = date + 1) {
            if (date >= runs.front().date && date <= runs.back().date) {
                result_.schedule.days.push_back(
                    std::move(runs[static_cast<std::size_t>(date - first_run_)]));
            } else {
                PlannedDay day;
                day.date = date;
                day.session.id =
                    fmt::format("{}-{}", to_string(date), to_string(SessionKind::rest));
                result_.schedule.days.push_back(std::move(day));
            }
        }
        name_phases(last);
        const std::optional<Date> wait =
            path_.pathway.of_injury() ? impact_from() : path_.state->hold_until;
        const bool plays =
            result_.kind == GoalKind::match ||
            (path_.subject.audience == Audience::team && !path_.pathway.goal_day_starts.empty());
        add_content(result_.schedule, path_.pathway, path_.spans, background_,
                    {wait, plays ? result_.goal_day : std::nullopt, request_.goal.team_days});
        path_.days_left = team_days_left(result_.schedule, request_.goal.team_days);
        set_doses();
        verify_pathway(result_.schedule,
                       {path_.pathway, path_.subject, request_.events,
                        background_.measuring_sessions(), start(), request_.goal.team_days});
        project(result_.schedule, background_, result_.first_back);
    }

    // How much of the speed and turns that stand on the days; nothing of it moves the goal's day.
    void set_doses() {
        if (request_.expected_share) {
            return;
        }
        const std::span<const Session> counted = background_.measuring_sessions();
        result_.speed =
            set_speed_doses(result_.schedule, {path_.pathway, result_.policy, request_.goal.speed,
                                               request_.athlete, known_, counted});
        if (result_.speed) {
            verify_speed_doses(result_.schedule,
                               {path_.pathway, result_.policy, request_.goal.speed,
                                request_.athlete, result_.speed->top_speed_mps, known_, counted});
        }
        set_usual_rpe(result_.schedule, known_, request_.as_of);
    }

    // The last phase holds the days that are left over.
    void name_phases(Date last) {
        path_.spans.back().to = std::max(path_.spans.back().to, last);
        result_.schedule.phases.clear();
        for (const PhaseSpan& span : path_.spans) {
            const PathwayPhase& phase = path_.pathway.phases[span.phase];
            result_.schedule.phases.push_back({phase.id, phase.name, span.from, span.to});
            for (PlannedDay& day : result_.schedule.days) {
                if (span.contains(day.date)) {
                    day.phase = phase.id;
                }
            }
        }
    }

    const PathwayRequest& request_;
    std::span<const Session> known_;
    Date first_run_ = Date::from_days(0);
    Background background_;
    PlanResult result_;
    PathwayPlan path_;
    std::optional<Referral> refers_;
};

} // namespace

StartOnPathway start_on_pathway(const PathwayRequest& request) {
    require(request.pathway != nullptr, "start_on_pathway: a pathway");
    return PathwayPlanner(request).start_only();
}

PlanOnPathway plan_on_pathway(const PathwayRequest& request) {
    require(request.pathway != nullptr, "plan_on_pathway: a pathway");
    PlanOnPathway planned = PathwayPlanner(request).plan();
    if (!request.expected_share) {
        planned.path.range = return_range(request, planned);
    }
    return planned;
}

} // namespace plimsoll::planner
