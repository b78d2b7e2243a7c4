// A plan that goes on, as a page, a document and a calendar.
// SPDX-License-Identifier: Apache-2.0
#include "reports/continued_section.hpp"
#include "reports/plan_calendar.hpp"
#include "reports/plan_report.hpp"
#include "tests/support/followed.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/schema.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::Contains;
using test::day;

namespace {

struct Way {
    test::Runner runner = test::runner_until(day("2026-10-11"));
    PlanFile file = test::plan_file(runner, "time_off", day("2026-11-01"));

    Replan followed_to(const char* last, const char* as_of) {
        test::follow(runner, file.plan.schedule, file.plan.start, day(last));
        return test::replanned(runner, file, day(as_of));
    }
};

std::string calendar_of(const Replan& continued, const char* as_of) {
    return reports::plan_ics(continued.ahead, &continued.plan.path,
                             {"alex", "Alex", "plimsoll test", day(as_of), &continued});
}

} // namespace

TEST_CASE("the document of a plan that goes on keeps its schema, kept and changed",
          "[reports][json][replan]") {
    const Replan kept = Way().followed_to("2026-11-12", "2026-11-12");
    const std::string of_kept = test::document_of(kept, day("2026-11-12"));
    CHECK(test::complaints("plan.schema.json", of_kept) == "");
    Way way;
    way.runner.events = {test::pain_on("2026-11-10", 2)};
    const Replan changed = way.followed_to("2026-11-08", "2026-11-20");
    const std::string of_changed = test::document_of(changed, day("2026-11-20"));
    CHECK(test::complaints("plan.schema.json", of_changed) == "");
    const auto json = nlohmann::json::parse(of_changed);
    CHECK(json["continued"]["status"] == "changed");
    CHECK(json["continued"]["missed"]["days"] == 11); // Tue 10 to Fri 20 November
    CHECK(json["continued"]["pain"][0]["score"] == 2.0);
    CHECK(json["continued"]["changes"].size() == changed.changes.size());
    CHECK(json["start"] == "2026-11-21");
}

TEST_CASE("the page of a plan that goes on begins with what became of it", "[reports][replan]") {
    Way way;
    const Replan kept = way.followed_to("2026-11-12", "2026-11-12");
    reports::Document document =
        reports::plan_report(kept.ahead, kept.plan.background, "Alex", &kept.plan.path);
    reports::add_continued(document, kept);
    const auto& first = std::get<reports::KeyFigure>(document.blocks.front());
    CHECK(first.label == "Plan from Mon 2 Nov");
    CHECK(first.figure == "kept");
    const Replan changed = way.followed_to("2026-11-12", "2026-11-26");
    document =
        reports::plan_report(changed.ahead, changed.plan.background, "Alex", &changed.plan.path);
    reports::add_continued(document, changed);
    CHECK(std::get<reports::KeyFigure>(document.blocks.front()).figure == "made anew");
    CHECK(std::get<reports::Heading>(document.blocks[1]).text == "Why it is made anew");
}

TEST_CASE("the calendar of a plan that goes on counts up and cancels what is no more",
          "[reports][ics][replan]") {
    CHECK(reports::calendar_sequence(day("2000-01-31")) == 30);
    CHECK(reports::calendar_sequence(day("2000-01-31"), 12) == 30);
    CHECK(reports::calendar_sequence(day("2000-01-31"), 30) == 31); // twice on one day
    Way way;
    const Replan kept = way.followed_to("2026-11-12", "2026-11-12");
    CHECK_THAT(calendar_of(kept, "2026-11-12"), !Contains("CANCELLED"));
    CHECK_THAT(calendar_of(kept, "2026-11-12"), !Contains("20261112\r\nDTEND"));
    const Replan changed = way.followed_to("2026-11-12", "2026-11-26");
    const std::string calendar = calendar_of(changed, "2026-11-26");
    for (const DayChange& change : changed.changes) {
        const bool had = change.was && change.was->session.kind != SessionKind::rest;
        const bool has = change.is && change.is->session.kind != SessionKind::rest;
        const std::string uid = "UID:" + to_string(change.date) + "-run.";
        const std::size_t at = calendar.find(uid);
        CHECK((at != std::string::npos) == (had || has));
        if (at != std::string::npos) {
            const std::string event = calendar.substr(at, calendar.find("END:VEVENT", at) - at);
            CHECK((event.find("STATUS:CANCELLED") != std::string::npos) == (had && !has));
            CHECK(calendar.find(uid, at + 1) == std::string::npos);
        }
    }
}
