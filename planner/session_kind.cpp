// Names of the kinds of sessions.
// SPDX-License-Identifier: Apache-2.0
#include "planner/session_kind.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace plimsoll::planner {
namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, 12> kinds{
    "rest", "easy",    "strength", "plyometric",          "nerve_glide",   "walk_run",
    "run",  "strides", "sprint",   "change_of_direction", "team_training", "match"};
static_assert(kinds.size() == static_cast<std::size_t>(SessionKind::match) + 1);

} // namespace

std::string_view to_string(SessionKind kind) noexcept {
    return kinds.at(static_cast<std::size_t>(kind));
}

std::optional<SessionKind> parse_session_kind(std::string_view name) noexcept {
    const auto* const found = std::find(kinds.begin(), kinds.end(), name);
    if (found == kinds.end()) {
        return std::nullopt;
    }
    return static_cast<SessionKind>(found - kinds.begin());
}

std::span<const std::string_view> session_kind_names() noexcept {
    return kinds;
}

bool has_running(SessionKind kind) noexcept {
    return kind >= SessionKind::walk_run;
}

bool has_impact(SessionKind kind) noexcept {
    return kind == SessionKind::plyometric || has_running(kind);
}

bool has_speed(SessionKind kind) noexcept {
    return kind == SessionKind::strides || kind == SessionKind::sprint ||
           kind == SessionKind::change_of_direction;
}

} // namespace plimsoll::planner
