// Plans along pathways for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/pathway_plans.hpp"

#include <catch2/catch.hpp>

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

} // namespace plimsoll::test
