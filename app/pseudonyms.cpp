// Pseudonyms.
// SPDX-License-Identifier: Apache-2.0
#include "app/pseudonyms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <map>
#include <set>
#include <utility>

namespace plimsoll::app {
namespace {

// FNV-1a, so that the order of the names does not tell the order of the alphabet.
std::uint64_t scrambled(std::string_view text) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : text) {
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    }
    return hash;
}

std::set<std::string> names_in(const Inputs& inputs) {
    std::set<std::string> names;
    for (const AthleteSessions& athlete : inputs.log.by_athlete()) {
        names.emplace(athlete.athlete);
    }
    for (const auto& [id, athlete] : inputs.roster.athletes) {
        names.insert(id);
    }
    names.insert(inputs.roster.refused.begin(), inputs.roster.refused.end());
    names.insert(inputs.roster.not_in_log.begin(), inputs.roster.not_in_log.end());
    for (const auto& [id, rows] : inputs.log.refused_rows) {
        names.insert(id);
    }
    for (const Event& event : inputs.events) {
        names.insert(event.athlete);
    }
    for (const auto& [path, athlete] : inputs.plans.files) {
        names.insert(athlete);
    }
    names.erase(""); // nobody has no name to hide
    return names;
}

bool is_of_word(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80U || std::isalnum(byte) != 0;
}

// Whether what is at @p from to @p to of a text stands by itself.
bool stands_alone(const std::string& text, std::size_t from, std::size_t to) {
    return (from == 0 || !is_of_word(text[from - 1])) &&
           (to == text.size() || !is_of_word(text[to]));
}

// In quotes, or one of "7, 9 and 2 more".
bool is_listed(const std::string& text, std::size_t from, std::size_t to) {
    const std::string_view before = std::string_view(text).substr(0, from);
    const std::string_view behind = std::string_view(text).substr(to);
    return (before.ends_with('\'') && behind.starts_with('\'')) ||
           ((before.ends_with(", ") || before.ends_with(": ")) &&
            (behind.empty() || behind.starts_with(',') || behind.starts_with('\n') ||
             behind.starts_with(" and ")));
}

} // namespace

std::string with_pseudonyms(const std::string& text, const Pseudonyms& names) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto found = std::find_if(names.begin(), names.end(), [&](const auto& name) {
            const std::string& old = name.first;
            if (text.compare(at, old.size(), old) != 0) {
                return false;
            }
            const bool digits = old.find_first_not_of("0123456789") == std::string::npos;
            return digits ? is_listed(text, at, at + old.size())
                          : stands_alone(text, at, at + old.size());
        });
        out += found == names.end() ? text.substr(at, 1) : found->second;
        at += found == names.end() ? 1 : found->first.size();
    }
    return out;
}

Pseudonyms replace_names(Inputs& inputs) {
    const std::set<std::string> names = names_in(inputs);
    std::vector<std::pair<std::uint64_t, std::string>> order;
    order.reserve(names.size());
    for (const std::string& name : names) {
        order.emplace_back(scrambled(name), name);
    }
    std::sort(order.begin(), order.end());
    const std::size_t digits = std::max<std::size_t>(2, std::to_string(order.size()).size());
    std::map<std::string, std::string, std::less<>> new_names;
    for (std::size_t i = 0; i < order.size(); ++i) {
        new_names[order[i].second] = fmt::format("Athlete {:0{}}", i + 1, digits);
    }
    const auto renamed = [&](const std::string& name) {
        const auto found = new_names.find(name);
        return found == new_names.end() ? name : found->second;
    };
    for (Session& session : inputs.log.sessions) {
        session.athlete = renamed(session.athlete);
        session.title.clear();
    }
    std::stable_sort(inputs.log.sessions.begin(), inputs.log.sessions.end(), earlier);
    decltype(inputs.log.refused_rows) refused;
    for (const auto& [id, rows] : inputs.log.refused_rows) {
        refused[renamed(id)] = rows;
    }
    inputs.log.refused_rows = std::move(refused);
    Roster roster;
    roster.rows_refused = inputs.roster.rows_refused;
    Pseudonyms told(new_names.begin(), new_names.end());
    for (auto& [id, athlete] : inputs.roster.athletes) {
        athlete.id = renamed(id);
        if (!athlete.name.empty()) {
            told.emplace_back(std::exchange(athlete.name, {}), athlete.id);
        }
        roster.athletes.emplace(athlete.id, athlete);
    }
    for (const std::string& id : inputs.roster.refused) {
        roster.refused.insert(renamed(id));
    }
    for (const std::string& id : inputs.roster.not_in_log) {
        roster.not_in_log.push_back(renamed(id));
    }
    std::sort(roster.not_in_log.begin(), roster.not_in_log.end());
    inputs.roster = std::move(roster);
    // Files of plans are named after athletes, too.
    for (const auto& [path, athlete] : inputs.plans.files) {
        told.emplace_back(path, athlete.empty() ? "a file of --plans"
                                                : "the plan of " + renamed(athlete));
    }
    decltype(inputs.plans.by_athlete) plans;
    for (auto& [id, file] : inputs.plans.by_athlete) {
        file.athlete = renamed(id);
        plans.emplace(file.athlete, std::move(file));
    }
    inputs.plans.by_athlete = std::move(plans);
    inputs.plans.files.clear();
    for (Event& event : inputs.events) {
        event.athlete = renamed(event.athlete);
        event.note.clear();
    }
    std::stable_sort(told.begin(), told.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    return told;
}

} // namespace plimsoll::app
