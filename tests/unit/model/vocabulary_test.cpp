// Sports, sessions, events, athletes, names: the small types of model/.
// SPDX-License-Identifier: Apache-2.0
#include "model/athlete.hpp"
#include "model/event.hpp"
#include "model/nearest_name.hpp"
#include "model/session.hpp"
#include "model/sport.hpp"
#include "model/training_log.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <array>

using namespace plimsoll;
using test::day;

TEST_CASE("every sport comes back from its own name", "[model][sport]") {
    for (const std::string_view name : sport_names()) {
        INFO(name);
        const auto sport = parse_sport(name);
        REQUIRE(sport.has_value());
        CHECK(to_string(*sport) == name);
    }
    CHECK(parse_sport("") == Sport::unknown);
    CHECK_FALSE(parse_sport("Running").has_value());
}

TEST_CASE("what counts as running and as a team sport", "[model][sport]") {
    CHECK(is_run(Sport::trail_run));
    CHECK(is_run(Sport::treadmill_run));
    CHECK_FALSE(is_run(Sport::walk));
    CHECK_FALSE(is_run(Sport::unknown));
    CHECK(is_team(Sport::football));
    CHECK(is_team(Sport::basketball));
    CHECK_FALSE(is_team(Sport::racket));
    CHECK_FALSE(is_team(Sport::multisport));
    CHECK(counts(SportFilter::all, Sport::unknown));
    CHECK_FALSE(counts(SportFilter::run, Sport::ride));
    CHECK(counts(SportFilter::team, Sport::netball));
}

TEST_CASE("sessions are ordered by athlete, then start, then every value", "[model][session]") {
    Session a = test::run_on(day("2026-11-01"), 5);
    Session b = a;
    CHECK_FALSE(earlier(a, b));
    CHECK_FALSE(earlier(b, a));
    b.title = "x";
    CHECK(earlier(a, b));
    b = a;
    b.athlete = "aaa";
    CHECK(earlier(b, a));
    b = a;
    b.start.second = 0; // a day without a time comes before one with
    CHECK(earlier(a, b));
    CHECK(minutes_of(test::rated_on(day("2026-11-01"), 5, 42)) == 42.0);
    CHECK_FALSE(minutes_of(a).has_value());
}

TEST_CASE("the name that a mistyped one most likely meant", "[model][nearest_name]") {
    constexpr std::array<std::string_view, 3> known{"birth_date", "name", "sex"};
    CHECK(nearest_name("birthdate", known) == "birth_date");
    CHECK(nearest_name("nmae", known) == "name");
    CHECK(nearest_name("sxe", known).empty()); // two of three letters
    CHECK(nearest_name("qqqqqqqq", known).empty());
    CHECK(nearest_name("x", {}).empty());
    CHECK(nearest_name(std::string(100'000, 'a'), known).empty()); // and does not take for ever
}

TEST_CASE("an injury ends with the return of the same part of the body", "[model][event]") {
    const std::vector<Event> events{
        {"", day("2026-09-30"), EventKind::injury_return, "calf left", std::nullopt, ""},
        {"", day("2026-09-03"), EventKind::injury_onset, "calf_left_soleus", std::nullopt, ""},
        {"", day("2026-10-05"), EventKind::injury_onset, "knee_right", std::nullopt, ""},
    };
    const std::vector<Injury> injuries = injuries_of({}, events);
    REQUIRE(injuries.size() == 2);
    CHECK(injuries[0].site == "calf_left_soleus");
    CHECK(injuries[0].returned == day("2026-09-30"));
    CHECK_FALSE(injuries[1].returned.has_value());
}

TEST_CASE("a return ends every open injury of its part, and is not lost without one",
          "[model][event]") {
    const std::vector<Event> events{
        {"", day("2026-09-01"), EventKind::injury_onset, "calf_left", std::nullopt, ""},
        {"", day("2026-09-03"), EventKind::injury_onset, "Left calf", std::nullopt, ""},
        {"", day("2026-09-30"), EventKind::injury_return, "soleus", std::nullopt, ""},
        {"", day("2026-10-09"), EventKind::injury_return, "ankle", std::nullopt, ""},
    };
    const std::vector<Injury> injuries = injuries_of({}, events);
    REQUIRE(injuries.size() == 3);
    CHECK(injuries[0].returned == day("2026-09-30"));
    CHECK(injuries[1].returned == day("2026-09-30"));
    CHECK(injuries[2].site == "ankle");
    CHECK(injuries[2].returned == day("2026-10-09"));
}

TEST_CASE("an injury that the athlete's file and the events both tell is one", "[model][event]") {
    const std::vector<Injury> file{
        {"calf_left_soleus", "", day("2026-09-03"), day("2026-09-30"), std::nullopt}};
    const std::vector<Event> events{
        {"", day("2026-09-03"), EventKind::injury_onset, "left calf", std::nullopt, ""},
        {"", day("2026-09-30"), EventKind::injury_return, "left calf", std::nullopt, ""}};
    CHECK(injuries_of(file, events).size() == 1);
    CHECK(injuries_of({}, events).size() == 1);
}

TEST_CASE("recent pain is the highest score of the latest day that has one", "[model][event]") {
    const std::vector<Event> events{
        {"", day("2026-11-14"), EventKind::pain, "calf_left", 8.0, ""},
        {"", day("2026-11-20"), EventKind::pain, "calf_left", 1.0, ""},
        {"", day("2026-11-20"), EventKind::morning_pain, "calf_left", 3.0, ""},
        {"", day("2026-11-23"), EventKind::pain, "calf_left", 9.0, ""}};
    const auto pain = recent_pain(events, day("2026-11-22"));
    REQUIRE(pain.has_value());
    CHECK(pain->score == 3.0);
    CHECK(pain->morning);
    CHECK(recent_pain(events, day("2026-11-19"))->score == 8.0);
    CHECK_FALSE(recent_pain(std::span(events).first(1), day("2026-11-21")).has_value());
}

TEST_CASE("a return of one leg leaves the other leg's injury open", "[model][event]") {
    const std::vector<Event> events{
        {"", day("2026-11-01"), EventKind::injury_onset, "calf_left_soleus", std::nullopt, ""},
        {"", day("2026-11-05"), EventKind::injury_onset, "calf_right", std::nullopt, ""},
        {"", day("2026-11-15"), EventKind::injury_return, "left calf", std::nullopt, ""}};
    const std::vector<Injury> injuries = injuries_of({}, events);
    REQUIRE(injuries.size() == 2);
    CHECK_FALSE(is_open(injuries[0], day("2026-11-22")));
    CHECK(is_open(injuries[1], day("2026-11-22")));
}

TEST_CASE("a painless knee does not heal a calf", "[model][event]") {
    const std::vector<Event> events{
        {"", day("2026-11-21"), EventKind::pain, "calf_left", 7.0, ""},
        {"", day("2026-11-22"), EventKind::pain, "knee_right", 0.0, ""}};
    CHECK(recent_pain(events, day("2026-11-22"))->score == 7.0);
    CHECK(recent_pain(events, day("2026-11-22"))->holds());
}

TEST_CASE("worse the next morning holds, however little it is", "[model][event]") {
    std::vector<Event> events{
        {"", day("2026-11-21"), EventKind::pain, "calf_left", 0.0, ""},
        {"", day("2026-11-22"), EventKind::morning_pain, "left calf", 2.0, ""}};
    const auto rose = recent_pain(events, day("2026-11-22"));
    CHECK(rose->rose);
    CHECK(rose->holds());
    events[0].value = 2.0;
    CHECK_FALSE(recent_pain(events, day("2026-11-22"))->holds());
}

TEST_CASE("parts of the body in the words of people", "[model][athlete]") {
    CHECK(body_part("Lumbar_disc") == "back");
    CHECK(body_part("back of left knee") == "knee");
    CHECK(body_part("back_of_thigh") == "thigh");
    CHECK(body_part("Right Hamstring") == "hamstring");
    CHECK(side_of("calf_left_soleus") == Side::left);
    CHECK(side_of("both, left and right") == Side::unknown);
    Injury injury;
    injury.site = "shoulder_left";
    CHECK_FALSE(is_lower_limb(injury));
    injury.site = "left_achilles";
    CHECK(is_lower_limb(injury));
}

TEST_CASE("a span of days lasts as many as its event says, one without", "[model][event]") {
    const std::vector<Event> events{
        {"", day("2026-11-14"), EventKind::holiday, "", 3.0, ""},
        {"", day("2026-11-10"), EventKind::illness, "", std::nullopt, ""},
        {"", day("2026-11-12"), EventKind::pain, "", 3.0, ""}};
    constexpr std::array kinds{EventKind::illness, EventKind::holiday};
    const auto spans = spans_of(events, kinds);
    REQUIRE(spans.size() == 2);
    CHECK(spans[0].days() == 1);
    CHECK(spans[1].to == day("2026-11-16"));
    CHECK_FALSE(spans[1].contains(day("2026-11-17")));
}

TEST_CASE("a mistyped part of the body is noticed, a known one in any spelling is not",
          "[model][athlete]") {
    CHECK(probable_site("claf") == "calf");
    CHECK(probable_site("left_hamstrng") == "hamstring");
    CHECK(probable_site("Calf_left").empty());
    CHECK(probable_site("left_claf_soleus").empty()); // soleus says enough
    CHECK(probable_site("").empty());
}

TEST_CASE("calf injuries are known by site or by muscle", "[model][athlete]") {
    Injury injury;
    for (const char* const site :
         {"calf_left_soleus", "Left calf", "left_calf", "SOLEUS", "calf"}) {
        injury.site = site;
        CHECK(is_calf(injury));
    }
    injury.site = "lower_leg";
    CHECK_FALSE(is_calf(injury));
    injury.muscle = "gastrocnemius";
    CHECK(is_calf(injury));
    injury = {};
    injury.site = "hamstring_right";
    CHECK_FALSE(is_calf(injury));
}

TEST_CASE("a log falls into stretches of one athlete each", "[model][training_log]") {
    TrainingLog log;
    log.files.push_back({});
    log.files[0].path = "a.csv";
    log.files[0].counts = {3, 2, 1, 0, 0};
    for (const char* name : {"ann", "ann", "bob"}) {
        Session session = test::run_on(day("2026-11-01"), 5);
        session.athlete = name;
        log.sessions.push_back(session);
    }
    const auto groups = log.by_athlete();
    REQUIRE(groups.size() == 2);
    CHECK(groups[0].athlete == "ann");
    CHECK(groups[0].sessions.size() == 2);
    CHECK(groups[1].sessions.size() == 1);
    CHECK(log.totals().adds_up());
    CHECK(log.source_of({0, 12}) == "a.csv:12");
    CHECK(log.source_of({0, 0}) == "a.csv");
    CHECK(TrainingLog().by_athlete().empty());
}

TEST_CASE("dates of injuries that do not fit are taken carefully, and said", "[model][event]") {
    const auto event = [](const char* on, EventKind kind, std::uint32_t line) {
        Event e;
        e.day = day(on);
        e.kind = kind;
        e.detail = "calf_left";
        e.line = line;
        return e;
    };
    std::vector<InjuryDoubt> doubts;
    // A return before the onset: the onset stays open, and the return is an injury of its own.
    std::vector<Event> events{event("2026-05-10", EventKind::injury_onset, 2),
                              event("2026-05-01", EventKind::injury_return, 3)};
    std::vector<Injury> injuries = injuries_of({}, events, &doubts);
    REQUIRE(injuries.size() == 2);
    CHECK(is_open(injuries[1], day("2026-06-01")));
    REQUIRE(doubts.size() == 1);
    CHECK(doubts[0].line == 3);
    CHECK(doubts[0].text == "return from calf_left on 2026-05-01 without an onset before it; the "
                            "onset is taken as that day");
    // Two onsets, one return: both end with it.
    doubts.clear();
    events = {event("2026-05-01", EventKind::injury_onset, 2),
              event("2026-05-08", EventKind::injury_onset, 3),
              event("2026-05-20", EventKind::injury_return, 4)};
    injuries = injuries_of({}, events, &doubts);
    CHECK(injuries.size() == 2);
    CHECK_FALSE(is_open(injuries[0], day("2026-06-01")));
    CHECK_FALSE(is_open(injuries[1], day("2026-06-01")));
    REQUIRE(doubts.size() == 1);
    CHECK(doubts[0].text == "onset of calf_left on 2026-05-08, while that of 2026-05-01 has no "
                            "return before it; both count until the next return");
    // In order there is no doubt, whatever the order of the rows.
    doubts.clear();
    events = {event("2026-05-20", EventKind::injury_return, 2),
              event("2026-05-01", EventKind::injury_onset, 3)};
    CHECK(injuries_of({}, events, &doubts).size() == 1);
    CHECK(doubts.empty());
}
