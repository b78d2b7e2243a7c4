// Calendars and tables of plans.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "reports/plan_calendar.hpp"
#include "tests/support/plans.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;
using test::day;

namespace {

planner::PlanResult plan_of(Date as_of) {
    planner::Goal goal;
    goal.weekly_distance_m = 42'000;
    return test::runner_until(day("2026-11-22")).plan(as_of, goal);
}

std::string calendar_of(Date as_of, const std::string& athlete = "alex") {
    return plan_ics(plan_of(as_of), nullptr, {athlete, "Alex", "plimsoll test", as_of});
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

// The lines of @p text that begin with @p name.
std::vector<std::string> all_of(const std::string& text, const std::string& name) {
    std::vector<std::string> found;
    for (const std::string& line : lines_of(text)) {
        if (line.starts_with(name)) {
            found.push_back(line);
        }
    }
    return found;
}

} // namespace

TEST_CASE("a line of a calendar is escaped and folded at 75 octets", "[reports][ics]") {
    CHECK(ics_line("SUMMARY", {"a;b,c\\d\ne", "f"}) == "SUMMARY:a\\;b\\,c\\\\d e\\nf\r\n");
    const std::string line = ics_line("X", {std::string(200, 'x')});
    // By hand: "X:" and 73, then a blank and 74, then a blank and 53.
    CHECK(line == "X:" + std::string(73, 'x') + "\r\n " + std::string(74, 'x') + "\r\n " +
                      std::string(53, 'x') + "\r\n");
    // 36 letters of two octets leave room for one octet: the next letter goes on whole.
    std::string umlauts;
    for (int i = 0; i < 40; ++i) {
        umlauts += "\xC3\xBC";
    }
    CHECK(ics_line("X", {umlauts}).find("\xC3\r\n") == std::string::npos);
}

TEST_CASE("no line of a plan's calendar is longer than 75 octets or ends bare", "[reports][ics]") {
    for (const std::string& line : lines_of(calendar_of(day("2026-11-22")))) {
        CHECK(line.back() == '\r');
        CHECK(line.size() <= 76);
    }
}

TEST_CASE("each planned session is one event with a UID of its own", "[reports][ics]") {
    const Date as_of = day("2026-11-22");
    const auto plan = plan_of(as_of);
    std::size_t sessions = 0;
    for (const planner::PlannedDay& planned : plan.schedule.days) {
        sessions += planned.others.size();
        sessions += planned.session.kind == planner::SessionKind::rest ? 0 : 1;
    }
    const std::string calendar = calendar_of(as_of);
    std::vector<std::string> uids = all_of(calendar, "UID:");
    CHECK(uids.size() == sessions);
    std::sort(uids.begin(), uids.end());
    CHECK(std::adjacent_find(uids.begin(), uids.end()) == uids.end());
    CHECK_THAT(calendar, Contains("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
    CHECK_THAT(calendar, Contains("DTSTART;VALUE=DATE:2026112"));
    CHECK_THAT(calendar, Contains("DTSTAMP:20261122T000000Z"));
}

TEST_CASE("a plan made anew updates the events of the first", "[reports][ics]") {
    const std::string first = calendar_of(day("2026-11-22"));
    const std::string second = calendar_of(day("2026-11-23"));
    // By hand: 9822 days from 2000-01-01 to 2026-11-22.
    CHECK_THAT(all_of(first, "SEQUENCE:").front(), Contains("SEQUENCE:9822"));
    CHECK_THAT(all_of(second, "SEQUENCE:").front(), Contains("SEQUENCE:9823"));
    std::size_t shared = 0;
    const std::vector<std::string> before = all_of(first, "UID:");
    for (const std::string& uid : all_of(second, "UID:")) {
        shared += static_cast<std::size_t>(std::count(before.begin(), before.end(), uid));
    }
    CHECK(shared > 0);
    // Another athlete's events are others.
    CHECK(all_of(calendar_of(day("2026-11-22"), "bo"), "UID:").front() != before.front());
}

TEST_CASE("a calendar of nothing is refused", "[reports][ics]") {
    CHECK_THROWS_AS(plan_ics(planner::PlanResult(), nullptr, {}), PreconditionError);
}

TEST_CASE("a plan's table has a row for each session and each day of rest", "[reports][csv]") {
    const auto plan = plan_of(day("2026-11-22"));
    const std::vector<std::string> lines = lines_of(plan_csv(plan));
    CHECK(lines[0] == "date,weekday,phase,kind,what,distance_m,duration_min,exercises,limited_by");
    CHECK(lines.size() >= plan.schedule.days.size() + 1);
    CHECK_THAT(lines[1], Contains("2026-11-23,Mon,"));
    const auto rests = std::count_if(lines.begin(), lines.end(), [](const std::string& line) {
        return line.find(",rest,rest,,,,") != std::string::npos;
    });
    CHECK(rests > 0);
}

TEST_CASE("no text of a pathway becomes a formula or a second line", "[reports][csv]") {
    planner::PlanResult plan;
    planner::PlannedDay planned;
    planned.date = day("2026-11-23");
    planned.phase = "=cmd|' /C calc'!A0";
    planner::PlannedSession session;
    session.kind = planner::SessionKind::strength;
    session.exercises.push_back({"x", "+1 raise\nEND:VEVENT\r\n<script>", {}});
    planned.others.push_back(session);
    plan.schedule.days.push_back(planned);
    const std::string csv = plan_csv(plan);
    CHECK_THAT(csv, Contains(",'=cmd|' /C calc'!A0,"));
    CHECK_THAT(csv, Contains("\"'+1 raise\nEND:VEVENT\r\n<script>\""));
    const std::string calendar =
        plan_ics(plan, nullptr, {"alex", "A\nEND:VCALENDAR", "p", day("2026-11-22")});
    CHECK(all_of(calendar, "END:VEVENT").size() == 1);
    CHECK(all_of(calendar, "END:VCALENDAR").size() == 1);
}
