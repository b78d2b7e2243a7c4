// What happened to an athlete beside training.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_EVENT_HPP
#define PLIMSOLL_MODEL_EVENT_HPP

#include "model/athlete.hpp"
#include "model/date.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace plimsoll {

enum class EventKind : std::uint8_t {
    injury_onset,
    injury_return,
    pain,
    morning_pain,
    illness,
    holiday,
    unlogged,
    unavailable,
    gate
};

std::string_view to_string(EventKind kind) noexcept;
std::optional<EventKind> parse_event_kind(std::string_view name) noexcept;
std::span<const std::string_view> event_kind_names() noexcept;

/// One row of an events file.
struct Event {
    std::string athlete; ///< empty: the only athlete of the log
    Date day = Date::from_days(0);
    EventKind kind = EventKind::illness;
    std::string detail;          ///< for injuries the site, e.g. calf_left_soleus
    std::optional<double> value; ///< a pain score, or the days that illness, holiday, ... last
    std::string note;
};

/// The injuries that the onset and return events of @p events tell, in order of onset: a return
/// closes the last open onset of the same site. A return without an onset is left out.
std::vector<Injury> injuries_in(std::span<const Event> events);

} // namespace plimsoll

#endif
