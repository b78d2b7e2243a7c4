// Events and the injuries they tell.
// SPDX-License-Identifier: Apache-2.0
#include "model/event.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

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

DaySpan span_of(const Event& event) noexcept {
    return {event.day, event.day + (std::max(1, static_cast<int>(event.value.value_or(1.0))) - 1)};
}

std::vector<Injury> injuries_of(std::span<const Injury> from_file, std::span<const Event> events,
                                std::vector<InjuryDoubt>* doubts) {
    const auto doubt = [&](const Event& event, std::string text) {
        if (doubts != nullptr) {
            doubts->push_back({event.day, std::move(text), event.line});
        }
    };
    std::vector<Injury> injuries(from_file.begin(), from_file.end());
    std::vector<Event> ordered(events.begin(), events.end());
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Event& a, const Event& b) { return a.day < b.day; });
    for (const Event& event : ordered) {
        const std::string part = body_part(event.detail);
        const Side side = side_of(event.detail);
        const auto of_part = [&](const Injury& injury) {
            const Side other = side_of(injury.site);
            const bool sides_differ =
                side != Side::unknown && other != Side::unknown && side != other;
            return body_part(injury.site) == part && !sides_differ;
        };
        if (event.kind == EventKind::injury_onset) {
            const bool known =
                std::any_of(injuries.begin(), injuries.end(), [&](const Injury& injury) {
                    return of_part(injury) && injury.onset == event.day;
                });
            const auto open =
                std::find_if(injuries.begin(), injuries.end(), [&](const Injury& injury) {
                    return of_part(injury) && is_open(injury, event.day);
                });
            if (!known && open != injuries.end()) {
                doubt(event,
                      fmt::format("onset of {} on {}, while that of {} has no return before "
                                  "it; both count until the next return",
                                  event.detail, to_string(event.day), to_string(open->onset)));
            }
            if (!known) {
                injuries.push_back({event.detail, {}, event.day, std::nullopt, std::nullopt});
            }
        } else if (event.kind == EventKind::injury_return) {
            bool closed = false;
            for (Injury& injury : injuries) {
                const bool returns = of_part(injury) && injury.onset <= event.day;
                closed = closed || (returns && injury.returned == event.day);
                if (returns && !injury.returned) {
                    injury.returned = event.day;
                    closed = true;
                }
            }
            if (!closed) {
                doubt(event, fmt::format("return from {} on {} without an onset before it; the "
                                         "onset is taken as that day",
                                         event.detail, to_string(event.day)));
                injuries.push_back({event.detail, {}, event.day, event.day, std::nullopt});
            }
        }
    }
    std::stable_sort(injuries.begin(), injuries.end(),
                     [](const Injury& a, const Injury& b) { return a.onset < b.onset; });
    return injuries;
}

bool is_open(const Injury& injury, Date day) noexcept {
    return injury.onset <= day && (!injury.returned || *injury.returned > day);
}

std::vector<DaySpan> spans_of(std::span<const Event> events, std::span<const EventKind> kinds) {
    std::vector<DaySpan> spans;
    for (const Event& event : events) {
        if (std::find(kinds.begin(), kinds.end(), event.kind) != kinds.end()) {
            spans.push_back(span_of(event));
        }
    }
    std::sort(spans.begin(), spans.end(), [](const DaySpan& a, const DaySpan& b) {
        return std::pair(a.from, a.to) < std::pair(b.from, b.to);
    });
    return spans;
}

namespace {

// Of one part of the body, and not of the two sides of it.
bool may_be_one_place(const std::string& a, const std::string& b) {
    const Side side = side_of(a);
    const Side other = side_of(b);
    return body_part(a) == body_part(b) &&
           (side == other || side == Side::unknown || other == Side::unknown);
}

bool is_score(const Event& event) {
    return (event.kind == EventKind::pain || event.kind == EventKind::morning_pain) && event.value;
}

bool rose_overnight(const Event& morning, std::span<const Event> events) {
    return morning.kind == EventKind::morning_pain &&
           std::any_of(events.begin(), events.end(), [&](const Event& event) {
               return event.kind == EventKind::pain && event.value &&
                      event.day == morning.day - 1 && *event.value < *morning.value &&
                      may_be_one_place(event.detail, morning.detail);
           });
}

} // namespace

std::optional<PainReport> recent_pain(std::span<const Event> events, Date day) {
    std::vector<const Event*> scores;
    for (const Event& event : events) {
        if (is_score(event) && event.day <= day && day - event.day < recent_pain_days) {
            scores.push_back(&event);
        }
    }
    std::optional<PainReport> worst;
    for (const Event* event : scores) {
        const bool is_newest = std::none_of(scores.begin(), scores.end(), [&](const Event* other) {
            return other->day > event->day && may_be_one_place(other->detail, event->detail);
        });
        const PainReport report{event->day, *event->value, event->kind == EventKind::morning_pain,
                                rose_overnight(*event, events), event->detail};
        if (is_newest && (!worst || std::pair(report.holds(), report.score) >
                                        std::pair(worst->holds(), worst->score))) {
            worst = report;
        }
    }
    return worst;
}

} // namespace plimsoll
