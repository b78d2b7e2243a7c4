// Whom of a squad to look at first.
// SPDX-License-Identifier: Apache-2.0
#include "risk/triage.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;
using namespace plimsoll::risk;
using test::day;

namespace {

// 10 km every Sunday.
Statement statement_on(const char* as_of, const std::vector<Event>& events = {}) {
    static const std::vector<Session> sessions =
        test::weekly_runs(day("2026-08-02"), day("2026-11-22"), {{Weekday::sun, 10}});
    StatementRequest request;
    request.as_of = day(as_of);
    request.events = events;
    request.events_known = true;
    return make_statement(sessions, request);
}

Event event(EventKind kind, const char* on, const char* detail,
            std::optional<double> value = std::nullopt) {
    Event out;
    out.day = day(on);
    out.kind = kind;
    out.detail = detail;
    out.value = value;
    return out;
}

} // namespace

TEST_CASE("nobody has to be looked at without a reason", "[risk][triage]") {
    const Triage triage = triage_of(statement_on("2026-11-22"));
    CHECK(triage.level == TriageLevel::ok);
    CHECK(triage.reasons.empty());
}

TEST_CASE("an open injury and pain are seen today, the injury first", "[risk][triage]") {
    const Triage injured = triage_of(
        statement_on("2026-11-22", {event(EventKind::injury_onset, "2026-11-18", "calf_left"),
                                    event(EventKind::pain, "2026-11-21", "calf_left", 6.0)}));
    CHECK(injured.level == TriageLevel::see_today);
    CHECK(injured.rule == 0);
    REQUIRE(injured.reasons.size() == 2);
    CHECK(injured.reasons[0] == "calf_left since Wed 18 Nov 2026, no return yet");
    const Triage sore = triage_of(
        statement_on("2026-11-22", {event(EventKind::pain, "2026-11-21", "calf_left", 3.0)}));
    CHECK(sore.level == TriageLevel::see_today);
    const Triage fine = triage_of(
        statement_on("2026-11-22", {event(EventKind::pain, "2026-11-21", "calf_left", 2.0)}));
    CHECK(fine.level == TriageLevel::ok); // 2 of 10 does not hold
}

TEST_CASE("the weeks after a calf strain are watched", "[risk][triage]") {
    const Triage triage = triage_of(
        statement_on("2026-11-22", {event(EventKind::injury_onset, "2026-09-01", "calf_left"),
                                    event(EventKind::injury_return, "2026-10-01", "calf_left")}));
    CHECK(triage.level == TriageLevel::watch);
}

TEST_CASE("28 days without load are no data, unless somebody is hurt", "[risk][triage]") {
    CHECK(triage_of(statement_on("2026-12-20")).level == TriageLevel::no_data);
    CHECK(triage_of(statement_on("2026-12-19")).level == TriageLevel::watch); // time off
    CHECK(triage_of(statement_on("2026-01-01")).level == TriageLevel::no_data);
    CHECK(triage_of(statement_on("2026-12-20",
                                 {event(EventKind::injury_onset, "2026-11-23", "calf_left")}))
              .level == TriageLevel::see_today);
}

TEST_CASE("a ratio raises no level", "[risk][triage]") {
    Statement statement = statement_on("2026-11-22");
    statement.flags.push_back({"ratio_zone", "coupled ratio 1.90", "convention"});
    CHECK(triage_of(statement).level == TriageLevel::ok);
}
