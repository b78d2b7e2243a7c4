// Pathways on paper.
// SPDX-License-Identifier: Apache-2.0
#include "reports/pathway_sections.hpp"

#include "model/words.hpp"
#include "planner/expected_days.hpp"
#include "reports/format.hpp"
#include "risk/calf_norm.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace plimsoll::reports {
namespace {

using Align = Column::Align;
using Fit = Column::Fit;
using planner::Gate;
using planner::GateOn;
using planner::GateResult;
using planner::GateState;
using planner::PathwayPhase;
using planner::PathwayPlan;
using planner::PhaseSpan;
using planner::PhaseStay;

std::string until_in_words(const PathwayPlan& path) {
    return path.spans.size() > 1 ? say("to {} as expected", long_day(path.spans.front().to))
                                 : say("the last one");
}

void add_hold(Document& document, const PathwayPlan& path) {
    const PainReport& pain = *path.state->hold;
    document.add(KeyFigure{
        say("Hold"),
        say("{} {:g} of 10 on {}", pain.morning ? say("morning pain") : say("pain"), pain.score,
            long_day(pain.day)),
        say("{} no run and no jump is planned before {}, and none is to be done before a "
            "session, walking or raises too, hurts that place at most 2 of 10: record it, "
            "and plan again then.",
            path.state->repeats_from ? say("The phase is repeated, and") : say("For now"),
            long_day(*path.state->hold_until))});
}

std::string history_of(const PathwayPlan& path) {
    std::string text;
    for (const PhaseStay& stay : path.state->stays) {
        if (stay.why.empty()) {
            continue;
        }
        text += " " + say("{} {} {} on {}: {}.", stay.back ? say("Back to") : say("Into"),
                          path.pathway.phases[stay.phase].id,
                          say_text(path.pathway.phases[stay.phase].name), day_month_year(stay.from),
                          stay.why);
    }
    return text;
}

bool all_passed(const PhaseStay* stay) {
    return stay != nullptr &&
           std::all_of(stay->gates.begin(), stay->gates.end(),
                       [](const GateResult& gate) { return gate.state == GateState::passed; });
}

} // namespace

void add_place(Document& document, const planner::PlanResult& plan, const PathwayPlan& path) {
    if (!path.state) {
        return;
    }
    const PhaseStay& present = path.state->present();
    const PathwayPhase& phase = path.pathway.phases[present.phase];
    std::string note;
    if (path.subject.onset) {
        note = say("Day {} after the onset on {} ({}). ", plan.start - 1 - *path.subject.onset,
                   long_day(*path.subject.onset), path.subject.site);
    }
    const bool last = present.phase + 1 == path.pathway.phases.size();
    note +=
        say("Phase {} of {} of '{}', since {}.{}", present.phase + 1, path.pathway.phases.size(),
            say_text(path.pathway.name), day_month_year(present.from),
            last ? ""
                 : say(" The next one begins when every gate of this one is passed; the "
                       "days are what to expect, no deadline."));
    document.add(
        KeyFigure{say("Phase {}, {}", phase.id, say_text(phase.name)), until_in_words(path), note});
    if (path.state->hold) {
        add_hold(document, path);
    }
    if (path.state->waits_until) {
        const bool by_picture = path.subject.onset && path.fewest_days &&
                                *path.state->waits_until == *path.subject.onset + *path.fewest_days;
        document.add(Paragraph{
            say("All gates are passed; the next phase begins no earlier than {}{}.",
                long_day(*path.state->waits_until),
                by_picture ? say(": by what a picture showed no return is expected before day "
                                 "{}. Keep recording pain, its gate counts for a week",
                                 *path.fewest_days)
                           : std::string())});
    }
    if (path.running_from && plan.status == planner::PlanStatus::planned) {
        document.add(
            KeyFigure{say("Running"), say("not before {}", long_day(*path.running_from)),
                      say("The first day of a phase that has runs, if the gates before it "
                          "are passed as expected. Until then only what the phases hold.")});
    }
    if (const std::string history = history_of(path); !history.empty()) {
        document.add(Paragraph{history.substr(1)});
    }
    for (const std::optional<std::string>& warning : {path.early_return, path.days_left}) {
        if (warning) {
            document.add(Points{Points::Mark::attention, {*warning}});
        }
    }
}

void add_phases(Document& document, const planner::PlanResult& plan, const PathwayPlan& path) {
    document.add(Heading{say("Phases")});
    Table table;
    table.columns = {
        {say("phase"), Align::left, Fit::natural}, {"", Align::left, Fit::cut},
        {say("from"), Align::right, Fit::natural}, {say("to"), Align::right, Fit::natural},
        {say("runs"), Align::left, Fit::natural},  {"", Align::left, Fit::natural}};
    for (std::size_t p = 0; p < path.pathway.phases.size(); ++p) {
        const PathwayPhase& phase = path.pathway.phases[p];
        const PhaseSpan* span = path.span_of(p);
        const PhaseStay* stay = path.state ? path.state->last_stay_in(p) : nullptr;
        const bool here = path.state && path.state->present().phase == p;
        std::string from = absent;
        std::string to = absent;
        if (span != nullptr) {
            from = day_month_year(span->from);
            to = day_month_year(span->to);
        } else if (stay != nullptr) {
            from = day_month_year(stay->from);
        }
        const bool behind = path.state && p < path.state->present().phase;
        table.rows.push_back({{phase.id, say_text(phase.name), from, to,
                               phase.running == planner::Running::none      ? say("no")
                               : phase.running == planner::Running::content ? say("short")
                                                                            : say("yes"),
                               here     ? say("<- here")
                               : behind ? (stay == nullptr    ? say("not recorded")
                                           : all_passed(stay) ? say("passed")
                                                              : say("not passed"))
                                        : ""}});
    }
    document.add(table);
    if (path.state) {
        document.add(Paragraph{say(
            "Behind the present phase the days are expected ones, of a club player {}; a walk-run "
            "ladder and six team sessions take as long as they take.{}",
            in_brackets(path.pathway, path.pathway.grounds),
            plan.schedule.phases.empty()
                ? ""
                : say(" The plan below assumes them; make it again when a gate is passed."))});
    }
}

void add_calf_raises(Document& document, const PathwayPlan& path, std::span<const Event> events,
                     Date as_of) {
    std::vector<std::string> texts;
    for (const char* side : {noted("left"), noted("right")}) {
        const Event* newest = nullptr;
        for (const Event& event : events) {
            const bool counts = event.kind == EventKind::gate && event.value &&
                                event.detail == std::string("calf_raises_") + side &&
                                event.day <= as_of;
            if (counts && (newest == nullptr || event.day >= newest->day)) {
                newest = &event;
            }
        }
        if (newest != nullptr) {
            texts.push_back(
                say("{}: {:g} on {}", say_text(side), *newest->value, day_month_year(newest->day)));
        }
    }
    if (texts.empty()) {
        return;
    }
    const planner::Subject& subject = path.subject;
    if (subject.sex && subject.birth_date) {
        const int age = age_in_years(*subject.birth_date, as_of);
        if (const std::optional<int> norm = risk::calf_raise_norm(*subject.sex, age)) {
            texts.push_back(say(
                "norm of {} of your age: {} [{}]; another study of 500 people found no relation "
                "with age [Sleeswijk Visser et al. 2025, doi:10.1016/j.bjpt.2025.101188]",
                *subject.sex == Sex::male ? say("men") : say("women"), *norm,
                risk::calf_norm_source));
        }
    } else {
        texts.emplace_back(say("sex and birth_date in the athlete's file would add the norm"));
    }
    texts.push_back(say("a difference of up to {:g} between two counts is noise; the older "
                        "are judged by what the sides are apart first [policy]",
                        risk::calf_raise_noise));
    document.add(Heading{say("Single-leg calf raises")});
    document.add(Points{Points::Mark::plain, texts});
}

void add_expected_days(Document& document, const PathwayPlan& path) {
    if (path.pathway.expected.empty()) {
        return;
    }
    document.add(Heading{say("How long it took others, from onset to return")});
    Table table;
    table.columns = {{say("who"), Align::left, Fit::wrap},
                     {say("days"), Align::right, Fit::natural},
                     {"", Align::left, Fit::natural},
                     {say("source"), Align::left, Fit::natural}};
    for (const planner::ExpectedDays& row : path.pathway.expected) {
        std::string days = row.add_days ? fmt::format("+{:g}", *row.add_days)
                                        : fmt::format("{:g}", *row.mean_days);
        if (row.sd_days) {
            days += fmt::format(" +/- {:g}", *row.sd_days);
        }
        table.rows.push_back(
            {{say_text(row.text), days, planner::is_like(row, path.subject) ? say("<- yours") : "",
              std::string(path.pathway.source_name(row.grounds))}});
    }
    document.add(table);
    std::string text =
        say("Means, with the standard deviation where one was published, of athletes of "
            "high level; they say how long to expect, not when to return. The gates "
            "decide. What a picture shows is yours only where the athlete's file "
            "records it (mri_grade, site, muscle).");
    if (path.fewest_days) {
        text += " " +
                say("By what it records, no return is expected before day {}.", *path.fewest_days);
    }
    document.add(Paragraph{text});
}

void add_remarks(Document& document, const PathwayPlan& path) {
    const auto texts_of = [&](const std::vector<planner::Remark>& remarks) {
        std::vector<std::string> texts;
        texts.reserve(remarks.size());
        for (const planner::Remark& remark : remarks) {
            texts.push_back(say_text(remark.text) + " " +
                            in_brackets(path.pathway, remark.grounds));
        }
        return texts;
    };
    if (!path.pathway.article.empty()) {
        document.add(Heading{say("Where the article and the evidence differ")});
        document.add(Points{Points::Mark::plain, texts_of(path.pathway.article)});
    }
    if (!path.pathway.notes.empty()) {
        document.add(Heading{say("To know")});
        document.add(Points{Points::Mark::plain, texts_of(path.pathway.notes)});
    }
}

void add_pathway_sources(Document& document, const PathwayPlan& path) {
    document.add(Heading{say("Sources of the pathway")});
    std::vector<std::string> texts;
    for (const planner::Citation& citation : path.pathway.citations) {
        texts.push_back(fmt::format("{}{}: {}", citation.name,
                                    citation.secondary ? say(" (secondary source)") : "",
                                    citation.where));
    }
    document.add(Points{Points::Mark::plain, texts});
    document.add(
        Paragraph{say("[policy]: a choice of Plimsoll, for a physio to review. The pathway is {}.",
                      path.pathway.file.empty()
                          ? say("the one that Plimsoll ships; --pathways FOLDER takes another")
                          : say("read from {}", path.pathway.file))});
}

void add_loosened(Document& document, const PathwayPlan& path) {
    const auto looser = std::count_if(path.changes.begin(), path.changes.end(),
                                      [](const planner::PathwayChange& c) { return c.looser; });
    if (looser > 0) {
        document.add(
            Points{Points::Mark::attention,
                   {say("{} loosens the pathway that Plimsoll ships in {}; see below.",
                        path.pathway.file, counted(static_cast<std::size_t>(looser), "place"))}});
    }
}

void add_pathway_changes(Document& document, const PathwayPlan& path) {
    if (path.changes.empty()) {
        return;
    }
    Points looser{Points::Mark::attention, {}};
    Points others;
    for (const planner::PathwayChange& change : path.changes) {
        (change.looser ? looser : others).texts.push_back(change.text);
    }
    document.add(Heading{say("Changed from the pathway that Plimsoll ships")});
    if (!looser.texts.empty()) {
        document.add(Paragraph{say("Loosened by {}, so that the athlete does more, or "
                                   "sooner, or less prepared. Who made the file answers for it.",
                                   path.pathway.file)});
        document.add(std::move(looser));
    }
    if (!others.texts.empty()) {
        document.add(Paragraph{say("Changed without loosening it:")});
        document.add(std::move(others));
    }
}

} // namespace plimsoll::reports
