// Plans along pathways for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/pathway_plans.hpp"

#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace plimsoll::test {

const planner::PathwayLibrary& pathways() {
    static const planner::PathwayLibrary library;
    return library;
}

planner::PathwayRequest request_for(const Runner& runner, const std::string& pathway, Date as_of,
                                    int weeks) {
    planner::PathwayRequest request;
    request.sessions = runner.sessions;
    request.athlete = &runner.athlete;
    request.injuries = runner.injuries;
    request.injuries_known = true;
    request.events = runner.events;
    request.hold = runner.hold;
    request.as_of = as_of;
    request.goal.pathway = pathway;
    request.weeks = weeks;
    request.pathway = &pathways().with_id(pathway);
    return request;
}

Date first_running(const planner::Schedule& schedule) {
    for (const planner::PlannedDay& day : schedule.days) {
        bool runs = day.session.kind != planner::SessionKind::rest;
        for (const planner::PlannedSession& other : day.others) {
            runs = runs || planner::has_running(other.kind);
        }
        if (runs) {
            return day.date;
        }
    }
    FAIL("no running at all");
    return Date::from_days(0);
}

// A runner who tore the left calf on the day after a last run of 15 km.
Runner hurt_runner() {
    Runner runner = runner_until(day("2026-10-11"));
    runner.injuries = {{"calf_left_soleus", "", day(onset), std::nullopt, std::nullopt}};
    return runner;
}

// The same, for a pathway whose onset is the day after the last run.
Runner sore_runner(const char* site) {
    Runner runner = runner_until(day("2026-10-11"));
    runner.injuries = {{site, "", day(onset), std::nullopt, std::nullopt}};
    return runner;
}

// The records that pass A0 on day 2, A1 on day 7, A2 on day 14 and A3 on day 21.
std::vector<Event> passed_to_walk_run() {
    return {gate_on("2026-10-14", "walk_pain_free", 1),
            gate_on("2026-10-14", "calf_squeeze_normal", 1),
            pain_on("2026-10-18", 1),
            morning_on("2026-10-19", 1),
            gate_on("2026-10-19", "calf_raises_left", 12),
            gate_on("2026-10-26", "calf_raises_left", 27),
            gate_on("2026-10-26", "calf_raises_right", 28),
            gate_on("2026-10-26", "bent_raises_left", 27),
            gate_on("2026-10-26", "bent_raises_right", 27),
            gate_on("2026-11-02", "hop_pain_free", 1),
            gate_on("2026-11-02", "hop_distance_left", 140),
            gate_on("2026-11-02", "hop_distance_right", 145)};
}

const planner::Phase& phase_of(const planner::Schedule& schedule, const std::string& id) {
    const auto found = std::find_if(schedule.phases.begin(), schedule.phases.end(),
                                    [&](const planner::Phase& phase) { return phase.id == id; });
    REQUIRE(found != schedule.phases.end());
    return *found;
}

std::vector<planner::PlannedDay> runs_of(const planner::Schedule& schedule,
                                         planner::SessionKind kind) {
    std::vector<planner::PlannedDay> runs;
    for (const planner::PlannedDay& planned : schedule.days) {
        if (planned.session.kind == kind) {
            runs.push_back(planned);
        }
    }
    return runs;
}

} // namespace plimsoll::test
