// Names of players from names of files.
// SPDX-License-Identifier: Apache-2.0
#include "import/squad_tracks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace plimsoll::ingest {
namespace {

constexpr std::int64_t together_s = 120; // policy: as for duplicates

constexpr std::array<std::string_view, 6> vest_formats{"catapult_10hz",   "catapult_api",
                                                       "catapult_100hz",  "catapult_logan",
                                                       "statsports_10hz", "gnss_10hz"};

// "folder/Training Export for P One 1234.csv" is "P One 1234", "folder/P01.csv" is "P01".
std::string player_of(std::string_view path) {
    constexpr std::string_view before = " Export for "; // Catapult's way of naming files
    path.remove_prefix(path.rfind('/') + 1);            // npos + 1 is 0
    const std::size_t dot = path.rfind('.');
    path = path.substr(0, dot == 0 ? std::string_view::npos : dot);
    if (const std::size_t at = path.find(before); at != std::string_view::npos) {
        path.remove_prefix(at + before.size());
    }
    return std::string(path);
}

} // namespace

bool is_of_vest(const FileReport& file) {
    return std::find(vest_formats.begin(), vest_formats.end(), file.format) != vest_formats.end();
}

void name_squad_tracks(PackedLog& log, const std::string& nameless) {
    if (std::count_if(log.files.begin(), log.files.end(), is_of_vest) < 2) {
        return;
    }
    std::vector<Session> sessions = log.sessions.unpack_all();
    std::vector<std::pair<std::int64_t, std::size_t>> starts; // of nameless vests
    for (std::size_t i = 0; i < sessions.size(); ++i) {
        const Session& session = sessions[i];
        if (session.athlete == nameless && is_of_vest(log.files[session.source.file])) {
            starts.emplace_back(std::int64_t{session.start.day.days_since_1970()} * 86400 +
                                    session.start.second.value_or(0),
                                i);
        }
    }
    std::sort(starts.begin(), starts.end());
    const bool together =
        std::adjacent_find(starts.begin(), starts.end(), [&](const auto& a, const auto& b) {
            return b.first - a.first <= together_s &&
                   sessions[a.second].source.file != sessions[b.second].source.file;
        }) != starts.end();
    if (!together) {
        return;
    }
    for (const auto& [start, i] : starts) {
        sessions[i].athlete = player_of(log.files[sessions[i].source.file].path);
    }
    log.diagnostics.push_back(
        {Severity::note,
         {},
         "squad",
         fmt::format("{} tracks of vests name nobody, and some start together: each is taken for "
                     "the athlete whose name its file has",
                     starts.size()),
         "say --athlete ID if all are of one athlete"});
    log.sessions = PackedSessions();
    for (const Session& session : sessions) {
        log.sessions.add(session);
    }
}

} // namespace plimsoll::ingest
