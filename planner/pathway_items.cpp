// Items of pathway files.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_items.hpp"

#include "model/nearest_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

namespace plimsoll::planner {
namespace {

using ingest::TomlTable;

constexpr int most_expected_days = 1000;

constexpr std::array<std::string_view, 3> audiences{"all", "runner", "team"};

} // namespace

std::optional<std::size_t> index_in(std::span<const std::string_view> names,
                                    std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - names.begin());
}

Audience audience_of(TomlTable& table) {
    const std::string name = table.text("for").value_or("all");
    const auto index = index_in(audiences, name);
    if (!index) {
        refuse_name(table, "for", name, "must be 'runner' or 'team', or be left out", audiences);
    }
    return static_cast<Audience>(*index);
}

std::string needed(TomlTable& table, std::string_view key) {
    const std::optional<std::string> text = table.text(key);
    if (!text || text->empty()) {
        table.refuse(key, text ? "is empty" : "is missing");
    }
    return *text;
}

std::string needed_id(TomlTable& table) {
    std::string id = needed(table, "id");
    const bool plain = std::all_of(id.begin(), id.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_';
    });
    if (!plain) {
        table.refuse("id", "is '" + id + "'; an id has letters, digits and _ alone");
    }
    return id;
}

void refuse_name(const TomlTable& table, std::string_view key, std::string_view name,
                 const std::string& what, std::span<const std::string_view> known) {
    const std::string nearest = nearest_name(name, known);
    table.refuse(key, fmt::format("is '{}', which {}", name, what),
                 nearest.empty() ? "" : "did you mean '" + nearest + "'?");
}

Grounds PathwayItems::grounds(TomlTable& table) const {
    return grounds(table, "");
}

Grounds PathwayItems::grounds(TomlTable& table, const std::string& prefix) const {
    Grounds grounds;
    const std::string source_key = prefix + "source";
    const std::string evidence_key = prefix + "evidence";
    const auto source = table.text(source_key);
    if (!source || source->empty()) {
        table.refuse(source_key, "is missing",
                     "nothing stands in a pathway without where it comes from; a choice of your "
                     "own is source = \"policy\", evidence = \"policy\"");
    }
    std::vector<std::string_view> known{policy_source};
    for (const Citation& citation : citations_) {
        known.emplace_back(citation.id);
    }
    if (!index_in(known, *source)) {
        refuse_name(table, source_key, *source, "is the id of no [[source]] of this file", known);
    }
    grounds.source = *source;
    const auto evidence = table.text(evidence_key);
    if (!evidence) {
        table.refuse(evidence_key, "is missing", "trial, cohort, expert, convention or policy");
    }
    const auto grade = parse_evidence(*evidence);
    if (!grade) {
        refuse_name(table, evidence_key, *evidence, "is no grade of evidence", evidence_names());
    }
    if (*source == policy_source && *grade != Evidence::policy) {
        table.refuse(evidence_key, "is '" + *evidence + "'; of a policy it is 'policy'");
    }
    grounds.evidence = *grade;
    grounds.verified = table.flag(prefix + "verified").value_or(true);
    return grounds;
}

Citation PathwayItems::citation(TomlTable table) {
    Citation citation;
    citation.id = needed_id(table);
    if (citation.id == policy_source) {
        table.refuse("id", "is 'policy', which stands for a choice of ours");
    }
    citation.name = needed(table, "name");
    citation.where = needed(table, "where");
    citation.secondary = table.flag("secondary").value_or(false);
    table.finish();
    return citation;
}

Remark PathwayItems::remark(TomlTable table) const {
    Remark remark{needed(table, "text"), grounds(table)};
    table.finish();
    return remark;
}

NotBefore PathwayItems::not_before(TomlTable table) const {
    NotBefore limit;
    const auto day = table.whole("day", 0, most_expected_days);
    if (!day) {
        table.refuse("day", "is missing", "days since the onset");
    }
    limit.day = *day;
    limit.text = needed(table, "text");
    limit.grounds = grounds(table);
    table.finish();
    return limit;
}

ExpectedDays PathwayItems::expected(TomlTable table) const {
    ExpectedDays expected;
    expected.text = needed(table, "text");
    expected.muscle = table.text("muscle").value_or("");
    expected.mri_grade = table.whole("mri_grade", 0, 3);
    expected.mean_days = table.number("mean_days", 0, most_expected_days);
    expected.sd_days = table.number("sd_days", 0, most_expected_days);
    expected.add_days = table.number("add_days", 0, most_expected_days);
    if (expected.mean_days.has_value() == expected.add_days.has_value()) {
        table.refuse("mean_days", "or 'add_days': one of the two is needed");
    }
    expected.named = table.texts("named");
    expected.while_running = table.flag("while_running").value_or(false);
    if (expected.sd_days && !expected.mean_days) {
        table.refuse("sd_days", "goes with 'mean_days'");
    }
    expected.grounds = grounds(table);
    table.finish();
    return expected;
}

} // namespace plimsoll::planner
