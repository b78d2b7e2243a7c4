// Chains and records of pathways.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_checks.hpp"

#include "planner/pathway_items.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace plimsoll::planner {
namespace {

using ingest::TomlTable;

std::size_t index_of_phase(const Pathway& pathway, const std::string& id) {
    std::size_t index = 0;
    while (index < pathway.phases.size() && pathway.phases[index].id != id) {
        ++index;
    }
    return index;
}

void require_gates(const PathwayPhase& phase, const TomlTable& table) {
    for (const Audience audience : {Audience::runner, Audience::team}) {
        const bool some =
            std::any_of(phase.gates.begin(), phase.gates.end(), [&](const Gate& gate) {
                return share_an_audience(gate.audience, audience);
            });
        if (!some) {
            table.refuse(
                "gate",
                fmt::format("has no gate out of the phase for {}",
                            audience == Audience::runner ? "a runner" : "a team-sport athlete"));
        }
    }
}

// The indices of the phases in the order of the chain.
std::vector<std::size_t> follow_chain(const Pathway& pathway,
                                      const std::vector<PhaseTables>& tables) {
    const std::vector<PathwayPhase>& phases = pathway.phases;
    std::vector<std::size_t> chain{0};
    std::string trail = phases.front().id;
    while (!phases[chain.back()].next.empty()) {
        const std::size_t at = chain.back();
        const std::string& next = phases[at].next;
        const std::size_t index = index_of_phase(pathway, next);
        if (index == phases.size()) {
            refuse_name(tables[at].phase, "next", next, "is the id of no phase",
                        ids_of_phases(pathway));
        }
        trail += " -> " + next;
        if (std::find(chain.begin(), chain.end(), index) != chain.end()) {
            tables[at].phase.refuse("next", "makes a cycle: " + trail);
        }
        if (!pathway.phases_from_running && phases[index].from_day != phases[at].to_day) {
            tables[index].phase.refuse(
                "from_day", fmt::format("is not the day on which '{}' ends", phases[at].id));
        }
        chain.push_back(index);
    }
    for (std::size_t i = 0; i < phases.size(); ++i) {
        if (std::find(chain.begin(), chain.end(), i) == chain.end()) {
            tables[i].phase.refuse(
                "id", fmt::format("is '{}', to which no phase leads ({})", phases[i].id, trail));
        }
    }
    return chain;
}

// Running that is planned goes on to the end: the planner knows no plan of runs with a pause in it.
void require_running_to_the_end(const Pathway& pathway, const std::vector<PhaseTables>& tables) {
    const PathwayPhase* runs = nullptr;
    for (std::size_t i = 0; i < pathway.phases.size(); ++i) {
        const PathwayPhase& phase = pathway.phases[i];
        const std::string_view running = phase.running == Running::none ? "none" : "content";
        if (phase.running == Running::plan) {
            runs = &phase;
        } else if (runs != nullptr) {
            tables[i].phase.refuse(
                "running",
                fmt::format("is \"{}\" in phase '{}', which comes behind '{}' with "
                            "running = \"plan\"",
                            running, phase.id, runs->id),
                "runs are planned from one phase on to the last");
        } else if (i + 1 == pathway.phases.size()) {
            tables[i].phase.refuse("running",
                                   fmt::format("is \"{}\" in phase '{}', the last; no phase has "
                                               "running = \"plan\"",
                                               running, phase.id),
                                   "runs are planned from one phase on to the last");
        }
    }
}

void each_gate(Pathway& pathway, const std::vector<PhaseTables>& tables, const auto& visit) {
    for (std::size_t p = 0; p < pathway.phases.size(); ++p) {
        for (std::size_t g = 0; g < pathway.phases[p].gates.size(); ++g) {
            visit(pathway.phases[p].gates[g], tables[p].gates[g]);
        }
    }
}

} // namespace

bool share_an_audience(Audience a, Audience b) noexcept {
    return a == Audience::all || b == Audience::all || a == b;
}

std::vector<std::string_view> ids_of_phases(const Pathway& pathway) {
    std::vector<std::string_view> ids;
    for (const PathwayPhase& phase : pathway.phases) {
        ids.emplace_back(phase.id);
    }
    return ids;
}

void chain_phases(Pathway& pathway, std::vector<PhaseTables>& tables) {
    std::vector<PathwayPhase> phases;
    std::vector<PhaseTables> ordered;
    for (const std::size_t i : follow_chain(pathway, tables)) {
        phases.push_back(pathway.phases[i]);
        ordered.push_back(tables[i]);
    }
    pathway.phases = std::move(phases);
    tables = std::move(ordered);
    for (std::size_t i = 0; i + 1 < pathway.phases.size(); ++i) {
        require_gates(pathway.phases[i], tables[i].phase);
    }
    require_running_to_the_end(pathway, tables);
}

void settle_records(Pathway& pathway, const std::vector<PhaseTables>& tables) {
    std::map<std::string, std::pair<Quantity, bool>, std::less<>> made;
    std::vector<std::string> names;
    const auto looks_at_another = [](const Gate& gate) {
        return gate.on == GateOn::apart && gate.recorded == Quantity::asymmetry;
    };
    each_gate(pathway, tables, [&](Gate& gate, const TomlTable& table) {
        if (!is_recorded(gate) || looks_at_another(gate)) {
            return;
        }
        const std::pair made_here(gate.recorded, is_sided(gate.on));
        const auto [known, added] = made.try_emplace(gate.from, made_here);
        if (added) {
            names.push_back(gate.from);
        } else if (known->second != made_here) {
            table.refuse(gate.on == GateOn::apart ? "of" : "quantity",
                         fmt::format("is '{}'; the record '{}' is another elsewhere in this file",
                                     info_of(gate.recorded).name, gate.from));
        }
    });
    each_gate(pathway, tables, [&](Gate& gate, const TomlTable& table) {
        if (!looks_at_another(gate)) {
            return;
        }
        const auto known = made.find(gate.from);
        if (known == made.end()) {
            const std::vector<std::string_view> views(names.begin(), names.end());
            refuse_name(table, "from", gate.from,
                        "is recorded by no gate of this file; 'of' would make it a record", views);
        }
        if (!known->second.second) {
            table.refuse("from", "is '" + gate.from + "', which has no sides");
        }
        gate.recorded = known->second.first;
    });
}

} // namespace plimsoll::planner
