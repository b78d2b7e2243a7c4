// Plans that go on, for tests.
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/followed.hpp"

#include "reports/plan_report.hpp"
#include "tests/support/pathway_plans.hpp"
#include "tests/support/sessions.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace plimsoll::test {
namespace {

constexpr const char* program = "plimsoll test";

Event record_on(Date on, EventKind kind, const std::string& detail, double value) {
    Event event;
    event.day = on;
    event.kind = kind;
    event.detail = detail;
    event.value = value;
    return event;
}

void pass_gate(Runner& runner, const planner::Gate& gate, Date on) {
    if (gate.on == planner::GateOn::pain) {
        runner.events.push_back(record_on(on - 1, EventKind::pain, "calf_left", 0));
        runner.events.push_back(record_on(on, EventKind::morning_pain, "calf_left", 0));
    } else if (planner::is_sided(gate.on)) {
        runner.events.push_back(record_on(on, EventKind::gate, gate.from + "_left", 40));
        runner.events.push_back(record_on(on, EventKind::gate, gate.from + "_right", 40));
    } else if (planner::is_recorded(gate)) {
        runner.events.push_back(record_on(on, EventKind::gate, gate.from, gate.threshold));
    }
}

} // namespace

std::string plan_document(const Runner& runner, const std::string& pathway, Date as_of,
                          std::optional<double> weekly_m) {
    planner::PathwayRequest request = request_for(runner, pathway, as_of);
    request.goal.weekly_distance_m = weekly_m;
    const planner::PlanOnPathway plan = planner::plan_on_pathway(request);
    return reports::plan_json(plan.result, program, as_of, &plan.path, std::nullopt,
                              {runner.athlete.id});
}

planner::PlanFile plan_file(const Runner& runner, const std::string& pathway, Date as_of) {
    return planner::plan_from_json(plan_document(runner, pathway, as_of), "plan.json");
}

void follow(Runner& runner, const planner::Schedule& schedule, Date from, Date to) {
    for (const planner::PlannedDay& planned : schedule.days) {
        const planner::PlannedSession& session = planned.session;
        if (planned.date < from || planned.date > to || session.distance_m <= 0.0) {
            continue;
        }
        Session run = run_on(planned.date, 1.0, session.duration_min);
        run.distance_m = session.distance_m;
        if (session.kind == planner::SessionKind::team_training ||
            session.kind == planner::SessionKind::match) {
            run.sport = Sport::soccer;
        }
        runner.sessions.push_back(run);
    }
    std::stable_sort(runner.sessions.begin(), runner.sessions.end(), earlier);
}

void pass_as_expected(Runner& runner, const planner::Schedule& schedule,
                      const std::string& pathway) {
    const bool team = runner.athlete.plays.has_value();
    const planner::Pathway walked = planner::for_audience(
        pathways().with_id(pathway), team ? planner::Audience::team : planner::Audience::runner);
    for (const planner::Phase& phase : schedule.phases) {
        const planner::PathwayPhase* known = walked.phase_with(phase.id);
        if (known == nullptr) {
            continue;
        }
        for (const planner::Gate& gate : known->gates) {
            pass_gate(runner, gate, phase.to);
        }
        // Where nothing has an onset, records are forgotten after eight weeks: once more every
        // four.
        const bool forgets = !walked.of_injury();
        for (Date on = phase.from + 27; forgets && on < phase.to; on = on + 28) {
            for (const planner::Gate& gate : walked.phases.front().gates) {
                if (known != &walked.phases.front()) {
                    pass_gate(runner, gate, on);
                }
            }
        }
    }
    std::stable_sort(runner.events.begin(), runner.events.end(),
                     [](const Event& a, const Event& b) { return a.day < b.day; });
}

planner::Replan replanned(const Runner& runner, const planner::PlanFile& file, Date as_of) {
    return planner::replan(request_for(runner, file.plan.pathway, as_of), file);
}

std::string document_of(const planner::Replan& continued, Date as_of) {
    return reports::plan_json(continued.plan.result, program, as_of, &continued.plan.path,
                              std::nullopt, {"", &continued});
}

std::string days_behind(const std::string& document, Date as_of) {
    const auto json = nlohmann::ordered_json::parse(document);
    std::string days;
    for (const auto& entry : json["days"]) {
        days += day(entry["date"]) > as_of ? entry.dump() + "\n" : "";
    }
    return days;
}

} // namespace plimsoll::test
