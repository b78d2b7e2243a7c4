// Durations and moments in the cells of a log, read strictly.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_IMPORT_CLOCK_HPP
#define PLIMSOLL_IMPORT_CLOCK_HPP

#include "model/date.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace plimsoll::ingest {

/// Seconds of `H:MM:SS` or `M:SS`, each with an optional fraction after a point or a comma; the
/// first part may be of any size, the others are below 60. Negative with a leading minus.
std::optional<double> parse_clock(std::string_view text) noexcept;

/// The shapes of dates that a dialect may name. A time of day may follow each, with AM or PM, with
/// seconds and a fraction.
enum class DateShape : std::uint8_t {
    iso,         ///< 2026-11-22, 2026-11-22 07:05[:00[.0]], also with T, Z or an offset
    day_first,   ///< 22.11.2026, 22/11/26, 22-11-2026; an ISO date all the same
    month_first, ///< 11/22/2026, 11/22/26; an ISO date all the same
    serial,      ///< 45691 or 45691.75: days as spreadsheets count them; an ISO date all the same
    words,       ///< Nov 22, 2026, 7:05:00 AM; 22 nov 2026, 7:05; Fr, 25 Mai 2012 20:31
};

/// A moment as written, and what it says of its zone.
struct Moment {
    LocalTime time;
    bool utc = false; ///< written with Z; an offset such as +02:00 leaves the local time as it is
    bool no_offset = false; ///< written with +00:00: UTC, or local time in Britain's winter
};

std::optional<Moment> parse_moment(std::string_view text, DateShape shape);

/// Whether @p text is a day of a month of no year: "16/11", "Mon 11/16", "16.11.", "3-Feb"; no
/// number such as 16.11.
bool is_day_without_year(std::string_view text);

/// Seconds of a time of day: H:MM[:SS[.f]], perhaps with AM or PM; 18h30, 18h.
std::optional<int> parse_time_of_day(std::string_view text) noexcept;

/// The moment, in UTC, of the seconds since the start of 1970: ten digits, from 2001 on.
std::optional<LocalTime> parse_unix_time(std::string_view text) noexcept;

/// For messages: "YYYY-MM-DD [HH:MM[:SS]]".
std::string_view describe(DateShape shape) noexcept;

} // namespace plimsoll::ingest

#endif
