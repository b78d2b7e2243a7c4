// Parts beside their wholes, athlete by athlete.
// SPDX-License-Identifier: Apache-2.0
#include "import/lone_parts.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

namespace plimsoll::ingest {
namespace {

bool is_whole_of(const Session& whole, const Session& part) {
    return whole.start.day == part.start.day &&
           (whole.title.empty() || part.title.empty() || whole.title == part.title);
}

} // namespace

std::size_t add_lone_parts(const PackedSessions& parts, PackedSessions& sessions) {
    std::unordered_map<std::string, std::size_t> number_of;
    for (std::size_t athlete = 0; athlete < sessions.athletes(); ++athlete) {
        number_of.emplace(sessions.id(athlete), athlete);
    }
    std::size_t added = 0;
    std::vector<Session> of_parts;
    std::vector<Session> wholes;
    for (const std::size_t athlete : parts.by_id()) {
        parts.unpack(athlete, of_parts);
        wholes.clear();
        if (const auto known = number_of.find(parts.id(athlete)); known != number_of.end()) {
            sessions.unpack(known->second, wholes);
        }
        for (const Session& part : of_parts) {
            auto whole =
                std::partition_point(wholes.begin(), wholes.end(), [&](const Session& session) {
                    return session.start.day < part.start.day;
                });
            while (whole != wholes.end() && whole->start.day == part.start.day &&
                   !is_whole_of(*whole, part)) {
                ++whole;
            }
            if (whole == wholes.end() || whole->start.day != part.start.day) {
                sessions.add(part);
                ++added;
            }
        }
    }
    return added;
}

} // namespace plimsoll::ingest
