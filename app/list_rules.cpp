// The rules in force.
// SPDX-License-Identifier: Apache-2.0
#include "app/list_rules.hpp"

#include "app/as_of.hpp"
#include "app/load_inputs.hpp"
#include "app/option_values.hpp"
#include "app/pathway_folder.hpp"
#include "app/render.hpp"
#include "app/statements.hpp"
#include "app/version.hpp"
#include "import/athlete_file.hpp"
#include "model/error.hpp"
#include "planner/goal.hpp"
#include "planner/objective.hpp"
#include "planner/pathway_verify.hpp"
#include "planner/speed_dose_rules.hpp"
#include "reports/rules_report.hpp"
#include "reports/sections.hpp"

namespace plimsoll::app {
namespace {

planner::Pathway pathway_of(const Invocation& invocation, const std::string& id) {
    const planner::PathwayLibrary pathways = load_pathways(invocation);
    return pathways.with_id(id);
}

std::vector<planner::RuleInfo> of_speed(const planner::Pathway& pathway, const Athlete* athlete,
                                        Date start) {
    return planner::speed_dose_rules(pathway, planner::PlanPolicy::of(athlete, start),
                                     planner::PlanPolicy::usual(athlete, start));
}

} // namespace

CommandResult list_rules(const Invocation& invocation, Messages& messages) {
    const std::string format = chosen_format(invocation);
    if (format != "json" && !is_page_format(format)) {
        throw UsageError("error: --rules is written as text, pdf, html or json, not as " + format);
    }
    std::vector<planner::RuleInfo> of_runs;
    std::vector<planner::RuleInfo> along;
    std::vector<planner::RuleInfo> speed;
    std::optional<planner::Pathway> pathway;
    reports::RulesInForce rules;
    std::string subject;
    std::optional<Date> as_of = typed_as_of(invocation);
    if (!invocation.goal.empty()) {
        rules.pathway = planner::read_goal_file(invocation.goal).pathway;
        pathway = pathway_of(invocation, rules.pathway);
        along = planner::pathway_rules(*pathway);
    }
    if (invocation.inputs.empty()) {
        planner::Background background;
        std::optional<Athlete> athlete;
        if (!invocation.athlete_file.empty()) {
            athlete = ingest::read_athlete_file(invocation.athlete_file);
            background.athlete = &*athlete;
            subject = athlete->name;
            as_of = as_of.value_or(today());
        }
        background.as_of = as_of.value_or(background.as_of);
        if (athlete && athlete->policy.long_run_share) {
            background.long_ratio = *athlete->policy.long_run_share;
        }
        of_runs = planner::rules_in_force(
            background, planner::PlanPolicy::of(background.athlete, background.start()));
        if (pathway) {
            speed = of_speed(*pathway, background.athlete, background.start());
        }
    } else {
        const Inputs inputs = load_inputs(invocation, messages);
        const std::vector<AthleteSessions> athletes = chosen_athletes(invocation, inputs, messages);
        as_of = as_of_day(invocation, newest_day_of(athletes), messages);
        const AthleteStatement entry =
            make_statements(invocation, inputs, athletes, *as_of).front();
        const Athlete* athlete = inputs.athlete ? &*inputs.athlete : nullptr;
        const planner::Background background = planner::background_of(
            entry.sessions.sessions, athlete, entry.statement.injuries, true, *as_of, entry.events);
        subject = reports::subject_of(entry.statement, athlete);
        of_runs = planner::rules_in_force(background,
                                          planner::PlanPolicy::of(athlete, background.start()));
        if (pathway) {
            speed = of_speed(*pathway, athlete, background.start());
        }
    }
    const std::vector<planner::RuleInfo> wishes = planner::wishes();
    rules.of_runs = of_runs;
    rules.of_pathway = along;
    rules.of_speed = speed;
    rules.wishes = wishes;
    CommandResult result;
    result.bytes = format == "json"
                       ? reports::rules_json(rules, program_name, as_of)
                       : render(invocation, format, reports::rules_report(rules, subject, as_of),
                                as_of.value_or(today()), messages);
    return result;
}

} // namespace plimsoll::app
