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
    std::uint32_t line = 0; ///< of the events file, from 1; 0: not from a file
};

/// From one day to another, both included.
struct DaySpan {
    Date from;
    Date to;

    bool contains(Date day) const noexcept { return from <= day && day <= to; }

    int days() const noexcept { return to - from + 1; }
};

/// The days that an event lasts: its value, one without.
DaySpan span_of(const Event& event) noexcept;

/// An event that does not fit those before it, and how it was taken.
struct InjuryDoubt {
    Date day;
    std::string text;       ///< for people
    std::uint32_t line = 0; ///< of the events file; 0: not from a file
};

/// The injuries of the athlete's file and those that the onset and return events tell, in order of
/// onset. A return closes every open injury of the same body_part(), unless both name a side and
/// the sides differ, with its day; without one, it is itself an injury whose onset is not known and
/// is taken as that day. An onset that the file knows (same part, same day) is one injury.
/// @param doubts  gets what the dates leave open; null: nobody asks.
std::vector<Injury> injuries_of(std::span<const Injury> from_file, std::span<const Event> events,
                                std::vector<InjuryDoubt>* doubts = nullptr);

/// No return, or none yet, on @p day.
bool is_open(const Injury& injury, Date day) noexcept;

/// The spans of the events of @p kinds, in order of their first day.
std::vector<DaySpan> spans_of(std::span<const Event> events, std::span<const EventKind> kinds);

inline constexpr int recent_pain_days = 7;  // days; policy
inline constexpr double pain_to_hold = 2.0; // of 10; policy bounded by Moen, evidence.md 7.6

/// Pain that an events file records.
struct PainReport {
    Date day;
    double score; ///< numeric rating scale, 0 to 10
    bool morning; ///< of the next morning
    bool rose;    ///< in the morning above the pain of the day before, same part of the body
    std::string site;

    /// More than 2 of 10, or worse the next morning.
    bool holds() const noexcept { return score > pain_to_hold || rose; }
};

/// Of each part of the body the highest score of the latest day that has one, within the
/// recent_pain_days up to @p day; of these the one that holds with the highest score. Left and
/// right are two places: a score of the one does not end the pain of the other; one that names no
/// side may be of either.
/// @source  evidence.md 7.6, strain default: at most 2 of 10, no increase the next morning
/// @evidence  policy
std::optional<PainReport> recent_pain(std::span<const Event> events, Date day);

} // namespace plimsoll

#endif
