// Calendar arithmetic over Boost.Date_Time; parsing and formatting are ours, because its string
// functions accept too much and cost 190 to 450 ns a call.
// SPDX-License-Identifier: Apache-2.0
#include "model/date.hpp"

#include "model/error.hpp"
#include "model/month_name.hpp"
#include "model/words.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>
#include <fmt/format.h>

#include <array>
#include <cctype>
#include <cstddef>

namespace plimsoll {
namespace {

namespace gregorian = boost::gregorian;

constexpr std::array<const char*, 7> weekday_names{noted("Mon"), noted("Tue"), noted("Wed"),
                                                   noted("Thu"), noted("Fri"), noted("Sat"),
                                                   noted("Sun")};
constexpr std::array<std::string_view, 7> weekday_long_names{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<const char*, 12> month_names{
    noted("Jan"), noted("Feb"), noted("Mar"), noted("Apr"), noted("May"), noted("Jun"),
    noted("Jul"), noted("Aug"), noted("Sep"), noted("Oct"), noted("Nov"), noted("Dec")};
constexpr std::int32_t unix_epoch_day_number = 2440588; // 1970-01-01, Boost's (Julian) day number

gregorian::date to_boost(Date day) {
    return gregorian::date(static_cast<gregorian::gregorian_calendar::date_int_type>(
        day.days_since_1970() + unix_epoch_day_number));
}

bool is_digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

// The number that @p count digits at @p from spell, or nothing.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t count) noexcept {
    if (from + count > text.size()) {
        return std::nullopt;
    }
    int value = 0;
    for (const char c : text.substr(from, count)) {
        if (!is_digit(c)) {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

} // namespace

std::optional<Date> Date::try_from_ymd(int year, int month, int day) noexcept {
    if (year < 1400 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) {
        return std::nullopt;
    }
    using Calendar = gregorian::gregorian_calendar;
    const auto y = static_cast<unsigned short>(year);
    const auto m = static_cast<unsigned short>(month);
    const auto d = static_cast<unsigned short>(day);
    if (d > Calendar::end_of_month_day(y, m)) {
        return std::nullopt;
    }
    return Date(static_cast<std::int32_t>(Calendar::day_number({y, m, d})) - unix_epoch_day_number);
}

Date Date::from_ymd(int year, int month, int day) {
    const std::optional<Date> date = try_from_ymd(year, month, day);
    require(date.has_value(), "Date::from_ymd: no such day");
    return *date;
}

Date::YearMonthDay Date::ymd() const {
    const gregorian::date::ymd_type ymd = to_boost(*this).year_month_day();
    return {ymd.year, ymd.month, ymd.day};
}

std::optional<Date> parse_date(std::string_view text) noexcept {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    const auto day = digits(text, 8, 2);
    if (!year || !month || !day) {
        return std::nullopt;
    }
    return Date::try_from_ymd(*year, *month, *day);
}

IsoWeek iso_week_of(Date day) {
    const Date thursday = day.monday() + 3; // the week belongs to the year of its Thursday
    return {thursday.ymd().year, to_boost(day).week_number()};
}

Date monday_of(IsoWeek week) {
    const Date fourth_of_january = Date::from_ymd(week.year, 1, 4); // always in week 1
    return fourth_of_january.monday() + 7 * (week.week - 1);
}

std::optional<IsoWeek> parse_iso_week(std::string_view text) noexcept {
    if (text.size() != 8 || text[4] != '-' || text[5] != 'W') {
        return std::nullopt;
    }
    const auto year = digits(text, 0, 4);
    const auto week = digits(text, 6, 2);
    if (!year || !week || *year < 1400 || *year > 9998 || *week < 1 || *week > 53) {
        return std::nullopt;
    }
    const IsoWeek candidate{*year, *week};
    if (iso_week_of(monday_of(candidate)) != candidate) {
        return std::nullopt; // week 53 of a year that has 52
    }
    return candidate;
}

int age_in_years(Date birth, Date day) {
    const auto b = birth.ymd();
    const auto d = day.ymd();
    const bool had_birthday = d.month > b.month || (d.month == b.month && d.day >= b.day);
    return d.year - b.year - (had_birthday ? 0 : 1);
}

std::string to_string(Date day) {
    const auto [year, month, d] = day.ymd();
    return fmt::format("{:04}-{:02}-{:02}", year, month, d);
}

std::string to_string(const LocalTime& time) {
    if (!time.second) {
        return to_string(time.day);
    }
    return fmt::format("{}T{:02}:{:02}:{:02}", to_string(time.day), *time.second / 3600,
                       *time.second / 60 % 60, *time.second % 60);
}

std::string to_string(IsoWeek week) {
    return fmt::format("{:04}-W{:02}", week.year, week.week);
}

std::string short_day(Date day) {
    const auto [year, month, d] = day.ymd();
    return say("{:s} {:d} {:s}", say_text(to_string(day.weekday())), d, month_name(month));
}

std::string long_day(Date day) {
    const auto [year, month, d] = day.ymd();
    return say("{:s} {:d} {:s} {:d}", say_text(to_string(day.weekday())), d, month_name(month),
               year);
}

std::string month_name(int month) {
    return say_text(month_names.at(static_cast<std::size_t>(month) - 1));
}

const char* to_string(Weekday weekday) noexcept {
    return weekday_names[static_cast<std::size_t>(weekday)];
}

std::optional<Weekday> parse_weekday(std::string_view text) noexcept {
    std::array<char, 9> lower{};
    if (text.size() < 3 || text.size() > lower.size()) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        lower[i] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
    }
    const std::string_view key(lower.data(), text.size());
    for (std::size_t i = 0; i < weekday_long_names.size(); ++i) {
        if (key == weekday_long_names[i] || key == weekday_long_names[i].substr(0, 3)) {
            return static_cast<Weekday>(i);
        }
    }
    return std::nullopt;
}

} // namespace plimsoll
