// The result of an import.
// SPDX-License-Identifier: Apache-2.0
#include "model/training_log.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plimsoll {

RowCounts& RowCounts::operator+=(const RowCounts& more) noexcept {
    rows += more.rows;
    sessions += more.sessions;
    duplicates += more.duplicates;
    rejected += more.rejected;
    other += more.other;
    return *this;
}

RowCounts TrainingLog::totals() const {
    RowCounts sum;
    for (const FileReport& file : files) {
        sum += file.counts;
    }
    return sum;
}

std::vector<AthleteSessions> TrainingLog::by_athlete() const {
    std::vector<AthleteSessions> groups;
    const std::span<const Session> all(sessions);
    for (std::size_t from = 0; from < all.size();) {
        std::size_t to = from;
        while (to < all.size() && all[to].athlete == all[from].athlete) {
            ++to;
        }
        groups.push_back({all[from].athlete, all.subspan(from, to - from)});
        from = to;
    }
    return groups;
}

std::vector<std::string> TrainingLog::lost_athletes() const {
    std::vector<std::string> lost;
    for (const auto& [athlete, rows] : refused_rows) {
        const auto found = std::lower_bound(
            sessions.begin(), sessions.end(), athlete,
            [](const Session& session, const std::string& id) { return session.athlete < id; });
        if (found == sessions.end() || found->athlete != athlete) {
            lost.push_back(athlete);
        }
    }
    return lost;
}

std::string TrainingLog::source_of(const SourceRow& row) const {
    return plimsoll::source_of(files, row);
}

std::string source_of(const std::vector<FileReport>& files, const SourceRow& row) {
    const std::string& path = files.at(row.file).path;
    return row.line == 0 ? path : fmt::format("{}:{}", path, row.line);
}

} // namespace plimsoll
