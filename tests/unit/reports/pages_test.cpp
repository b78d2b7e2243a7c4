// What the pages say.
// SPDX-License-Identifier: Apache-2.0
#include "reports/format.hpp"
#include "reports/import_report.hpp"
#include "reports/plan_report.hpp"
#include "reports/risk_report.hpp"
#include "reports/text_renderer.hpp"
#include "reports/weekly_report.hpp"
#include "tests/support/logs.hpp"
#include "tests/support/plans.hpp"

#include <catch2/catch.hpp>

using namespace plimsoll;
using namespace plimsoll::reports;
using Catch::Matchers::Contains;
using test::day;

namespace {

std::string weekly(const std::vector<std::vector<Session>>& all, const char* as_of) {
    risk::StatementRequest request;
    request.as_of = day(as_of);
    std::vector<AthleteWeek> weeks;
    for (const std::vector<Session>& sessions : all) {
        weeks.push_back({risk::make_statement(sessions, request), sessions, nullptr});
    }
    return render_text(weekly_report(weeks, TrainingLog(), day(as_of)), {});
}

std::vector<Session> spiking_runner() {
    std::vector<Session> sessions = test::weekly_runs(day("2026-01-01"), day("2026-11-22"),
                                                      {{Weekday::tue, 8}, {Weekday::sun, 14}});
    sessions.back() = test::run_on(day("2026-11-22"), 21, 130);
    sessions.back().title = "<script>alert(1)</script>\x1b[2J";
    return sessions;
}

} // namespace

TEST_CASE("quantities are written as people read them", "[reports][format]") {
    CHECK(km(16060) == "16.1 km");
    CHECK(clock(5729) == "1:35:29");
    CHECK(clock(59.6) == "1:00");
    CHECK(clock(std::nullopt) == "-");
    CHECK(pace(1800, 5000, {}) == "6:00");
    CHECK(pace(1800, 50, {}) == "-");
    CHECK(percent_change(0.15) == "+15 %");
    CHECK(percent_change(-0.2) == "-20 %");
    CHECK(amount(1820.4, risk::Measure::srpe, {}) == "1820 AU");
    CHECK(amount(42300, risk::Measure::distance, {}) == "42.3 km");
    CHECK(probability(0.00338) == "0.34 %");
    CHECK(probability(0.141) == "14 %");
    CHECK(hazard(1.93, risk::Interval{1.38, 2.71}) == "1.9 (1.4-2.7)");
    CHECK(ratio({std::nullopt, risk::RatioStatus::no_base}) == "no base");
    CHECK(counted(1, "gap") == "1 gap");
    CHECK(counted(0, "gap") == "0 gaps");
}

TEST_CASE("miles and paces a mile are those of the international mile", "[reports][format]") {
    const Customs american{LengthUnit::miles, Weekday::sun};
    CHECK(distance(42195, american) == "26.2 mi"); // a marathon
    CHECK(distance_figure(1609.344, american) == "1.0");
    CHECK(pace(12600, 42195, american) == "8:01"); // a marathon in 3:30, as tables of paces have it
    CHECK(amount(42195, risk::Measure::distance, american) == "26.2 mi");
    CHECK(amount(1820.4, risk::Measure::srpe, american) == "1820 AU");
    CHECK(retold("no plan holds 40.0 km a week", 40'000, american) ==
          "no plan holds 24.9 mi a week");
    CHECK(retold("40 days", 40'000, american) == "40 days");
    // 22 Nov 2026 is a Sunday.
    CHECK(american.week_of(day("2026-11-22")) == day("2026-11-22"));
    CHECK(american.week_of(day("2026-11-28")) == day("2026-11-22"));
    CHECK(Customs().week_of(day("2026-11-22")) == day("2026-11-16"));
}

TEST_CASE("a page in miles says kilometres nowhere", "[reports][weekly]") {
    const std::vector<Session> sessions = spiking_runner();
    risk::StatementRequest request;
    request.as_of = day("2026-11-22");
    request.told_in = LengthUnit::miles;
    const std::vector<AthleteWeek> weeks{
        {risk::make_statement(sessions, request), sessions, nullptr}};
    const Customs american{LengthUnit::miles, Weekday::sun};
    const Document document = weekly_report(weeks, TrainingLog(), request.as_of, american);
    const std::string page = render_text(document, {});
    CHECK_THAT(page, !Contains("km"));
    // 1.10 x 21 km are 14.35 miles; the week that begins on Sunday has one day so far.
    CHECK_THAT(page, Contains("14.4 mi") && Contains("min/mi") && Contains("mi a run") &&
                         Contains("week from Sun 22 Nov 2026"));
    CHECK_THAT(page, Contains("Sun 22 Nov: 13.0 mi, 50 % above"));
}

TEST_CASE("the runner's page leads with the ceiling and the careful figure", "[reports][weekly]") {
    const std::string page = weekly({spiking_runner()}, "2026-11-22");
    CHECK_THAT(page,
               Contains("  Longest next run that is no spike: 23.1 km\n    1.10 x 21.0 km, the "
                        "longest run of the last 30 days (Sun 22 Nov)."));
    CHECK_THAT(page, Contains("  The careful figure: 15.4 km\n"));
    CHECK(page.find("Longest next run") < page.find("WHAT STANDS OUT"));
    CHECK(page.find("WHAT STANDS OUT") < page.find("THIS WEEK"));
    CHECK_THAT(page, Contains("week 2026-W47, Mon 16 Nov to Sun 22 Nov 2026"));
    CHECK_THAT(page, Contains("<script>alert(1)</script>[2J")); // text, nothing else
    CHECK(page.find('\x1b') == std::string::npos);
}

TEST_CASE("a week is shown up to its day only", "[reports][weekly]") {
    const std::string page = weekly({spiking_runner()}, "2026-11-17");
    CHECK_THAT(page, Contains("Tue 17 Nov"));
    CHECK(page.find("Wed 18 Nov  ") == std::string::npos);
    CHECK(page.find("21.0") == std::string::npos); // Sunday's run is not there yet
}

TEST_CASE("a log of one session and a day before the log make a page, too", "[reports][weekly]") {
    const std::vector<Session> one{test::run_on(day("2026-11-22"), 10, 60)};
    CHECK_THAT(weekly({one}, "2026-11-22"), Contains("warming up"));
    CHECK_THAT(weekly({one}, "2026-11-01"), Contains("No session on or before Sun 1 Nov 2026"));
}

TEST_CASE("several athletes: an overview, then a page each", "[reports][weekly]") {
    std::vector<std::vector<Session>> squad;
    for (const char* name : {"Ann-Marie", "bob"}) {
        squad.emplace_back();
        for (Date at = day("2026-10-01"); at <= day("2026-11-22"); at = at + 2) {
            Session session = test::rated_on(at, 5, 60);
            session.athlete = name;
            squad.back().push_back(session);
        }
    }
    const std::string page = weekly(squad, "2026-11-22");
    CHECK_THAT(page, Contains("OVERVIEW"));
    CHECK_THAT(page, Contains("\nAnn-Marie\n=========\n"));
    CHECK_THAT(page, Contains("Load of the last 7 days"));
    CHECK(std::count(page.begin(), page.end(), '\f') == 3);
}

TEST_CASE("the risk page of several athletes is one table", "[reports][risk]") {
    risk::StatementRequest request;
    request.as_of = day("2026-11-22");
    std::vector<risk::Statement> statements;
    const std::vector<Session> runner = spiking_runner();
    statements.push_back(risk::make_statement(runner, request));
    const std::string one = render_text(risk_report(statements, TrainingLog(), nullptr, true), {});
    CHECK_THAT(one, Contains("DAY BY DAY"));
    CHECK_THAT(one, Contains("2026-11-22  observed  21.0"));
    statements.push_back(statements.front());
    statements.back().athlete = "second";
    const std::string two = render_text(risk_report(statements, TrainingLog(), nullptr, false), {});
    CHECK_THAT(two, Contains("OVERVIEW") && Contains("second"));
}

TEST_CASE("who of a squad stands out is named whole, the gravest first", "[reports][risk]") {
    risk::StatementRequest request;
    request.as_of = day("2026-11-22");
    const std::vector<Session> runner = spiking_runner();
    std::vector<risk::Statement> statements;
    for (const char* id : {"TeamA-0362cdd5", "TeamA-2d44f941", "TeamA-32fed4b3"}) {
        statements.push_back(risk::make_statement(runner, request));
        statements.back().athlete = id;
    }
    statements[2].name = "Ann Example";
    statements[2].flags = {{"time_off", "", ""}, {"open_injury", "", ""}};
    const std::string page =
        render_text(risk_report(statements, TrainingLog(), nullptr, false), {});
    const std::size_t injured = page.find("! open injury (1): TeamA-32fed4b3 Ann Example\n");
    const std::size_t spikes = page.find("! session spike (2): TeamA-0362cdd5, TeamA-2d44f941\n");
    const std::size_t off = page.find("! time off (1): TeamA-32fed4b3 Ann Example\n");
    CHECK(injured < spikes);
    CHECK(spikes < off);
    CHECK(off != std::string::npos);
    CHECK(page.find("..") == std::string::npos); // nothing is cut
}

TEST_CASE("a mean week of a short history says how short it is", "[reports][risk]") {
    risk::StatementRequest request;
    request.as_of = day("2026-05-06");
    std::vector<Session> sessions;
    for (Date at = day("2026-05-01"); at <= request.as_of; at = at + 1) {
        sessions.push_back(test::rated_on(at, 5, 60));
    }
    std::vector<risk::Statement> statements{risk::make_statement(sessions, request)};
    const auto page = [&] {
        return render_text(risk_report(statements, TrainingLog(), nullptr, false), {});
    };
    CHECK_THAT(page(), Contains("of the last 28 days; the log has 6 of them"));
    sessions.front().start.day = day("2026-04-01");
    statements = {risk::make_statement(sessions, request)};
    CHECK_THAT(page(), !Contains("the log has"));
}

TEST_CASE("the plan's page answers first, in every outcome", "[reports][plan]") {
    test::Runner runner = test::runner_until(day("2026-10-11"));
    planner::Goal goal;
    const Date as_of = day("2026-11-01");
    const auto page = [&] {
        return render_text(plan_report(runner.plan(as_of, goal), runner.background(as_of), "R"),
                           {});
    };
    CHECK_THAT(page(), Contains("40.0 km a week: by Sun 6 Dec 2026"));
    CHECK_THAT(page(), Contains("layoff_ladder (50/70/80/90 %)"));
    goal.date = day("2026-11-22");
    const std::string refused = page();
    CHECK_THAT(refused, Contains("Plan: none by Sun 22 Nov 2026"));
    CHECK_THAT(refused, Contains("Earliest: Sun 6 Dec 2026"));
    CHECK_THAT(refused, Contains("layoff_ladder  Mon 16 Nov 2026      8.0"));
    runner.injuries.push_back({"calf_left", "", day("2026-10-20"), std::nullopt, std::nullopt});
    CHECK_THAT(page(), Contains("see a sports physio"));
}

TEST_CASE("the import's summary adds up, and its explanation gives reasons", "[reports][import]") {
    const TrainingLog log =
        test::import_text("date,duration_min\n2026-05-01,60\nx,1\n2026-05-02,\n");
    CHECK(import_summary(log) ==
          "log.csv: plain log\n  3 rows = 1 session + 0 duplicates + 1 refused + 1 other\n"
          "1 session of 1 athlete, 2026-05-01 to 2026-05-01\n");
    CHECK_THAT(import_explanation(log), Contains("columns 'date', 'duration_min'"));
    CHECK_THAT(import_summary(TrainingLog()), Contains("all 0 files"));
}

TEST_CASE("every border of every convention stands on the risk page, uncut", "[reports][risk]") {
    risk::StatementRequest request;
    request.as_of = day("2026-11-22");
    const std::vector<Session> runs = spiking_runner();
    const std::vector<risk::Statement> statements{risk::make_statement(runs, request)};
    const std::string page =
        render_text(risk_report(statements, TrainingLog(), nullptr, false), {});
    CHECK_THAT(page, Contains("0.80 / 1.30 / 1.50\n"));
    CHECK_THAT(page, Contains("0.75 / 1.44 / 1.80\n"));
}

TEST_CASE("a plan over the new year cuts no rule's name", "[reports][plan]") {
    test::Runner runner;
    runner.sessions = test::weekly_runs(day("2026-06-01"), day("2026-11-22"),
                                        {{Weekday::tue, 8}, {Weekday::thu, 8}, {Weekday::sun, 14}});
    planner::Goal goal;
    goal.weekly_distance_m = 60'000.0;
    const Date as_of = day("2026-11-22");
    const planner::PlanResult plan = runner.plan(as_of, goal);
    REQUIRE(plan.goal_day > day("2027-01-01"));
    const std::string page = render_text(plan_report(plan, runner.background(as_of), "R"), {});
    CHECK_THAT(page, Contains("R  recovery_week\n"));
    CHECK(page.find("..\n") == std::string::npos);
}
