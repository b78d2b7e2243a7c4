// What a plan costs beside one bare solve of its linear program. ./dev bench runs it.
//
// A made-up runner of 40 km a week on four days, uninjured. "solves" is the time of the benchmark
// as a multiple of one Clp solve of the model over as many weeks, timed in the same run.
// SPDX-License-Identifier: Apache-2.0
#include "model/units.hpp"
#include "planner/objective.hpp"
#include "planner/plan.hpp"
#include "planner/plan_search.hpp"
#include "planner/solver.hpp"

#include <benchmark/benchmark.h>
#include <chrono>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;

namespace {

constexpr int days_of_log = 200;
constexpr int rounds_of_bare = 20;

struct MadeUp {
    Athlete athlete;
    std::vector<Session> sessions;
    Background background;

    MadeUp() {
        const Date last = *parse_date("2026-11-01"); // a Sunday
        for (int back = days_of_log; back >= 0; --back) {
            const Date day = last - back;
            double km = 0.0;
            switch (day.weekday()) {
            case Weekday::tue:
            case Weekday::sat:
                km = 8.0;
                break;
            case Weekday::thu:
                km = 9.0;
                break;
            case Weekday::sun:
                km = 15.0;
                break;
            default:
                continue;
            }
            Session run;
            run.athlete = "alex";
            run.start.day = day;
            run.sport = Sport::run;
            run.distance_m = km * units::metres_per_kilometre;
            run.duration_s = km * 360.0;
            sessions.push_back(std::move(run));
        }
        background = background_of(sessions, &athlete, {}, true, last);
    }
};

const MadeUp& made_up() {
    static const MadeUp one;
    return one;
}

LinearProgram bare_program(int weeks) {
    const Background& background = made_up().background;
    const PlanPolicy policy = PlanPolicy::of(&made_up().athlete, background.start());
    PlanSearch search(background, policy, weeks);
    const auto last = static_cast<std::size_t>(weeks) - 1;
    const HorizonModel model = search.model_to(last);
    LinearProgram program = model.program();
    const Expression held = model.week_km(last);
    for (const auto& [column, factor] : held.terms()) {
        program.cost[column] = -factor;
    }
    return program;
}

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point from) {
    return std::chrono::duration<double>(Clock::now() - from).count();
}

double bare_seconds(int weeks) {
    const LinearProgram program = bare_program(weeks);
    const auto from = Clock::now();
    for (int i = 0; i < rounds_of_bare; ++i) {
        benchmark::DoNotOptimize(solve(program));
    }
    return seconds_since(from) / rounds_of_bare;
}

// Runs @p work, and says how many bare solves over as many weeks one of it costs.
template <class Work>
void against_bare(benchmark::State& state, int weeks, const Work& work) {
    const double bare_s = bare_seconds(weeks);
    const auto from = Clock::now();
    for (auto _ : state) {
        work();
    }
    state.counters["solves"] =
        seconds_since(from) / static_cast<double>(state.iterations()) / bare_s;
}

void bare_solve(benchmark::State& state) {
    const LinearProgram program = bare_program(static_cast<int>(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(solve(program));
    }
}

// One plan over so many weeks: every goal of the objective, rounded.
void one_plan(benchmark::State& state) {
    const auto weeks = static_cast<int>(state.range(0));
    const Background& background = made_up().background;
    const PlanPolicy policy = PlanPolicy::of(&made_up().athlete, background.start());
    against_bare(state, weeks, [&] {
        PlanSearch search(background, policy, weeks);
        if (!search.plan_to(static_cast<std::size_t>(weeks) - 1, 44.0, Effort::quick)) {
            throw std::runtime_error("no plan of 44 km a week");
        }
    });
}

// The first Sunday of a race, over so many weeks.
void earliest_race(benchmark::State& state, double distance_m, PlanStatus expected) {
    const auto weeks = static_cast<int>(state.range(0));
    Goal goal;
    goal.kind = GoalKind::race;
    goal.event_distance_m = distance_m;
    against_bare(state, weeks, [&] {
        if (make_plan(made_up().background, goal, weeks).status != expected) {
            throw std::runtime_error("another answer than expected");
        }
    });
}

BENCHMARK(bare_solve)->Arg(12)->Arg(52)->Unit(benchmark::kMillisecond);
BENCHMARK(one_plan)->Arg(13)->Arg(53)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(earliest_race, half_marathon, 21'097.5, PlanStatus::planned)
    ->Arg(52)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(earliest_race, beyond_reach, 2'000'000.0, PlanStatus::infeasible)
    ->Arg(52)
    ->Unit(benchmark::kMillisecond);

} // namespace
