// Sessions in a few dozen bytes each, athlete by athlete.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_PACKED_SESSIONS_HPP
#define PLIMSOLL_MODEL_PACKED_SESSIONS_HPP

#include "model/session.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tsl/robin_map.h>
#include <utility>
#include <vector>

namespace plimsoll {

/// The sessions of a log as its importer leaves them: a Session takes some 300 bytes, a packed one
/// about 30, so that a squad's ten years fit into memory and one athlete's are unpacked at a time.
/// Nothing is lost by packing.
///
/// An athlete is a number from 0, in the order in which they were met.
class PackedSessions {
public:
    PackedSessions() = default;

    PackedSessions(PackedSessions&& other) noexcept;
    PackedSessions& operator=(PackedSessions&& other) noexcept;
    PackedSessions(const PackedSessions&) = delete;
    PackedSessions& operator=(const PackedSessions&) = delete;
    ~PackedSessions() = default;

    void add(const Session& session);
    /// Takes over all of @p more.
    void append(PackedSessions&& more);

    std::size_t size() const noexcept { return size_; }

    std::size_t athletes() const noexcept { return athletes_.size(); }

    /// @pre athlete < athletes()
    const std::string& id(std::size_t athlete) const { return athletes_.at(athlete)->id; }

    bool contains(std::string_view id) const { return number_of_.contains(id); }

    /// The athletes in the order of their ids.
    std::vector<std::size_t> by_id() const;

    /// Makes @p into the sessions of an athlete by start, those of one moment in the order of their
    /// files and lines, whatever the order in which they were added.
    /// @pre athlete < athletes()
    void unpack(std::size_t athlete, std::vector<Session>& into) const;

    /// The sessions of every athlete, in the order of their ids.
    std::vector<Session> unpack_all() const;

    /// The last day with a session that is not after @p latest.
    /// @pre athlete < athletes()
    std::optional<Date> newest_day(std::size_t athlete, Date latest) const;

private:
    struct Chunk { // whole records; it never grows
        std::vector<std::byte> bytes;
        std::size_t
            size; // that is used, but for the last one of an athlete, which ends at Athlete::end
    };

    struct Athlete {
        std::string id;
        std::byte* end = nullptr; // of the last record; null: the next one opens a chunk
        std::byte* limit = nullptr;
        Athlete* next = nullptr; // who came behind him when that was no good guess yet
        Date newest = Date::from_days(std::numeric_limits<std::int32_t>::min());
        std::size_t sessions = 0;
        std::vector<Chunk> chunks;

        std::size_t room() const noexcept { return static_cast<std::size_t>(limit - end); }

        void close_chunk() noexcept;
        // Where a record of up to @p bytes may be written; end moves once it is.
        std::byte* room_for(std::size_t bytes);
        std::span<const std::byte> records(std::size_t chunk) const noexcept;
    };

    Athlete& athlete_of(const std::string& id);

    std::vector<std::unique_ptr<Athlete>> athletes_; // they must not move
    tsl::robin_map<std::string_view, std::uint32_t> number_of_;
    Athlete* last_ = nullptr; // of the latest session
    std::size_t size_ = 0;
};

} // namespace plimsoll

#endif
