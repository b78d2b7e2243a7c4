// Words and sources, item by item.
// SPDX-License-Identifier: Apache-2.0
#include "planner/pathway_wording.hpp"

#include <fmt/format.h>

#include <map>
#include <vector>

namespace plimsoll::planner {
namespace {

// By the name of an item all that is worded of it.
using Wordings = std::map<std::string, std::string, std::less<>>;

std::string worded(const Grounds& grounds) {
    return fmt::format("\n{} {} {}", grounds.source, to_string(grounds.evidence), grounds.verified);
}

std::string worded(const std::vector<Remark>& remarks) {
    std::string words;
    for (const Remark& remark : remarks) {
        words += remark.text + worded(remark.grounds) + "\n";
    }
    return words;
}

template <class Item>
std::string name_of(const char* kind, const Item& item) {
    return fmt::format("{} {} {}", kind, item.id, static_cast<int>(item.audience));
}

Wordings wordings_of(const PathwayPhase& phase) {
    Wordings words;
    words["phase"] = phase.name + "\n" + phase.text + worded(phase.grounds);
    if (phase.not_before) {
        words["not_before"] = phase.not_before->text + worded(phase.not_before->grounds);
    }
    words["avoid"] = worded(phase.avoid);
    for (const Exercise& exercise : phase.exercises) {
        words[name_of("exercise", exercise)] =
            exercise.name + "\n" + exercise.how + worded(exercise.grounds) +
            (exercise.dose_grounds ? worded(*exercise.dose_grounds) : "");
    }
    for (const Gate& gate : phase.gates) {
        words[name_of("gate", gate)] = gate.text + "\n" + gate.how + worded(gate.grounds);
        if (!gate.refer_if_failed.empty()) {
            words[name_of("referral", gate)] = gate.refer_if_failed;
        }
    }
    return words;
}

Wordings wordings_of(const Pathway& pathway) {
    Wordings words;
    words["head"] = pathway.name + "\n" + pathway.about + worded(pathway.grounds);
    words["article"] = worded(pathway.article);
    words["note"] = worded(pathway.notes);
    for (const HoldRule& rule : pathway.rules) {
        words["rule " + rule.id] = rule.text + worded(rule.grounds);
    }
    for (const ExpectedDays& row : pathway.expected) {
        words["expected " + injuries_of(row)] += row.text + worded(row.grounds);
    }
    for (const Citation& citation : pathway.citations) {
        words["source " + citation.id] =
            fmt::format("{}\n{}\n{}", citation.name, citation.where, citation.secondary);
    }
    return words;
}

// What is on one side alone is no matter of words.
int differing(const Wordings& shipped, const Wordings& own) {
    int count = 0;
    for (const auto& [name, words] : shipped) {
        const auto mine = own.find(name);
        count += mine != own.end() && mine->second != words ? 1 : 0;
    }
    return count;
}

} // namespace

std::string injuries_of(const ExpectedDays& row) {
    std::vector<std::string> parts;
    if (!row.muscle.empty()) {
        parts.push_back(row.muscle);
    }
    if (row.mri_grade) {
        parts.push_back(fmt::format("MRI grade {}", *row.mri_grade));
    }
    if (!row.named.empty()) {
        parts.push_back(fmt::format("{}", fmt::join(row.named, " ")));
    }
    if (row.while_running) {
        parts.emplace_back("came on while running");
    }
    return parts.empty() ? "any injury" : fmt::format("{}", fmt::join(parts, "; "));
}

int other_wordings(const PathwayPhase& shipped, const PathwayPhase& own) {
    return differing(wordings_of(shipped), wordings_of(own));
}

int other_wordings(const Pathway& shipped, const Pathway& own) {
    return differing(wordings_of(shipped), wordings_of(own));
}

} // namespace plimsoll::planner
