// What to do and what to show: content and gates of a pathway on paper.
// SPDX-License-Identifier: Apache-2.0
#include "model/words.hpp"
#include "reports/format.hpp"
#include "reports/pathway_sections.hpp"
#include "risk/calf_norm.hpp"

#include <fmt/format.h>

#include <set>
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

std::string record_of(const PathwayPlan& path, const Gate& gate) {
    if (gate.on == GateOn::pain) {
        if (path.subject.site.empty()) {
            return say("rows pain and morning_pain");
        }
        return say("rows pain and morning_pain with the place as detail, here {}{}",
                   path.subject.site, path.pathway.sites.size() > 1 ? say(", or back") : "");
    }
    if (gate.on == GateOn::since_return) {
        return say("row injury_return");
    }
    const planner::QuantityInfo& info = planner::info_of(gate.recorded);
    const std::string value = gate.recorded == planner::Quantity::yes_no ? say("1 for yes")
                              : gate.recorded == planner::Quantity::rung
                                  ? say("1 to 5")
                                  : say("in {}", say_text(info.words));
    return planner::is_sided(gate.on)
               ? say("gate rows {0}_left and {0}_right, {1}", gate.from, value)
               : say("gate row {}, {}", gate.from, value);
}

std::string result_in_words(const Gate& gate, const GateResult& result) {
    std::string text;
    if (result.by_norm) {
        text = say(" At your age {:g} are enough: the norm.", result.threshold);
    }
    if (result.swapped) {
        text +=
            " " +
            say("Refused: the injured side is much the better one. Are the sides swapped? Measure "
                "both again.");
    }
    if (result.state != GateState::open && result.value &&
        gate.quantity != planner::Quantity::yes_no) {
        text += " " + say("Now {} ({}).", planner::in_words(*result.value, gate.quantity),
                          day_month_year(*result.day));
        if (result.recorded) {
            text += " " + say("Recorded were {:g}; the days since the phase began, with one "
                              "between, leave room for no more. Record it again later.",
                              *result.recorded);
        }
    } else if (result.state == GateState::failed) {
        text += " " + say("Not so on {}.", day_month_year(*result.day));
    }
    return text;
}

Row row_of(const PathwayPlan& path, const planner::Exercise& exercise) {
    Row row{
        {std::string(),
         how_often(exercise) +
             (exercise.from_week > 1 ? say(", from week {}", exercise.from_week) : std::string()),
         say_text(exercise.name)}};
    std::string dose = planner::in_words(exercise.dose);
    if (!dose.empty()) {
        dose += ". ";
    }
    row.note =
        fmt::format("{}{}{}{}", dose, say_text(exercise.how), exercise.how.empty() ? "" : " ",
                    in_brackets(path.pathway, exercise.grounds));
    const std::string of_dose =
        exercise.dose_grounds ? in_brackets(path.pathway, *exercise.dose_grounds) : std::string();
    if (!of_dose.empty() && of_dose != in_brackets(path.pathway, exercise.grounds)) {
        row.note += " " + say("Dose {}", of_dose);
    }
    return row;
}

// Gates measured alike are explained once.
using Explained = std::set<std::string>;

Row row_of(const PathwayPhase& phase, const Gate& gate, const GateResult& result, bool first) {
    const bool passed = result.state == GateState::passed;
    Row row;
    row.cells = {first ? phase.id : std::string(), passed ? "[x] " + day_month(*result.day) : "[ ]",
                 say_text(gate.text)};
    if (passed && gate.quantity != planner::Quantity::yes_no) {
        row.cells.back() = say_text(gate.text) + "." + result_in_words(gate, result);
    }
    return row;
}

std::string note_of(const PathwayPlan& path, const Gate& gate, const GateResult& result,
                    Explained& explained) {
    const bool is_new = explained.insert(gate.how + record_of(path, gate)).second;
    return fmt::format(
        "{}{} {}{}",
        is_new ? say("{} Record: {}.", say_text(gate.how), record_of(path, gate))
               : say("Measured and recorded as above."),
        result_in_words(gate, result), in_brackets(path.pathway, gate.grounds),
        gate.refer_if_failed.empty() ? "" : say(" If not: {}", say_text(gate.refer_if_failed)));
}

bool is_now(const PathwayPlan& path, std::size_t phase) {
    const PhaseSpan* span = path.span_of(phase);
    return span != nullptr && path.state &&
           span->from <= path.first_day + (planner::days_a_week - 1);
}

bool is_among(const PathwayPlan& path, std::size_t phase, Phases which) {
    return which == Phases::all || (which == Phases::now) == is_now(path, phase);
}

std::string heading_of(Phases which, const std::string& now, const std::string& later,
                       const std::string& all) {
    return which == Phases::now ? now : which == Phases::later ? later : all;
}

} // namespace

void add_gates(Document& document, const PathwayPlan& path, Phases which) {
    Table table;
    table.columns = {{say("phase"), Align::left, Fit::natural},
                     {say("done"), Align::left, Fit::natural},
                     {say("gate"), Align::left, Fit::wrap}};
    Explained explained;
    for (std::size_t p = 0; p < path.pathway.phases.size(); ++p) {
        const PathwayPhase& phase = path.pathway.phases[p];
        const bool behind = path.state && p < path.state->present().phase;
        if ((!path.state && path.span_of(p) == nullptr) || !is_among(path, p, which)) {
            continue;
        }
        for (std::size_t g = 0; g < phase.gates.size(); ++g) {
            const GateResult& result = path.gates[p][g];
            Row row = row_of(phase, phase.gates[g], result, g == 0);
            if (!behind && result.state != GateState::passed) {
                row.note = note_of(path, phase.gates[g], result, explained);
            }
            table.rows.push_back(std::move(row));
        }
    }
    if (table.rows.empty()) {
        return;
    }
    const bool last = path.state && path.state->present().phase + 1 == path.pathway.phases.size();
    document.add(Heading{
        heading_of(which, last ? say("To show") : say("To show before the next phase"),
                   say("Gates that are passed, and those of later phases"), say("Gates to tick"))});
    document.add(table);
    if (which == Phases::later) {
        return;
    }
    std::string text =
        say("Record each in the events file: athlete,date,gate,NAME,VALUE, and give it "
            "with --events.");
    if (path.state) {
        text += " " + say("What counts is recorded after the day on which its phase began, or was "
                          "restarted by "
                          "pain: here after {}. Two sides are compared within {} days.",
                          day_month_year(path.state->present().after), planner::sides_apart_days);
    }
    document.add(Paragraph{say(
        "{} Two counts of calf raises of one person differ by up to {:g} [{}]. How to measure at "
        "home is a choice of ours where a source names the criterion alone.",
        text, risk::calf_raise_noise, risk::calf_norm_source)});
}

void add_hold_rules(Document& document, const PathwayPlan& path) {
    Points points;
    for (const planner::HoldRule& rule : path.pathway.rules) {
        points.texts.push_back(say_text(rule.text) + " " + in_brackets(path.pathway, rule.grounds));
    }
    for (const PathwayPhase& phase : path.pathway.phases) {
        for (const Gate& gate : phase.gates) {
            if (!gate.refer_if_failed.empty()) {
                points.texts.push_back(say("In any phase. {} [{}]", say_text(gate.refer_if_failed),
                                           to_string(gate.grounds.evidence)));
            }
        }
    }
    if (!points.texts.empty()) {
        document.add(Heading{say("When to hold, step back, or see a clinician")});
        document.add(points);
    }
}

void add_phase_content(Document& document, const PathwayPlan& path, Phases which) {
    Table table;
    table.columns = {{say("phase"), Align::left, Fit::natural},
                     {say("how often"), Align::left, Fit::natural},
                     {say("what"), Align::left, Fit::wrap}};
    for (const PhaseSpan& span : path.spans) {
        if (!is_among(path, span.phase, which)) {
            continue;
        }
        const PathwayPhase& phase = path.pathway.phases[span.phase];
        Row head{{phase.id, std::string(), say_text(phase.name)},
                 say_text(phase.text) + " " + in_brackets(path.pathway, phase.grounds)};
        if (phase.not_before) {
            head.note += " " + phase.not_before->text + " " +
                         in_brackets(path.pathway, phase.not_before->grounds);
        }
        for (const planner::Remark& avoid : phase.avoid) {
            head.note += " " + say("Not: ") + say_text(avoid.text) + " " +
                         in_brackets(path.pathway, avoid.grounds);
        }
        table.rows.push_back(std::move(head));
        if (phase.running == planner::Running::plan) {
            table.rows.push_back({{std::string(), say("as planned"), say("the runs, day by day")}});
        }
        for (const planner::Exercise& exercise : phase.exercises) {
            table.rows.push_back(row_of(path, exercise));
        }
    }
    if (!table.rows.empty()) {
        document.add(Heading{heading_of(which, say("What to do"), say("What to do in later phases"),
                                        say("What to do"))});
        document.add(table);
    }
}

} // namespace plimsoll::reports
