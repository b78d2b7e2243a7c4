// The kinds of planned sessions.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_PLANNER_SESSION_KIND_HPP
#define PLIMSOLL_PLANNER_SESSION_KIND_HPP

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace plimsoll::planner {

enum class SessionKind : std::uint8_t {
    rest,
    easy, ///< walking, bicycle, pool: without pain
    strength,
    plyometric,
    nerve_glide,
    walk_run,
    run,
    strides,
    sprint,
    change_of_direction,
    team_training,
    match
};

std::string_view to_string(SessionKind kind) noexcept;
std::optional<SessionKind> parse_session_kind(std::string_view name) noexcept;
std::span<const std::string_view> session_kind_names() noexcept;

/// Whether the athlete runs in it: walk-run, run, and everything faster.
bool has_running(SessionKind kind) noexcept;

/// Running and jumps: what pain holds, and what waits for the day that a pathway names.
bool has_impact(SessionKind kind) noexcept;

/// Strides, sprints, changes of direction: never on days in a row, never where distance grows most.
bool has_speed(SessionKind kind) noexcept;

} // namespace plimsoll::planner

#endif
