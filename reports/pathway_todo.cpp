// What to do and what to show: content and gates of a pathway on paper.
// SPDX-License-Identifier: Apache-2.0
#include "reports/format.hpp"
#include "reports/pathway_sections.hpp"
#include "risk/calf_norm.hpp"

#include <fmt/format.h>

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

std::string record_of(const Gate& gate) {
    if (gate.on == GateOn::pain) {
        return "rows pain and morning_pain";
    }
    if (gate.on == GateOn::since_return) {
        return "row injury_return";
    }
    const planner::QuantityInfo& info = planner::info_of(gate.recorded);
    const std::string value = gate.recorded == planner::Quantity::yes_no ? "1 for yes"
                              : gate.recorded == planner::Quantity::rung
                                  ? "1 to 5"
                                  : "in " + std::string(info.words);
    return planner::is_sided(gate.on)
               ? fmt::format("gate rows {0}_left and {0}_right, {1}", gate.from, value)
               : fmt::format("gate row {}, {}", gate.from, value);
}

std::string result_in_words(const Gate& gate, const GateResult& result) {
    std::string text;
    if (result.by_norm) {
        text = fmt::format(" At your age {:g} are enough: the norm.", result.threshold);
    }
    if (result.swapped) {
        text += " Refused: the injured side is much the better one. Are the sides swapped? Measure "
                "both again.";
    }
    if (result.state != GateState::open && result.value &&
        gate.quantity != planner::Quantity::yes_no) {
        text += fmt::format(" Now {} ({}).", planner::in_words(*result.value, gate.quantity),
                            day_month_year(*result.day));
    } else if (result.state == GateState::failed) {
        text += fmt::format(" Not so on {}.", day_month_year(*result.day));
    }
    return text;
}

Row row_of(const PathwayPlan& path, const PathwayPhase& phase, const Gate& gate,
           const GateResult& result, bool first, bool in_full) {
    const bool passed = result.state == GateState::passed;
    Row row;
    row.cells = {first ? phase.id : std::string(), passed ? "[x] " + day_month(*result.day) : "[ ]",
                 gate.text};
    if (!passed && in_full) {
        row.note =
            fmt::format("{} Record: {}.{} {}", gate.how, record_of(gate),
                        result_in_words(gate, result), in_brackets(path.pathway, gate.grounds));
    } else if (passed && gate.quantity != planner::Quantity::yes_no) {
        row.cells.back() = gate.text + "." + result_in_words(gate, result);
    }
    return row;
}

} // namespace

void add_gates(Document& document, const PathwayPlan& path) {
    Table table;
    table.columns = {{"phase", Align::left, Fit::natural},
                     {"done", Align::left, Fit::natural},
                     {"gate", Align::left, Fit::wrap}};
    for (std::size_t p = 0; p < path.pathway.phases.size(); ++p) {
        const PathwayPhase& phase = path.pathway.phases[p];
        const bool behind = path.state && p < path.state->present().phase;
        if (!path.state && path.span_of(p) == nullptr) {
            continue;
        }
        for (std::size_t g = 0; g < phase.gates.size(); ++g) {
            table.rows.push_back(
                row_of(path, phase, phase.gates[g], path.gates[p][g], g == 0, !behind));
        }
    }
    if (table.rows.empty()) {
        return;
    }
    document.add(Heading{"Gates to tick"});
    document.add(table);
    document.add(Paragraph{fmt::format(
        "Record each in the events file: athlete,date,gate,NAME,VALUE, and give it with "
        "--events. Two counts of calf raises of one person differ by up to {:g} [{}]. "
        "How to measure at home is a choice of ours where a source names the criterion "
        "alone.",
        risk::calf_raise_noise, risk::calf_norm_source)});
}

void add_phase_content(Document& document, const PathwayPlan& path) {
    document.add(Heading{"What to do"});
    Table table;
    table.columns = {{"phase", Align::left, Fit::natural},
                     {"how often", Align::left, Fit::natural},
                     {"what", Align::left, Fit::wrap}};
    for (const PhaseSpan& span : path.spans) {
        const PathwayPhase& phase = path.pathway.phases[span.phase];
        Row head{{phase.id, std::string(), phase.name},
                 phase.text + " " + in_brackets(path.pathway, phase.grounds)};
        if (phase.not_before) {
            head.note += " " + phase.not_before->text + " " +
                         in_brackets(path.pathway, phase.not_before->grounds);
        }
        for (const planner::Remark& avoid : phase.avoid) {
            head.note += " Not: " + avoid.text + " " + in_brackets(path.pathway, avoid.grounds);
        }
        table.rows.push_back(std::move(head));
        if (phase.running == planner::Running::plan) {
            table.rows.push_back({{std::string(), "as planned", "the runs, day by day"}});
        }
        for (const planner::Exercise& exercise : phase.exercises) {
            Row row{{std::string(), how_often(exercise), exercise.name}};
            std::string dose = planner::in_words(exercise.dose);
            if (!dose.empty()) {
                dose += ". ";
            }
            row.note = fmt::format("{}{}{}{}", dose, exercise.how, exercise.how.empty() ? "" : " ",
                                   in_brackets(path.pathway, exercise.grounds));
            const std::string of_dose = exercise.dose_grounds
                                            ? in_brackets(path.pathway, *exercise.dose_grounds)
                                            : std::string();
            if (!of_dose.empty() && of_dose != in_brackets(path.pathway, exercise.grounds)) {
                row.note += " Dose " + of_dose;
            }
            table.rows.push_back(std::move(row));
        }
    }
    document.add(table);
}

} // namespace plimsoll::reports
