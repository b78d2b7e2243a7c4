// Gates and phases: what records make of a pathway, day by day.
// SPDX-License-Identifier: Apache-2.0
#include "model/error.hpp"
#include "planner/expected_days.hpp"
#include "planner/pathway_library.hpp"
#include "planner/pathway_state.hpp"
#include "risk/calf_norm.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using Catch::Matchers::WithinAbs;
using test::day;

namespace {

using test::gate_on;
using test::pain_on;

const PathwayLibrary& library() {
    static const PathwayLibrary all;
    return all;
}

const Pathway& acute() {
    static const Pathway own = for_audience(library().with_id("acute_strain"), Audience::runner);
    return own;
}

// A left calf, torn on 1 November 2026.
Subject hurt() {
    Subject subject;
    subject.site = "calf_left_soleus";
    subject.side = Side::left;
    subject.onset = day("2026-11-01");
    subject.parts = {"calf"};
    return subject;
}

std::string phase_on(const std::vector<Event>& events, const char* date,
                     const Subject& subject = hurt()) {
    return acute().phases[state_of(acute(), subject, events, day(date)).present().phase].id;
}

// What passes A0 on 3 November, A1 on the 8th, A2 on the 15th, A3 on the 22nd.
std::vector<Event> good_records() {
    return {gate_on("2026-11-03", "walk_pain_free", 1),
            gate_on("2026-11-03", "calf_squeeze_normal", 1),
            pain_on("2026-11-07", 1),
            test::morning_on("2026-11-08", 1),
            gate_on("2026-11-08", "calf_raises_left", 12),
            gate_on("2026-11-15", "calf_raises_left", 27),
            gate_on("2026-11-15", "calf_raises_right", 29),
            gate_on("2026-11-15", "bent_raises_left", 27),
            gate_on("2026-11-15", "bent_raises_right", 28),
            gate_on("2026-11-22", "hop_pain_free", 1),
            gate_on("2026-11-22", "hop_distance_left", 130),
            gate_on("2026-11-22", "hop_distance_right", 140)};
}

GateResult result_of(const std::string& phase, const std::string& gate,
                     const std::vector<Event>& events, const char* date,
                     const Subject& subject = hurt()) {
    for (const Gate& candidate : acute().phase_with(phase)->gates) {
        if (candidate.id == gate) {
            return judge(candidate, subject, events, day("2026-11-01"), day(date));
        }
    }
    FAIL("no such gate");
    return {};
}

} // namespace

TEST_CASE("the norms of calf raises are those of the table", "[risk][calf]") {
    // evidence 7.4, Hebert-Losier et al. 2017 in a secondary source.
    CHECK(risk::calf_raise_norm(Sex::male, 25) == 37);
    CHECK(risk::calf_raise_norm(Sex::male, 45) == 28);
    CHECK(risk::calf_raise_norm(Sex::female, 39) == 27);
    CHECK(risk::calf_raise_norm(Sex::female, 40) == 24);
    CHECK(risk::calf_raise_norm(Sex::male, 79) == 14);
    CHECK(risk::calf_raise_norm(Sex::male, 80) == 10);
    CHECK(risk::calf_raise_norm(Sex::female, 101) == 14);
    CHECK_FALSE(risk::calf_raise_norm(Sex::male, 19).has_value());
}

TEST_CASE("a phase is left on the day on which its last gate is passed", "[planner][gate]") {
    const std::vector<Event> events = good_records();
    CHECK(phase_on({}, "2026-11-20") == "A0");
    CHECK(phase_on(events, "2026-11-02") == "A0");
    CHECK(phase_on(events, "2026-11-03") == "A1");
    CHECK(phase_on(events, "2026-11-07") == "A1");
    CHECK(phase_on(events, "2026-11-08") == "A2");
    CHECK(phase_on(events, "2026-11-15") == "A3");
    CHECK(phase_on(events, "2026-11-22") == "A4");
    CHECK(phase_on(events, "2027-01-22") == "A4"); // gates wait, days alone lead nowhere
    const PathwayState state = state_of(acute(), hurt(), events, day("2026-11-30"));
    CHECK(state.present().from == day("2026-11-22"));
    const PhaseStay* strength = state.last_stay_in(2);
    REQUIRE(strength != nullptr);
    CHECK(strength->gates[0].state == GateState::passed);
    CHECK(strength->gates[0].day == day("2026-11-15"));
    CHECK(state.last_stay_in(5) == nullptr);
}

TEST_CASE("one gate that is open keeps the phase", "[planner][gate]") {
    for (std::size_t left_out = 5; left_out < 9; ++left_out) {
        std::vector<Event> events = good_records();
        events.erase(events.begin() + static_cast<std::ptrdiff_t>(left_out));
        INFO(left_out);
        CHECK(phase_on(events, "2026-11-30") == "A2");
    }
}

TEST_CASE("no jump and no running before day 5, whatever is passed", "[planner][gate]") {
    std::vector<Event> events = good_records();
    const int days[] = {1, 1, 2, 3, 3, 4, 4, 4, 4, 6, 6, 6}; // as fast as records may follow
    for (std::size_t i = 0; i < events.size(); ++i) {
        events[i].day = day("2026-11-01") + days[i];
    }
    CHECK(phase_on(events, "2026-11-04") == "A2");
    CHECK(phase_on(events, "2026-11-05") == "A2"); // all of its gates are passed
    CHECK(state_of(acute(), hurt(), events, day("2026-11-05")).waits_until == day("2026-11-06"));
    CHECK(phase_on(events, "2026-11-06") == "A3"); // day 5 of the onset
    CHECK(phase_on(events, "2026-11-07") == "A4");
}

TEST_CASE("what was recorded in an older phase passes no gate", "[planner][gate]") {
    // All of it on one day: the day of the entry to A1 is not behind it.
    std::vector<Event> events = good_records();
    for (Event& event : events) {
        event.day = day("2026-11-03") - (event.kind == EventKind::pain ? 1 : 0);
    }
    CHECK(phase_on(events, "2026-11-30") == "A1");
}

TEST_CASE("raises of the injured side count, and both where no side is known", "[planner][gate]") {
    const std::vector<Event> events{gate_on("2026-11-10", "calf_raises_left", 20),
                                    gate_on("2026-11-11", "calf_raises_right", 30)};
    GateResult result = result_of("A2", "calf_raises", events, "2026-11-12");
    CHECK(result.state == GateState::failed);
    CHECK(result.value == 20.0);
    CHECK(result.day == day("2026-11-10"));
    result = result_of("A2", "calf_raises_apart", events, "2026-11-12");
    CHECK_THAT(result.value.value(), WithinAbs(33.3333, 1e-3)); // 1 - 20/30, by hand
    CHECK(result.day == day("2026-11-11"));
    Subject right = hurt();
    right.side = Side::right;
    CHECK(result_of("A2", "calf_raises", events, "2026-11-12", right).value == 30.0);
    Subject unknown = hurt();
    unknown.side = Side::unknown;
    CHECK(result_of("A2", "calf_raises", events, "2026-11-12", unknown).value == 20.0);
    CHECK(result_of("A2", "calf_raises", {events[1]}, "2026-11-12", unknown).state ==
          GateState::open);
    // 27 and 30 are 10 % apart: the threshold itself passes.
    CHECK(result_of("A2", "calf_raises_apart",
                    {gate_on("2026-11-10", "calf_raises_left", 27),
                     gate_on("2026-11-10", "calf_raises_right", 30)},
                    "2026-11-12")
              .state == GateState::passed);
}

TEST_CASE("of the older the norm is the gate where it is lower", "[planner][gate]") {
    const std::vector<Event> events{gate_on("2026-11-10", "calf_raises_left", 20)};
    Subject older = hurt();
    older.sex = Sex::male;
    older.birth_date = day("1962-01-01"); // 64: norm 19
    GateResult result = result_of("A2", "calf_raises", events, "2026-11-12", older);
    CHECK(result.by_norm);
    CHECK(result.threshold == 19.0);
    CHECK(result.state == GateState::passed);
    older.birth_date = day("1992-01-01"); // 34: norm 32, the gate stays 25
    result = result_of("A2", "calf_raises", events, "2026-11-12", older);
    CHECK_FALSE(result.by_norm);
    CHECK(result.state == GateState::failed);
    older.sex.reset();
    older.birth_date = day("1940-01-01");
    CHECK(result_of("A2", "calf_raises", events, "2026-11-12", older).threshold == 25.0);
}

TEST_CASE("records from before the onset, and of its day, do not count", "[planner][gate]") {
    for (const char* date : {"2026-10-30", "2026-11-01"}) {
        const std::vector<Event> events{gate_on(date, "walk_pain_free", 1),
                                        gate_on(date, "calf_squeeze_normal", 1)};
        CHECK(phase_on(events, "2026-11-12") == "A0");
    }
    CHECK(phase_on({gate_on("2026-11-02", "walk_pain_free", 1),
                    gate_on("2026-11-02", "calf_squeeze_normal", 1)},
                   "2026-11-12") == "A1");
}

TEST_CASE("two sides are compared within three days, and nothing of both is nothing",
          "[planner][gate]") {
    const auto apart = [](const char* left_on, double left, double right) {
        return result_of("A2", "calf_raises_apart",
                         {gate_on(left_on, "calf_raises_left", left),
                          gate_on("2026-11-13", "calf_raises_right", right)},
                         "2026-11-20");
    };
    CHECK(apart("2026-11-10", 29, 30).state == GateState::passed);
    CHECK(apart("2026-11-09", 29, 30).state == GateState::open);
    CHECK(apart("2026-11-13", 0, 0).state == GateState::failed);
    CHECK(apart("2026-11-13", 0, 0).value == 100.0);
}

TEST_CASE("an injured side that is much the better one is refused", "[planner][gate]") {
    // Left is hurt. 27 and 14: typed in the wrong way round, most probably.
    const std::vector<Event> swapped{gate_on("2026-11-08", "calf_raises_left", 27),
                                     gate_on("2026-11-08", "calf_raises_right", 14)};
    const GateResult result = result_of("A1", "calf_raises", swapped, "2026-11-08");
    CHECK(result.state == GateState::failed);
    CHECK(result.swapped);
    // A lead within the noise of 6 repetitions is none.
    const std::vector<Event> close{gate_on("2026-11-08", "calf_raises_left", 33),
                                   gate_on("2026-11-08", "calf_raises_right", 27)};
    CHECK(result_of("A1", "calf_raises", close, "2026-11-08").state == GateState::passed);
    CHECK_FALSE(result_of("A1", "calf_raises", close, "2026-11-08").swapped);
}

TEST_CASE("the pain gate is of the injured place and of the newest pair", "[planner][gate]") {
    const auto state = [](const char* session, double score, const char* morning, double next) {
        Event first = pain_on("2026-11-06", score);
        Event second = test::morning_on("2026-11-07", next);
        first.detail = session;
        second.detail = morning;
        return result_of("A1", "pain_settled", {first, second}, "2026-11-08").state;
    };
    CHECK(state("calf_left", 1, "calf_left", 1) == GateState::passed);
    CHECK(state("calf", 1, "calf_left_soleus", 1) == GateState::passed); // no side: may be this one
    CHECK(state("calf_right", 0, "calf_right", 0) == GateState::open);
    CHECK(state("knee_left", 0, "knee_left", 0) == GateState::open);
    CHECK(state("knee_left", 9, "knee_left", 9) == GateState::open); // holds, but is no calf
    std::vector<Event> events{pain_on("2026-11-03", 4), test::morning_on("2026-11-04", 4),
                              pain_on("2026-11-05", 1), test::morning_on("2026-11-06", 1)};
    CHECK(result_of("A1", "pain_settled", events, "2026-11-08").state == GateState::passed);
    events.push_back(pain_on("2026-11-07", 3));
    CHECK(result_of("A1", "pain_settled", events, "2026-11-08").state == GateState::failed);
}

TEST_CASE("a score of the good side does not end a hold", "[planner][gate]") {
    std::vector<Event> events = good_records();
    events.push_back(pain_on("2026-11-21", 5));
    events.push_back(pain_on("2026-11-22", 0));
    events.back().detail = "calf_right";
    CHECK(state_of(acute(), hurt(), events, day("2026-11-23")).hold.has_value());
    events.back().detail = "calf_left";
    CHECK_FALSE(state_of(acute(), hurt(), events, day("2026-11-23")).hold.has_value());
}

TEST_CASE("a calf squeeze that does not move the foot is referred, in every phase",
          "[planner][gate]") {
    std::vector<Event> events = good_records();
    events.push_back(gate_on("2026-11-25", "calf_squeeze_normal", 0));
    const PathwayState state = state_of(acute(), hurt(), events, day("2026-11-26"));
    REQUIRE(state.refers.has_value());
    CHECK_THAT(state.refers->text, Catch::Matchers::Contains("emergency department"));
    CHECK_THAT(state.refers->why, Catch::Matchers::Contains("calf_squeeze_normal is not so on"));
    // The newest record counts; one of the day of the onset refers, too.
    events.push_back(gate_on("2026-11-27", "calf_squeeze_normal", 1));
    CHECK_FALSE(state_of(acute(), hurt(), events, day("2026-11-27")).refers.has_value());
    events = {gate_on("2026-11-01", "calf_squeeze_normal", 0)};
    CHECK(state_of(acute(), hurt(), events, day("2026-11-01")).refers.has_value());
}

TEST_CASE("a pain gate wants a session and the morning after it", "[planner][gate]") {
    std::vector<Event> events{pain_on("2026-11-06", 2)};
    CHECK(result_of("A1", "pain_settled", events, "2026-11-06").state == GateState::open);
    events.push_back(test::morning_on("2026-11-07", 1));
    const GateResult passed = result_of("A1", "pain_settled", events, "2026-11-07");
    CHECK(passed.state == GateState::passed);
    CHECK(passed.day == day("2026-11-07"));
    CHECK(result_of("A6", "pain_gone", events, "2026-11-07").state == GateState::failed); // 2 > 0
    events.back().value = 3;
    CHECK(result_of("A1", "pain_settled", events, "2026-11-07").state == GateState::failed);
    CHECK(result_of("A1", "pain_settled", events, "2026-11-15").state == GateState::open);
    CHECK(result_of("A6", "pain_gone",
                    {pain_on("2026-11-06", 0), test::morning_on("2026-11-07", 0)}, "2026-11-07")
              .state == GateState::passed);
}

TEST_CASE("pain holds the phase and repeats it", "[planner][gate]") {
    std::vector<Event> events = good_records();
    events.push_back(pain_on("2026-11-21", 5));
    const PathwayState held = state_of(acute(), hurt(), events, day("2026-11-22"));
    CHECK(acute().phases[held.present().phase].id == "A3");
    REQUIRE(held.hold.has_value());
    CHECK(held.hold->score == 5.0);
    CHECK(held.hold_until == day("2026-11-28"));
    CHECK(held.repeats_from == day("2026-11-21"));
    CHECK(phase_on(events, "2026-11-27") == "A3");
    // Time settles nothing, and neither does a calm morning.
    events.push_back(test::morning_on("2026-11-22", 0));
    const PathwayState later = state_of(acute(), hurt(), events, day("2026-12-10"));
    CHECK(acute().phases[later.present().phase].id == "A3");
    CHECK(later.hold->score == 5.0);
    CHECK(later.hold_until == day("2026-12-13"));
    events.push_back(pain_on("2026-11-24", 1));
    CHECK(phase_on(events, "2026-11-23") == "A3");
    CHECK(phase_on(events, "2026-11-24") == "A4"); // a session of at most 2
    // Pain of the other calf is another matter: it holds for its week.
    events = good_records();
    events.push_back(pain_on("2026-11-21", 5, "calf_right"));
    CHECK(phase_on(events, "2026-11-27") == "A3");
    CHECK(phase_on(events, "2026-11-28") == "A4");
}

TEST_CASE("where nobody runs yet, walking without pain settles pain, too", "[planner][gate]") {
    // Behind the week for which any pain holds; on the ladder a walk would settle nothing.
    const std::vector<Event> walked = {gate_on("2026-11-05", "walk_pain_free", 1),
                                       gate_on("2026-11-05", "calf_squeeze_normal", 1),
                                       pain_on("2026-11-04", 7)};
    CHECK(phase_on(walked, "2026-11-10") == "A0");
    CHECK(phase_on(walked, "2026-11-11") == "A1");
    // A phase with jumps is no rest either.
    std::vector<Event> jumping = good_records();
    jumping.push_back(pain_on("2026-11-16", 6)); // in A3
    jumping.push_back(gate_on("2026-11-17", "walk_pain_free", 1));
    CHECK(phase_on(jumping, "2026-12-10") == "A3");
    std::vector<Event> running = good_records();
    running.push_back(pain_on("2026-11-25", 7));
    running.push_back(gate_on("2026-11-26", "walk_pain_free", 1));
    CHECK(state_of(acute(), hurt(), running, day("2026-12-10")).hold.has_value());
}

TEST_CASE("of two sides that drift apart by more than noise the phase is lost", "[planner][gate]") {
    // 27 against 29 raises passed A2. By hand: 27 against 33 is 18 %, yet 6 apart: noise.
    std::vector<Event> events = good_records();
    events.push_back(gate_on("2026-11-25", "calf_raises_right", 33));
    events.push_back(gate_on("2026-11-25", "calf_raises_left", 27));
    CHECK(phase_on(events, "2026-11-25") == "A4");
    events.push_back(gate_on("2026-11-26", "bent_raises_left", 26)); // against 40: 35 %, 14 apart
    events.push_back(gate_on("2026-11-26", "bent_raises_right", 40));
    CHECK(phase_on(events, "2026-11-26") == "A2");
    // The other side got better, the injured one still does its 25: nothing is lost.
    events = good_records();
    events.push_back(gate_on("2026-11-26", "calf_raises_left", 28));
    events.push_back(gate_on("2026-11-26", "calf_raises_right", 40));
    CHECK(phase_on(events, "2026-11-26") == "A4");
    // Of bent raises 26 against 30 is 13 %, yet within the noise of counts.
    events.push_back(gate_on("2026-11-27", "bent_raises_left", 26));
    events.push_back(gate_on("2026-11-27", "bent_raises_right", 30));
    CHECK(phase_on(events, "2026-11-27") == "A4");
    // Hops have no noise that is known: 36 % is more than twice the limit, 16 % is not.
    events = good_records();
    events.push_back(gate_on("2026-11-25", "hop_distance_left", 118));
    events.push_back(gate_on("2026-11-25", "hop_distance_right", 140));
    CHECK(phase_on(events, "2026-11-25") == "A4");
    events = good_records();
    events.push_back(gate_on("2026-11-26", "hop_distance_left", 90));
    events.push_back(gate_on("2026-11-26", "hop_distance_right", 140));
    CHECK(phase_on(events, "2026-11-26") == "A3");
}

TEST_CASE("no more rungs and team sessions count than the days leave room for", "[planner][gate]") {
    // Two sessions a rung, a day between: the first rung on day 2, the fifth on day 18.
    CHECK(most_done_in(Quantity::rung, 0) == 0);
    CHECK(most_done_in(Quantity::rung, 2) == 1);
    CHECK(most_done_in(Quantity::rung, 17) == 4);
    CHECK(most_done_in(Quantity::rung, 18) == 5);
    CHECK(most_done_in(Quantity::sessions, 0) == 1);
    CHECK(most_done_in(Quantity::sessions, 10) == 6);
    CHECK_FALSE(most_done_in(Quantity::repetitions, 0).has_value());
    std::vector<Event> events = good_records();
    events.push_back(gate_on("2026-11-23", "walk_run_rung", 5));
    const PathwayState state = state_of(acute(), hurt(), events, day("2026-11-23"));
    CHECK(acute().phases[state.present().phase].id == "A4");
    CHECK(rungs_done(acute(), state) == 0);
}

TEST_CASE("a picture's grade keeps the return back, whatever was recorded", "[planner][gate]") {
    // Prakash et al., evidence.md 7.1: 48 days for grade 3. Onset on 1 November.
    Subject subject = hurt();
    subject.mri_grade = 3;
    Pathway open = acute(); // every gate passed at once
    for (PathwayPhase& phase : open.phases) {
        phase.gates.clear();
    }
    const auto phase_after = [&](int days) {
        const Date at = *subject.onset + days;
        return open.phases[state_of(open, subject, {}, at).present().phase].id;
    };
    CHECK(fewest_days(open, subject) == 48);
    CHECK(phase_after(20) == "A6");
    CHECK(phase_after(47) == "A6");
    CHECK(phase_after(48) == "A7");
    CHECK(state_of(open, subject, {}, *subject.onset + 20).waits_until == *subject.onset + 48);
    subject.mri_grade.reset();
    CHECK(phase_after(20) == "A7");
}

TEST_CASE("more pain the next morning holds, too", "[planner][gate]") {
    std::vector<Event> events = good_records();
    events.push_back(pain_on("2026-11-20", 0));
    events.push_back(test::morning_on("2026-11-21", 1));
    const PathwayState held = state_of(acute(), hurt(), events, day("2026-11-22"));
    CHECK(acute().phases[held.present().phase].id == "A3");
    CHECK(held.hold->rose);
}

TEST_CASE("a gate that is lost by more than its noise leads back", "[planner][gate]") {
    std::vector<Event> events = good_records();
    events.push_back(gate_on("2026-11-25", "calf_raises_left", 21)); // 27 - 6: noise
    CHECK(phase_on(events, "2026-11-25") == "A4");
    events.push_back(gate_on("2026-11-26", "calf_raises_left", 20)); // 27 - 7
    const PathwayState back = state_of(acute(), hurt(), events, day("2026-11-26"));
    CHECK(acute().phases[back.present().phase].id == "A2");
    CHECK(back.present().back);
    CHECK(back.present().why == "calf_raises is 20 repetitions now");
    // Won again: the other gates of the phase and those behind it are measured anew.
    events.push_back(gate_on("2026-11-29", "calf_raises_left", 28));
    CHECK(phase_on(events, "2026-11-29") == "A2");
    events.push_back(gate_on("2026-11-29", "calf_raises_right", 28));
    events.push_back(gate_on("2026-11-29", "bent_raises_left", 25));
    events.push_back(gate_on("2026-11-29", "bent_raises_right", 26));
    CHECK(phase_on(events, "2026-11-29") == "A3");
}

TEST_CASE("what was measured before the pain no longer counts", "[planner][gate]") {
    std::vector<Event> events = good_records();
    for (Event& event : events) {
        event.day = event.day - (event.day == day("2026-11-22") ? 2 : 0); // A3 passed on the 20th
    }
    events.erase(events.begin() + 9); // but for the hops
    events.push_back(pain_on("2026-11-21", 5));
    events.push_back(pain_on("2026-11-22", 1)); // ends the hold
    events.push_back(gate_on("2026-11-23", "hop_pain_free", 1));
    CHECK(phase_on(events, "2026-11-23") == "A3"); // the distances are of before the pain
    events.push_back(gate_on("2026-11-24", "hop_distance_left", 138));
    events.push_back(gate_on("2026-11-24", "hop_distance_right", 140));
    CHECK(phase_on(events, "2026-11-24") == "A4");
}

TEST_CASE("the return to sport leads to its phase behind the gates alone", "[planner][gate]") {
    Subject back = hurt();
    back.returned = day("2026-12-20");
    CHECK(phase_on({}, "2026-12-19", back) == "A0");
    CHECK(phase_on({}, "2026-12-20", back) == "A0");
    CHECK(phase_on(good_records(), "2026-12-20", back) == "A4");
    CHECK(phase_on(good_records(), "2026-12-20", back) == phase_on(good_records(), "2026-12-20"));
    // 105 days of Orchard et al. 2020.
    CHECK(result_of("A7", "fifteen_weeks", {}, "2027-04-03", back).state == GateState::open);
    const GateResult over = result_of("A7", "fifteen_weeks", {}, "2027-04-04", back);
    CHECK(over.state == GateState::passed);
    CHECK(over.day == day("2027-04-04"));
}

TEST_CASE("two weeks without a change are referred, from the first sign on", "[planner][gate]") {
    const Pathway neural = for_audience(library().with_id("neural_tension"), Audience::runner);
    Subject subject = hurt();
    subject.site = "leg_left";
    subject.parts = neural.sites;
    const auto refers = [&](const std::vector<Event>& events, const char* date) {
        return state_of(neural, subject, events, day(date)).refers.has_value();
    };
    CHECK_FALSE(refers({}, "2026-11-15"));
    CHECK(refers({}, "2026-11-16")); // no record is needed: 15 days
    // Pain or a record before the onset starts it earlier; pain of 0, or of the other leg, does
    // not.
    Event pain = pain_on("2026-10-28", 2);
    pain.detail = "leg_left";
    CHECK(refers({pain}, "2026-11-12"));
    CHECK_FALSE(refers({pain}, "2026-11-11"));
    CHECK(refers({gate_on("2026-10-28", "leg_symptoms_better", 0)}, "2026-11-12"));
    pain.detail = "leg_right";
    CHECK_FALSE(refers({pain}, "2026-11-12"));
    // Both gates recorded, however late, lead on.
    CHECK_FALSE(refers({gate_on("2026-11-20", "leg_symptoms_better", 1),
                        gate_on("2026-11-20", "strength_unchanged", 1)},
                       "2026-11-20"));
    // New weakness is referred in any phase.
    CHECK(refers({gate_on("2026-11-20", "leg_symptoms_better", 1),
                  gate_on("2026-11-20", "strength_unchanged", 1),
                  gate_on("2026-11-25", "strength_unchanged", 0)},
                 "2026-11-25"));
    CHECK_THROWS_AS(state_of(neural, Subject(), {}, day("2026-11-20")), PreconditionError);
}

TEST_CASE("the pathway is of the latest injury that it is for", "[planner][gate]") {
    const std::vector<Injury> injuries{
        {"calf_right", "", day("2026-01-05"), day("2026-02-20"), std::nullopt},
        {"calf_left", "soleus", day("2026-11-01"), std::nullopt, 2},
        {"knee_left", "", day("2026-11-10"), std::nullopt, std::nullopt}};
    const Subject subject = subject_of(acute(), nullptr, injuries, day("2026-11-20"));
    CHECK(subject.site == "calf_left");
    CHECK(subject.side == Side::left);
    // On 1 March the strain of January is 9 days back: still within 15 weeks. In October it is not.
    CHECK(subject_of(acute(), nullptr, injuries, day("2026-03-01")).site == "calf_right");
    CHECK(subject_of(acute(), nullptr, injuries, day("2026-10-01")).site.empty());
}
