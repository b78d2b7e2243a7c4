// The lanes of a file of tracks: its athletes, and the tables that were pasted one behind another.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_TRACK_LANES_HPP
#define PLIMSOLL_IMPORT_TRACK_LANES_HPP

#include "import/diagnostic_sink.hpp"
#include "import/track_above.hpp"
#include "import/track_dialect.hpp"
#include "import/track_lane.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace plimsoll::ingest {

/// Deals the rows of a file out to lanes: one an athlete and session, and one more for each table
/// with lines of its own above and for each time that an athlete's rows begin anew.
class TrackLanes {
public:
    /// @param several  rows name their athlete or session.
    TrackLanes(const TrackLayout& layout, bool several);

    /// What the lines above the present table tell.
    const TrackAbove& above() const noexcept { return tables_.back(); }

    /// Another table begins, with lines of its own above: its rows are other recordings.
    void begin_table(TrackAbove above);

    /// The lane of a row at @p line; null where the file has too many.
    TrackLane* of(std::uint32_t line, std::string_view athlete, std::string_view session) {
        return last_ != nullptr && (!several_ || (athlete == athlete_ && session == session_))
                   ? last_
                   : find(line, athlete, session);
    }

    /// Another recording of the athlete whose lane was asked for last; null as for of().
    TrackLane* begin_anew(std::uint32_t line) { return open(line); }

    /// Of lanes that begin from here on, room for so many points.
    void expect_points(std::size_t count) noexcept { points_expected_ = count; }

    /// Sets right their clocks and brings their speeds into metres a second.
    /// @return the unit of the speeds, in words, where the distances showed it.
    std::string mend(DiagnosticSink& sink);

    /// The recordings, those without a row left out if there are others. To be asked for once.
    std::vector<Recording> take_recordings();

private:
    struct Numbered {
        TrackLane lane;
        std::size_t table;
    };

    TrackLane* find(std::uint32_t line, std::string_view athlete, std::string_view session);
    TrackLane* open(std::uint32_t line);
    std::string put_speeds_into_mps(std::size_t table, DiagnosticSink& sink);

    const TrackDialect& dialect_;
    bool several_;
    std::deque<TrackAbove> tables_;
    std::deque<Numbered> lanes_;
    std::unordered_map<std::string, TrackLane*> lane_by_name_; // of the present table
    TrackLane* last_ = nullptr;
    std::string athlete_; // of the last one
    std::string session_;
    std::size_t points_expected_ = 0;
};

} // namespace plimsoll::ingest

#endif
