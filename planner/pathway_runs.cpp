// Runs and phases, fitted to each other.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_runs.hpp"

#include "model/error.hpp"
#include "planner/phase_spans.hpp"
#include "planner/speed_weeks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace plimsoll::planner {
namespace {

constexpr int most_rounds = 6; // of moving the day behind the phases: policy
constexpr const char* gates_rule = "gates_in_order";

class RunsOnPathway {
public:
    RunsOnPathway(PathwayPlan& path, const Background& background, const Goal& goal, int weeks)
        : path_(path),
          background_(background),
          goal_(goal),
          weeks_(weeks),
          spans_(path.spans) {}

    PlanResult plan() {
        goal_.has_event() ? plan_event() : plan_base();
        return std::move(result_);
    }

private:
    Date start() const { return path_.first_day; }

    const PathwayPhase& phase_of(const PhaseSpan& span) const {
        return path_.pathway.phases[span.phase];
    }

    // The phases as they were before any runs, and runs to a goal.
    void make_runs(const Goal& goal) {
        path_.spans = spans_;
        result_ = make_plan(background_, goal, weeks_);
        result_.start = start();
        if (result_.status == PlanStatus::planned) {
            fit_phases();
        }
    }

    // The ladder lasts as long as it takes.
    void fit_phases() {
        std::optional<Date> last_rung;
        for (const PlannedDay& day : result_.schedule.days) {
            if (day.session.kind == SessionKind::walk_run) {
                last_rung = day.date;
            }
        }
        if (last_rung) {
            stretch(path_.spans, span_of_runs(path_), *last_rung);
        }
        stretch_for_speed();
    }

    // A phase with speed lasts until it has had its days in weeks that may hold speed.
    void stretch_for_speed() {
        const std::vector<DaySpan> growing =
            growing_weeks(result_.schedule, background_.measuring_sessions());
        for (std::size_t i = 0; i < path_.spans.size(); ++i) {
            const PathwayPhase& phase = phase_of(path_.spans[i]);
            const bool speed =
                std::any_of(phase.exercises.begin(), phase.exercises.end(),
                            [](const Exercise& exercise) { return has_speed(exercise.kind); });
            if (!speed || phase.after_return) {
                continue;
            }
            const int days = path_.spans[i].to - std::max(path_.spans[i].from, start()) + 1;
            Date last = std::max(path_.spans[i].from, start()) - 1;
            for (int held = 0; held < days;) {
                last = last + 1;
                held += is_in(growing, last) ? 0 : 1;
            }
            stretch(path_.spans, i, last);
        }
    }

    // The span that begins with the first game, or that is behind the return to sport.
    std::optional<std::size_t> span_of_return() const {
        for (std::size_t i = 0; i < path_.spans.size(); ++i) {
            const PathwayPhase& phase = phase_of(path_.spans[i]);
            if (phase.id == path_.pathway.goal_day_starts || phase.after_return) {
                return i;
            }
        }
        return std::nullopt;
    }

    // A weekly distance; a day of a game has to leave room for all before it.
    void plan_base() {
        const auto game = [&]() -> std::optional<std::size_t> {
            return path_.pathway.goal_day_starts.empty() ? std::nullopt : span_of_return();
        };
        Goal goal = goal_;
        if (!path_.pathway.goal_day_starts.empty()) {
            goal.date.reset(); // of the game, not of the distance
        }
        make_runs(goal);
        if (result_.status != PlanStatus::planned || !game()) {
            return;
        }
        const std::size_t i = *game();
        const PhaseSpan span = path_.spans[i];
        path_.base_day = result_.earliest_day;
        result_.wished = goal_.date;
        result_.earliest_day = span.from;
        if (i == 0 || !goal_.date) {
            result_.goal_day = span.from;
        } else if (*goal_.date >= span.from) {
            stretch(path_.spans, 0, path_.spans.front().to + (*goal_.date - span.from));
            result_.goal_day = goal_.date;
        } else {
            refuse_day(i, *goal_.date);
        }
    }

    // Whether the phases are expected to leave the return to sport on the goal's day.
    bool is_back_by_goal_day() const {
        const std::optional<std::size_t> back = span_of_return();
        return !back || *result_.goal_day >= path_.spans[*back].from;
    }

    // The first plan to a day of the goal that the phases leave room for.
    bool find_earliest() {
        Goal goal = goal_;
        goal.date.reset();
        if (goal_.date) {
            goal.event_weekday = goal_.date->weekday();
        }
        for (int round = 0; round < most_rounds; ++round) {
            make_runs(goal);
            if (result_.status != PlanStatus::planned) {
                return false;
            }
            if (is_back_by_goal_day()) {
                result_.earliest_day = result_.goal_day;
                return true;
            }
            goal.not_before = path_.spans[*span_of_return()].from;
        }
        refuse_day(*span_of_return(), *result_.goal_day);
        return false;
    }

    void plan_event() {
        const bool some = find_earliest();
        const std::optional<Date> earliest = some ? result_.earliest_day : std::nullopt;
        if (goal_.date && goal_.date != earliest) {
            make_runs(goal_);
            if (result_.status == PlanStatus::planned && !is_back_by_goal_day()) {
                refuse_day(*span_of_return(), *goal_.date);
            }
        }
        result_.earliest_day = earliest;
        result_.wished = goal_.date;
        if (result_.status == PlanStatus::planned && goal_.kind == GoalKind::match) {
            const std::size_t back = span_of_return().value_or(0);
            if (back > 0) {
                stretch(path_.spans, back - 1, *result_.goal_day - 1);
            }
        }
    }

    void refuse_day(std::size_t game, Date wished) {
        result_.status = PlanStatus::infeasible;
        result_.goal_day.reset();
        result_.schedule = {};
        result_.why =
            fmt::format("the phases before '{}' last to {} as expected",
                        phase_of(path_.spans[game]).name, long_day(path_.spans[game - 1].to));
        result_.conflicts = {
            {gates_rule, path_.spans[game].from, 0.0, path_.spans[game].from - wished}};
        result_.together = {gates_rule};
    }

    PathwayPlan& path_;
    const Background& background_;
    const Goal& goal_;
    int weeks_;
    std::vector<PhaseSpan> spans_; ///< as expected, whatever is run
    PlanResult result_;
};

} // namespace

std::size_t span_of_runs(const PathwayPlan& path) {
    const auto found = std::find_if(path.spans.begin(), path.spans.end(), [&](const auto& span) {
        return path.pathway.phases[span.phase].running == Running::plan;
    });
    require(found != path.spans.end(), "span_of_runs: no phase with planned runs");
    return static_cast<std::size_t>(found - path.spans.begin());
}

PlanResult plan_runs(PathwayPlan& path, const Background& background, const Goal& goal, int weeks) {
    return RunsOnPathway(path, background, goal, weeks).plan();
}

Date last_planned_day(const PathwayPlan& path, Date last_run) {
    Date last = last_run;
    for (const PhaseSpan& span : path.spans) {
        const PathwayPhase& phase = path.pathway.phases[span.phase];
        if (phase.id == path.pathway.goal_day_starts) {
            last = std::max(last, std::min(span.to, span.from + (days_a_week - 1)));
        } else if (!phase.after_return) {
            last = std::max(last, span.to);
        }
    }
    return last;
}

} // namespace plimsoll::planner
