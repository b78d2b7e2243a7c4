// Strict durations and times.
// SPDX-License-Identifier: Apache-2.0
#include "import/clock.hpp"

#include "import/scanner.hpp"
#include "import/text_encoding.hpp"

#include <cstddef>

namespace plimsoll::ingest {

std::optional<double> parse_clock(std::string_view text) noexcept {
    Scanner scan(trimmed(text));
    const bool negative = scan.literal('-');
    int first = 0;
    int second = 0;
    int third = 0;
    double fraction = 0.0;
    if (!scan.digits(first, 1, 5) || !scan.literal(':') || !scan.digits(second, 2, 2) ||
        second > 59) {
        return std::nullopt;
    }
    int seconds = first * 60 + second;
    if (scan.literal(':')) {
        if (!scan.digits(third, 2, 2) || third > 59) {
            return std::nullopt;
        }
        seconds = first * 3600 + second * 60 + third;
    }
    if (!scan.fraction(fraction) || !scan.at_end()) {
        return std::nullopt;
    }
    const double total = seconds + fraction;
    return negative ? -total : total;
}

std::optional<int> parse_time_of_day(std::string_view text) noexcept {
    Scanner scan(trimmed(text));
    std::optional<int> second;
    if (scan_time_behind(scan, second)) {
        return second;
    }
    Scanner french(trimmed(text)); // 18h30
    int hour = 0;
    int minute = 0;
    const bool read = french.digits(hour, 1, 2) && (french.literal('h') || french.literal('H')) &&
                      (french.at_end() || french.digits(minute, 2, 2)) && french.at_end();
    return read && hour < 24 && minute < 60 ? std::optional(hour * 3600 + minute * 60)
                                            : std::nullopt;
}

std::optional<LocalTime> parse_unix_time(std::string_view text) noexcept {
    constexpr std::size_t digits = 10;
    constexpr std::int64_t seconds_a_day = 86'400;
    std::int64_t seconds = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        seconds = seconds * 10 + (c - '0');
        if (seconds > 9'999'999'999) {
            return std::nullopt;
        }
    }
    if (text.size() != digits || text.front() == '0') {
        return std::nullopt;
    }
    return LocalTime{Date::from_days(static_cast<std::int32_t>(seconds / seconds_a_day)),
                     static_cast<int>(seconds % seconds_a_day)};
}

std::string_view describe(DateShape shape) noexcept {
    switch (shape) {
    case DateShape::iso:
        return "YYYY-MM-DD [HH:MM[:SS]]";
    case DateShape::day_first:
        return "DD.MM.YYYY [HH:MM[:SS]]";
    case DateShape::month_first:
        return "MM/DD/YYYY [HH:MM[:SS]]";
    case DateShape::serial:
        return "numbers of days";
    case DateShape::words:
        break;
    }
    return "D Mon YYYY or Mon D, YYYY [H:MM[:SS]]";
}

} // namespace plimsoll::ingest
