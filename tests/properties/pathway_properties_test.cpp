// What holds of every walk along a pathway: nothing ahead counts, and a passed gate never leads
// back. SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_library.hpp"
#include "planner/pathway_state.hpp"
#include "reports/plan_report.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/pathways.hpp"
#include "tests/support/sessions.hpp"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace plimsoll;
using namespace plimsoll::planner;
using test::day;

namespace {

const PathwayLibrary& library() {
    static const PathwayLibrary all;
    return all;
}

struct Case {
    Pathway pathway;
    Subject subject;
    std::vector<Event> events;
    Date first = Date::from_days(0);
};

// A value that a gate of the pathway may be recorded with, near its threshold.
Event any_record(const Pathway& pathway, Date at) {
    const PathwayPhase& phase = *rc::gen::elementOf(pathway.phases);
    Event event;
    event.day = at;
    if (phase.gates.empty() || *rc::gen::inRange(0, 4) == 0) {
        event.kind = *rc::gen::inRange(0, 2) == 0 ? EventKind::pain : EventKind::morning_pain;
        event.value = *rc::gen::inRange(0, 5);
        event.detail = "calf_left";
        return event;
    }
    const Gate& gate = *rc::gen::elementOf(phase.gates);
    event.kind = EventKind::gate;
    event.detail = gate.from;
    if (is_sided(gate.on)) {
        event.detail += *rc::gen::inRange(0, 2) == 0 ? "_left" : "_right";
    }
    const double about = gate.on == GateOn::apart ? 28.0 : gate.threshold;
    event.value = std::max(0.0, about + *rc::gen::inRange(-8, 9));
    return event;
}

Case any_case(bool injured_only) {
    Case c;
    const std::vector<std::string> ids =
        injured_only ? std::vector<std::string>{"acute_strain"}
                     : std::vector<std::string>{"acute_strain", "neural_tension", "silent_strain",
                                                "preseason", "conditioning"};
    const auto audience = *rc::gen::inRange(0, 2) == 0 ? Audience::runner : Audience::team;
    c.pathway = for_audience(library().with_id(*rc::gen::elementOf(ids)), audience);
    c.first = day("2026-11-01");
    c.subject.audience = audience;
    c.subject.side = static_cast<Side>(*rc::gen::inRange(0, 3));
    c.subject.parts = c.pathway.sites;
    if (c.pathway.of_injury()) {
        c.subject.onset = c.first;
        c.subject.site = "calf_left";
    }
    if (*rc::gen::inRange(0, 4) == 0) {
        c.subject.returned = c.first + *rc::gen::inRange(0, 90);
    }
    const int count = *rc::gen::inRange(0, 60);
    for (int i = 0; i < count; ++i) {
        c.events.push_back(any_record(c.pathway, c.first + *rc::gen::inRange(0, 90)));
    }
    std::stable_sort(c.events.begin(), c.events.end(),
                     [](const Event& a, const Event& b) { return a.day < b.day; });
    return c;
}

// Everything that a state says, as text.
std::string told(const Case& c, const std::vector<Event>& events, Date on) {
    const PathwayState state = state_of(c.pathway, c.subject, events, on);
    std::string text;
    for (const PhaseStay& stay : state.stays) {
        text += c.pathway.phases[stay.phase].id + " " + to_string(stay.from) + " " + stay.why + ":";
        for (const GateResult& gate : stay.gates) {
            text += std::to_string(static_cast<int>(gate.state)) +
                    (gate.day ? to_string(*gate.day) : "") +
                    (gate.value ? std::to_string(*gate.value) : "") + ",";
        }
    }
    text += state.hold ? to_string(state.hold->day) : "";
    text += state.waits_until ? to_string(*state.waits_until) : "";
    text += state.repeats_from ? to_string(*state.repeats_from) : "";
    return text;
}

} // namespace

TEST_CASE("properties: what comes tomorrow changes nothing today", "[properties][gate]") {
    CHECK(rc::check("causal", [] {
        const Case c = any_case(false);
        const Date on = c.first + *rc::gen::inRange(0, 95);
        std::vector<Event> known;
        for (const Event& event : c.events) {
            if (event.day <= on) {
                known.push_back(event);
            }
        }
        Case earlier = c;
        if (earlier.subject.returned && *earlier.subject.returned > on) {
            earlier.subject.returned.reset();
        }
        RC_ASSERT(told(c, c.events, on) == told(earlier, known, on));
    }));
}

TEST_CASE("properties: a day later, one phase back only where a record was lost",
          "[properties][gate]") {
    CHECK(rc::check("back has a reason", [] {
        const Case c = any_case(false);
        const PathwayState state = state_of(c.pathway, c.subject, c.events, c.first + 95);
        for (std::size_t i = 1; i < state.stays.size(); ++i) {
            const PhaseStay& stay = state.stays[i];
            RC_ASSERT(stay.phase != state.stays[i - 1].phase);
            RC_ASSERT(stay.from >= state.stays[i - 1].from);
            RC_ASSERT(!stay.why.empty());
            if (stay.phase < state.stays[i - 1].phase) {
                const bool recorded =
                    std::any_of(c.events.begin(), c.events.end(), [&](const Event& event) {
                        return event.kind == EventKind::gate && event.day == stay.from;
                    });
                RC_ASSERT(stay.back && recorded);
            }
        }
    }));
}

TEST_CASE("properties: ticking a gate never leads back", "[properties][gate]") {
    CHECK(rc::check("a record that passes every gate it is of", [] {
        const Case c = any_case(true);
        const Date on = c.events.empty() ? c.first + 30 : c.events.back().day + 1;
        const PathwayPhase& phase = *rc::gen::elementOf(c.pathway.phases);
        RC_PRE(!phase.gates.empty());
        const Gate& gate = *rc::gen::elementOf(phase.gates);
        RC_PRE(is_recorded(gate));
        std::vector<Event> events = c.events;
        Event tick;
        tick.kind = EventKind::gate;
        tick.day = on;
        // The strictest threshold of the record, in every phase.
        tick.value = gate.at_least || gate.on == GateOn::apart ? 0.0 : gate.threshold;
        for (const PathwayPhase& other : c.pathway.phases) {
            for (const Gate& same : other.gates) {
                if (same.from == gate.from && same.at_least) {
                    tick.value = std::max(*tick.value, same.threshold);
                }
            }
        }
        if (gate.on == GateOn::apart && *tick.value <= 0.0) {
            tick.value = 100.0;
        }
        for (const char* side : {"_left", "_right"}) {
            tick.detail = is_sided(gate.on) ? gate.from + side : gate.from;
            events.push_back(tick);
        }
        const std::size_t before = state_of(c.pathway, c.subject, c.events, on).present().phase;
        RC_ASSERT(state_of(c.pathway, c.subject, events, on).present().phase >= before);
    }));
}

namespace {

// A runner or player who may have torn a calf, with any records, and what is asked.
struct PlanCase {
    test::Runner runner;
    std::string pathway;
    Date as_of = Date::from_days(0);
};

// Rows that pass every gate of a phase on a day.
void pass(const PathwayPhase& phase, Date at, std::vector<Event>& events) {
    for (const Gate& gate : phase.gates) {
        Event event;
        event.day = at;
        event.detail = gate.from;
        event.value = gate.threshold;
        event.kind = EventKind::gate;
        if (gate.on == GateOn::pain) {
            event.kind = EventKind::morning_pain;
            event.detail = "calf";
            event.value = 0;
            events.push_back(event);
            event.kind = EventKind::pain;
            event.day = at - 1;
            events.push_back(event);
        } else if (is_sided(gate.on)) {
            event.value = 40;
            event.detail = gate.from + "_left";
            events.push_back(event);
            event.detail = gate.from + "_right";
            events.push_back(event);
        } else if (is_recorded(gate)) {
            events.push_back(event);
        }
    }
}

PlanCase any_plan() {
    PlanCase c;
    c.runner = test::runner_until(day("2026-10-11") - *rc::gen::inRange(0, 30));
    c.pathway = *rc::gen::element<std::string>("acute_strain", "neural_tension", "silent_strain",
                                               "preseason", "conditioning", "time_off");
    const Pathway& pathway = library().with_id(c.pathway);
    const Date first = day("2026-10-12");
    c.as_of = first + *rc::gen::inRange(0, 80);
    if (pathway.of_injury()) {
        c.runner.injuries = {{"calf_left", "soleus", first, std::nullopt, std::nullopt}};
        if (*rc::gen::inRange(0, 5) == 0) {
            c.runner.injuries[0].returned = first + *rc::gen::inRange(10, 80);
        }
    }
    if (*rc::gen::inRange(0, 2) == 0) {
        c.runner.athlete.plays = Sport::soccer;
    }
    if (*rc::gen::inRange(0, 2) == 0) {
        c.runner.athlete.birth_date = day("1950-01-01") + *rc::gen::inRange(0, 16'000);
        c.runner.athlete.sex = *rc::gen::inRange(0, 2) == 0 ? Sex::female : Sex::male;
    }
    const auto phases = static_cast<int>(pathway.phases.size());
    const int passed = *rc::gen::inRange(0, phases);
    Date at = first + 1;
    for (int p = 0; p < passed; ++p) {
        at = at + *rc::gen::inRange(1, 9);
        pass(pathway.phases[static_cast<std::size_t>(p)], at, c.runner.events);
    }
    const int count = *rc::gen::inRange(0, 2) == 0 ? 0 : *rc::gen::inRange(0, 40);
    for (int i = 0; i < count; ++i) {
        c.runner.events.push_back(any_record(pathway, first + *rc::gen::inRange(0, 85)));
    }
    std::stable_sort(c.runner.events.begin(), c.runner.events.end(),
                     [](const Event& a, const Event& b) { return a.day < b.day; });
    for (int i = *rc::gen::inRange(0, 8); i > 0; --i) { // runs of the way back
        c.runner.sessions.push_back(
            test::run_on(first + *rc::gen::inRange(15, 80), *rc::gen::inRange(5, 60) / 10.0, 30.0));
    }
    std::stable_sort(c.runner.sessions.begin(), c.runner.sessions.end(), earlier);
    return c;
}

PathwayRequest request_of(const PlanCase& c, int weeks) {
    PathwayRequest request = test::request_for(c.runner, c.pathway, c.as_of, weeks);
    request.goal.weekly_distance_m = 18'000.0;
    return request;
}

} // namespace

TEST_CASE("properties: no plan along a pathway breaks a rule", "[properties][pathway]") {
    CHECK(rc::check("verified, and no run before its phase", [] {
        const PlanCase c = any_plan();
        const PathwayRequest request = request_of(c, 16);
        const PlanOnPathway plan = plan_on_pathway(request); // throws where a verifier disagrees
        RC_TAG(
            c.pathway + " " + std::string(to_string(plan.result.status)) + " " +
            (plan.path.state ? plan.path.pathway.phases[plan.path.state->present().phase].id : ""));
        const Schedule& schedule = plan.result.schedule;
        if (plan.result.status != PlanStatus::planned) {
            RC_ASSERT(schedule.days.empty());
            return;
        }
        RC_ASSERT(schedule.days.front().date == c.as_of + 1);
        for (const PlannedDay& planned : schedule.days) {
            const PathwayPhase* phase = plan.path.pathway.phase_with(planned.phase);
            RC_ASSERT(phase != nullptr);
            const bool runs = planned.session.kind != SessionKind::rest;
            const bool allowed = !runs || phase->running == Running::plan;
            const bool too_early =
                runs && plan.path.running_from && planned.date < *plan.path.running_from;
            RC_ASSERT(allowed);
            RC_ASSERT(!too_early);
            if (runs && c.pathway == "acute_strain") {
                RC_ASSERT(planned.date - day("2026-10-12") >= 5);
            }
        }
    }));
}

TEST_CASE("properties: the same request gives the same plan", "[properties][pathway]") {
    CHECK(rc::check("deterministic", [] {
        const PlanCase c = any_plan();
        const PathwayRequest request = request_of(c, 12);
        const PlanOnPathway a = plan_on_pathway(request);
        const PlanOnPathway b = plan_on_pathway(request);
        RC_ASSERT(reports::plan_json(a.result, "p", c.as_of, &a.path) ==
                  reports::plan_json(b.result, "p", c.as_of, &b.path));
    }));
}
