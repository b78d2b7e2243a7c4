// Events and the injuries they tell.
// SPDX-License-Identifier: Apache-2.0
#include "model/event.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace plimsoll {
namespace {

constexpr std::array<std::string_view, 9> kind_names{"injury_onset", "injury_return", "pain",
                                                     "morning_pain", "illness",       "holiday",
                                                     "unlogged",     "unavailable",   "gate"};

} // namespace

std::string_view to_string(EventKind kind) noexcept {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<EventKind> parse_event_kind(std::string_view name) noexcept {
    const auto* const found = std::find(kind_names.begin(), kind_names.end(), name);
    if (found == kind_names.end()) {
        return std::nullopt;
    }
    return static_cast<EventKind>(found - kind_names.begin());
}

std::span<const std::string_view> event_kind_names() noexcept {
    return kind_names;
}

std::vector<Injury> injuries_in(std::span<const Event> events) {
    std::vector<Event> ordered(events.begin(), events.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Event& a, const Event& b) { return a.day < b.day; });
    std::vector<Injury> injuries;
    for (const Event& event : ordered) {
        if (event.kind == EventKind::injury_onset) {
            injuries.push_back({event.detail, {}, event.day, std::nullopt, std::nullopt});
        } else if (event.kind == EventKind::injury_return) {
            const auto open =
                std::find_if(injuries.rbegin(), injuries.rend(), [&](const Injury& injury) {
                    return !injury.returned && injury.site == event.detail;
                });
            if (open != injuries.rend()) {
                open->returned = event.day;
            }
        }
    }
    return injuries;
}

} // namespace plimsoll
