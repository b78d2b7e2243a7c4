// Calendar days, ISO weeks and local times. The only place that knows Boost.Date_Time.
// SPDX-License-Identifier: Apache-2.0
#ifndef PLIMSOLL_MODEL_DATE_HPP
#define PLIMSOLL_MODEL_DATE_HPP

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace plimsoll {

enum class Weekday : std::uint8_t { mon, tue, wed, thu, fri, sat, sun };

/// A day of the Gregorian calendar, 1400-01-01 to 9999-12-31. Always a real day: "no date" is
/// std::optional<Date>.
class Date {
public:
    struct YearMonthDay {
        int year;
        int month; ///< 1 to 12
        int day;   ///< 1 to 31
    };

    /// @throws PreconditionError  there is no such day.
    static Date from_ymd(int year, int month, int day);
    /// Nothing when there is no such day.
    static std::optional<Date> try_from_ymd(int year, int month, int day) noexcept;

    /// @param days  days since 1970-01-01, may be negative.
    static constexpr Date from_days(std::int32_t days) noexcept { return Date(days); }

    constexpr std::int32_t days_since_1970() const noexcept { return days_; }

    YearMonthDay ymd() const;

    constexpr Weekday weekday() const noexcept {
        // 1970-01-01 was a Thursday.
        return static_cast<Weekday>(((days_ % 7) + 10) % 7);
    }

    /// The Monday on or before this day.
    constexpr Date monday() const noexcept { return Date(days_ - static_cast<int>(weekday())); }

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads a defaulted <=>
    friend constexpr auto operator<=>(Date, Date) noexcept = default;

    friend constexpr Date operator+(Date a, int days) noexcept { return Date(a.days_ + days); }

    friend constexpr Date operator-(Date a, int days) noexcept { return Date(a.days_ - days); }

    friend constexpr int operator-(Date a, Date b) noexcept { return a.days_ - b.days_; }

private:
    explicit constexpr Date(std::int32_t days) noexcept : days_(days) {}

    std::int32_t days_;
};

/// A local wall-clock moment; without @c second only the day is known.
struct LocalTime {
    Date day;
    std::optional<std::int32_t> second; ///< of the day, 0 to 86399 (a leap second is 86399)

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads a defaulted <=>
    friend constexpr auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

/// An ISO 8601 week, Monday first.
struct IsoWeek {
    int year;
    int week; ///< 1 to 53

    friend constexpr auto operator<=>(const IsoWeek&, const IsoWeek&) = default;
};

/// Exactly `YYYY-MM-DD` of a real day, nothing before or after it; else nothing.
std::optional<Date> parse_date(std::string_view text) noexcept;
/// Exactly `YYYY-Www` of a week that exists; else nothing.
std::optional<IsoWeek> parse_iso_week(std::string_view text) noexcept;

IsoWeek iso_week_of(Date day);
Date monday_of(IsoWeek week);
/// Whole years from @p birth to @p day, as birthdays are counted (29 February: on 1 March).
int age_in_years(Date birth, Date day);

std::string to_string(Date day);                 ///< 2026-11-22
std::string to_string(const LocalTime& time);    ///< 2026-11-22T07:05:00 or 2026-11-22
std::string to_string(IsoWeek week);             ///< 2026-W47
std::string short_day(Date day);                 ///< Sun 22 Nov
std::string long_day(Date day);                  ///< Sun 22 Nov 2026
const char* to_string(Weekday weekday) noexcept; ///< Mon
std::optional<Weekday>
parse_weekday(std::string_view text) noexcept; ///< Mon ... Sun, Monday, any case

} // namespace plimsoll

#endif
