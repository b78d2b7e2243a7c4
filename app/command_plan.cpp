// plimsoll plan
// SPDX-License-Identifier: Apache-2.0
#include "app/as_of.hpp"
#include "app/command.hpp"
#include "app/list_rules.hpp"
#include "app/load_inputs.hpp"
#include "app/option_values.hpp"
#include "app/output.hpp"
#include "app/pathway_folder.hpp"
#include "app/render.hpp"
#include "app/statements.hpp"
#include "app/version.hpp"
#include "import/athlete_file.hpp"
#include "import/screen_answers.hpp"
#include "model/error.hpp"
#include "planner/pathway_plan.hpp"
#include "planner/plan_file.hpp"
#include "planner/refer_first.hpp"
#include "planner/replan.hpp"
#include "planner/screen.hpp"
#include "planner/screen_fit.hpp"
#include "reports/continued_section.hpp"
#include "reports/format.hpp"
#include "reports/fridge_report.hpp"
#include "reports/match_demands_section.hpp"
#include "reports/plan_calendar.hpp"
#include "reports/plan_report.hpp"
#include "reports/screen_report.hpp"
#include "reports/sections.hpp"
#include "reports/workout_fit.hpp"
#include "risk/factor.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <system_error>
#include <utility>

namespace plimsoll::app {
namespace {

int weeks_of(const Invocation& invocation) {
    const int weeks = invocation.weeks.value_or(planner::default_weeks);
    if (weeks < 1 || weeks > planner::most_weeks) {
        throw UsageError(
            fmt::format("error: --weeks is from 1 to {}, not {}", planner::most_weeks, weeks));
    }
    return weeks;
}

// The injury that has no return date, or that the pathway leads back from, or of a calf whose
// return is a few weeks ago.
std::optional<planner::ScreenedInjury> injury_of(const planner::Pathway& pathway,
                                                 const Athlete& athlete,
                                                 std::span<const Injury> injuries, Date as_of) {
    const planner::Subject subject = planner::subject_of(pathway, &athlete, injuries, as_of);
    if (pathway.of_injury() && subject.onset) {
        return planner::ScreenedInjury{subject.site, *subject.onset,
                                       !subject.returned || *subject.returned > as_of,
                                       subject.returned};
    }
    for (const Injury& injury : injuries) {
        if (is_open(injury, as_of)) {
            return planner::ScreenedInjury{injury.site, injury.onset};
        }
    }
    if (const Injury* calf = planner::calf_on_watch(injuries, as_of)) {
        return planner::ScreenedInjury{calf->site, calf->onset, false, calf->returned};
    }
    return std::nullopt;
}

// What stands between the athlete and a plan, by the screen.
std::optional<std::string> reason_by_screen(const std::optional<ScreenAnswers>& answers,
                                            const std::optional<planner::ScreenResult>& screening,
                                            const planner::Pathway& pathway,
                                            const std::optional<planner::ScreenedInjury>& injury,
                                            std::span<const Event> events, Date as_of) {
    const bool injured = injury.has_value() || pathway.of_injury();
    if (auto why = planner::reason_against_plan(injured, screening)) {
        if (screening) {
            return why;
        }
        if (injury && injury->open) {
            return fmt::format("{} since {} has no return date: {}", injury->site,
                               long_day(injury->onset), *why);
        }
        return pathway.of_injury()
                   ? fmt::format("the pathway {} is of an injury: {}", pathway.id, *why)
                   : fmt::format("the return of {} is less than {} weeks ago: {}", injury->site,
                                 risk::watch_strain_days / 7, *why);
    }
    if (!answers) {
        return std::nullopt;
    }
    if (auto why = planner::reason_against_answers(*answers, as_of, injury)) {
        return why;
    }
    if (!pathway.of_injury()) {
        if (auto why = planner::reason_against_sore_calf(*answers, injury.has_value())) {
            return why;
        }
        return injury ? planner::reason_against_records(*answers, *injury, events, as_of)
                      : std::nullopt;
    }
    if (auto why = planner::reason_against_pathway(*screening, pathway.id)) {
        return why;
    }
    return injury ? planner::reason_against_records(*answers, *injury, events, as_of)
                  : std::nullopt;
}

// For the page of a refusal, which comes before any file but the answers' can be refused.
planner::Goal goal_if_readable(const Invocation& invocation) {
    try {
        return planner::read_goal_file(invocation.goal);
    } catch (const Error&) {
        return {};
    }
}

std::string subject_if_readable(const Invocation& invocation) {
    try {
        return ingest::read_athlete_file(invocation.athlete_file).name;
    } catch (const Error&) {
        return {};
    }
}

// A calendar or a table of days.
bool is_of_days(const std::string& format) {
    return format == "ics" || format == "csv";
}

// Of these formats nothing is written where there is no day: the reason goes beside.
CommandResult no_days(const std::string& why, Messages& messages) {
    messages.note("no plan: " + why);
    return {{}, no_safe_plan, true};
}

// A file each, all or none refused; those of an earlier plan stay.
void write_workouts(const Invocation& invocation, const planner::PlanResult& plan, Date as_of,
                    Messages& messages) {
    const std::vector<reports::WorkoutFile> files = reports::workout_files(plan, as_of);
    std::error_code error;
    std::filesystem::create_directories(invocation.workouts, error);
    if (error) {
        throw IoError(invocation.workouts, "cannot be made: " + error.message());
    }
    const auto path_of = [&](const reports::WorkoutFile& file) {
        return (std::filesystem::path(invocation.workouts) / file.name).string();
    };
    for (const reports::WorkoutFile& file : files) {
        require_writable(path_of(file), invocation.overwrite);
    }
    for (const reports::WorkoutFile& file : files) {
        write_output(path_of(file), file.bytes, invocation.overwrite);
    }
    messages.note(
        fmt::format("{} in {}", reports::counted(files.size(), "workout"), invocation.workouts));
}

// The plan of --continue; nothing without that option.
std::optional<planner::PlanFile> plan_to_continue(const Invocation& invocation,
                                                  std::string_view athlete) {
    if (invocation.continue_from.empty()) {
        return std::nullopt;
    }
    planner::PlanFile file = planner::read_plan_file(invocation.continue_from);
    if (file.athlete != athlete) {
        throw InputError({file.path, 0, 0, "athlete"},
                         fmt::format("is '{}', and the log is of '{}'", file.athlete, athlete),
                         "a plan goes on for the athlete that it was made for");
    }
    return file;
}

CommandResult no_plan(const Invocation& invocation, const std::string& format,
                      const std::optional<planner::ScreenResult>& screening, const std::string& why,
                      const std::string& subject, const planner::Goal& goal, Date as_of,
                      Messages& messages) {
    if (is_of_days(format)) {
        return no_days(why, messages);
    }
    const bool stops = screening && !screening->may_plan();
    if (format != "json") {
        return {render(invocation, format,
                       reports::screened_plan_report(stops ? screening : std::nullopt, why, subject,
                                                     as_of + 1),
                       as_of, messages),
                no_safe_plan};
    }
    planner::PlanResult plan;
    plan.status = planner::PlanStatus::refer;
    plan.pathway = goal.pathway;
    plan.why = why;
    plan.start = as_of + 1;
    plan.wished = goal.date;
    plan.kind = goal.kind;
    plan.demand_m = goal.has_event() ? goal.event_distance_m : goal.weekly_distance_m.value_or(0.0);
    return {reports::plan_json(plan, program_name, as_of), no_safe_plan};
}

} // namespace

CommandResult run_plan(const Invocation& invocation, Messages& messages) {
    if (invocation.rules) {
        return list_rules(invocation, messages);
    }
    const std::string format = chosen_format(invocation);
    if (invocation.fridge && !is_page_format(format)) {
        throw UsageError(fmt::format(
            "error: --fridge is a page: --format is text, pdf or html with it, not {}", format));
    }
    const int weeks = weeks_of(invocation);
    if (invocation.goal.empty() || invocation.athlete_file.empty()) {
        throw UsageError("error: 'plimsoll plan' needs --goal G.toml and --athlete-file A.toml\n"
                         "hint: 'plimsoll help plan' shows a pair of them");
    }
    std::optional<ScreenAnswers> answers;
    std::optional<planner::ScreenResult> screening;
    if (!invocation.answers.empty()) {
        answers = ingest::read_screen_answers(invocation.answers);
        screening = planner::screen(*answers);
        // A red flag is told before anything else: not even a file that cannot be read comes first.
        if (const auto why = planner::reason_against_plan(false, screening)) {
            return no_plan(invocation, format, screening, *why, subject_if_readable(invocation),
                           goal_if_readable(invocation),
                           typed_as_of(invocation).value_or(answers->day().value_or(today())),
                           messages);
        }
    }
    const planner::Goal goal = planner::read_goal_file(invocation.goal);
    const Inputs inputs = load_inputs(invocation, messages);
    const std::vector<AthleteSessions> athletes = chosen_athletes(invocation, inputs, messages);
    const Date as_of = as_of_day(invocation, newest_day_of(athletes), messages);
    const AthleteStatement entry = make_statements(invocation, inputs, athletes, as_of).front();
    if (!entry.statement.load) {
        throw InputError({}, fmt::format("no session on or before {}", to_string(as_of)));
    }
    const planner::PathwayLibrary pathways = load_pathways(invocation);
    const planner::Pathway& pathway = pathways.with_id(goal.pathway);
    require_whole_events(inputs);
    const std::optional<planner::PlanFile> file =
        plan_to_continue(invocation, entry.sessions.athlete);
    const std::vector<Injury>& injuries = entry.statement.injuries;
    const std::optional<planner::ScreenedInjury> injury =
        injury_of(pathway, *inputs.athlete, injuries, as_of);
    // Missing answers do not come before a gate that goes to a clinician today.
    std::optional<std::string> why;
    if (!planner::referral_by_gates(pathway, injuries, entry.events, as_of)) {
        why = reason_by_screen(answers, screening, pathway, injury, entry.events, as_of);
    }
    const std::string subject = reports::subject_of(entry.statement, &*inputs.athlete);
    if (why) {
        return no_plan(invocation, format, screening, *why, subject, goal, as_of, messages);
    }
    planner::PathwayRequest request;
    request.sessions = entry.sessions.sessions;
    request.athlete = &*inputs.athlete;
    request.injuries = injuries;
    request.injuries_known = true;
    std::vector<Event> events = entry.events;
    if (const auto pain =
            answers && injury ? planner::pain_in(*answers, injury->site) : std::nullopt) {
        events.push_back(*pain);
    }
    request.events = events;
    request.hold = entry.statement.hold;
    request.came_on_running = answers && answers->is(ScreenKey::during, "steady_run");
    request.as_of = as_of;
    request.goal = goal;
    request.weeks = weeks;
    request.pathway = &pathway;
    std::optional<planner::Replan> continued;
    if (file) {
        continued = planner::replan(request, *file);
    }
    const planner::PlanOnPathway made =
        continued ? std::move(continued->plan) : planner::plan_on_pathway(request);
    // Of a plan that goes on the pages have the days ahead, the JSON has it whole.
    const planner::PlanResult& plan = continued ? continued->ahead : made.result;
    const bool may_doubt = screening && plan.status == planner::PlanStatus::planned;
    const std::optional<std::string> doubt =
        may_doubt ? planner::doubt_about_pathway(*screening, pathway.id) : std::nullopt;
    if (is_of_days(format) && plan.schedule.days.empty()) {
        return no_days(plan.why, messages);
    }
    if (!invocation.workouts.empty() && plan.status == planner::PlanStatus::planned) {
        write_workouts(invocation, plan, as_of, messages);
    }
    CommandResult result;
    if (format == "ics") {
        result.bytes = reports::plan_ics(plan, &made.path,
                                         {std::string(entry.sessions.athlete), subject,
                                          program_name, as_of, continued ? &*continued : nullptr});
    } else if (format == "csv") {
        result.bytes = reports::plan_csv(plan);
    } else if (format == "json") {
        result.bytes = reports::plan_json(
            made.result, program_name, as_of, &made.path, doubt,
            {std::string(entry.sessions.athlete), continued ? &*continued : nullptr});
    } else if (invocation.fridge && plan.status == planner::PlanStatus::planned &&
               !plan.schedule.days.empty()) {
        const std::vector<std::string> remarks =
            doubt ? std::vector{*doubt} : std::vector<std::string>();
        result.bytes = render(
            invocation, format,
            reports::fridge_report(plan, made.path, subject, remarks, customs_of(invocation)),
            as_of, messages);
    } else {
        reports::Document document = reports::plan_report(
            plan, made.background, subject, &made.path, entry.events, customs_of(invocation));
        if (plan.status == planner::PlanStatus::planned && inputs.athlete->plays &&
            is_team(*inputs.athlete->plays)) {
            reports::add_match_demands(document, *inputs.athlete->plays);
        }
        if (continued) {
            reports::add_continued(document, *continued);
        }
        if (doubt) {
            document.blocks.insert(document.blocks.begin(),
                                   reports::Points{reports::Points::Mark::attention, {*doubt}});
        }
        result.bytes = render(invocation, format, document, as_of, messages);
    }
    result.status = plan.status != planner::PlanStatus::planned ? no_safe_plan
                    : inputs.some_unreadable                    ? data_error
                                                                : done;
    return result;
}

} // namespace plimsoll::app
