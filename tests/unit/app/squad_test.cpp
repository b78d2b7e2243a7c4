// Names of a squad: those that may be one person, and pseudonyms.
// SPDX-License-Identifier: Apache-2.0
#include "app/alike_names.hpp"
#include "app/pseudonyms.hpp"
#include "planner/plan_standing.hpp"
#include "reports/squad_report.hpp"
#include "reports/text_renderer.hpp"
#include "tests/support/schema.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace plimsoll;
using namespace plimsoll::app;
using Catch::Matchers::Contains;
using test::day;

namespace {

std::vector<std::pair<std::string, std::string>> alike(std::vector<std::string_view> names) {
    return alike_names(names);
}

Session session_of(const char* athlete, const char* on, const char* title) {
    Session session = test::run_on(day(on), 8, 48);
    session.athlete = athlete;
    session.title = title;
    return session;
}

} // namespace

TEST_CASE("names that differ by case, accents, signs or order are offered", "[app][squad]") {
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    CHECK(alike({"Anna M\xC3\xBCller", "muller, anna"}) ==
          Pairs{{"Anna M\xC3\xBCller", "muller, anna"}});
    CHECK(alike({"O'Neil", "o neil", "O-NEIL"}) ==
          Pairs{{"O'Neil", "o neil"}, {"O'Neil", "O-NEIL"}});
    CHECK(alike({"Anna", "Ana"}).empty());      // a letter less is another name
    CHECK(alike({"P1", "P01", "P10"}).empty()); // numbers are names
    CHECK(alike({"", " ", "?"}).empty());
    CHECK(alike({"ann ann", "ann"}).empty());
}

TEST_CASE("pseudonyms are the same everywhere, and no name is left", "[app][squad]") {
    Inputs inputs;
    inputs.log.sessions = {session_of("Ada", "2026-11-20", "Ada's run"),
                           session_of("Ada", "2026-11-21", "with Bo"),
                           session_of("Bo", "2026-11-21", "secret")};
    Athlete ada;
    ada.id = "Ada";
    ada.name = "Ada Lovelace";
    inputs.roster.athletes.emplace("Ada", ada);
    inputs.roster.not_in_log = {"Cem"};
    inputs.roster.refused = {"Bo"};
    inputs.log.refused_rows["Dora"] = 3;
    Event event;
    event.athlete = "Ada";
    event.kind = EventKind::pain;
    event.note = "told by Ada";
    inputs.events = {event};
    replace_names(inputs);
    const std::vector<AthleteSessions> athletes = inputs.log.by_athlete();
    REQUIRE(athletes.size() == 2);
    CHECK(inputs.events[0].note.empty());
    CHECK(inputs.roster.find(inputs.events[0].athlete) != nullptr);
    CHECK(inputs.roster.find(inputs.events[0].athlete)->name.empty());
    for (const AthleteSessions& athlete : athletes) {
        CHECK_THAT(std::string(athlete.athlete), Contains("Athlete 0"));
        CHECK(athlete.sessions[0].title.empty());
        if (athlete.athlete == inputs.events[0].athlete) {
            CHECK(athlete.sessions.size() == 2);
        }
    }
    CHECK_THAT(inputs.roster.not_in_log[0], Contains("Athlete 0"));
    CHECK(inputs.log.refused_rows.count("Dora") == 0);
    CHECK(inputs.roster.refused.count("Bo") == 0);
}

TEST_CASE("a squad's document keeps its schema and leads with who is hurt", "[app][squad]") {
    const std::vector<Session> ada =
        test::weekly_runs(day("2026-08-02"), day("2026-11-22"), {{Weekday::sun, 10}});
    std::vector<Session> bo = ada;
    for (Session& session : bo) {
        session.athlete = "bo <b>\n=1+1";
    }
    Event onset;
    onset.day = day("2026-11-18");
    onset.kind = EventKind::injury_onset;
    onset.detail = "calf_left";
    const std::vector<Event> events{onset};
    risk::StatementRequest request;
    request.as_of = day("2026-11-22");
    const risk::Statement well = risk::make_statement(ada, request);
    request.events = events;
    request.events_known = true;
    const risk::Statement hurt = risk::make_statement(bo, request);
    const std::vector<reports::AthleteWeek> athletes{{well, ada, nullptr}, {hurt, bo, nullptr}};
    CHECK(reports::triage_order(athletes) == std::vector<std::size_t>{1, 0});
    const TrainingLog log;
    reports::Squad squad;
    squad.athletes = athletes;
    squad.not_in_log = {"Zed"};
    squad.alike = {{"a", "A"}};
    squad.log = &log;
    squad.as_of = day("2026-11-22");
    squad.program = "plimsoll test";
    const std::string json = reports::squad_json(squad);
    CHECK(test::complaints("squad.schema.json", json) == "");
    const auto document = nlohmann::json::parse(json);
    CHECK(document["triage"][0]["level"] == "see_today");
    CHECK(document["triage"][2]["athlete"] == "Zed");
    const std::string page = reports::render_text(reports::squad_report(squad), {});
    CHECK_THAT(page, Contains("See today: 1 athlete\n"));
    CHECK(page.find("see today") < page.find("in the roster, not in the log"));
    CHECK_THAT(page, Contains("a ratio raises no level"));
}

TEST_CASE("who is off plan is watched, and a plan behind an injury waits", "[app][squad]") {
    const planner::PlanFile file =
        planner::read_plan_file(PLIMSOLL_SOURCE_DIR "/tests/data/plans/alex.json");
    std::vector<Session> runs =
        test::weekly_runs(day("2026-08-02"), day("2026-11-22"), {{Weekday::sun, 10}});
    runs.push_back(test::run_on(day("2026-11-24"), 14, 84)); // 4.5 km were planned
    risk::StatementRequest request;
    request.as_of = day("2026-11-26");
    const auto week_of = [&](const risk::Statement& statement) {
        return reports::AthleteWeek{
            statement, runs, nullptr,
            planner::standing_in(file, runs, request.as_of.monday(), statement)};
    };
    const std::vector well{week_of(risk::make_statement(runs, request))};
    Event onset;
    onset.day = day("2026-11-25");
    onset.kind = EventKind::injury_onset;
    onset.detail = "calf_left";
    const std::vector<Event> events{onset};
    request.events = events;
    request.events_known = true;
    const std::vector hurt{week_of(risk::make_statement(runs, request))};
    const TrainingLog log;
    reports::Squad squad;
    squad.athletes = well;
    squad.log = &log;
    squad.as_of = request.as_of;
    squad.program = "plimsoll test";
    const std::string json = reports::squad_json(squad);
    CHECK(test::complaints("squad.schema.json", json) == "");
    const auto document = nlohmann::json::parse(json);
    // By hand: 14 km of the 9 of Tuesday and Thursday, one of two runs missed.
    CHECK(document["athletes"][0]["plan"]["off_plan"][0]["text"] ==
          "off plan: 14.0 km run from Mon 23 Nov on where 9.0 km were planned");
    CHECK(document["triage"][0]["reasons"].size() == 2); // the spike, and the plan
    CHECK(document["triage"][0]["level"] == "watch");
    const std::string page = reports::render_text(reports::squad_report(squad), {});
    CHECK_THAT(page, Contains("1 of 2 planned runs not run."));
    CHECK_THAT(page, Contains("watch, off plan: "));
    squad.athletes = hurt;
    CHECK_THAT(reports::render_text(reports::squad_report(squad), {}),
               Contains("the plan's next run, Sat 28 Nov, waits: "));
}

TEST_CASE("messages have pseudonyms where a name stands as a word", "[app][squad]") {
    const Pseudonyms names{{"Ann Bo", "Athlete 02"}, {"Ann", "Athlete 01"}, {"7", "Athlete 03"}};
    CHECK(with_pseudonyms("row of Ann Bo, not Ann", names) == "row of Athlete 02, not Athlete 01");
    CHECK(with_pseudonyms("Anna and JoAnn stay", names) == "Anna and JoAnn stay");
    CHECK(with_pseudonyms("'Ann': did you mean 'Ann Bo'?", names) ==
          "'Athlete 01': did you mean 'Athlete 02'?");
    CHECK(with_pseudonyms("a.csv:7:3: '7' has 7 rows", names) ==
          "a.csv:7:3: 'Athlete 03' has 7 rows");
    CHECK(with_pseudonyms("not in the log: Ann, 7 and 7 more\n", names) ==
          "not in the log: Athlete 01, Athlete 03 and 7 more\n");
    CHECK(with_pseudonyms("", names).empty());
}
