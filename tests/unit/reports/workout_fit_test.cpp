// Workout files, read by our own decoder.
// SPDX-License-Identifier: Apache-2.0
#include "import/byte_source.hpp"
#include "import/fit_reader.hpp"
#include "reports/workout_fit.hpp"
#include "tests/support/plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <initializer_list>
#include <string>

using namespace plimsoll;
using namespace plimsoll::reports;
using test::day;

namespace {

planner::PlanResult plan_with(std::vector<planner::PlannedSession> sessions) {
    planner::PlanResult plan;
    Date date = day("2026-11-23");
    for (planner::PlannedSession& session : sessions) {
        planner::PlannedDay planned;
        planned.date = date;
        planned.session = std::move(session);
        plan.schedule.days.push_back(planned);
        date = date + 1;
    }
    return plan;
}

// Each message as "number:field=value ...", of the fields that are asked for.
std::vector<std::string> messages_of(const std::string& bytes) {
    const auto source = ingest::from_memory("workout.fit", bytes);
    ingest::FitReader reader(*source);
    std::vector<std::string> lines;
    for (auto event = reader.next(); event != ingest::FitReader::Event::end;
         event = reader.next()) {
        if (event != ingest::FitReader::Event::message) {
            continue;
        }
        const ingest::FitMessage& message = reader.message();
        std::string line = std::to_string(message.number());
        if (message.number() == 0) {
            line += " 0=" + std::to_string(message.code(0).value_or(0));
        }
        for (const std::uint8_t field : std::initializer_list<std::uint8_t>{254, 1, 2, 4, 6, 7}) {
            if (const auto code = message.code(field)) {
                line += " " + std::to_string(field) + "=" + std::to_string(*code);
            }
        }
        for (const std::uint8_t field : std::initializer_list<std::uint8_t>{0, 8}) {
            if (const auto text = message.text(field)) {
                line += " '" + std::string(*text) + "'";
            }
        }
        lines.push_back(line);
    }
    CHECK(reader.problems().empty());
    return lines;
}

} // namespace

TEST_CASE("a walk-run session is a workout of repeats", "[reports][workout]") {
    planner::PlannedSession session;
    session.kind = planner::SessionKind::walk_run;
    session.distance_m = 950;
    session.duration_min = 30;
    session.steps = {{6, 60, 240}};
    const auto files = workout_files(plan_with({session}), day("2026-11-22"));
    REQUIRE(files.size() == 1);
    CHECK(files[0].name == "2026-11-23-run.fit");
    const std::vector<std::string> lines = messages_of(files[0].bytes);
    REQUIRE(lines.size() == 5);
    // A workout; by hand 13475 days from 1989-12-31 to 2026-11-22.
    CHECK(lines[0] == "0 0=5 1=255 2=0 4=1164240000");
    CHECK(lines[1] == "26 4=1 6=3 'Mon 23 Nov walk-run 30 min'");
    CHECK(lines[2] == "27 254=0 1=0 2=240000 4=0 7=1 'Walk'");
    CHECK(lines[3] == "27 254=1 1=0 2=60000 4=0 7=0 'Run'");
    CHECK(lines[4] == "27 254=2 1=6 2=0 4=6 7=0 'Repeat'");
}

TEST_CASE("a run is a workout of a distance, without a walk one of a time", "[reports][workout]") {
    planner::PlannedSession run;
    run.kind = planner::SessionKind::run;
    run.distance_m = 4500;
    planner::PlannedSession whole;
    whole.kind = planner::SessionKind::walk_run;
    whole.distance_m = 4800;
    whole.duration_min = 30;
    whole.steps = {{1, 1800, 0}};
    const auto files = workout_files(plan_with({run, whole}), day("2026-11-22"));
    REQUIRE(files.size() == 2);
    CHECK(messages_of(files[0].bytes).at(2) == "27 254=0 1=1 2=450000 4=0 7=0 'Run'");
    CHECK(messages_of(files[1].bytes).at(2) == "27 254=0 1=0 2=1800000 4=0 7=0 'Run'");
}

TEST_CASE("only runs are workouts", "[reports][workout]") {
    planner::PlannedSession match;
    match.kind = planner::SessionKind::match;
    match.distance_m = 9000;
    CHECK(workout_files(plan_with({match, planner::PlannedSession()}), day("2026-11-22")).empty());
    const auto plan = test::runner_until(day("2026-11-22")).plan(day("2026-11-22"), [] {
        planner::Goal goal;
        goal.weekly_distance_m = 42'000;
        return goal;
    }());
    const auto files = workout_files(plan, day("2026-11-22"));
    CHECK(files.size() == test::runs_of(plan).size());
    for (const WorkoutFile& file : files) {
        CHECK(messages_of(file.bytes).size() == 3);
    }
}
