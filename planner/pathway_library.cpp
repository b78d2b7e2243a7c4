// The library of pathways, and the gate rows that it knows.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_library.hpp"

#include "model/error.hpp"
#include "model/nearest_name.hpp"
#include "planner/pathway_file.hpp"
#include "planner/shipped_pathways.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace plimsoll::planner {
namespace {

std::string stem_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    const std::string name = slash == std::string::npos ? path : path.substr(slash + 1);
    return name.substr(0, name.find_last_of('.'));
}

// What an events file may name: the record, or its two sides, and the quantity of its values.
std::map<std::string, Quantity, std::less<>> names_of_records(std::span<const Pathway> pathways) {
    std::map<std::string, Quantity, std::less<>> names;
    for (const Pathway& pathway : pathways) {
        for (const PathwayPhase& phase : pathway.phases) {
            for (const Gate& gate : phase.gates) {
                if (!is_recorded(gate)) {
                    continue;
                }
                if (!is_sided(gate.on)) {
                    names.try_emplace(gate.from, gate.recorded);
                    continue;
                }
                names.try_emplace(gate.from + "_left", gate.recorded);
                names.try_emplace(gate.from + "_right", gate.recorded);
            }
        }
    }
    return names;
}

// Why a value cannot be one of its quantity; empty where it can.
std::string problem_of(double value, Quantity quantity) {
    const QuantityInfo& info = info_of(quantity);
    if (value < info.least || value > info.most) {
        return quantity == Quantity::yes_no
                   ? fmt::format("'{:g}' is neither 1 for yes nor 0 for no", value)
                   : fmt::format("'{:g}' is out of range: {} from {:g} to {:g}", value,
                                 info.words.empty() ? info.name : info.words, info.least,
                                 info.most);
    }
    if (info.whole && std::floor(value) < value) {
        return fmt::format("'{:g}' is not a whole number", value);
    }
    return {};
}

} // namespace

std::vector<std::string_view> pathway_ids() {
    std::vector<std::string_view> ids;
    for (const ShippedPathway& shipped : shipped_pathways()) {
        ids.push_back(shipped.id);
    }
    return ids;
}

PathwayLibrary::PathwayLibrary(std::span<const std::string> files) {
    const std::vector<std::string_view> ids = pathway_ids();
    std::map<std::string, Pathway, std::less<>> own;
    for (const std::string& path : files) {
        const std::string stem = stem_of(path);
        if (std::find(ids.begin(), ids.end(), stem) == ids.end()) {
            const std::string nearest = nearest_name(stem, ids);
            throw InputError({path, 0, 0, {}}, "is named after no pathway that is known",
                             nearest.empty() ? fmt::format("{}", fmt::join(ids, ", "))
                                             : "did you mean '" + nearest + ".toml'?");
        }
        Pathway pathway = read_pathway_file(path);
        if (pathway.id != stem) {
            throw InputError({path, 0, 0, "pathway.id"},
                             fmt::format("is '{}' in a file named after '{}'", pathway.id, stem));
        }
        own.insert_or_assign(stem, std::move(pathway));
    }
    for (const ShippedPathway& shipped : shipped_pathways()) {
        const auto found = own.find(shipped.id);
        pathways_.push_back(found != own.end() ? std::move(found->second)
                                               : pathway_from(ingest::parse_toml(
                                                     std::string(shipped.text),
                                                     std::string(shipped.id) + ".toml (shipped)")));
    }
}

const Pathway& PathwayLibrary::with_id(std::string_view id) const& {
    const auto found = std::find_if(pathways_.begin(), pathways_.end(),
                                    [&](const Pathway& pathway) { return pathway.id == id; });
    require(found != pathways_.end(), "PathwayLibrary: no pathway of that id");
    return *found;
}

std::vector<Diagnostic> PathwayLibrary::gate_problems(std::span<const Event> events,
                                                      const std::string& file) const {
    constexpr std::uint32_t detail_column = 4; // of the columns as the manual has them
    constexpr std::uint32_t value_column = 5;
    const auto known = names_of_records(pathways_);
    std::vector<std::string_view> names;
    names.reserve(known.size());
    for (const auto& [name, quantity] : known) {
        names.emplace_back(name);
    }
    std::vector<Diagnostic> problems;
    for (const Event& event : events) {
        if (event.kind != EventKind::gate) {
            continue;
        }
        const auto refuse = [&](std::uint32_t column, const char* field, const std::string& text,
                                const std::string& hint) {
            problems.push_back(
                {Severity::error, {file, event.line, column, field}, "bad_gate", text, hint});
        };
        const auto record = known.find(event.detail);
        if (record == known.end()) {
            const bool has_sides = known.contains(event.detail + "_left");
            const std::string nearest = nearest_name(event.detail, names);
            refuse(detail_column, "detail",
                   has_sides ? quoted(event.detail) + " names no side"
                             : quoted(event.detail) + " is no gate of any pathway",
                   has_sides         ? fmt::format("'{0}_left' or '{0}_right'", event.detail)
                   : nearest.empty() ? "the plan's page names what each gate is recorded as"
                                     : "did you mean '" + nearest + "'?");
            continue;
        }
        if (!event.value) {
            if (record->second != Quantity::yes_no) {
                refuse(value_column, "value",
                       fmt::format("is empty; '{}' needs a value in {}", event.detail,
                                   info_of(record->second).unit),
                       {});
            }
            continue;
        }
        if (const std::string problem = problem_of(*event.value, record->second);
            !problem.empty()) {
            refuse(
                value_column, "value", problem,
                fmt::format("'{}' is recorded in {}", event.detail, info_of(record->second).unit));
        }
    }
    return problems;
}

const PathwayLibrary& shipped_library() {
    static const PathwayLibrary library;
    return library;
}

} // namespace plimsoll::planner
